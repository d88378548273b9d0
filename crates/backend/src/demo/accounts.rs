//! The data of the demo's named accounts and people.

use Role::{Administrator, Editor, Reader, Tester};
use partner_portal_contract::users::Role;

/// The progress of an account's contact information.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Progress {
    /// Nothing is saved.
    Nothing,
    /// Complete in Sandbox, without alert contacts.
    Sandbox,
    /// Complete in both environments.
    Production,
}

/// The state of a person's membership.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// The person has accepted the invitation.
    Active,
    /// The person has not accepted the invitation yet.
    Invited,
    /// The invitation has expired.
    Expired,
}

/// An account with its named people.
#[derive(Clone, Copy, Debug)]
pub(super) struct DemoAccount {
    /// The key, which is the id without its prefix.
    pub(super) key: &'static str,
    pub(super) partner_id: &'static str,
    pub(super) name: &'static str,
    pub(super) integration_type: &'static str,
    pub(super) brand: &'static str,
    pub(super) support_email: &'static str,
    pub(super) time_zone: &'static str,
    pub(super) progress: Progress,
    /// The members: key, name, address, role.
    pub(super) active: &'static [(&'static str, &'static str, &'static str, Role)],
    /// The invited person.
    pub(super) invited: (&'static str, &'static str, &'static str, Role),
    /// `true` if the invitation has expired.
    pub(super) is_expired: bool,
    /// The number of people in the account, including generated ones.
    pub(super) people: usize,
}

pub(super) const ACCOUNTS: [DemoAccount; 5] = [
    DemoAccount {
        key: "bella_vista",
        partner_id: "partner-20417",
        name: "Bella Vista Bookings",
        integration_type: "reservations_end_to_end",
        brand: "Bella Vista",
        support_email: "support@bellavista.example.com",
        time_zone: "Europe/Rome",
        progress: Progress::Nothing,
        active: &[
            ("giulia_conti", "Giulia Conti", "giulia.conti@example.com", Administrator),
            ("maya_lindqvist", "Maya Lindqvist", "maya.lindqvist@example.com", Administrator),
            ("tomasz_zielinski", "Tomasz Zieliński", "tomasz.zielinski@example.com", Editor),
            ("noa_ben_david", "Noa Ben-David", "noa.bendavid@example.com", Reader),
            ("luca_ferri", "Luca Ferri", "luca.ferri@example.com", Tester),
        ],
        invited: ("chiara_romano", "Chiara Romano", "chiara.romano@example.com", Editor),
        is_expired: false,
        people: 6,
    },
    DemoAccount {
        key: "northgate",
        partner_id: "partner-20533",
        name: "Northgate Tables",
        integration_type: "reservations_waitlists",
        brand: "Northgate",
        support_email: "support@northgate.example.com",
        time_zone: "Europe/London",
        progress: Progress::Production,
        active: &[
            ("amara_okafor", "Amara Okafor", "amara.okafor@example.com", Administrator),
            ("oliver_hughes", "Oliver Hughes", "oliver.hughes@example.com", Administrator),
            ("maya_lindqvist", "Maya Lindqvist", "maya.lindqvist@example.com", Editor),
            ("siobhan_byrne", "Siobhán Byrne", "siobhan.byrne@example.com", Reader),
        ],
        invited: ("george_whitfield", "George Whitfield", "george.whitfield@example.com", Reader),
        is_expired: false,
        people: 5,
    },
    DemoAccount {
        key: "wanderlight",
        partner_id: "partner-21006",
        name: "Wanderlight Tours",
        integration_type: "things_to_do",
        brand: "Wanderlight",
        support_email: "hello@wanderlight.example.org",
        time_zone: "America/Sao_Paulo",
        progress: Progress::Sandbox,
        active: &[
            ("beatriz_moreira", "Beatriz Moreira", "beatriz.moreira@example.org", Administrator),
            ("kenji_watanabe", "Kenji Watanabe", "kenji.watanabe@example.org", Administrator),
            ("ines_carvalho", "Inês Carvalho", "ines.carvalho@example.org", Editor),
            ("rafael_nogueira", "Rafael Nogueira", "rafael.nogueira@example.org", Editor),
            ("priya_raman", "Priya Raman", "priya.raman@example.org", Reader),
        ],
        invited: ("joao_pestana", "João Pestana", "joao.pestana@example.org", Reader),
        is_expired: false,
        people: 10_000,
    },
    DemoAccount {
        key: "cedar_stone",
        partner_id: "partner-21342",
        name: "Cedar & Stone Wellness",
        integration_type: "appointments",
        brand: "Cedar & Stone",
        support_email: "care@cedarstone.example.com",
        time_zone: "America/Chicago",
        progress: Progress::Nothing,
        active: &[
            ("hannah_brooks", "Hannah Brooks", "hannah.brooks@example.com", Administrator),
            ("diego_salazar", "Diego Salazar", "diego.salazar@example.com", Administrator),
            ("mei_ling_tan", "Mei Ling Tan", "meiling.tan@example.com", Editor),
            ("yusuf_demir", "Yusuf Demir", "yusuf.demir@example.com", Reader),
        ],
        invited: ("ruth_abrams", "Ruth Abrams", "ruth.abrams@example.com", Editor),
        is_expired: true,
        people: 5,
    },
    DemoAccount {
        key: "fornello",
        partner_id: "partner-21788",
        name: "Fornello Kitchens",
        integration_type: "food_ordering",
        brand: "Fornello",
        support_email: "aiuto@fornello.example.com",
        time_zone: "Europe/Warsaw",
        progress: Progress::Production,
        active: &[
            ("agnieszka_krol", "Agnieszka Król", "agnieszka.krol@example.com", Administrator),
            ("matteo_gallo", "Matteo Gallo", "matteo.gallo@example.com", Administrator),
            ("zofia_wrona", "Zofia Wrona", "zofia.wrona@example.com", Editor),
            ("pawel_lis", "Paweł Lis", "pawel.lis@example.com", Reader),
            ("elena_petrova", "Elena Petrova", "elena.petrova@example.com", Tester),
        ],
        invited: ("karol_sowa", "Karol Sowa", "karol.sowa@example.com", Tester),
        is_expired: false,
        people: 6,
    },
];

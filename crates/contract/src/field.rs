//! The seven fields of the contact information, in display order.

use serde::{Deserialize, Serialize};

/// A field of the contact information (product specification, section 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ContactField {
    /// Users of the account who get mail when Production has problems; not urgent.
    AlertContacts,
    /// Addresses that wake the person on duty.
    TechnicalEmergency,
    /// Addresses for technical matters that are not emergencies.
    TechnicalNonEmergency,
    /// Addresses for problems that a merchant reports.
    MerchantIssues,
    /// Addresses for escalations that only the platform sees.
    OperationalPlatform,
    /// The single address that end customers see.
    OperationalShared,
    /// The hours, per time zone, during which end customers can reach support.
    OperationalSupport,
    /// A field that only a newer backend knows. Never part of [`Self::ALL`].
    #[serde(other)]
    Unknown,
}

impl ContactField {
    /// Every field, in display order.
    pub const ALL: [Self; 7] = [
        Self::AlertContacts,
        Self::TechnicalEmergency,
        Self::TechnicalNonEmergency,
        Self::MerchantIssues,
        Self::OperationalPlatform,
        Self::OperationalShared,
        Self::OperationalSupport,
    ];

    /// Returns the name used on the wire and in element ids.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AlertContacts => "alert_contacts",
            Self::TechnicalEmergency => "technical_emergency",
            Self::TechnicalNonEmergency => "technical_non_emergency",
            Self::MerchantIssues => "merchant_issues",
            Self::OperationalPlatform => "operational_platform",
            Self::OperationalShared => "operational_shared",
            Self::OperationalSupport => "operational_support",
            Self::Unknown => "unknown",
        }
    }
}

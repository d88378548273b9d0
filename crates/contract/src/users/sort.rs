//! The order of a list of users.

/// The sort key and direction. Users with equal keys are sorted by name.
///
/// The backend sorts names by the root collation of Unicode, not by the rules of the user's
/// language: the list is read in pages, and each language would need its own stored keys. The
/// client shows the users in the backend's order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum UsersSort {
    /// By name, A to Z.
    #[default]
    Name,
    /// By name, Z to A.
    NameDescending,
    /// By role, the most powerful first.
    Role,
    /// By role, the least powerful first.
    RoleDescending,
    /// By state, members first.
    State,
    /// By state, invited users first.
    StateDescending,
}

impl UsersSort {
    /// Every order.
    pub const ALL: [Self; 6] = [
        Self::Name,
        Self::NameDescending,
        Self::Role,
        Self::RoleDescending,
        Self::State,
        Self::StateDescending,
    ];

    /// Returns the name used on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::NameDescending => "-name",
            Self::Role => "role",
            Self::RoleDescending => "-role",
            Self::State => "state",
            Self::StateDescending => "-state",
        }
    }

    /// Returns the order whose [`Self::as_str`] is exactly `name`.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.as_str() == name)
    }
}

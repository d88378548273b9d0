//! The order of a list of people.

/// By what the list is sorted. People who are equal in that follow by name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum UsersSort {
    /// From A to Z.
    #[default]
    Name,
    /// From Z to A.
    NameDescending,
    /// The most powerful first.
    Role,
    /// The least powerful first.
    RoleDescending,
    /// Those who have signed in first.
    State,
    /// Those who have not signed in yet first.
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

    /// The name on the wire.
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

    /// The order of that name, exactly as [`Self::as_str`] writes it.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.as_str() == name)
    }
}

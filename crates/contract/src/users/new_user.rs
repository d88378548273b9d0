//! A user to be invited: the input as typed, and its validation.

use serde::{Deserialize, Serialize};

use super::{PersonAddress, PersonName, Role};
use crate::{FieldError, FieldErrorCode, ReferenceData, language::Language};

/// The request body of `POST /accounts/{account}/users`, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = NewUserDraft))]
#[serde(deny_unknown_fields)]
pub struct NewUserInput {
    /// The user's name.
    pub name: String,
    /// The address that gets the invitation and identifies the user at sign-in.
    pub email: String,
    /// The user's role; absent until one is chosen.
    #[serde(default)]
    pub role: Option<Role>,
    /// The language of the invitation mail; English by default.
    #[serde(default)]
    pub language: Language,
}

/// A field of [`NewUserInput`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum UserField {
    Name,
    Email,
    Role,
    /// A field that only a newer backend knows.
    #[serde(other)]
    Unknown,
}

/// A validated new user. The only constructor is [`NewUserInput::parse`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewUser {
    name: PersonName,
    address: PersonAddress,
    role: Role,
    language: Language,
}

impl NewUserInput {
    /// Validates every field. `roles` are those of the account's integration type.
    ///
    /// # Errors
    /// All errors of all fields at once, in display order.
    pub fn parse(
        &self,
        roles: &[Role],
        reference: &dyn ReferenceData,
    ) -> Result<NewUser, Vec<FieldError<UserField>>> {
        let name = PersonName::parse(&self.name, reference);
        let address = PersonAddress::parse(&self.email, reference);
        let role = self.role.ok_or(FieldErrorCode::Required).and_then(|role| {
            if roles.contains(&role) { Ok(role) } else { Err(FieldErrorCode::RoleUnavailable) }
        });
        match (name, address, role) {
            (Ok(name), Ok(address), Ok(role)) => {
                Ok(NewUser { name, address, role, language: self.language })
            }
            (name, address, role) => Err([
                (UserField::Name, name.err()),
                (UserField::Email, address.err()),
                (UserField::Role, role.err()),
            ]
            .into_iter()
            .filter_map(|(field, code)| Some(FieldError::of_field(field, code?)))
            .collect()),
        }
    }
}

#[expect(missing_docs, reason = "the names say it")]
impl NewUser {
    pub fn name(&self) -> &PersonName {
        &self.name
    }

    pub fn address(&self) -> &PersonAddress {
        &self.address
    }

    pub fn role(&self) -> Role {
        self.role
    }

    pub fn language(&self) -> Language {
        self.language
    }
}

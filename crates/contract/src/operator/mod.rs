//! The operator's API, with which the platform's own systems manage accounts. Accounts are named by
//! the platform's partner id and people by their addresses.

mod account;
mod account_error;
mod account_input;
mod completion;
mod partner_id;
mod user;

pub use account::{
    AccountDeletion, EnvironmentCompletion, OperatorAccount, OperatorAccountsPage, OperatorBrand,
};
pub use account_error::{AccountError, AccountErrorCode, AccountField};
pub use account_input::{
    MAX_ACCOUNT_NAME_CHARACTERS, MAX_BRANDS, NewAccount, OperatorAccountInput,
};
pub use completion::{
    AccountState, BulkCompletion, BulkCompletionInput, BulkCompletions, MAX_BULK_ACCOUNTS,
    OperatorCompletion,
};
pub use partner_id::{MAX_PARTNER_ID_CHARACTERS, PartnerId};
pub use user::{AccessWarning, OperatorUser, OperatorUserInput, UserRemoval};

/// The maximum number of entries in one page.
pub const MAX_PAGE_SIZE: u32 = 200;

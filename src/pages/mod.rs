//! The routed pages. They only arrange components of the features.

mod account_and_users_page;
mod contact_information_page;
mod help_page;
mod home_page;
mod not_found_page;
mod onboarding_plan_card;
mod page_heading;

pub use account_and_users_page::AccountAndUsersPage;
pub use contact_information_page::ContactInformationPage;
pub use help_page::HelpPage;
pub use home_page::HomePage;
pub use not_found_page::NotFoundPage;
pub use page_heading::PAGE_HEADING_ID;

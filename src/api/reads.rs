//! The plain reads.

use partner_portal_contract::{
    Environment, account::Account, contact_information::ContactInformationDocument,
    onboarding::OnboardingPlan, paths,
};

use super::{Api, ApiError};

impl Api {
    /// The account itself.
    pub async fn account(&self, account: &str) -> Result<Account, ApiError> {
        self.get(&paths::account(account)).await
    }

    /// The contact information.
    pub async fn contact_information(
        &self,
        account: &str,
    ) -> Result<ContactInformationDocument, ApiError> {
        self.get(&paths::contact_information(account)).await
    }

    /// The steps before launch; refused while the account is locked.
    pub async fn onboarding_plan(
        &self,
        account: &str,
        environment: Environment,
    ) -> Result<OnboardingPlan, ApiError> {
        self.get(&paths::onboarding_plan(account, environment)).await
    }
}

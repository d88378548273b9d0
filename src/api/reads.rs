//! The plain reads.

use partner_portal_contract::{
    Environment, account::Account, contact_information::ContactInformationDocument,
    onboarding::OnboardingPlan, paths,
};

use super::{Answer, Api, ApiError};

impl Api {
    /// The account itself.
    pub async fn account(&self, account: &str) -> Result<Account, ApiError> {
        Ok(self.get(&paths::account(account)).await?.body)
    }

    /// The contact information and its version.
    pub async fn contact_information(
        &self,
        account: &str,
    ) -> Result<Answer<ContactInformationDocument>, ApiError> {
        self.get(&paths::contact_information(account)).await
    }

    /// The steps before launch; refused while the account is locked.
    pub async fn onboarding_plan(
        &self,
        account: &str,
        environment: Environment,
    ) -> Result<OnboardingPlan, ApiError> {
        Ok(self.get(&paths::onboarding_plan(account, environment)).await?.body)
    }
}

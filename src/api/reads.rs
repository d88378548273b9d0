//! Reads the account, its contact information and its onboarding plan.

use partner_portal_contract::{
    Environment, account::Account, contact_information::ContactInformationDocument,
    onboarding::OnboardingPlan, paths,
};

use super::{Api, ApiError};

impl Api {
    /// Returns the account's details.
    pub async fn account(&self, account: &str) -> Result<Account, ApiError> {
        self.get(&paths::account(account)).await
    }

    /// Returns the contact information.
    pub async fn contact_information(
        &self,
        account: &str,
    ) -> Result<ContactInformationDocument, ApiError> {
        self.get(&paths::contact_information(account)).await
    }

    /// Returns the steps before launch. The backend refuses while the account is locked.
    pub async fn onboarding_plan(
        &self,
        account: &str,
        environment: Environment,
    ) -> Result<OnboardingPlan, ApiError> {
        self.get(&paths::onboarding_plan(account, environment)).await
    }
}

//! Shows the page Configuration > Account and users.

use leptos::prelude::*;

use super::page_heading::PageHeading;
use crate::{
    i18n::{Text, t},
    users::UsersPanel,
};

/// Shows the users of the account.
#[component]
pub fn AccountAndUsersPage() -> impl IntoView {
    view! {
        <div class="page">
            <p class="breadcrumb">{t(Text::Configuration)}</p>
            <PageHeading text=t(Text::AccountAndUsers) />
            <p class="page-lead">{t(Text::AccountAndUsersLead)}</p>
            <UsersPanel />
        </div>
    }
}

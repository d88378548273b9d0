//! Shows the page Home: the remaining steps before launch, and the account.

use leptos::prelude::*;

use super::{onboarding_plan_card::OnboardingPlanCard, page_heading::PageHeading};
use crate::{
    api::ApiError,
    i18n::{Text, t},
    session::{InvitationList, use_session},
    ui::{Button, Notice, NoticeKind, Skeleton},
};

/// Shows invitations to other accounts, the onboarding plan and the account's details.
#[component]
pub fn HomePage() -> impl IntoView {
    view! {
        <div class="page">
            <PageHeading text=t(Text::Home) />
            <InvitationList />
            <div class="cards is-wide">
                <OnboardingPlanCard />
                <AccountCard />
            </div>
        </div>
    }
}

#[component]
fn AccountCard() -> impl IntoView {
    let session = use_session();
    let account = LocalResource::new(move || {
        let id = session.account_id();
        async move { session.api.get_value().account(&id).await }
    });
    let rows = move || match account.get() {
        None => view! { <Skeleton lines=4 label=t(Text::Loading) /> }.into_any(),
        Some(Err(ApiError::Refused { .. })) => view! { <p>{t(Text::LoadRefused)}</p> }.into_any(),
        Some(Err(_)) => view! {
            <Notice kind=NoticeKind::Danger title=t(Text::LoadFailed)>
                <Button on_press=Callback::new(move |()| {
                    account.refetch();
                })>{t(Text::Retry)}</Button>
            </Notice>
        }
        .into_any(),
        Some(Ok(account)) => {
            let rows = [
                (Text::PartnerName, account.name),
                (Text::PartnerId, account.partner_id),
                (Text::IntegrationType, account.integration_type.name),
                (Text::DefaultBrand, account.default_brand.name),
                (Text::BrandSupport, account.default_brand.support_email),
            ];
            let rows = rows.map(|(text, value)| {
                view! {
                    <dt>{t(text)}</dt>
                        <dd><bdi>{value}</bdi></dd>
                }
            });
            view! { <dl class="facts">{rows}</dl> }.into_any()
        }
    };
    view! {
        <section class="card" aria-labelledby="account-card">
            <h2 class="card-title" id="account-card">{t(Text::Account)}</h2>
            {rows}
        </section>
    }
}

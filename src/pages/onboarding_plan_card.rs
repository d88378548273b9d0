//! Shows the steps before launch. The backend determines which are done.

use leptos::prelude::*;
use partner_portal_contract::{
    Environment,
    onboarding::{OnboardingTask, OnboardingTaskId},
};

use crate::{
    config::use_config,
    i18n::{Text, number, t, use_i18n},
    routes::{Route, Scope, href},
    session::use_session,
    ui::{Badge, BadgeKind, Button, Notice, NoticeKind, Skeleton},
};

/// Shows the onboarding plan.
#[component]
pub fn OnboardingPlanCard() -> impl IntoView {
    let session = use_session();
    let plan = LocalResource::new(move || {
        let (id, environment) = (session.account_id(), session.environment.get());
        async move { session.api.get_value().onboarding_plan(&id, environment).await }
    });
    let tasks = move || match plan.get() {
        None => view! { <Skeleton lines=6 label=t(Text::Loading) /> }.into_any(),
        Some(Err(_)) => view! {
            <Notice kind=NoticeKind::Danger title=t(Text::LoadFailed)>
                <Button on_press=Callback::new(move |()| plan.refetch())>{t(Text::Retry)}</Button>
            </Notice>
        }
        .into_any(),
        Some(Ok(plan)) => {
            let tasks = plan.tasks.into_iter().enumerate();
            let items: Vec<_> =
                tasks.map(|(index, task)| view! { <Task task place=index + 1 /> }).collect();
            view! { <ol role="list">{items}</ol> }.into_any()
        }
    };
    view! {
        <section class="card" aria-labelledby="onboarding-plan">
            <h2 class="card-title" id="onboarding-plan">{t(Text::OnboardingPlan)}</h2>
            {tasks}
        </section>
    }
}

#[component]
fn Task(task: OnboardingTask, place: usize) -> impl IntoView {
    let i18n = use_i18n();
    let session = use_session();
    let config = use_config();
    let (title, body, route, environment) = match task.id {
        OnboardingTaskId::ConfigureContactInformation => {
            (Text::TaskContact, Text::TaskContactBody, Route::ContactInformation, None)
        }
        OnboardingTaskId::AddSecondEditor => {
            (Text::TaskEditor, Text::TaskEditorBody, Route::AccountAndUsers, None)
        }
        OnboardingTaskId::ChooseAlertContacts => (
            Text::TaskAlerts,
            Text::TaskAlertsBody,
            Route::ContactInformation,
            Some(Environment::Production),
        ),
        OnboardingTaskId::Unknown => (Text::TaskUnknown, Text::TaskUnknownBody, Route::Help, None),
    };
    let link = move || {
        let scope = session.scope();
        let environment = environment.unwrap_or(scope.environment);
        config.with_value(|config| href(&config.base_path, route, &Scope { environment, ..scope }))
    };
    let (state, kind) = if task.done {
        (Text::TaskDone, BadgeKind::Success)
    } else {
        (Text::TaskToDo, BadgeKind::Neutral)
    };
    view! {
        <li class="task">
            <div class="task-text">
                <a class="task-title" href=link>
                    {move || i18n.with(Text::TaskTitle, &[("number", &number(i18n, place)), ("title", &i18n.text(title))])}
                </a>
                <p class="muted">{t(body)}</p>
            </div>
            <Badge text=t(state) kind=kind />
        </li>
    }
}

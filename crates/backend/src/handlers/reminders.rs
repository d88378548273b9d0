//! Sends reminders to the users who can complete the contact information.

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use futures_util::future::join_all;
use partner_portal_contract::{
    ContactField, Environment, Problem, ProblemCode, Requirement, completion::Editor, paths,
    users::RemindersSent,
};
use tokio::time::timeout;

use crate::{
    clock::rfc3339,
    http::{
        error::ApiError,
        extract::{EnvironmentQuery, Member, ValidQuery},
    },
    mail::{PATIENCE, ReminderMail, portal_link},
    rules::completion::requirements_of,
    state::AppState,
    storage::{
        accounts::StoredAccount,
        reminders::{REMINDER_PAUSE, ReminderClaim, ReminderRecipient},
    },
};

/// Sends reminders to the users who can complete the contact information
///
/// The users whom the completion names receive a mail, except the sender and users who received one
/// for this account within the last 24 hours.
#[utoipa::path(post, path = paths::REMINDERS, tag = "users",
    params(
        ("account" = String, Path, description = "The account's id"),
        EnvironmentQuery,
        ("x-partner-portal" = String, Header, description = "`1`"),
    ),
    responses(
        (status = 200, body = RemindersSent),
        (status = 429, body = Problem, content_type = "application/problem+json",
            headers(("retry-after" = u64, description = "In seconds"))),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
        (status = 503, body = Problem, content_type = "application/problem+json",
            description = "No mail could be handed over; nothing was counted"),
    ))]
pub(crate) async fn post_reminders(
    State(state): State<AppState>,
    member: Member,
    ValidQuery(query): ValidQuery<EnvironmentQuery>,
) -> Result<Json<RemindersSent>, ApiError> {
    let tasks = state.tasks.clone();
    Ok(Json(tasks.finish(remind(state, member, query.environment)).await?))
}

/// Claims the reminders and sends them.
async fn remind(
    state: AppState,
    member: Member,
    environment: Environment,
) -> Result<RemindersSent, ApiError> {
    let account = state.storage.account(&member.account).await?.ok_or(ProblemCode::NotFound)?;
    let AppState { storage, integration_types, .. } = &state;
    let evaluated = requirements_of(storage, integration_types, &account, environment).await?;
    let missing: Vec<_> = evaluated
        .requirements
        .iter()
        .filter(|one| one.blocks())
        .map(|one: &Requirement| one.field)
        .collect();
    if missing.is_empty() {
        return Err(ProblemCode::AlreadyComplete.into());
    }
    let now = state.clock.now();
    let asked_by = &member.signed_in.person.id;
    let recipients = match storage.claim_reminders(&account.id, asked_by, now).await? {
        ReminderClaim::Granted(recipients) => recipients,
        ReminderClaim::TooSoon(until) => {
            return Err(ApiError::retry_after(ProblemCode::ReminderAlreadySent, until - now));
        }
        ReminderClaim::NoOtherEditor => return Err(ProblemCode::NoEditorToRemind.into()),
    };
    let tasks = state.tasks.clone();
    let round = Round { state, account, member, environment, missing, now };
    // Mails that are still being sent after this time count as sent, because most are accepted
    // later. The task keeps running and releases the claims of mails that fail.
    let sent_to = match timeout(PATIENCE, tasks.finish(round.send(recipients.clone()))).await {
        Ok(sent) => sent?,
        Err(_still_under_way) => recipients.into_iter().map(editor).collect(),
    };
    Ok(RemindersSent { sent_to, next_at: rfc3339(now + REMINDER_PAUSE) })
}

fn editor(recipient: ReminderRecipient) -> Editor {
    Editor { name: recipient.name, email: recipient.email }
}

/// The mails of one request.
struct Round {
    state: AppState,
    account: StoredAccount,
    member: Member,
    environment: Environment,
    missing: Vec<ContactField>,
    now: DateTime<Utc>,
}

impl Round {
    /// Sends the mails and returns the users who received one. The claims of the others are
    /// released.
    async fn send(self, recipients: Vec<ReminderRecipient>) -> Result<Vec<Editor>, ApiError> {
        let outcomes =
            join_all(recipients.iter().map(|to| self.state.mailer.send(self.mail(to)))).await;
        let mut sent = Vec::new();
        let mut unsent = Vec::new();
        for (to, outcome) in recipients.into_iter().zip(outcomes) {
            match outcome {
                Ok(()) => sent.push(editor(to)),
                Err(_) => unsent.push(to.user_id),
            }
        }
        if unsent.is_empty() {
            return Ok(sent);
        }
        let asked_by = sent.is_empty().then_some(&self.member.signed_in.person.id);
        let storage = &self.state.storage;
        storage.release_reminders(&self.account.id, &unsent, asked_by, self.now).await?;
        if sent.is_empty() { Err(ProblemCode::Unavailable.into()) } else { Ok(sent) }
    }

    /// Returns the link to the form. The portal opens the form itself, because it is locked.
    fn link(&self) -> String {
        portal_link(&self.state.public_url, &self.account.id, Some(self.environment))
    }

    fn mail(&self, to: &ReminderRecipient) -> ReminderMail {
        ReminderMail {
            language: to.language,
            name: to.name.clone(),
            address: to.email.clone(),
            asked_by: self.member.signed_in.person.name.clone(),
            account: self.account.name.clone(),
            platform: self.state.integration_types.platform().name.clone(),
            environment: self.environment,
            missing_fields: self.missing.clone(),
            link: self.link(),
        }
    }
}

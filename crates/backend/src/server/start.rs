//! Opens what the settings name: the storage, the mailer, the keys and the socket.

use std::{io, net::SocketAddr, sync::Arc};

use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use url::Url;

use super::{
    Server,
    start_error::{StartError, setting},
};
use crate::{
    auth::BearerTokens,
    change_feed::ChangeFeed,
    clock::Clock,
    connections::ConnectionLimit,
    demo,
    http::router::{RouterSettings, router},
    integration_types::IntegrationTypes,
    mail::Mailer,
    rules::limits::Limits,
    settings::Settings,
    state::AppState,
    storage::{DatabaseUrl, Storage},
    tasks::Tasks,
};

impl Server {
    /// Opens the storage, the mailer and the socket that the settings name.
    pub async fn start(settings: &Settings, clock: Arc<dyn Clock>) -> Result<Self, StartError> {
        let integration_types = read_integration_types(settings)?;
        let storage = open_storage(&settings.database.url).await?;
        let bearer_tokens = BearerTokens::configure(&settings.auth, &clock)?.map(Arc::new);
        let mailer = Mailer::open(&settings.mail, clock.clone())?;
        let listener = bind(settings.listen).await.map_err(|error| setting("--listen", &error))?;
        let address = listener.local_addr().map_err(|error| setting("--listen", &error))?;
        let limits = Limits::new(settings.limits.clone(), storage.clone(), clock.clone());
        let state = AppState {
            storage: storage.clone(),
            clock,
            bearer_tokens,
            integration_types: Arc::new(integration_types),
            change_feed: ChangeFeed::default(),
            limits: Arc::new(limits),
            client_address_header: settings.client_address_header.clone(),
            mailer,
            public_url: Arc::new(public_url(settings, address)?),
            sign_in_page: sign_in_page(settings),
            tasks: Tasks::default(),
            stopping: CancellationToken::new(),
        };
        warn_about_settings(settings, state.bearer_tokens.is_some());
        if settings.demo {
            refuse_accounts_of_partners(&state.storage).await?;
            demo::plant_if_empty(&state).await?;
        }
        check_integration_types(&state).await?;
        name_operator(&state).await?;
        if let Some(tokens) = state.bearer_tokens.clone() {
            // The start does not wait for the keys, because an issuer that is down may recover.
            tokio::spawn(async move { tokens.prepare().await });
        }
        let stopping = state.stopping.clone();
        let (mailer, tasks) = (state.mailer.clone(), state.tasks.clone());
        let routes = RouterSettings {
            demo: settings.demo,
            test_faults: settings.test_faults,
            allowed_origins: &settings.allowed_origins,
            static_dir: &settings.static_dir,
        };
        let service =
            router(state, &routes).map_err(|error| StartError::Program(error.to_string()))?;
        let connection_limit = connection_limit(settings.max_connections);
        Ok(Self {
            listener,
            address,
            router: service,
            storage,
            connection_limit,
            mailer,
            tasks,
            stopping,
        })
    }
}

/// Logs the settings that an administrator may have chosen by mistake.
fn warn_about_settings(settings: &Settings, accepts_bearer_tokens: bool) {
    if settings.demo {
        tracing::warn!("--demo: every visitor of this server can sign in as any user");
    } else if !accepts_bearer_tokens {
        tracing::warn!(
            "signing in is impossible: none of --jwks-url, --jwt-secret-file and --demo is set"
        );
    }
    if settings.test_faults {
        tracing::warn!("--test-faults: every visitor of this server can make requests fail");
    }
    if !settings.static_dir.is_dir() {
        tracing::warn!(
            "--static-dir: {} is no folder; only the API is served",
            settings.static_dir.display()
        );
    }
}

async fn bind(address: SocketAddr) -> io::Result<TcpListener> {
    TcpListener::bind(address).await
}

fn connection_limit(wanted: usize) -> ConnectionLimit {
    let limit = ConnectionLimit::by_descriptors(wanted);
    if limit.open < wanted {
        tracing::warn!(
            possible = limit.open,
            "--max-connections: the process may not open enough descriptors (ulimit -n)"
        );
    }
    limit
}

/// Returns the address for the links in mails. The default is this server itself, which is enough
/// for a trial.
fn public_url(settings: &Settings, address: SocketAddr) -> Result<Url, StartError> {
    match &settings.public_url {
        Some(url) => Ok(url.clone()),
        // The recipients of mails cannot reach the address on which the server listens.
        None if settings.mail.smtp_url.is_some() => Err(StartError::Setting {
            setting: "--public-url",
            reason: "must name the page that mails lead to, because --smtp-url sends them"
                .to_owned(),
        }),
        None => Url::parse(&format!("http://{address}/portal/"))
            .map_err(|error| setting("--public-url", &error)),
    }
}

/// Returns the address of the sign-in page without a query, if there is one. The configured page
/// takes precedence over the demo's.
fn sign_in_page(settings: &Settings) -> Option<Arc<str>> {
    let demo = settings.demo.then_some("/demo/sign-in");
    settings.sign_in_url.as_ref().map(Url::as_str).or(demo).map(Arc::from)
}

async fn open_storage(url: &DatabaseUrl) -> Result<Storage, StartError> {
    let DatabaseUrl::Sqlite(path) = url;
    Storage::open_sqlite(path).await.map_err(|error| setting("--database-url", &error))
}

/// Names the author of the operator's saves after the platform.
async fn name_operator(state: &AppState) -> Result<(), StartError> {
    let named = state.storage.name_operator(&state.integration_types.platform().name).await;
    named.map_err(|error| setting("--database-url", &error))
}

async fn check_integration_types(state: &AppState) -> Result<(), StartError> {
    let in_use = state.storage.integration_types_in_use().await;
    let in_use = in_use.map_err(|error| setting("--database-url", &error))?;
    let missing: Vec<_> = in_use
        .iter()
        .filter(|(id, _)| state.integration_types.get(id).is_none())
        .map(|(id, accounts)| format!("`{id}`, which {accounts} stored accounts have"))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let reason = format!("these integration types are not offered: {}", missing.join("; "));
    Err(StartError::Setting { setting: "--integration-types", reason })
}

/// Refuses the demo over the accounts of real partners, because it lets every visitor sign in as any
/// user.
async fn refuse_accounts_of_partners(storage: &Storage) -> Result<(), StartError> {
    let accounts = storage.accounts_of_partners().await;
    match accounts.map_err(|error| setting("--database-url", &error))? {
        0 => Ok(()),
        accounts => Err(StartError::Setting {
            setting: "--demo",
            reason: format!(
                "would let every visitor into {accounts} accounts that are not the demo's: give \
                 the demo another --database-url, or leave out --demo"
            ),
        }),
    }
}

/// Reads the integration types. The built-in platform is made up, so only the demo may show it.
fn read_integration_types(settings: &Settings) -> Result<IntegrationTypes, StartError> {
    let types = match &settings.integration_types {
        Some(file) => {
            IntegrationTypes::read(file).map_err(|error| setting("--integration-types", &error))?
        }
        None => IntegrationTypes::built_in()?,
    };
    if settings.demo || !types.is_built_in_platform()? {
        return Ok(types);
    }
    let name = &types.platform().name;
    let reason = match &settings.integration_types {
        Some(file) => format!(
            "{} describes the made-up platform {name}: write the name and the links of your own",
            file.display()
        ),
        None => format!(
            "must name a file that describes your platform, because the built-in {name} is made \
             up: `partner-portal-backend init DIR` writes a file to begin from, and --demo serves \
             {name}"
        ),
    };
    Err(StartError::Setting { setting: "--integration-types", reason })
}

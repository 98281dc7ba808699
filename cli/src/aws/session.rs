//! Region, credentials and network, as every AWS tool takes them.

use std::cell::RefCell;
use std::path::Path;
use std::time::Duration;

use aws_config::identity::IdentityCache;
use aws_config::profile::ProfileFileCredentialsProvider;
use aws_config::provider_config::ProviderConfig;
use aws_config::{AppName, BehaviorVersion, Region, SdkConfig};
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_http_client::proxy::ProxyConfig;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use aws_smithy_http_client::tls::{Provider, TlsContext, TrustStore};
use aws_smithy_http_client::{Builder, Connector};
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::timeout::TimeoutConfig;
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use taskdef_core::Lang;

use super::call::{Aws, LONGEST_BACKOFF};
use super::connector::limited;
use super::credentials::{self, Patient};
use super::error::Error;
use super::precondition::Precondition;
use super::progress::ProgressForm;
use super::rate_limiter::RateLimiter;
use super::redact::Redactor;
use crate::files::FileError;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// How to reach AWS.
#[derive(Debug, Clone)]
pub(crate) struct ConnectOptions {
    /// The language of what is told.
    pub(crate) lang: Lang,
    /// The form of what is told while somebody waits.
    pub(crate) progress: ProgressForm,
    /// Else `AWS_REGION`, or that of the profile.
    pub(crate) region: Option<String>,
    /// A profile of `~/.aws/config`; else `AWS_PROFILE`.
    pub(crate) profile: Option<String>,
    /// An endpoint other than AWS's own.
    pub(crate) endpoint_url: Option<String>,
    /// How many times to try a request that is throttled or gets no answer.
    pub(crate) max_attempts: u32,
    /// How long to wait for an answer.
    pub(crate) read_timeout: Duration,
    /// The highest number of requests per second.
    pub(crate) rate: u32,
    /// The first delay before a retry.
    pub(crate) backoff: Duration,
}

impl ConnectOptions {
    /// Finds region and credentials. Sends no request.
    ///
    /// # Errors
    /// There is no region, an endpoint is not a URL, or `AWS_CA_BUNDLE` can't be read.
    pub(crate) async fn connect(&self) -> Result<Aws, Error> {
        if let Some(name) = self.bad_endpoint() {
            return Err(Precondition::BadEndpoint { name }.into());
        }
        let config = self.load(http_client()?).await;
        let region = config.region().map(Region::to_string);
        let Some(region) = region.filter(|region| !region.is_empty()) else {
            return Err(Precondition::NoRegion.into());
        };
        let redactor = RefCell::new(Redactor::new(&region, self.lang));
        Ok(Aws {
            ecs: aws_sdk_ecs::Client::new(&config),
            events: aws_sdk_eventbridge::Client::new(&config),
            scheduler: aws_sdk_scheduler::Client::new(&config),
            logs: aws_sdk_cloudwatchlogs::Client::new(&config),
            lang: self.lang,
            config,
            region,
            backoff: self.backoff,
            attempts: self.max_attempts.max(1),
            rate_limiter: RefCell::new(RateLimiter::new(self.rate)),
            redactor,
        })
    }

    async fn load(&self, http_client: SharedHttpClient) -> SdkConfig {
        let retries = RetryConfig::standard()
            .with_max_attempts(self.max_attempts.max(1))
            .with_initial_backoff(self.backoff)
            .with_max_backoff(LONGEST_BACKOFF);
        let timeouts = TimeoutConfig::builder()
            .connect_timeout(CONNECT_TIMEOUT)
            .operation_attempt_timeout(self.read_timeout);
        let cache = IdentityCache::lazy().load_timeout(credentials::LIMIT);
        let mut loader = aws_config::defaults(BehaviorVersion::latest())
            .identity_cache(cache.build())
            .http_client(http_client)
            .retry_config(retries)
            .timeout_config(timeouts.build());
        if let Ok(name) = AppName::new(concat!("taskdef-", env!("CARGO_PKG_VERSION"))) {
            loader = loader.app_name(name);
        }
        if let Some(region) = &self.region {
            loader = loader.region(Region::new(region.clone()));
        }
        if let Some(profile) = &self.profile {
            loader = loader.profile_name(profile);
        }
        if let Some(url) = &self.endpoint_url {
            loader = loader.endpoint_url(url);
        }
        let config = loader.load().await;
        let provider = match &self.profile {
            Some(profile) => Some(of_profile(profile, &config)),
            None => config.credentials_provider(),
        };
        let Some(provider) = provider else {
            return config;
        };
        let patient =
            SharedCredentialsProvider::new(Patient::new(provider, self.progress, self.lang));
        let config = config.into_builder().credentials_provider(patient);
        config.build()
    }

    /// The option or variable with an endpoint that is not a URL, at which the SDK panics or
    /// fails with a long message that repeats it.
    fn bad_endpoint(&self) -> Option<String> {
        let is_bad = |url: &str| {
            let is_http = url.starts_with("http://") || url.starts_with("https://");
            !is_http || HttpRequest::get(url).is_err()
        };
        if self.endpoint_url.as_deref().is_some_and(is_bad) {
            return Some("--endpoint-url".to_owned());
        }
        let mut variables = std::env::vars_os();
        let bad = variables.find(|(name, value)| {
            let name = name.to_string_lossy();
            name.starts_with("AWS_ENDPOINT_URL") && is_bad(&value.to_string_lossy())
        });
        bad.map(|(name, _)| name.to_string_lossy().into_owned())
    }
}

/// The credentials of a profile that was named: the SDK's chain would take keys of the environment
/// first, which may be of another account. The AWS CLI does the same for its `--profile`.
fn of_profile(profile: &str, config: &SdkConfig) -> SharedCredentialsProvider {
    let mut settings = ProviderConfig::default().with_region(config.region().cloned());
    if let Some(http_client) = config.http_client() {
        settings = settings.with_http_client(http_client);
    }
    let provider = ProfileFileCredentialsProvider::builder()
        .configure(&settings)
        .profile_name(profile);
    SharedCredentialsProvider::new(provider.build())
}

/// Whether a PEM file holds certificates, all of them good.
fn holds_certificates(pem: &[u8]) -> bool {
    let mut store = RootCertStore::empty();
    let all_good = CertificateDer::pem_slice_iter(pem)
        .all(|certificate| certificate.is_ok_and(|certificate| store.add(certificate).is_ok()));
    all_good && !store.is_empty()
}

/// One client for all services: it goes through the proxies of the environment, and trusts the
/// system's certificates and those of `AWS_CA_BUNDLE`.
fn http_client() -> Result<SharedHttpClient, Error> {
    let mut store = TrustStore::default();
    if let Some(bundle) = std::env::var_os("AWS_CA_BUNDLE").filter(|path| !path.is_empty()) {
        let bundle = Path::new(&bundle);
        let pem = std::fs::read(bundle).map_err(|error| FileError::read(bundle, error))?;
        if !holds_certificates(&pem) {
            return Err(Precondition::CaBundle.into());
        }
        store = store.with_pem_certificate(pem);
    }
    let tls = TlsContext::builder().with_trust_store(store).build();
    let tls = tls.map_err(|_| Precondition::CaBundle)?;
    let client = Builder::new().build_with_connector_fn(move |settings, components| {
        let mut connector = Connector::builder();
        connector.set_connector_settings(settings.cloned());
        connector.set_sleep_impl(components.and_then(RuntimeComponents::sleep_impl));
        connector.set_proxy_config(Some(ProxyConfig::from_env()));
        let connector = connector.tls_provider(Provider::Rustls(CryptoMode::Ring));
        connector.tls_context(tls.clone()).build()
    });
    Ok(limited(client))
}

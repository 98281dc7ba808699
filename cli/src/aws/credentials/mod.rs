//! Credentials, as the SDK finds them: how long it may take, and why there are none.

mod cause;
mod hidden;

use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime};

use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{self, ProvideCredentials, SharedCredentialsProvider, future};
use taskdef_core::Lang;
use tokio::time::{sleep, timeout};

pub(super) use cause::CredentialsCause;

use crate::aws::progress::{Progress, ProgressForm};
use crate::text::text;

/// How long it may take to find credentials: a `credential_process` may ask somebody for a code. The
/// SDK's own limit is 5 seconds, and the AWS CLI has none.
const LONGEST: Duration = Duration::from_secs(120);
/// The limit of the SDK's cache, which must not end the wait before ours.
pub(super) const LIMIT: Duration = Duration::from_secs(LONGEST.as_secs() + 10);
/// After this time somebody who waits is told what for.
const TOLD_AFTER: Duration = Duration::from_secs(5);
/// The time after that.
const REST: Duration = LONGEST.saturating_sub(TOLD_AFTER);

/// A provider of credentials that is waited for, and whose errors have a cause.
#[derive(Debug)]
pub(super) struct Patient {
    provider: SharedCredentialsProvider,
    progress: ProgressForm,
    lang: Lang,
    told: AtomicBool,
}

impl Patient {
    pub(super) fn new(
        provider: SharedCredentialsProvider,
        progress: ProgressForm,
        lang: Lang,
    ) -> Self {
        Patient {
            provider,
            progress,
            lang,
            told: AtomicBool::new(false),
        }
    }

    async fn credentials(&self) -> provider::Result {
        let mut found = pin!(self.provider.provide_credentials());
        let found = tokio::select! {
            found = &mut found => found,
            () = sleep(TOLD_AFTER) => {
                self.tell();
                match timeout(REST, found).await {
                    Ok(found) => found,
                    Err(_) => return Err(CredentialsError::provider_error(CredentialsCause::Late)),
                }
            }
        };
        match found {
            Ok(found) if found.expiry().is_some_and(|end| end < SystemTime::now()) => {
                Err(CredentialsError::provider_error(CredentialsCause::Expired))
            }
            Ok(found) => Ok(found),
            Err(error) => {
                let cause = CredentialsCause::of(&error);
                Err(CredentialsError::provider_error(cause))
            }
        }
    }

    /// Tells once, on stderr, what is waited for.
    fn tell(&self) {
        if !self.told.swap(true, Ordering::Relaxed) {
            let limit = LONGEST.as_secs();
            let line = text!(
                self.lang,
                "waiting for credentials, for {limit} seconds at most: what gives them (a \
                 credential_process, a sign-in, or the endpoint of a container or instance) has not answered \
                 yet",
                "認証情報を待っています（最長 {limit} 秒）。取得元（credential_process、サインイン、コンテナやインスタンスのエンドポイント）から\
                 まだ応答がありません"
            );
            Progress::new(self.progress, self.lang).line(&line);
        }
    }
}

impl ProvideCredentials for Patient {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(self.credentials())
    }
}

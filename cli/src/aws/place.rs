//! Where something was looked for that is not there: most often it is there, in another account or region.

use std::time::Duration;

use aws_smithy_types::retry::RetryConfig;
use taskdef_core::Lang;
use tokio::time::timeout;

use super::call::Aws;
use super::error::Error;
use super::runtime::block_on;
use super::session::ConnectOptions;
use crate::text::text;

/// How long AWS may take to tell whose credentials these are: it only adds to what is known.
const LONGEST: Duration = Duration::from_secs(5);

/// A region, and whose credentials are used in it.
#[derive(Debug)]
pub(crate) struct Place {
    region: String,
    caller: Option<Caller>,
}

/// Who calls, as `GetCallerIdentity` answers.
#[derive(Debug)]
struct Caller {
    account: String,
    arn: String,
}

impl Place {
    /// The place in a sentence.
    pub(super) fn text(&self, lang: Lang) -> String {
        let region = &self.region;
        match &self.caller {
            Some(Caller { account, arn }) => text!(
                lang,
                "This looked in region {region} of account {account}, as {arn}.",
                "アカウント {account} のリージョン {region} を確認しました（呼び出し元: {arn}）。"
            ),
            None => text!(
                lang,
                "This looked in region {region}; AWS does not say of which account.",
                "リージョン {region} を確認しました。アカウントは AWS から得られませんでした。"
            ),
        }
    }
}

impl ConnectOptions {
    /// Connects, and runs a command. Where something is not there, the error names the region and the
    /// account.
    ///
    /// # Errors
    /// As [`ConnectOptions::connect`], or what the command gives.
    pub(crate) async fn run<T>(
        &self,
        command: impl AsyncFnOnce(&Aws) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let aws = self.connect().await?;
        match command(&aws).await {
            Err(error) if error.is_of_what_is_not_there() => {
                let place = aws.place().await;
                let error = Box::new(error);
                Err(Error::NotThere { error, place })
            }
            done => done,
        }
    }

    /// The same in a runtime of its own.
    ///
    /// # Errors
    /// As [`ConnectOptions::run`]; or no runtime can be had.
    pub(crate) fn block_on<T>(
        &self,
        command: impl AsyncFnOnce(&Aws) -> Result<T, Error>,
    ) -> Result<T, Error> {
        block_on(self.run(command))
    }
}

impl Aws {
    /// The region, and the account of the credentials. `GetCallerIdentity` takes no permission. Source:
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html>
    async fn place(&self) -> Place {
        let once = aws_sdk_sts::config::Builder::from(&self.config)
            .retry_config(RetryConfig::disabled())
            .build();
        let client = aws_sdk_sts::Client::from_conf(once);
        let answer = timeout(LONGEST, client.get_caller_identity().send()).await;
        let answer = answer.ok().and_then(Result::ok);
        Place {
            region: self.region.clone(),
            caller: answer.and_then(|it| {
                Some(Caller {
                    account: it.account?,
                    arn: it.arn?,
                })
            }),
        }
    }
}

//! Deployments that wait at a pause hook, and how they go on. Source:
//! <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/pause-lifecycle-hooks.html>

use std::time::Duration;

use serde::Serialize;
use taskdef_core::report_json;
use tokio::time::sleep;

use super::arn::short;
use super::call::Aws;
use super::error::Error;
use super::failure::{Failure, Kind};
use super::precondition::{Precondition, Wanted};
use super::service_deployment::{DeploymentDetails, Hook};
use crate::status::Status;
use crate::text::texts;

/// The pauses before the looks that are to prove what an answer did not. AWS may lag behind itself.
const LOOKS: [Duration; 3] = [
    Duration::ZERO,
    Duration::from_secs(1),
    Duration::from_secs(2),
];

/// A deployment that ECS was told to let go on, or to roll back; in the JSON form too.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Continued {
    version: u32,
    /// The exit status.
    status: u8,
    pub(crate) service: String,
    /// The ARN of the service deployment.
    deployment: String,
    /// The lifecycle stage at which it waited.
    pub(crate) stage: Option<String>,
    /// The revision that it brings, if that can be seen.
    pub(crate) revision: Option<String>,
    /// Whether what goes on is a rollback.
    pub(crate) is_rolling_back: bool,
    hook: String,
    /// `CONTINUE` or `ROLLBACK`.
    action: &'static str,
}

impl Continued {
    /// As JSON on one line.
    pub(crate) fn to_json(&self) -> String {
        report_json(self)
    }
}

impl Aws {
    /// Lets the deployment of a service go on that waits at a hook, or roll back. Where it waits at several
    /// hooks, one has to be named.
    ///
    /// # Errors
    /// Nothing waits there, the hook is none of those that wait, or AWS refuses.
    pub(crate) async fn continue_at(
        &self,
        cluster: &str,
        service: &str,
        hook: Option<&str>,
        roll_back: bool,
    ) -> Result<Continued, Error> {
        let details = self.current_details(cluster, service).await?;
        let waiting: Vec<&Hook> = details
            .iter()
            .flat_map(DeploymentDetails::waiting)
            .collect();
        let (Some(details), Some(first)) = (&details, waiting.first()) else {
            return Err(nothing_waits(service, details.as_ref()).into());
        };
        let named = match hook {
            Some(id) => waiting.iter().find(|hook| hook.id == id),
            None => Some(first).filter(|_| waiting.len() == 1),
        };
        let Some(hook) = named else {
            return Err(which_hook(service, &waiting).into());
        };
        let asked = self.continue_deployment(&details.arn, &hook.id, roll_back);
        if let Err(failure) = asked.await {
            let confirmed = self.confirm_continued(details, hook, roll_back, failure);
            confirmed.await?;
        }
        let brings: Vec<&str> = details.brings().into_iter().collect();
        let definitions = self.definitions_of(&brings).await.unwrap_or_default();
        Ok(Continued {
            version: 1,
            status: Status::Done as u8,
            service: service.to_owned(),
            deployment: details.arn.clone(),
            stage: details.stage.clone(),
            revision: definitions.into_values().next().map(|it| short(&it)),
            is_rolling_back: details.status.is_rolling_back(),
            hook: hook.id.clone(),
            action: if roll_back { "ROLLBACK" } else { "CONTINUE" },
        })
    }

    /// The deployment of a service that is under way.
    async fn current_details(
        &self,
        cluster: &str,
        service: &str,
    ) -> Result<Option<DeploymentDetails>, Error> {
        let name = service.to_owned();
        let services = self.all_services(cluster, &[name]).await?;
        for service in &services {
            service.check_controller(Wanted::Follow)?;
        }
        let current = services.first().and_then(|it| it.current_deployment());
        let arn = if let Some(arn) = current {
            Some(arn.to_owned())
        } else {
            let history = self.service_deployments(cluster, service).await?;
            let newest = history.into_iter().next();
            newest
                .filter(|it| it.status.is_under_way())
                .map(|it| it.arn)
        };
        let Some(arn) = arn else { return Ok(None) };
        let found = self.deployment_details(&[arn]).await?;
        Ok(found.into_iter().next())
    }

    /// An answer that is lost or can't be read does not tell whether it was done, and neither does the refusal
    /// of a second attempt, which comes too late where the first one arrived. That the hook waits no longer
    /// and that the deployment goes where it was told to does.
    async fn confirm_continued(
        &self,
        details: &DeploymentDetails,
        hook: &Hook,
        roll_back: bool,
        unproven: Box<Failure>,
    ) -> Result<(), Box<Failure>> {
        if !unproven.is_transient() && unproven.kind != Kind::Refused {
            return Err(unproven);
        }
        let mut seen = None;
        for pause in LOOKS {
            sleep(pause).await;
            let arn = std::slice::from_ref(&details.arn);
            let found = self.deployment_details(arn).await.ok();
            let Some(found) = found.and_then(|found| found.into_iter().next()) else {
                continue;
            };
            if found.waiting().any(|it| it.id == hook.id) {
                // Refused, and it waits: that is what AWS means.
                if unproven.kind == Kind::Refused {
                    return Err(unproven);
                }
                continue;
            }
            let status = &found.status;
            let is_as_told = if roll_back || details.status.is_rolling_back() {
                status.is_rolled_back()
            } else {
                status.is_under_way() || status.is_successful()
            };
            if is_as_told {
                return Ok(());
            }
            seen = Some(status.clone());
        }
        let Some(status) = seen else {
            return Err(unproven);
        };
        let status = status.as_str();
        let told = texts!(
            "the hook no longer waits, and the deployment is {status}",
            "フックは待機中ではなくなり、デプロイは {status} になっています"
        );
        Err(Box::new(unproven.and(&told)))
    }
}

fn nothing_waits(service: &str, details: Option<&DeploymentDetails>) -> Precondition {
    let how = details.map(|it| {
        let parts = [Some(it.status.as_str()), it.strategy(), it.stage.as_deref()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    });
    Precondition::NothingWaits {
        service: service.to_owned(),
        how,
    }
}

fn which_hook(service: &str, waiting: &[&Hook]) -> Precondition {
    let hooks = waiting.iter().map(|hook| match hook.expires() {
        Some(expires) => format!("{} ({expires})", hook.id),
        None => hook.id.clone(),
    });
    Precondition::WhichHook {
        service: service.to_owned(),
        hooks: hooks.collect(),
    }
}

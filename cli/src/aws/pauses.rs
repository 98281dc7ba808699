//! Deployments that wait at a pause hook, and how they go on. Source:
//! <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/pause-lifecycle-hooks.html>

use serde::Serialize;
use taskdef_core::report_json;

use super::call::Aws;
use super::error::Error;
use super::failure::Failure;
use super::precondition::Precondition;
use super::service_deployment::{DeploymentDetails, Hook};
use crate::status::Status;
use crate::text::text;

/// A deployment that goes on, or back; in the JSON form too.
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
            return Err(self.nothing_waits(service, details.as_ref()));
        };
        let named = match hook {
            Some(id) => waiting.iter().find(|hook| hook.id == id),
            None => Some(first).filter(|_| waiting.len() == 1),
        };
        let Some(hook) = named else {
            return Err(self.which_hook(service, &waiting));
        };
        let asked = self.continue_deployment(&details.arn, &hook.id, roll_back);
        if let Err(failure) = asked.await {
            if !failure.is_unread() {
                return Err(failure.into());
            }
            self.confirm_continued(details, hook, failure).await?;
        }
        Ok(Continued {
            version: 1,
            status: Status::Done as u8,
            service: service.to_owned(),
            deployment: details.arn.clone(),
            stage: details.stage.clone(),
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

    /// AWS's answer does not prove that it was done: a hook that no longer waits does.
    async fn confirm_continued(
        &self,
        details: &DeploymentDetails,
        hook: &Hook,
        unproven: Box<Failure>,
    ) -> Result<(), Box<Failure>> {
        let found = self
            .deployment_details(std::slice::from_ref(&details.arn))
            .await;
        let found = found.ok().and_then(|found| found.into_iter().next());
        match found {
            Some(found) if found.waiting().all(|it| it.id != hook.id) => Ok(()),
            _ => Err(unproven),
        }
    }

    fn nothing_waits(&self, service: &str, details: Option<&DeploymentDetails>) -> Error {
        let how = details.map(|it| {
            let parts = [Some(it.status.as_str()), it.strategy(), it.stage.as_deref()];
            parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
        });
        let text = match how {
            Some(how) => text!(
                self.lang,
                "the deployment of service {service} does not wait for anybody ({how}); nothing was changed",
                "サービス {service} のデプロイは操作待ちではありません（{how}）。何も変更していません"
            ),
            None => text!(
                self.lang,
                "service {service} has no deployment under way; nothing was changed",
                "サービス {service} に進行中のデプロイはありません。何も変更していません"
            ),
        };
        let status = Status::Refused;
        Precondition::OfDeployment { status, text }.into()
    }

    fn which_hook(&self, service: &str, waiting: &[&Hook]) -> Error {
        let hooks = waiting.iter().map(|hook| match hook.expires() {
            Some(expires) => format!("{} ({expires})", hook.id),
            None => hook.id.clone(),
        });
        let hooks = hooks.collect::<Vec<_>>().join(", ");
        let text = text!(
            self.lang,
            "name one of the hooks at which service {service} waits with --hook: {hooks}; nothing was changed",
            "サービス {service} が待っているフックの 1 つを --hook で指定してください: {hooks}。何も変更していません"
        );
        let status = Status::Usage;
        Precondition::OfDeployment { status, text }.into()
    }
}

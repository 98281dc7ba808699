//! Moves a service to a revision, and believes it only where AWS shows it.

use serde_json::{Value, json};

use super::arn::short;
use super::call::{Aws, member};
use super::failure::Failure;
use super::operation::Operation;
use super::services::Service;
use crate::text::texts;

/// What a service is to run.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Update<'a> {
    pub(crate) cluster: &'a str,
    /// Its name or ARN.
    pub(crate) service: &'a str,
    /// The ARN of the revision.
    pub(crate) definition: &'a str,
    /// Start new tasks even if it runs the revision already; with the id of the deployment that is
    /// to be replaced, if there is one.
    pub(crate) force: Option<&'a str>,
}

impl Update<'_> {
    /// Whether a service is to run the revision, by a new deployment if one is forced.
    fn is_shown_by(&self, service: &Service) -> bool {
        let primary = service.primary().map(|primary| primary.id.as_str());
        let is_old = self.force.is_some() && self.force == primary;
        service.is_to_run(self.definition) && !is_old
    }
}

impl Aws {
    /// Updates a service to a revision, and gives its new state.
    ///
    /// # Errors
    /// AWS refuses, does not answer, or shows neither in its answer nor when asked again that the
    /// service is to run the revision.
    pub(crate) async fn update_service(&self, update: Update<'_>) -> Result<Service, Box<Failure>> {
        let operation = Operation::UpdateService;
        let mut body = json!({
            "cluster": update.cluster,
            "service": update.service,
            "taskDefinition": update.definition,
        });
        if update.force.is_some() {
            body["forceNewDeployment"] = true.into();
        }
        let answer = self.ask(operation, &body).await;
        let answered = answer.and_then(|mut answer: Value| {
            let service = member(operation, &mut answer, "service")?;
            let service = self.read_service(operation, Value::Object(service))?;
            if update.is_shown_by(&service) {
                Ok(service)
            } else {
                let asked = short(update.definition);
                let why = texts!(
                    "the answer does not show {asked}",
                    "応答に {asked} がありません"
                );
                Err(Box::new(Failure::invalid_response(operation, why)))
            }
        });
        match answered {
            Err(failure) if failure.is_unread() => self.confirm(update, *failure).await,
            answered => answered,
        }
    }

    /// The state of a service whose update had an answer that does not prove it. AWS's model
    /// requires no member of the answer, so that there may be a good reason for it.
    async fn confirm(
        &self,
        update: Update<'_>,
        unproven: Failure,
    ) -> Result<Service, Box<Failure>> {
        let name = update.service.to_owned();
        let services = self.all_services(update.cluster, &[name]).await;
        let Some(service) = (match services {
            Ok(services) => services.into_iter().next(),
            Err(failure) => return Err(Box::new(unproven.and_failed(&failure))),
        }) else {
            return Err(Box::new(unproven));
        };
        if update.is_shown_by(&service) {
            return Ok(service);
        }
        let known = if service.is_to_run(update.definition) {
            texts!(
                "the service has no new deployment",
                "サービスに新しいデプロイがありません"
            )
        } else {
            let runs = short(service.definition());
            texts!(
                "the service still runs {runs}",
                "サービスは {runs} を実行するままです"
            )
        };
        Err(Box::new(unproven.and(&known)))
    }
}

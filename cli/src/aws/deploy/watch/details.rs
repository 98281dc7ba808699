//! What a deployment shows besides its tasks: strategy, stage, traffic, and the hooks at which it waits.

use std::time::Duration;

use tokio::time::Instant;

use super::look::Look;
use super::watched::Watched;
use crate::aws::deploy::outcome::ServiceState;
use crate::aws::failure::Failure;
use crate::aws::lifecycle::{BAKE_TIME, Until};
use crate::aws::service_deployment::DeploymentDetails;
use crate::text::text;

/// How often a deployment is looked for that AWS does not show.
pub(super) const MAX_SEARCHES: u32 = 3;

impl Look<'_, '_> {
    /// Takes what AWS says of the deployments of services that shift traffic or may wait for somebody.
    pub(super) async fn describe_deployments(
        &mut self,
        going: &mut [&mut Watched<'_>],
    ) -> Option<String> {
        let mut wanted: Vec<_> = going
            .iter_mut()
            .map(|watched| &mut **watched)
            .filter(|watched| watched.needs_details(self.until))
            .collect();
        for watched in &mut wanted {
            self.find_deployment(watched).await;
        }
        let arns = wanted.iter().filter_map(|it| it.deployment_arn.clone());
        let arns: Vec<String> = arns.collect();
        if arns.is_empty() {
            return None;
        }
        match self.deployer.aws.deployment_details(&arns).await {
            Ok(found) => {
                for watched in wanted {
                    let arn = watched.deployment_arn.as_deref();
                    let own = found.iter().find(|it| Some(it.arn.as_str()) == arn);
                    self.take(watched, own.cloned()).await;
                }
                None
            }
            Err(failure) if failure.is_unavailable() => {
                self.is_blind = true;
                self.tell_blind(&mut wanted, &failure);
                None
            }
            Err(failure) => Some(failure.message(self.deployer.aws.lang)),
        }
    }

    /// Finds the service deployment that is waited for.
    async fn find_deployment(&self, watched: &mut Watched<'_>) {
        if let Some(stopped) = &watched.service.stopped_deployment {
            watched.deployment_arn = Some(stopped.clone());
            return;
        }
        // What was under way before our update is not ours, as long as AWS shows it.
        let is_ours = |arn: &str| {
            let earlier = watched.service.earlier_deployment.as_deref();
            watched.service.state != ServiceState::Updated || earlier != Some(arn)
        };
        let current = watched
            .found
            .as_ref()
            .and_then(|it| it.current_deployment());
        if let Some(current) = current.filter(|arn| is_ours(arn)) {
            watched.deployment_arn = Some(current.to_owned());
        } else if watched.deployment_arn.is_none() && watched.searches < MAX_SEARCHES {
            let (cluster, name) = (self.cluster, &watched.service.name);
            let history = self.deployer.aws.service_deployments(cluster, name).await;
            let newest = history.ok().into_iter().flatten().next();
            let newest = newest.filter(|it| it.is_under_way() && is_ours(&it.arn));
            watched.deployment_arn = newest.map(|it| it.arn);
            watched.searches += 1;
        }
    }

    /// Records a deployment as AWS shows it, unless it is known to bring another revision: AWS may still
    /// name the one before.
    async fn take(&self, watched: &mut Watched<'_>, mut details: Option<DeploymentDetails>) {
        let known = watched.details.as_ref().map(|it| it.arn.clone());
        if details.as_ref().map(|it| &it.arn) != known.as_ref() {
            let brings = self.brings(watched, details.as_ref()).await;
            watched.is_proven = brings == Some(true);
            details = details.filter(|_| brings != Some(false));
        }
        if details.is_none() {
            watched.searches += 1;
        }
        let stage = details.as_ref().and_then(|it| it.stage.as_deref());
        let known = watched.stage.as_ref().map(|(stage, _)| stage.as_str());
        if stage != known {
            watched.stage = stage.map(|stage| (stage.to_owned(), Instant::now()));
        }
        watched.details = details;
    }

    /// Whether a deployment brings the revision that is waited for, if that can be known.
    async fn brings(
        &self,
        watched: &Watched<'_>,
        details: Option<&DeploymentDetails>,
    ) -> Option<bool> {
        if watched.service.state == ServiceState::Updated {
            // It came with our update.
            return Some(true);
        }
        let revision = details.and_then(DeploymentDetails::brings)?;
        let found = self.deployer.aws.definitions_of(&[revision]).await.ok()?;
        found
            .get(revision)
            .map(|found| *found == watched.definition)
    }

    /// This caller may not see the deployments. What is waited for can be told by the tasks alone, but
    /// for a stage.
    fn tell_blind(&mut self, wanted: &mut [&mut Watched<'_>], failure: &Failure) {
        if self.until != Until::Done {
            for watched in wanted {
                watched.service.error = Some(failure.report(self.deployer.aws.lang));
                watched.stop(ServiceState::Error);
            }
            return;
        }
        if wanted.iter().all(|watched| watched.service.is_going_back) {
            // Only a rollback that fails would have been seen.
            return;
        }
        let operation = failure.operation;
        self.tell_once(&text!(
            self.deployer.aws.lang,
            "the stages of deployments are not shown, nor whether they wait for somebody: {operation} is \
             not allowed or not known here",
            "デプロイのステージと、操作待ちかどうかは表示できません: {operation} が許可されていないか、ここでは使えません"
        ));
    }

    /// Tells what can't be seen.
    pub(super) fn tell_once(&mut self, text: &str) {
        if !self.told.iter().any(|told| told == text) {
            self.deployer.progress.line(text);
            self.told.push(text.to_owned());
        }
    }
}

impl Watched<'_> {
    /// The most that is left of the bake time: AWS does not tell when it began, but it began before it
    /// was seen.
    pub(super) fn bake_left(&self) -> Option<Duration> {
        let minutes = self.details.as_ref()?.bake_minutes()?;
        let (_, since) = self
            .stage
            .as_ref()
            .filter(|(stage, _)| stage == BAKE_TIME)?;
        Some(Duration::from_secs(minutes * 60).saturating_sub(since.elapsed()))
    }
}

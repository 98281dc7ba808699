//! What a deployment shows besides its tasks: strategy, stage, traffic, and the hooks at which it waits.

use std::collections::BTreeMap;
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
            if let Some(failure) = self.find_deployment(watched).await {
                watched.searches = MAX_SEARCHES;
                self.tell_blind(std::slice::from_mut(watched), &failure);
            }
        }
        wanted.retain(|watched| !watched.over);
        let arns = wanted.iter().filter_map(|it| it.deployment_arn.clone());
        let arns: Vec<String> = arns.collect();
        if arns.is_empty() {
            return None;
        }
        match self.deployer.aws.deployment_details(&arns).await {
            Ok(found) => {
                let own = |watched: &Watched<'_>| {
                    let arn = watched.deployment_arn.as_deref();
                    found.iter().find(|it| Some(it.arn.as_str()) == arn)
                };
                let unproven = wanted.iter().filter_map(|watched| {
                    let brings = own(watched)?.brings();
                    brings.filter(|_| watched.is_to_be_proven(own(watched)))
                });
                let unproven: Vec<&str> = unproven.collect();
                let definitions = self.deployer.aws.definitions_of(&unproven).await;
                let unanswered = definitions.as_ref().err().filter(|it| it.is_transient());
                let unanswered = unanswered.map(|it| it.message(self.deployer.aws.lang));
                // What nobody answered proves nothing, and is asked for again.
                let definitions = unanswered
                    .is_none()
                    .then(|| definitions.unwrap_or_default());
                for watched in wanted {
                    let own = own(watched).cloned();
                    self.take(watched, own, definitions.as_ref());
                }
                unanswered
            }
            Err(failure) if failure.is_unavailable() => {
                self.is_blind = true;
                self.tell_blind(&mut wanted, &failure);
                None
            }
            Err(failure) => Some(failure.message(self.deployer.aws.lang)),
        }
    }

    /// Finds the service deployment that is waited for. What this caller may not see is given.
    async fn find_deployment(&self, watched: &mut Watched<'_>) -> Option<Box<Failure>> {
        if let Some(stopped) = &watched.service.stopped_deployment {
            watched.deployment_arn = Some(stopped.clone());
            return None;
        }
        // What was under way before our update is not ours, as long as AWS shows it.
        let is_ours = |arn: &str| {
            let earlier = watched.service.earlier_deployment.as_deref();
            let is_before = watched.service.state == ServiceState::Updated && earlier == Some(arn);
            !is_before && !watched.others.iter().any(|other| other == arn)
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
            let newest = match history {
                Ok(history) => history.into_iter().next(),
                Err(failure) if failure.is_unavailable() => return Some(failure),
                Err(_) => None,
            };
            let newest = newest.filter(|it| it.status.is_under_way() && is_ours(&it.arn));
            watched.deployment_arn = newest.map(|it| it.arn);
            watched.searches += 1;
        }
        None
    }

    /// Records a deployment as AWS shows it, unless it is known to bring another revision: AWS may still
    /// name the one before. The definitions are those of service revisions, if AWS answered.
    fn take(
        &mut self,
        watched: &mut Watched<'_>,
        mut details: Option<DeploymentDetails>,
        definitions: Option<&BTreeMap<String, String>>,
    ) {
        // What was stopped goes back, so that it brings another revision.
        let is_stopped = watched.service.stopped_deployment.is_some();
        if watched.is_new(details.as_ref()) || is_stopped {
            (watched.is_proven, watched.proofs) = (is_stopped, 0);
        }
        let is_to_be_proven = watched.is_to_be_proven(details.as_ref());
        let found = details.as_ref().filter(|_| is_to_be_proven);
        if let Some((found, definitions)) = found.zip(definitions) {
            watched.proofs += 1;
            let brings = found.brings().and_then(|it| definitions.get(it));
            match brings.map(|it| *it == watched.definition) {
                Some(true) => watched.is_proven = true,
                Some(false) => {
                    if found.status.is_rolling_back() {
                        watched.other_rollback = Some(found.reason().to_owned());
                    }
                    watched.others.push(found.arn.clone());
                    watched.deployment_arn = None;
                    details = None;
                }
                None => {}
            }
            if !watched.is_proven && watched.proofs == MAX_SEARCHES && self.until != Until::Done {
                let name = &watched.service.name;
                self.tell_once(&text!(
                    self.deployer.aws.lang,
                    "whether the deployment of service {name} brings the revision can't be seen, so that no \
                     stage of it counts",
                    "サービス {name} のデプロイがこのリビジョンのものかどうかを確認できないため、ステージに到達したとはみなしません"
                ));
            }
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
    /// Whether this is another deployment than the one before, if there is any.
    fn is_new(&self, details: Option<&DeploymentDetails>) -> bool {
        details.map(|it| &it.arn) != self.details.as_ref().map(|it| &it.arn)
    }

    /// Whether it is still to be asked for whether a deployment brings the revision that is waited for.
    fn is_to_be_proven(&self, details: Option<&DeploymentDetails>) -> bool {
        let is_unproven = !self.is_proven && self.proofs < MAX_SEARCHES;
        self.service.stopped_deployment.is_none() && (self.is_new(details) || is_unproven)
    }

    /// The most that is left of the bake time: AWS does not tell when it began, but it began before it
    /// was seen.
    pub(super) fn bake_left(&self) -> Option<Duration> {
        let minutes = self.details.as_ref()?.bake_minutes()?;
        let (_, since) = self
            .stage
            .as_ref()
            .filter(|(stage, _)| stage == BAKE_TIME)?;
        Some(Duration::from_secs(minutes.saturating_mul(60)).saturating_sub(since.elapsed()))
    }
}

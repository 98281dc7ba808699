//! Why deployments failed: what AWS tells of them besides their state.

use super::deployer::Deployer;
use super::outcome::ServiceState;
use super::watch::Watched;
use crate::text::text;

impl Deployer<'_> {
    /// Adds AWS's reasons to services whose deployment failed or was replaced.
    pub(super) async fn explain(&self, cluster: &str, watched: &mut [Watched<'_>]) {
        for watched in watched {
            match watched.service.state {
                ServiceState::Failed | ServiceState::RolledBack | ServiceState::RollingBack => {
                    self.tell_history(cluster, watched).await;
                    self.tell_tasks(cluster, watched).await;
                }
                ServiceState::Superseded => self.tell_history(cluster, watched).await,
                ServiceState::TimedOut => {
                    self.tell_tasks(cluster, watched).await;
                    self.tell_unhealthy(cluster, watched).await;
                }
                _ => {}
            }
        }
    }

    /// What became of the deployment, by the service's history, where it may be read. It also shows
    /// whether ECS put another revision back, where the service itself no longer does.
    async fn tell_history(&self, cluster: &str, watched: &mut Watched<'_>) {
        self.tell_what_is_back(watched).await;
        let service = &mut *watched.service;
        let (name, definition) = (&service.name, &watched.definition);
        let found = self.aws.failed_deployment(cluster, name, definition).await;
        let Some((deployment, reason)) = found else {
            return;
        };
        if service.state == ServiceState::Superseded && deployment.status.is_rolled_back() {
            service.state = if deployment.status.is_put_back() {
                ServiceState::RolledBack
            } else {
                ServiceState::RollingBack
            };
        }
        if !reason.is_empty() && !service.reasons.contains(&reason) {
            service.reasons.push(reason);
        }
    }

    /// Which revision a rollback brings, where the service itself does not show it.
    async fn tell_what_is_back(&self, watched: &mut Watched<'_>) {
        let back = watched.details.as_ref().and_then(|it| it.back_to());
        let (Some(""), Some(back)) = (watched.service.now.as_deref(), back) else {
            return;
        };
        let definitions = self.aws.definitions_of(&[back]).await;
        let definition = definitions.ok().and_then(|mut it| it.remove(back));
        watched.service.now = definition.or(Some(String::new()));
    }

    /// Why its tasks stopped.
    async fn tell_tasks(&self, cluster: &str, watched: &mut Watched<'_>) {
        let stopped = self.aws.stopped_tasks(watched.tasks_of(cluster)).await;
        watched.stops.take(stopped.unwrap_or_default());
        let reasons = watched.stops.told(self.aws.lang);
        watched.service.reasons.extend(reasons);
        watched.service.meanings = watched.stops.meanings();
    }

    /// How many of its tasks run and are not well.
    async fn tell_unhealthy(&self, cluster: &str, watched: &mut Watched<'_>) {
        let unhealthy = self.aws.unhealthy_tasks(watched.tasks_of(cluster)).await;
        if let Ok(unhealthy @ 1..) = unhealthy {
            watched.service.reasons.push(text!(
                self.aws.lang,
                "{unhealthy} of the tasks that run are UNHEALTHY",
                "実行中のタスクのうち {unhealthy} 個が UNHEALTHY です"
            ));
        }
    }
}

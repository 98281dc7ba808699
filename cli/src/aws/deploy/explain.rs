//! Why deployments failed: what AWS tells of them besides their state.

use super::deployer::Deployer;
use super::outcome::ServiceState;
use super::watch::Watched;

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
                ServiceState::TimedOut => self.tell_tasks(cluster, watched).await,
                _ => {}
            }
        }
    }

    /// What became of the deployment, by the service's history, where it may be read. It also shows
    /// whether ECS put another revision back, where the service itself no longer does.
    async fn tell_history(&self, cluster: &str, watched: &mut Watched<'_>) {
        let service = &mut *watched.service;
        let (name, definition) = (&service.name, &watched.definition);
        let found = self.aws.failed_deployment(cluster, name, definition).await;
        let Some((deployment, reason)) = found else {
            return;
        };
        if service.state == ServiceState::Superseded && deployment.is_rolled_back() {
            service.state = if deployment.status == "ROLLBACK_SUCCESSFUL" {
                ServiceState::RolledBack
            } else {
                ServiceState::RollingBack
            };
        }
        if !reason.is_empty() && !service.reasons.contains(&reason) {
            service.reasons.push(reason);
        }
    }

    /// Why its tasks stopped.
    async fn tell_tasks(&self, cluster: &str, watched: &mut Watched<'_>) {
        let (name, definition) = (&watched.service.name, &watched.definition);
        let reasons = self.aws.stop_reasons(cluster, name, definition).await;
        watched.service.reasons.extend(reasons);
    }
}

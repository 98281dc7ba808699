//! `--on-failure rollback`: puts the revision back that a service last ran with success.

use super::deployer::Deployer;
use super::outcome::{Service, ServiceState};
use super::request::Wait;
use super::watch::Watched;
use crate::aws::arn::short;
use crate::aws::update_service::Update;

/// What to do where no revision is known to be good.
const UNKNOWN: &str = "no revision is known to have run here with success, so none was put back; \
                       `taskdef rollback FAMILY --to REV` puts one back";

impl Deployer<'_> {
    /// Puts services back whose deployment failed, and waits for it.
    pub(super) async fn put_back(&self, cluster: &str, wait: &Wait, failed: &mut [&mut Service]) {
        // What is waited for has states of its own: those of the failed deployments stay known.
        let mut started: Vec<(usize, Service, String)> = Vec::new();
        for (index, service) in failed.iter_mut().enumerate() {
            let Some(good) = service.completed.clone() else {
                service.reasons.push(UNKNOWN.to_owned());
                continue;
            };
            let name = service.name.clone();
            let update = Update {
                cluster,
                service: &name,
                definition: &good,
                force: None,
            };
            match self.aws.update_service(update).await {
                Ok(answer) => {
                    let mut back = service.clone();
                    back.state = ServiceState::Updated;
                    back.reasons.clear();
                    back.before.clear();
                    back.started(&answer, &good);
                    self.progress
                        .line(&format!("putting {} back on service {name}", short(&good)));
                    started.push((index, back, good));
                }
                Err(failure) => service.error = Some(failure.into()),
            }
        }
        let mut watched: Vec<Watched<'_>> = started
            .iter_mut()
            .map(|(_, back, good)| Watched::new(back, good))
            .collect();
        self.watch(cluster, wait, &mut watched).await;
        for (index, back, good) in started {
            let service = &mut *failed[index];
            if service.state == ServiceState::TimedOut {
                service.reasons.push("timed out".to_owned());
            }
            service.now = Some(good);
            service.state = match back.state {
                ServiceState::Deployed | ServiceState::Unchanged => ServiceState::RolledBack,
                ServiceState::TimedOut | ServiceState::Interrupted => ServiceState::RollingBack,
                _ => {
                    service.now = back.now;
                    service.reasons.extend(back.reasons);
                    service.error = back.error;
                    ServiceState::Failed
                }
            };
        }
    }
}

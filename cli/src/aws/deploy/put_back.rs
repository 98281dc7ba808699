//! `--on-failure rollback`: puts the revision back that a service last ran with success.

use super::deployer::Deployer;
use super::hint::hint;
use super::outcome::{Service, ServiceState};
use super::request::Wait;
use super::watch::Watched;
use crate::aws::arn::{FamilyRevision, short};
use crate::aws::lifecycle::Until;
use crate::aws::update_service::Update;
use crate::text::text;

impl Deployer<'_> {
    /// Puts services back whose deployment failed, and waits for it.
    pub(super) async fn put_back(&self, cluster: &str, wait: &Wait, failed: &mut [&mut Service]) {
        // What is waited for has states of its own: those of the failed deployments stay known.
        let mut started: Vec<(usize, Service, String)> = Vec::new();
        for (index, service) in failed.iter_mut().enumerate() {
            if let (ServiceState::RollingBack, Some(to)) = (service.state, &service.now) {
                // ECS is putting it back itself.
                let mut back = service.clone();
                back.state = ServiceState::Updated;
                back.reasons.clear();
                back.asked_for_rollback();
                back.stopped_deployment = back.shown.as_ref().and_then(|shown| shown.arn.clone());
                started.push((index, back, to.clone()));
                continue;
            }
            let name = service.name.clone();
            let good = service.completed.clone();
            let Some(good) = good.filter(|good| Some(good) != service.asked.as_ref()) else {
                let family = FamilyRevision::family_name(&service.before);
                let words = ["rollback", &family, "--to", "REV", "--cluster", cluster];
                let words = [&words[..], &["--service", &name]].concat();
                let command = hint(&words, &self.request.given);
                service.reasons.push(text!(
                    self.aws.lang,
                    "no other revision is known to have run here with success, so none was put back; \
                     `{command}` puts one back",
                    "ここで正常に動いていたとわかる別のリビジョンがないので、何も戻していません。戻すには \
                     `{command}` を実行してください"
                ));
                continue;
            };
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
                    back.is_put_back(&answer, &good);
                    let to = short(&good);
                    let line = text!(
                        self.aws.lang,
                        "putting {to} back on service {name}",
                        "サービス {name} を {to} に戻しています"
                    );
                    self.progress.line(&line);
                    started.push((index, back, good));
                }
                Err(failure) => service.error = Some(failure.report(self.aws.lang)),
            }
        }
        let mut watched: Vec<Watched<'_>> = started
            .iter_mut()
            .map(|(_, back, good)| Watched::new(back, good))
            .collect();
        let to_the_end = Wait {
            until: Until::Done,
            ..wait.clone()
        };
        self.watch(cluster, &to_the_end, &mut watched).await;
        for (index, back, good) in started {
            let service = &mut *failed[index];
            if service.state == ServiceState::TimedOut {
                let reason = text!(self.aws.lang, "timed out", "タイムアウトしました");
                service.reasons.push(reason);
            }
            service.now = Some(good);
            service.shown = back.shown;
            service.state = match back.state {
                ServiceState::Deployed | ServiceState::Unchanged => ServiceState::RolledBack,
                ServiceState::TimedOut | ServiceState::Interrupted | ServiceState::Paused => {
                    ServiceState::RollingBack
                }
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

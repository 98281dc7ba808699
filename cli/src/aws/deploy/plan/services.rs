//! The services of a plan.

use taskdef_core::Lang;

use super::Plan;
use crate::aws::arn::FamilyRevision;
use crate::aws::call::Aws;
use crate::aws::deploy::request::DeployRequest;
use crate::aws::error::Error;
use crate::aws::precondition::{Precondition, Wanted};
use crate::aws::services::Service;
use crate::text::text;

impl Plan {
    /// Finds the services to move, and refuses what can't work.
    pub(super) async fn find_services(
        &mut self,
        aws: &Aws,
        request: &DeployRequest,
    ) -> Result<(), Error> {
        let Some(cluster) = request.cluster.as_deref() else {
            return Ok(());
        };
        let mut names = request.services.clone();
        if request.all_services {
            names = aws.service_names(cluster).await?;
        } else if names.is_empty() {
            return self.cluster_exists(aws, cluster).await;
        }
        for service in aws.all_services(cluster, &names).await? {
            if request.all_services
                && let Some(left) = why_left(&service, aws.lang)
            {
                self.skipped.push(left);
                continue;
            }
            let family = FamilyRevision::family_name(service.definition());
            let switches = request.switch_family && self.families.len() == 1;
            let mut families = self.families.iter_mut();
            match families.find(|family_plan| family_plan.family == family || switches) {
                Some(family_plan) => family_plan.services.push(service),
                None if request.all_services => {}
                None => {
                    service.check_controller(Wanted::Update)?;
                    if let (Some(_), [family_plan]) = (&request.back, &self.families[..]) {
                        service.check_family(&family_plan.family)?;
                    }
                    return Err(Precondition::OtherFamily {
                        service: service.name().to_owned(),
                        runs: family,
                    }
                    .into());
                }
            }
        }
        for service in self.services() {
            service.check_controller(Wanted::Update)?;
        }
        self.services_are_active()?;
        let until = request.wait.as_ref().map(|wait| wait.until);
        for service in self.services() {
            service.check_until(until.unwrap_or_default())?;
        }
        self.find_running(aws).await
    }

    /// Where no service tells whether the cluster exists, ECS is asked: a slip in its name would look
    /// as if nothing were to be moved there.
    async fn cluster_exists(&mut self, aws: &Aws, cluster: &str) -> Result<(), Error> {
        match aws.is_cluster(cluster).await? {
            Some(true) => {}
            Some(false) => {
                let cluster = cluster.to_owned();
                return Err(Precondition::NoCluster { cluster }.into());
            }
            None => self.skipped.push(text!(
                aws.lang,
                "whether cluster {cluster} exists (ecs:DescribeClusters is not allowed)",
                "クラスター {cluster} があるかどうか（ecs:DescribeClusters が許可されていません）"
            )),
        }
        Ok(())
    }

    /// What the services run now, where that is not the latest revision.
    async fn find_running(&mut self, aws: &Aws) -> Result<(), Error> {
        for family_plan in &mut self.families {
            let Some(definition) = family_plan.services.first().map(Service::definition) else {
                continue;
            };
            let known = family_plan
                .latest
                .as_ref()
                .filter(|latest| latest.arn == definition);
            family_plan.running = match known {
                Some(latest) => Some(latest.clone()),
                None => aws.latest(definition).await?,
            };
        }
        Ok(())
    }

    /// A service that is being deleted can't be updated: better to know before anything is done.
    fn services_are_active(&self) -> Result<(), Error> {
        for service in self.services() {
            service.check_active()?;
        }
        Ok(())
    }
}

/// A service that nobody named and that can't be looked at, with the reason.
fn why_left(service: &Service, lang: Lang) -> Option<String> {
    let (name, status) = (service.name(), service.status());
    if status != "ACTIVE" {
        return Some(text!(
            lang,
            "service {name}, since it is {status}",
            "サービス {name}（{status} のため）"
        ));
    }
    service.definition().is_empty().then(|| {
        text!(
            lang,
            "service {name}, since AWS does not tell its task definition",
            "サービス {name}（AWS の応答にタスク定義がないため）"
        )
    })
}

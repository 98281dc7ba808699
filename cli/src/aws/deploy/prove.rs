//! Proof that a revision works: it is run once, before anything starts it by the clock.

use super::deployer::Deployer;
use super::outcome::{Family, Task, Told};
use super::plan::{Job, Plan};
use crate::aws::order_error::OrderError;
use crate::aws::revision::Revision;
use crate::aws::targets::Wanted;
use crate::aws::task::{Followed, Patience, Template, first_template};
use crate::status::Status;

impl Deployer<'_> {
    /// Runs the new revision of each family that is well so far, one after another.
    pub(super) async fn prove(&self, plan: &Plan, families: &mut [Family]) {
        let (Some(patience), Some(cluster)) = (self.order.run, plan.cluster.as_deref()) else {
            return;
        };
        for (family, job) in families.iter_mut().zip(&plan.jobs) {
            if !family.is_well() || self.interrupt.asked() {
                continue;
            }
            let Some(arn) = family.revision.clone() else {
                continue;
            };
            if let Err(told) = self
                .prove_one(plan, job, cluster, &arn, patience, family)
                .await
            {
                family.error = Some(told);
            }
        }
    }

    async fn prove_one(
        &self,
        plan: &Plan,
        job: &Job,
        cluster: &str,
        arn: &str,
        patience: Patience,
        family: &mut Family,
    ) -> Result<(), Told> {
        let revision = self.aws.revision(arn).await?;
        let template = self.template(plan, job, cluster, &revision).await?;
        let started = self.aws.start_task(cluster, &revision, &template).await?;
        self.progress
            .line(&format!("started {} as {}", revision.short(), started.arn));
        let followed = self
            .aws
            .follow(&started, patience, self.progress, self.interrupt)
            .await?;
        let mut task = Task {
            arn: started.arn,
            exit_code: None,
            reason: String::new(),
        };
        let told = match followed {
            Followed::Ended(ended) => {
                task.exit_code = ended.exit_code;
                task.reason = ended.reason;
                (ended.exit_code != Some(0)).then(|| failed(&task))
            }
            Followed::TimedOut => Some(still_runs(&task, Status::TimedOut)),
            Followed::Interrupted => Some(still_runs(&task, Status::Interrupted)),
        };
        family.task = Some(task);
        told.map_or(Ok(()), Err)
    }

    /// As the rule or schedule that is to be moved starts it, or whatever else does.
    async fn template(
        &self,
        plan: &Plan,
        job: &Job,
        cluster: &str,
        revision: &Revision,
    ) -> Result<Template, Told> {
        let here = plan.cluster_arn.as_deref().unwrap_or_default();
        if let Some((template, _)) = first_template(&job.starters, here) {
            return Ok(template);
        }
        if let Some(service) = job.services.first() {
            return Ok(Template::of_service(service));
        }
        let wanted = Wanted {
            all: true,
            ..Wanted::default()
        };
        let template = self.aws.template(&revision.arn, cluster, &wanted).await?;
        if template.is_none() && !revision.needs_network() {
            return Ok(Template::default());
        }
        template.map(|(template, _)| template).ok_or_else(|| {
            let family = job.family.clone();
            let error = OrderError::NoNetwork { family };
            Told {
                status: error.status() as u8,
                message: error.to_string(),
            }
        })
    }
}

fn failed(task: &Task) -> Told {
    let how = match task.exit_code {
        Some(code) => format!("exited with {code}"),
        None => "never ran".to_owned(),
    };
    Told {
        status: Status::DeploymentFailed as u8,
        message: format!(
            "the task {how}, so no rule and no schedule was moved. {}",
            task.reason
        ),
    }
}

fn still_runs(task: &Task, status: Status) -> Told {
    Told {
        status: status as u8,
        message: format!(
            "the task still runs, so no rule and no schedule was moved: {}",
            task.arn
        ),
    }
}

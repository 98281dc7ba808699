//! `--run`: runs a new revision once, before rules and schedules move to it.

use super::deployer::Deployer;
use super::outcome::{Family, Task};
use super::plan::{FamilyPlan, Plan};
use crate::aws::failure::Failure;
use crate::aws::precondition::Precondition;
use crate::aws::revision::Revision;
use crate::aws::targets::TriggerFilter;
use crate::aws::task::{PollOptions, RunResult, Template, first_template};
use crate::reported::ReportedError;
use crate::status::Status;

impl Deployer<'_> {
    /// Runs the new revision of each family that is well so far, one after another.
    pub(super) async fn smoke_run(&self, plan: &Plan, families: &mut [Family]) {
        let (Some(poll_options), Some(cluster)) = (self.request.run, plan.cluster.as_deref())
        else {
            return;
        };
        for (family, family_plan) in families.iter_mut().zip(&plan.families) {
            if !family.is_well() || self.interrupt.is_requested() {
                continue;
            }
            let Some(arn) = family.revision.clone() else {
                continue;
            };
            if let Err(error) = self
                .smoke_run_one(plan, family_plan, cluster, &arn, poll_options, family)
                .await
            {
                family.error = Some(error);
            }
        }
    }

    async fn smoke_run_one(
        &self,
        plan: &Plan,
        family_plan: &FamilyPlan,
        cluster: &str,
        arn: &str,
        poll_options: PollOptions,
        family: &mut Family,
    ) -> Result<(), ReportedError> {
        let reported = |failure: Box<Failure>| failure.report(self.aws.lang);
        let revision = self.aws.revision(arn).await.map_err(reported)?;
        let template = self.template(plan, family_plan, cluster, &revision).await?;
        let started = self.aws.start_task(cluster, &revision, &template).await;
        let started = started.map_err(reported)?;
        self.progress
            .line(&format!("started {} as {}", revision.short(), started.arn));
        let followed = self
            .aws
            .follow(&started, poll_options, self.progress, self.interrupt)
            .await
            .map_err(reported)?;
        let mut task = Task {
            arn: started.arn,
            exit_code: None,
            reason: String::new(),
        };
        let error = match followed {
            RunResult::Ended(ended) => {
                task.exit_code = ended.exit_code;
                task.reason = ended.reason;
                (ended.exit_code != Some(0)).then(|| failed(&task))
            }
            RunResult::TimedOut => Some(still_runs(&task, Status::TimedOut)),
            RunResult::Interrupted => Some(still_runs(&task, Status::Interrupted)),
        };
        family.task = Some(task);
        error.map_or(Ok(()), Err)
    }

    /// As the rule or schedule that is to be moved starts it, or whatever else does.
    async fn template(
        &self,
        plan: &Plan,
        family_plan: &FamilyPlan,
        cluster: &str,
        revision: &Revision,
    ) -> Result<Template, ReportedError> {
        let here = plan.cluster_arn.as_deref().unwrap_or_default();
        if let Some((template, _)) = first_template(&family_plan.triggers, here) {
            return Ok(template);
        }
        if let Some(service) = family_plan.services.first() {
            return Ok(Template::from_service(service));
        }
        let trigger_filter = TriggerFilter {
            all: true,
            ..TriggerFilter::default()
        };
        let template = self
            .aws
            .template(&revision.arn, cluster, &trigger_filter)
            .await
            .map_err(|failure| failure.report(self.aws.lang))?;
        if template.is_none() && !revision.needs_network() {
            return Ok(Template::default());
        }
        template.map(|(template, _)| template).ok_or_else(|| {
            let family = family_plan.family.clone();
            let error = Precondition::NoNetwork { family };
            error.report(self.aws.lang)
        })
    }
}

fn failed(task: &Task) -> ReportedError {
    let how = match task.exit_code {
        Some(code) => format!("exited with {code}"),
        None => "ended without an exit code".to_owned(),
    };
    let message = format!(
        "the task {how}, so no rule and no schedule was moved. {}",
        task.reason
    );
    ReportedError::new(Status::DeploymentFailed, message)
}

fn still_runs(task: &Task, status: Status) -> ReportedError {
    let message = format!(
        "the task still runs, so no rule and no schedule was moved: {}",
        task.arn
    );
    ReportedError::new(status, message)
}

//! `--run`: runs a new revision once, after its services and before rules and schedules move to it.

use super::deployer::Deployer;
use super::outcome::{Family, Task};
use super::plan::{FamilyPlan, Plan};
use super::run_once::TaskEnd;
use crate::aws::arn::cluster_arn;
use crate::aws::failure::Failure;
use crate::aws::task::{Definition, PollOptions, first_template};
use crate::reported::ReportedError;
use crate::status::Status;
use crate::text::text;

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
        let definition = Definition::of(&revision).map_err(reported)?;
        let here = cluster_arn(arn, cluster);
        let here = plan.cluster_arn.as_deref().unwrap_or(&here);
        let of_trigger = first_template(&family_plan.triggers, here, self.aws.lang);
        let template = if let Some((template, _)) = of_trigger {
            template
        } else {
            let found = self.template(family_plan, cluster, Some(here), &definition);
            found.await.map_err(|error| error.report(self.aws.lang))?.0
        };
        let (task, end) = self
            .run_once(cluster, &revision, &template, poll_options)
            .await?;
        let error = self.not_moved(&task, end);
        family.task = Some(task);
        error.map_or(Ok(()), Err)
    }

    /// Why rules and schedules stay where they are; `None` if the task succeeded.
    fn not_moved(&self, task: &Task, end: TaskEnd) -> Option<ReportedError> {
        let lang = self.aws.lang;
        let (status, message) = match end {
            TaskEnd::Succeeded => return None,
            TaskEnd::Lost(error) => {
                let (arn, failed) = (&task.arn, &error.message);
                let message = text!(
                    lang,
                    "{failed}\nThe task of --run may still run, so no rule and no schedule was moved: {arn}\nOnce \
                     it has exited with 0, go on: the command to go on does not start it again.",
                    "{failed}\n--run のタスクはまだ実行中かもしれないため、ルールもスケジュールも切り替えていません: {arn}\n\
                     終了コード 0 で終了したら、再開してください。再開用のコマンドではタスクを再度起動しません。"
                );
                return Some(ReportedError { message, ..*error });
            }
            TaskEnd::Failed => {
                let how = self.how_it_failed(task);
                let message = text!(
                    lang,
                    "the task {how}, so no rule and no schedule was moved",
                    "タスクが{how}ため、ルールもスケジュールも切り替えていません"
                );
                (Status::DeploymentFailed, message + &self.why(task))
            }
            TaskEnd::StillRuns(status) => {
                let arn = &task.arn;
                let message = text!(
                    lang,
                    "the task of --run still runs, so no rule and no schedule was moved: {arn}\nOnce it has \
                     exited with 0, go on: the command to go on does not start it again.",
                    "--run のタスクがまだ実行中のため、ルールもスケジュールも切り替えていません: {arn}\n\
                     終了コード 0 で終了したら、再開してください。再開用のコマンドではタスクを再度起動しません。"
                );
                (status, message)
            }
        };
        Some(ReportedError::new(status, message))
    }
}

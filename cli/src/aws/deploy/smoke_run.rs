//! `--run`: runs a new revision once, after its services and before rules and schedules move to it.

use super::deployer::Deployer;
use super::outcome::{Family, Task};
use super::plan::Plan;
use super::run_once::TaskEnd;
use crate::aws::error::Error;
use crate::aws::task::{PollOptions, Template, first_template};
use crate::reported::ReportedError;
use crate::status::Status;
use crate::text::text;

impl Deployer<'_> {
    /// How each family is to be run, as a rule or schedule would or else as its service does; empty if none
    /// is. All of it is known before anything is registered.
    ///
    /// # Errors
    /// Nothing tells its network, or AWS does not answer.
    pub(super) async fn smoke_starts(&self, plan: &Plan) -> Result<Vec<Template>, Error> {
        let (Some(_), Some(cluster)) = (self.request.run, plan.cluster.as_deref()) else {
            return Ok(Vec::new());
        };
        let here = plan.cluster_arn.as_deref();
        let mut starts = Vec::new();
        for family_plan in &plan.families {
            let triggers = &family_plan.triggers;
            let of_trigger = here.and_then(|here| first_template(triggers, here, self.aws.lang));
            let template = if let Some((template, _)) = of_trigger {
                template
            } else {
                let definition = family_plan.definition()?;
                let found = self.template(family_plan, cluster, here, &definition);
                found.await?.0
            };
            starts.push(template);
        }
        Ok(starts)
    }

    /// Runs the new revision of each family that is well so far, one after another.
    pub(super) async fn smoke_run(
        &self,
        plan: &Plan,
        starts: &[Template],
        families: &mut [Family],
    ) {
        let (Some(poll_options), Some(cluster)) = (self.request.run, plan.cluster.as_deref())
        else {
            return;
        };
        for (family, start) in families.iter_mut().zip(starts) {
            if !family.is_well() || self.interrupt.is_requested() {
                continue;
            }
            let Some(arn) = family.revision.clone() else {
                continue;
            };
            let ran = self.smoke_run_one(cluster, &arn, start, poll_options, family);
            if let Err(error) = ran.await {
                family.error = Some(error);
            }
        }
    }

    async fn smoke_run_one(
        &self,
        cluster: &str,
        arn: &str,
        start: &Template,
        poll_options: PollOptions,
        family: &mut Family,
    ) -> Result<(), ReportedError> {
        let revision = self.aws.revision(arn).await;
        let revision = revision.map_err(|failure| failure.report(self.aws.lang))?;
        let ran = self.run_once(cluster, &revision, start, poll_options);
        let (task, end) = ran.await?;
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

//! `--run-first`: runs the new revision of each family once, such as to migrate a database, before
//! anything moves. If one fails, nothing of any family moves.

use super::deployer::Deployer;
use super::outcome::{Family, FirstRun, FirstRunState, Task};
use super::plan::{FamilyPlan, Plan};
use super::request::FirstRunRequest;
use super::run_once::TaskEnd;
use crate::aws::error::Error;
use crate::aws::task::{Definition, Template};
use crate::reported::ReportedError;
use crate::status::Status;
use crate::text::text;

/// How a family's new revision is to be run.
#[derive(Debug)]
pub(super) struct Start {
    template: Template,
    /// What it is started like, in words.
    like: Option<String>,
}

impl Deployer<'_> {
    /// How each family is to be run first; empty if none is. All of it is known before anything is
    /// registered.
    ///
    /// # Errors
    /// What is to be other than in the definition does not fit it, nothing tells its network, or AWS does
    /// not answer.
    pub(super) async fn first_starts(&self, plan: &Plan) -> Result<Vec<Start>, Error> {
        let (Some(first), Some(cluster)) = (&self.request.first, plan.cluster.as_deref()) else {
            return Ok(Vec::new());
        };
        // A slip on the command line is told before AWS is asked for more.
        let mut known = Vec::new();
        for family_plan in &plan.families {
            let definition = definition(family_plan)?;
            let overrides = first.changes.resolve(&definition)?;
            known.push((family_plan, definition, overrides));
        }
        let mut starts = Vec::new();
        for (family_plan, definition, overrides) in known {
            let here = plan.cluster_arn.as_deref();
            let found = self.template(family_plan, cluster, here, &definition);
            let (template, like) = found.await?;
            let template = template.with(&overrides)?;
            starts.push(Start { template, like });
        }
        Ok(starts)
    }

    /// What a dry run tells of it.
    pub(super) fn plan_first_run(&self, starts: &[Start], families: &mut [Family]) {
        for (family, start) in families.iter_mut().zip(starts) {
            family.first_run = Some(self.first_run_as(start, FirstRunState::Planned, None));
        }
    }

    /// Runs the new revision of each family that is well so far, one after another, up to the first that
    /// does not succeed.
    pub(super) async fn first_run(&self, plan: &Plan, starts: &[Start], families: &mut [Family]) {
        let (Some(first), Some(cluster)) = (&self.request.first, plan.cluster.as_deref()) else {
            return;
        };
        let mut goes_on = true;
        for (family, start) in families.iter_mut().zip(starts) {
            let revision = family.revision.clone().filter(|_| family.is_well());
            let is_next = goes_on && !self.interrupt.is_requested();
            let Some(arn) = revision.filter(|_| is_next) else {
                let not_reached = FirstRunState::NotReached;
                family.first_run = Some(self.first_run_as(start, not_reached, None));
                continue;
            };
            let (task, end) = self.first_run_one(first, cluster, &arn, start).await;
            let state = match &end {
                TaskEnd::Succeeded => FirstRunState::Succeeded,
                TaskEnd::Failed => FirstRunState::Failed,
                TaskEnd::StillRuns(_) => FirstRunState::Running,
                TaskEnd::Lost(_) => FirstRunState::Error,
            };
            goes_on = state == FirstRunState::Succeeded;
            family.error = self.nothing_moved(task.as_ref(), end);
            family.first_run = Some(self.first_run_as(start, state, task));
        }
        if !goes_on {
            for family in families {
                family.is_held = true;
            }
        }
    }

    async fn first_run_one(
        &self,
        first: &FirstRunRequest,
        cluster: &str,
        arn: &str,
        start: &Start,
    ) -> (Option<Task>, TaskEnd) {
        let revision = match self.aws.revision(arn).await {
            Ok(revision) => revision,
            Err(failure) => return (None, TaskEnd::Lost(Box::new(failure.report(self.aws.lang)))),
        };
        let options = first.poll_options;
        let ran = self.run_once(cluster, &revision, &start.template, options);
        match ran.await {
            Ok((task, end)) => (Some(task), end),
            Err(error) => (None, TaskEnd::Lost(Box::new(error))),
        }
    }

    /// Why nothing was moved; `None` if the task succeeded.
    fn nothing_moved(&self, task: Option<&Task>, end: TaskEnd) -> Option<ReportedError> {
        let lang = self.aws.lang;
        let (status, message) = match (end, task) {
            (TaskEnd::Succeeded, _) => return None,
            (TaskEnd::Lost(error), None) => return Some(*error),
            (TaskEnd::Lost(error), Some(task)) => {
                let (arn, failed) = (&task.arn, &error.message);
                let message = text!(
                    lang,
                    "{failed}\nThe task of --run-first may still run, so nothing was moved: {arn}\nOnce it \
                     has exited with 0, run the same command again without --run-first and its command.",
                    "{failed}\n--run-first のタスクはまだ実行中かもしれないため、何も切り替えていません: {arn}\n\
                     終了コード 0 で終了したら、--run-first とそのコマンドを付けずに、同じコマンドをもう一度実行してください。"
                );
                return Some(ReportedError { message, ..*error });
            }
            (TaskEnd::Failed, task) => {
                let how = task
                    .map(|task| self.how_it_failed(task))
                    .unwrap_or_default();
                let why = task.map(|task| self.why(task)).unwrap_or_default();
                let message = text!(
                    lang,
                    "the task of --run-first {how}, so nothing was moved: no service, no rule, no \
                     schedule{why}\nOnce its cause is put right, run the same command again.",
                    "--run-first のタスクが{how}ため、サービスもルールもスケジュールも切り替えていません{why}\n\
                     原因を取り除いてから、同じコマンドをもう一度実行してください。"
                );
                (Status::DeploymentFailed, message)
            }
            (TaskEnd::StillRuns(status), task) => {
                let arn = task.map(|task| &*task.arn).unwrap_or_default();
                let message = text!(
                    lang,
                    "the task of --run-first still runs, so nothing was moved: {arn}\nOnce it has exited \
                     with 0, run the same command again without --run-first and its command.",
                    "--run-first のタスクがまだ実行中のため、何も切り替えていません: {arn}\n\
                     終了コード 0 で終了したら、--run-first とそのコマンドを付けずに、同じコマンドをもう一度実行してください。"
                );
                (status, message)
            }
        };
        Some(ReportedError::new(status, message))
    }

    fn first_run_as(&self, start: &Start, state: FirstRunState, task: Option<Task>) -> FirstRun {
        let lang = self.aws.lang;
        let arn = task.as_ref().map(|task| &task.arn);
        let told = match (state, &start.like, arn) {
            (FirstRunState::Planned, Some(like), _) => text!(
                lang,
                "would be run once before anything moves, started like {like}",
                "切り替えの前に、{like} と同じ設定で 1 回実行する予定です"
            ),
            (FirstRunState::Planned, None, _) => text!(
                lang,
                "would be run once before anything moves",
                "切り替えの前に 1 回実行する予定です"
            ),
            (FirstRunState::Succeeded, _, Some(arn)) => text!(
                lang,
                "was run first, and exited with 0: {arn}",
                "先に実行し、終了コード 0 で終了しました: {arn}"
            ),
            (_, _, Some(arn)) => text!(lang, "was started first: {arn}", "先に起動しました: {arn}"),
            (_, _, None) => text!(
                lang,
                "no task was seen to start first",
                "事前実行のタスクが起動したかどうかは確認できていません"
            ),
        };
        FirstRun {
            state,
            like: start.like.clone(),
            task,
            told,
        }
    }
}

/// What is registered, or will be.
fn definition(family_plan: &FamilyPlan) -> Result<Definition, Error> {
    Ok(match (&family_plan.document, &family_plan.latest) {
        (Some(document), _) => Definition::of_document(&document.text)?,
        (None, Some(revision)) => Definition::of(revision)?,
        (None, None) => Definition::default(),
    })
}

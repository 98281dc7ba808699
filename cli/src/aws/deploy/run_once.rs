//! Running a revision once while it is deployed.

use super::deployer::Deployer;
use super::outcome::{Task, TaskState};
use super::plan::FamilyPlan;
use crate::aws::error::Error;
use crate::aws::refusal::Refusal;
use crate::aws::revision::Revision;
use crate::aws::task::{self, Definition, End, PollOptions, Template, first_template};
use crate::reported::ReportedError;
use crate::status::Status;
use crate::text::text;

/// How a task ended that was run once.
#[derive(Debug)]
pub(super) enum TaskEnd {
    Succeeded,
    Failed,
    /// It was not waited for any longer.
    StillRuns(Status),
    /// AWS does not answer any more.
    Lost(Box<ReportedError>),
}

impl Deployer<'_> {
    /// How a family's service starts it, or else whatever does, and what that is in words.
    ///
    /// # Errors
    /// Nothing tells its network, though it needs one; AWS refuses, or does not answer.
    pub(super) async fn template(
        &self,
        family_plan: &FamilyPlan,
        cluster: &str,
        cluster_arn: Option<&str>,
        definition: &Definition,
    ) -> Result<(Template, Option<String>), Error> {
        if let Some(service) = family_plan.services.first() {
            let (template, like) = self.aws.like_service(service);
            return Ok((template, Some(like)));
        }
        let name = &family_plan.family;
        if let Some(cluster_arn) = cluster_arn {
            if let Some((template, like)) =
                first_template(&family_plan.triggers, cluster_arn, self.aws.lang)
            {
                return Ok((template, Some(like)));
            }
            let family = task::Family {
                name,
                cluster,
                cluster_arn,
            };
            if let Some((template, like)) = self.aws.template_like_any(family).await? {
                return Ok((template, Some(like)));
            }
        }
        if definition.needs_network() {
            let family = name.clone();
            return Err(Refusal::NoNetwork { family }.into());
        }
        Ok((Template::default(), None))
    }

    /// Runs a revision once, and follows it to its end.
    pub(super) async fn run_once(
        &self,
        cluster: &str,
        revision: &Revision,
        template: &Template,
        poll_options: PollOptions,
    ) -> Result<(Task, TaskEnd), ReportedError> {
        let started = self
            .aws
            .start_tasks(cluster, revision, template, 1, self.progress)
            .await
            .map_err(|failure| failure.report(self.aws.lang))?;
        let followed = self
            .aws
            .follow(&started, poll_options, self.progress, self.interrupt)
            .await;
        let ended = followed.tasks.into_iter().find_map(|task| task.ended);
        let meaning = ended.as_ref().and_then(|ended| ended.meaning.clone());
        self.progress.meaning(meaning.as_ref());
        let exit_code = ended.as_ref().and_then(|ended| ended.exit_code);
        let (state, end) = match followed.end {
            End::Stopped if exit_code == Some(0) => (TaskState::Succeeded, TaskEnd::Succeeded),
            End::Stopped => (TaskState::Failed, TaskEnd::Failed),
            End::TimedOut => (TaskState::Running, TaskEnd::StillRuns(Status::TimedOut)),
            End::Interrupted => (TaskState::Running, TaskEnd::StillRuns(Status::Interrupted)),
            End::Lost(failure) => {
                let error = Box::new(failure.report(self.aws.lang));
                (TaskState::Unseen, TaskEnd::Lost(error))
            }
        };
        let task = Task {
            arn: started.arns.concat(),
            state,
            exit_code,
            reason: ended.map(|ended| ended.reason).unwrap_or_default(),
            meaning,
        };
        Ok((task, end))
    }

    /// How a task failed, as a part of a sentence.
    pub(super) fn how_it_failed(&self, task: &Task) -> String {
        match task.exit_code {
            Some(code) => text!(
                self.aws.lang,
                "exited with {code}",
                "終了コード {code} で終了した"
            ),
            None => text!(
                self.aws.lang,
                "ended without an exit code",
                "終了コードなしで終了した"
            ),
        }
    }

    /// AWS's reason, behind a sentence.
    pub(super) fn why(&self, task: &Task) -> String {
        let reason = &task.reason;
        if reason.is_empty() {
            return String::new();
        }
        text!(self.aws.lang, ". {reason}", "。{reason}")
    }
}

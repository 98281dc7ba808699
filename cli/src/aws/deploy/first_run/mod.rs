//! `--run-first`: runs the new revision of each family once, such as to migrate a database, before
//! anything moves. If one fails, nothing of any family moves.

mod words;

use super::deployer::Deployer;
use super::outcome::{Family, FirstRunState, Task};
use super::plan::Plan;
use super::request::FirstRunRequest;
use super::run_once::TaskEnd;
use crate::aws::error::Error;
use crate::aws::task::Template;
use crate::status::Status;
use words::Others;

/// How a family's new revision is to be run.
#[derive(Debug)]
pub(super) struct Start {
    template: Template,
    /// What it is started like, in words.
    like: Option<String>,
}

impl Start {
    /// Whether its task gets tags.
    pub(super) fn is_tagged(&self) -> bool {
        self.template.is_tagged()
    }
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
            let definition = family_plan.definition()?;
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
        let left: Vec<String> = families.iter().map(|family| family.name.clone()).collect();
        let mut done: Vec<String> = Vec::new();
        for (at, (family, start)) in families.iter_mut().zip(starts).enumerate() {
            let revision = family.revision.clone().filter(|_| family.is_well());
            let is_next = goes_on && !self.interrupt.is_requested();
            let Some(arn) = revision.filter(|_| is_next) else {
                let not_reached = FirstRunState::NotReached;
                family.first_run = Some(self.first_run_as(start, not_reached, None));
                continue;
            };
            let others = Others {
                family: &family.name,
                done: &done,
                left: &left[at + 1..],
            };
            let (task, end) = self.first_run_one(first, cluster, &arn, start).await;
            let refused = Status::Refused as u8;
            let state = match (&end, &task) {
                (TaskEnd::Succeeded, _) => FirstRunState::Succeeded,
                (TaskEnd::Failed, _) => FirstRunState::Failed,
                (TaskEnd::StillRuns(_), _) => FirstRunState::Running,
                (TaskEnd::Lost(error), None) if error.status == refused => {
                    FirstRunState::NotStarted
                }
                (TaskEnd::Lost(_), _) => FirstRunState::Error,
            };
            family.error = self.nothing_moved(task.as_ref(), end, &others);
            goes_on = state == FirstRunState::Succeeded;
            done.extend(Some(family.name.clone()).filter(|_| goes_on));
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
}

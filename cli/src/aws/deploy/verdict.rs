//! The exit status of a deployment, and whether its next step may follow.

use super::outcome::{
    Family, FirstRunState, Outcome, Service, ServiceState, TaskState, TriggerOutcome, TriggerState,
};
use crate::reported::ReportedError;
use crate::status::Status;

impl ServiceState {
    fn status(self) -> Status {
        match self {
            ServiceState::Failed
            | ServiceState::RolledBack
            | ServiceState::RollingBack
            | ServiceState::Superseded
            | ServiceState::Gone => Status::DeploymentFailed,
            ServiceState::Paused => Status::WaitsForPerson,
            ServiceState::TimedOut => Status::TimedOut,
            ServiceState::Interrupted => Status::Interrupted,
            _ => Status::Done,
        }
    }

    /// Whether the deployment ended badly, so that the same revision is not tried again.
    pub(super) fn is_given_up(self) -> bool {
        self.status() == Status::DeploymentFailed
    }

    /// Whether the service was changed.
    pub(super) fn is_moved(self) -> bool {
        matches!(
            self,
            ServiceState::Updated | ServiceState::Deployed | ServiceState::Reached
        )
    }

    /// Whether the service was seen to be on the revision, or was moved there.
    pub(super) fn is_there(self) -> bool {
        self.is_moved() || self == ServiceState::Unchanged
    }

    /// Whether what comes after the services may go on.
    pub(super) fn is_fine(self) -> bool {
        matches!(
            self,
            ServiceState::Unchanged
                | ServiceState::Older
                | ServiceState::Updated
                | ServiceState::Deployed
                | ServiceState::Reached
        )
    }
}

impl Service {
    /// Whether its deployment goes on and waits for nobody.
    pub(super) fn goes_on(&self) -> bool {
        use ServiceState::{Interrupted, Reached, TimedOut};
        let waits = self.shown.as_ref().is_some_and(|it| !it.paused.is_empty());
        matches!(self.state, TimedOut | Interrupted | Reached) && !waits
    }
}

impl TriggerState {
    /// Whether the trigger was changed.
    pub(super) fn is_moved(self) -> bool {
        matches!(self, TriggerState::Moved | TriggerState::Unpinned)
    }

    /// Whether the trigger was seen to be on the revision, or was moved there.
    pub(super) fn is_there(self) -> bool {
        self.is_moved() || self == TriggerState::AlreadyThere
    }
}

impl TriggerOutcome {
    /// Something named that was not moved, or was changed by somebody else, has failed.
    fn status(&self) -> Status {
        match self.state {
            TriggerState::Changed => Status::DeploymentFailed,
            TriggerState::StartsLatest if self.named => Status::DeploymentFailed,
            _ => Status::Done,
        }
    }
}

impl Family {
    fn errors(&self) -> impl Iterator<Item = &ReportedError> {
        let services = self.services.iter().map(|service| &service.error);
        let triggers = self.triggers.iter().map(|start| &start.error);
        let all = [&self.error].into_iter().chain(services).chain(triggers);
        all.flatten()
    }

    /// Whether what comes next may go on.
    pub(super) fn is_well(&self) -> bool {
        let services = self.services.iter().all(|service| service.state.is_fine());
        self.error.is_none() && !self.is_held && services
    }

    /// Whether its run before anything moves is done, if there is to be one.
    pub(super) fn is_run_first(&self) -> bool {
        let mut runs = self.first_run.iter();
        runs.all(|run| run.state == FirstRunState::Succeeded)
    }

    /// Whether the run of `--run`, if it is to be one, has to be started yet, or again since it failed.
    pub(super) fn is_to_be_run(&self) -> bool {
        let mut task = self.task.iter();
        task.all(|task| task.state == TaskState::Failed)
    }

    /// Whether anything was changed but that a revision was made.
    pub(super) fn has_moved(&self) -> bool {
        let services = self.services.iter().any(|service| service.state.is_moved());
        services || self.triggers.iter().any(|start| start.state.is_moved())
    }

    /// Whether something is left to do that the same revision would finish.
    pub(super) fn is_unfinished(&self) -> bool {
        let services = self.services.iter().any(|service| !service.state.is_fine());
        let triggers = self
            .triggers
            .iter()
            .any(|start| matches!(start.state, TriggerState::NotReached | TriggerState::Error));
        services || triggers || self.error.is_some()
    }

    /// The worst exit status of its parts.
    fn status(&self) -> u8 {
        let errors = self.errors().map(|error| error.status);
        let states = self
            .services
            .iter()
            .map(|service| service.state.status() as u8);
        let triggers = self.triggers.iter().map(|start| start.status() as u8);
        worst(errors.chain(states).chain(triggers))
    }
}

impl Outcome {
    /// The worst exit status of all families, which is that of the command.
    pub(super) fn conclude(&mut self, interrupted: bool) {
        let interrupted = if interrupted {
            Status::Interrupted
        } else {
            Status::Done
        };
        let all = self.families.iter().map(Family::status);
        self.status = worst(all.chain([interrupted as u8]));
    }
}

/// The worst of some exit statuses. That a deployment waits for somebody is no failure, and hides none.
fn worst(statuses: impl Iterator<Item = u8>) -> u8 {
    let waits = Status::WaitsForPerson as u8;
    statuses
        .max_by_key(|status| match *status {
            0 => (0, 0),
            status if status == waits => (1, 0),
            status => (2, status),
        })
        .unwrap_or_default()
}

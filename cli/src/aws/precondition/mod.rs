//! Why a request is not even tried: it does not fit what exists.

mod deployment;
#[cfg(test)]
mod tests;
mod words;

use std::io;

use taskdef_core::Lang;

use super::refusal::Refusal;
use crate::reported::ReportedError;
use crate::status::Status;

/// A request that can't be carried out. Nothing was changed.
#[derive(Debug)]
pub(crate) enum Precondition {
    /// No region is set anywhere.
    NoRegion,
    /// An endpoint that is not a URL.
    BadEndpoint { name: String },
    /// The file that `AWS_CA_BUNDLE` names holds no certificates.
    CaBundle,
    /// The async runtime can't start.
    Runtime(io::Error),
    /// Two files define the same family.
    SameFamily { family: String },
    /// A file names no family.
    NoFamily { file: String },
    /// A service runs another family.
    OtherFamily { service: String, runs: String },
    /// A service that is to go back to a revision of a family runs another one.
    NotOfFamily {
        service: String,
        runs: String,
        family: String,
    },
    /// Something else than ECS deploys a service.
    OtherController {
        service: String,
        controller: String,
        wanted: Wanted,
    },
    /// There is no such cluster, or it was deleted.
    NoCluster { cluster: String },
    /// A service is being deleted.
    NotActive { service: String, status: String },
    /// No target of a rule that was named starts the family there.
    NoTarget {
        rule: String,
        bus: String,
        cluster: String,
    },
    /// A schedule that was named does not start the family there, or does not tell what it starts.
    NotStarted {
        schedule: String,
        is_unclear: bool,
        cluster: String,
    },
    /// A revision that was deregistered.
    InactiveRevision { revision: String },
    /// A name that is no `FAMILY:REVISION`.
    NoRevision { text: String },
    /// There is no revision to go back to.
    NothingBefore { revision: String },
    /// Services ran different revisions before.
    SeveralBefore { all: String },
    /// Nothing shows that the revision to go back to ever ran.
    Guess { revision: String, why: String },
    /// It does not say what is to go back.
    NoPlace,
    /// No service of a cluster runs a family that is to go back.
    NoService { family: String, cluster: String },
    /// What is unpinned starts the latest revision, which is not the one that is deployed.
    Unpins { revision: String, latest: String },
    /// ECS is putting a revision back already.
    RollsBack { service: String, to: String },
    /// A task can't be run as it is asked for.
    Run(Refusal),
    /// No deployment of a service waits for somebody; how the one that is under way is, if one is.
    NothingWaits {
        service: String,
        how: Option<String>,
    },
    /// A deployment waits at several hooks, or not at the one that is named.
    WhichHook { service: String, hooks: Vec<String> },
    /// A service has no pause hook.
    NeverPauses { service: String },
    /// A rolling update has no such stage.
    NoStage {
        service: String,
        stage: &'static str,
    },
    /// Rules or schedules would move while a deployment waits for somebody, who may roll it back.
    MovesWhilePaused,
}

/// What is to be done with a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// It is to run another revision.
    Update,
    /// Its deployment is to be waited for, or to go on.
    Follow,
}

impl Precondition {
    /// Whether what was named is not there.
    pub(super) fn is_of_what_is_not_there(&self) -> bool {
        matches!(
            self,
            Precondition::NoCluster { .. }
                | Precondition::NoService { .. }
                | Precondition::NoTarget { .. }
                | Precondition::NotStarted { .. }
        )
    }

    pub(crate) fn status(&self) -> Status {
        match self {
            Precondition::CaBundle | Precondition::Runtime(_) => Status::File,
            Precondition::NotActive { .. }
            | Precondition::NoService { .. }
            | Precondition::OtherController { .. }
            | Precondition::NoCluster { .. }
            | Precondition::NothingWaits { .. }
            | Precondition::InactiveRevision { .. }
            | Precondition::NothingBefore { .. } => Status::Refused,
            _ => Status::Usage,
        }
    }

    /// What does not fit, and what to do about it.
    pub(crate) fn report(&self, lang: Lang) -> ReportedError {
        let error = ReportedError::new(self.status(), self.message(lang));
        match self {
            Precondition::NoFamily { file } => error.of_file(file),
            _ => error,
        }
    }
}

//! What to deploy, where and how.

use std::time::Duration;

use crate::aws::arn::FamilyRevision;
use crate::aws::lifecycle::Until;
use crate::aws::previous::Previous;
use crate::aws::targets::TriggerFilter;
use crate::aws::task::{Changes, PollOptions};

/// A deployment as the command line describes it.
#[derive(Debug, Clone, Default)]
pub(crate) struct DeployRequest {
    pub(crate) inputs: Vec<DeployInput>,
    pub(crate) cluster: Option<String>,
    pub(crate) services: Vec<String>,
    /// Every service of the cluster that runs one of the families.
    pub(crate) all_services: bool,
    /// Take over a service that runs another family.
    pub(crate) switch_family: bool,
    /// For a rollback, why the given revision is the one to go back to. What stands at an older one
    /// stays there.
    pub(crate) back: Option<Previous>,
    pub(crate) trigger_filter: TriggerFilter,
    /// Register even if the latest revision is the same.
    pub(crate) always: bool,
    /// Continue even if AWS ignores part of what is sent.
    pub(crate) allow_ignored: bool,
    /// Let the triggers follow the latest instead of pinning them.
    pub(crate) unpin: bool,
    /// Start new tasks even if the service already runs this revision.
    pub(crate) force: bool,
    /// Run each new revision once before anything moves.
    pub(crate) first: Option<FirstRunRequest>,
    /// Run each new revision once before rules and schedules move.
    pub(crate) run: Option<PollOptions>,
    pub(crate) wait: Option<Wait>,
    pub(crate) dry_run: bool,
    pub(crate) show_values: bool,
    /// The options of the command line that a command which goes on from here repeats.
    pub(crate) given: Vec<GivenOption>,
}

/// How a revision is run before anything moves.
#[derive(Debug, Clone)]
pub(crate) struct FirstRunRequest {
    pub(crate) changes: Changes,
    pub(crate) poll_options: PollOptions,
}

/// An option of the command line, such as `--wait`, with its value if it takes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct GivenOption {
    pub(crate) name: String,
    pub(crate) value: Option<String>,
    /// Whether it says how AWS is reached or in which language, as every command has to.
    pub(crate) is_general: bool,
}

/// What is to run.
#[derive(Debug, Clone)]
pub(crate) enum DeployInput {
    /// A file, converted and checked.
    Document {
        file: String,
        family: String,
        document: Document,
    },
    /// A revision that is registered already.
    Revision(FamilyRevision),
}

/// What is registered, with what has to be known of it beforehand.
#[derive(Debug, Clone)]
pub(crate) struct Document {
    /// The JSON, which is sent byte for byte.
    pub(crate) text: String,
    /// The roles that ECS is to take on: that of the task, and that which starts it.
    pub(crate) roles: Vec<String>,
    /// Whether it has tags.
    pub(crate) is_tagged: bool,
}

/// How a deployment is waited for.
#[derive(Debug, Clone)]
pub(crate) struct Wait {
    pub(crate) timeout: Duration,
    /// How far a deployment is waited for.
    pub(crate) until: Until,
    /// The polling interval.
    pub(crate) poll: Duration,
    /// Put the old revision back if the deployment fails.
    pub(crate) roll_back: bool,
}

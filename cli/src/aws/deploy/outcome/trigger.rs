//! What happened to a rule's target or a schedule.

use serde::Serialize;

use crate::aws::targets::TriggerId;
use crate::reported::ReportedError;

/// What happened to a rule's target or a schedule.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TriggerOutcome {
    #[serde(flatten)]
    pub(crate) id: TriggerId,
    pub(crate) cluster: String,
    /// The family, with the revision that it was pinned to.
    pub(crate) before: String,
    pub(crate) state: TriggerState,
    pub(crate) note: Option<String>,
    pub(crate) error: Option<ReportedError>,
    /// Whether it was named on the command line.
    #[serde(skip)]
    pub(in crate::aws::deploy) named: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum TriggerState {
    /// A dry run would move it.
    Planned,
    NotReached,
    Moved,
    /// It follows the latest from now on.
    Unpinned,
    AlreadyThere,
    /// It follows the latest, and did before.
    FollowsLatest,
    OtherCluster,
    /// It follows the latest, which is a newer revision than the deployed one.
    StartsLatest,
    /// A rollback leaves it: it starts an older revision than the one to go back to.
    Older,
    /// Somebody else changed it after it was moved, or was seen to be there.
    Changed,
    Error,
}

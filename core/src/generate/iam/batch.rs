//! What the service role of a batch build needs.

use super::Needs;
use super::pipeline::project;
use crate::generate::draft::draft;

pub(in super::super) static BATCH: Needs = Needs {
    draft: draft!("batch.draft"),
    allow: |policy| {
        let scope = policy.ink.scope;
        policy.on_if(!scope.request.batch.is_empty(), "Builds", project(scope));
    },
};

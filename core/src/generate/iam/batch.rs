//! The permissions of a batch build's service role.

use super::Needs;
use super::pipeline::project;
use crate::generate::template::template;

pub(in super::super) static BATCH: Needs = Needs {
    template: template!("batch.tmpl"),
    allow: |policy| {
        let scope = policy.resolver.scope;
        policy.on_if(scope.is_batch(), "Builds", project(scope));
    },
    waits: false,
};

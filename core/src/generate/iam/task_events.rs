//! What the role of a rule or schedule needs to run the task.

use super::{Needs, Policy};
use crate::generate::draft::draft;
use crate::generate::term::Term;

pub(in super::super) static TASK_EVENTS: Needs = Needs {
    draft: draft!("task_events.draft"),
    allow,
};

fn allow(policy: &mut Policy<'_>) {
    let scope = policy.ink.scope;
    policy.on("RunTask", scope.task_definitions());
    let cluster = Term::arn("ecs", "cluster/«EcsCluster»");
    policy.holes.value("cluster", policy.ink.text(&cluster));
    policy.terms.push(cluster);
    policy.on("PassTaskRoles", scope.task_roles());
    let tasks = Term::arn("ecs", "task/«EcsCluster»/*");
    policy.on_if(scope.outline.tagged, "TagTasks", tasks);
}

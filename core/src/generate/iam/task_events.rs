//! The permissions with which a rule or schedule runs the task.

use super::{Needs, Policy};
use crate::generate::expr::Expr;
use crate::generate::template::template;

pub(in super::super) static TASK_EVENTS: Needs = Needs {
    template: template!("task_events.tmpl"),
    allow,
    waits: false,
};

fn allow(policy: &mut Policy<'_>) {
    let scope = policy.resolver.scope;
    policy.on("RunTask", scope.task_definitions());
    let cluster = Expr::arn("ecs", "cluster/«EcsCluster»");
    policy
        .bindings
        .value("cluster", policy.resolver.text(&cluster));
    policy.exprs.push(cluster);
    policy.on("PassTaskRoles", scope.task_roles());
    let tasks = Expr::arn("ecs", "task/«EcsCluster»/*");
    policy.on_if(scope.outline.tagged, "TagTasks", tasks);
    policy.on(
        "SendLostStarts",
        scope.lost_starts.iter().cloned().collect(),
    );
}

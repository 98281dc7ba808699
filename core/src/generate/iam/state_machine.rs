//! The permissions of a state machine that runs the task, and of the schedule that starts it.
//!
//! Source: <https://docs.aws.amazon.com/step-functions/latest/dg/ecs-iam.html>

use super::Needs;
use crate::generate::expr::Expr;
use crate::generate::template::template;

pub(in super::super) static STATE_MACHINE: Needs = Needs {
    template: template!("state_machine.tmpl"),
    allow: |policy| {
        let scope = policy.resolver.scope;
        policy.on("RunTask", scope.task_definitions());
        let cluster = Expr::arn("ecs", "cluster/«EcsCluster»");
        policy
            .bindings
            .value("cluster", policy.resolver.text(&cluster));
        policy.exprs.push(cluster);
        let tasks = Expr::arn("ecs", "task/«EcsCluster»/*");
        policy.on("FollowTask", vec![tasks.clone()]);
        let rule = Expr::arn("events", "rule/StepFunctionsGetEventsForECSTaskRule");
        policy.on("HearOfTask", vec![rule]);
        policy.on("PassTaskRoles", scope.task_roles());
        policy.on_if(scope.outline.tagged, "TagTasks", tasks);
    },
    waits: false,
};

pub(in super::super) static START_MACHINE: Needs = Needs {
    template: template!("start_machine.tmpl"),
    allow: |policy| {
        let lost = policy.resolver.scope.lost_starts.iter().cloned();
        policy.on("StartMachine", vec![Expr::parse("«TaskMachine»")]);
        policy.on("SendLostStarts", lost.collect());
    },
    waits: false,
};

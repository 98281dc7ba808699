//! The IAM actions of each part of a deployment; `calls` says when each is needed. Names as in
//! <https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html>,
//! [of EventBridge](https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html)
//! and [of Scheduler](https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridgescheduler.html).

/// Reads what is registered, to compare with it.
pub const COMPARE: &[&str] = &["ecs:DescribeTaskDefinition"];

/// Registers a revision.
pub const REGISTER: &[&str] = &["ecs:RegisterTaskDefinition"];

/// Gives a revision its tags while it is registered, or a task while it is started.
pub const TAG: &[&str] = &["ecs:TagResource"];

/// Passes a role to what uses it.
pub const PASS_ROLE: &[&str] = &["iam:PassRole"];

/// Moves a service to a revision, and looks whether it is there.
pub const UPDATE_SERVICE: &[&str] = &["ecs:UpdateService", "ecs:DescribeServices"];

/// Looks at a service.
pub const READ_SERVICE: &[&str] = &["ecs:DescribeServices"];

/// Finds the services of a cluster.
pub const LIST_SERVICES: &[&str] = &["ecs:ListServices"];

/// Looks whether a cluster exists, where no service tells it, and which default strategy it has.
pub const FIND_CLUSTER: &[&str] = &["ecs:DescribeClusters"];

/// Finds the tasks of a service that stopped.
pub const LIST_STOPPED: &[&str] = &["ecs:ListTasks"];

/// Reads why tasks stopped.
pub const WHY_STOPPED: &[&str] = &["ecs:DescribeTasks"];

/// Moves the targets of a rule.
pub const MOVE_RULE: &[&str] = &["events:ListTargetsByRule", "events:PutTargets"];

/// Reads the targets of a rule.
pub const READ_RULE: &[&str] = &["events:ListTargetsByRule"];

/// Reads a schedule.
pub const READ_SCHEDULE: &[&str] = &["scheduler:GetSchedule"];

/// Moves a schedule.
pub const MOVE_SCHEDULE: &[&str] = &["scheduler:GetSchedule", "scheduler:UpdateSchedule"];

/// Finds the rules and schedules of every cluster.
pub const LIST_TRIGGERS: &[&str] = &[
    "ecs:ListClusters",
    "events:ListEventBuses",
    "events:ListRuleNamesByTarget",
    "scheduler:ListSchedules",
];

/// Starts a task.
pub const RUN: &[&str] = &["ecs:RunTask"];

/// Follows a task to its end.
pub const FOLLOW: &[&str] = &["ecs:DescribeTasks"];

/// Reads the log of a task.
pub const READ_LOG: &[&str] = &["logs:GetLogEvents"];

/// Finds what a service ran before.
pub const READ_HISTORY: &[&str] = &["ecs:ListServiceDeployments", "ecs:DescribeServiceRevisions"];

/// Finds the revisions of a family, where no history says which ran.
pub const LIST_REVISIONS: &[&str] = &["ecs:ListTaskDefinitions"];

/// Has ECS roll back the deployment of a service that is under way.
pub const STOP_DEPLOYMENT: &[&str] = &["ecs:StopServiceDeployment"];

/// Sees the strategy, the stage, the traffic and the hooks of a deployment that is under way.
pub const WATCH_DEPLOYMENT: &[&str] = &["ecs:DescribeServiceDeployments"];

/// Lets a deployment go on, or back, that waits at a pause hook.
pub const CONTINUE_DEPLOYMENT: &[&str] = &["ecs:ContinueServiceDeployment"];

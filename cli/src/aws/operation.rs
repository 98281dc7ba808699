//! The operations that taskdef calls, and what IAM calls them.

use std::fmt;

/// An operation of ECS, EventBridge, EventBridge Scheduler or `CloudWatch` Logs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub(crate) enum Operation {
    RegisterTaskDefinition,
    DescribeTaskDefinition,
    ListTaskDefinitions,
    UpdateService,
    DescribeServices,
    ListServices,
    ListClusters,
    RunTask,
    ListTasks,
    DescribeTasks,
    ListEventBuses,
    ListRuleNamesByTarget,
    DescribeRule,
    ListTargetsByRule,
    PutTargets,
    ListSchedules,
    GetSchedule,
    UpdateSchedule,
    GetLogEvents,
}

impl Operation {
    /// The action that IAM asks for.
    pub(crate) fn action(self) -> String {
        format!("{}:{self:?}", self.service())
    }

    /// The service's prefix in IAM.
    fn service(self) -> &'static str {
        match self {
            Operation::ListEventBuses
            | Operation::ListRuleNamesByTarget
            | Operation::DescribeRule
            | Operation::ListTargetsByRule
            | Operation::PutTargets => "events",
            Operation::ListSchedules | Operation::GetSchedule | Operation::UpdateSchedule => {
                "scheduler"
            }
            Operation::GetLogEvents => "logs",
            _ => "ecs",
        }
    }

    /// The service that a role is passed to by this operation.
    pub(crate) fn passes_roles_to(self) -> &'static str {
        match self.service() {
            "events" => "events.amazonaws.com",
            "scheduler" => "scheduler.amazonaws.com",
            _ => "ecs-tasks.amazonaws.com",
        }
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

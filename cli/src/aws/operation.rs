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
    DescribeClusters,
    ListServiceDeployments,
    DescribeServiceRevisions,
    StopServiceDeployment,
    DescribeServiceDeployments,
    ContinueServiceDeployment,
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

/// A service of AWS.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Service {
    Ecs,
    Events,
    Scheduler,
    Logs,
}

impl Operation {
    /// The action in IAM's spelling.
    pub(crate) fn action(self) -> String {
        format!("{}:{self:?}", self.service().prefix())
    }

    /// What the header `X-Amz-Target` names it, where the service's protocol is awsJson. Source:
    /// <https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html>
    pub(super) fn target(self) -> Option<String> {
        let prefix = match self.service() {
            Service::Ecs => "AmazonEC2ContainerServiceV20141113",
            Service::Events => "AWSEvents",
            Service::Logs => "Logs_20140328",
            Service::Scheduler => return None,
        };
        Some(format!("{prefix}.{self:?}"))
    }

    /// The service that it belongs to.
    pub(super) fn service(self) -> Service {
        match self {
            Operation::RegisterTaskDefinition
            | Operation::DescribeTaskDefinition
            | Operation::ListTaskDefinitions
            | Operation::UpdateService
            | Operation::DescribeServices
            | Operation::ListServices
            | Operation::ListClusters
            | Operation::DescribeClusters
            | Operation::ListServiceDeployments
            | Operation::DescribeServiceRevisions
            | Operation::StopServiceDeployment
            | Operation::DescribeServiceDeployments
            | Operation::ContinueServiceDeployment
            | Operation::RunTask
            | Operation::ListTasks
            | Operation::DescribeTasks => Service::Ecs,
            Operation::ListEventBuses
            | Operation::ListRuleNamesByTarget
            | Operation::DescribeRule
            | Operation::ListTargetsByRule
            | Operation::PutTargets => Service::Events,
            Operation::ListSchedules | Operation::GetSchedule | Operation::UpdateSchedule => {
                Service::Scheduler
            }
            Operation::GetLogEvents => Service::Logs,
        }
    }

    /// The service that a role is passed to by this operation.
    pub(crate) fn passes_roles_to(self) -> &'static str {
        match self.service() {
            Service::Events => "events.amazonaws.com",
            Service::Scheduler => "scheduler.amazonaws.com",
            // No call of Logs passes a role.
            Service::Ecs | Service::Logs => "ecs-tasks.amazonaws.com",
        }
    }
}

impl Service {
    /// The prefix of its actions in IAM. Source:
    /// <https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html>
    fn prefix(self) -> &'static str {
        match self {
            Service::Ecs => "ecs",
            Service::Events => "events",
            Service::Scheduler => "scheduler",
            Service::Logs => "logs",
        }
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

#[cfg(test)]
mod tests {
    use taskdef_core::actions;

    use super::Operation;

    #[test]
    fn each_operation_is_an_action_of_its_service() {
        use Operation as O;
        let of_services: [(&str, &[Operation]); 4] = [
            (
                "ecs",
                &[
                    O::RegisterTaskDefinition,
                    O::DescribeTaskDefinition,
                    O::ListTaskDefinitions,
                    O::UpdateService,
                    O::DescribeServices,
                    O::ListServices,
                    O::ListClusters,
                    O::DescribeClusters,
                    O::ListServiceDeployments,
                    O::DescribeServiceRevisions,
                    O::StopServiceDeployment,
                    O::DescribeServiceDeployments,
                    O::ContinueServiceDeployment,
                    O::RunTask,
                    O::ListTasks,
                    O::DescribeTasks,
                ],
            ),
            (
                "events",
                &[
                    O::ListEventBuses,
                    O::ListRuleNamesByTarget,
                    O::DescribeRule,
                    O::ListTargetsByRule,
                    O::PutTargets,
                ],
            ),
            (
                "scheduler",
                &[O::ListSchedules, O::GetSchedule, O::UpdateSchedule],
            ),
            ("logs", &[O::GetLogEvents]),
        ];
        let mut known = Vec::new();
        for (prefix, operations) in of_services {
            for operation in operations {
                assert_eq!(operation.action(), format!("{prefix}:{operation}"));
                known.push(operation.action());
            }
        }
        let parts = [
            actions::COMPARE,
            actions::REGISTER,
            actions::UPDATE_SERVICE,
            actions::LIST_SERVICES,
            actions::FIND_CLUSTER,
            actions::LIST_STOPPED,
            actions::WHY_STOPPED,
            actions::MOVE_RULE,
            actions::MOVE_SCHEDULE,
            actions::LIST_TRIGGERS,
            actions::READ_SERVICE,
            actions::READ_RULE,
            actions::READ_SCHEDULE,
            actions::RUN,
            actions::FOLLOW,
            actions::READ_LOG,
            actions::READ_HISTORY,
            actions::LIST_REVISIONS,
            actions::STOP_DEPLOYMENT,
            actions::WATCH_DEPLOYMENT,
            actions::CONTINUE_DEPLOYMENT,
        ];
        for action in parts.into_iter().flatten() {
            assert!(known.iter().any(|known| known == action), "{action}");
        }
        // What is called is in some part, but for what only lists for people.
        let only_listed = "events:DescribeRule";
        for action in known.iter().filter(|action| *action != only_listed) {
            let mut all = parts.into_iter().flatten();
            assert!(all.any(|known| known == action), "{action}");
        }
    }
}

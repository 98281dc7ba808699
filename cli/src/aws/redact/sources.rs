//! Which texts of a request or an answer are whose: names that a message may repeat, and values
//! that it may not.

use serde_json::Value;
use taskdef_core::Texts;

use crate::aws::operation::Operation;
use crate::aws::request::Request;

/// What a rule and its targets show. The list names what may be shown, not what must be hidden: an
/// input is not the only member with a text of the user's own.
const TARGETS: [&str; 15] = [
    "Rule",
    "EventBusName",
    "NextToken",
    "Targets/*/Id",
    "Targets/*/Arn",
    "Targets/*/RoleArn",
    "Targets/*/DeadLetterConfig/Arn",
    "Targets/*/EcsParameters/TaskDefinitionArn",
    "Targets/*/EcsParameters/LaunchType",
    "Targets/*/EcsParameters/NetworkConfiguration/**",
    "Targets/*/EcsParameters/CapacityProviderStrategy/**",
    "Targets/*/EcsParameters/PlatformVersion",
    "Targets/*/EcsParameters/PropagateTags",
    "Targets/*/EcsParameters/Tags/*/Key",
    "Targets/*/RetryPolicy/**",
];

/// What a schedule shows.
const SCHEDULE: [&str; 23] = [
    "Arn",
    "Name",
    "GroupName",
    "State",
    "ScheduleExpression",
    "ScheduleExpressionTimezone",
    "StartDate",
    "EndDate",
    "CreationDate",
    "LastModificationDate",
    "ActionAfterCompletion",
    "FlexibleTimeWindow/**",
    "KmsKeyArn",
    "Target/Arn",
    "Target/RoleArn",
    "Target/DeadLetterConfig/Arn",
    "Target/EcsParameters/TaskDefinitionArn",
    "Target/EcsParameters/LaunchType",
    "Target/EcsParameters/NetworkConfiguration/**",
    "Target/EcsParameters/CapacityProviderStrategy/**",
    "Target/EcsParameters/PlatformVersion",
    "Target/EcsParameters/Tags/*/Key",
    "Target/RetryPolicy/**",
];

/// What a task that is run shows.
const TASK: [&str; 18] = [
    "cluster",
    "taskDefinition",
    "startedBy",
    "clientToken",
    "count",
    "launchType",
    "platformVersion",
    "propagateTags",
    "capacityProviderStrategy/**",
    "networkConfiguration/**",
    "tags/*/key",
    "overrides/cpu",
    "overrides/memory",
    "overrides/taskRoleArn",
    "overrides/executionRoleArn",
    "overrides/containerOverrides/*/name",
    "overrides/containerOverrides/*/environment/*/name",
    "overrides/containerOverrides/*/resourceRequirements/*/type",
];

/// The texts of a request. `None` if its JSON can't be read.
pub(super) fn sent(request: &Request) -> Option<Texts> {
    let Request {
        operation,
        body,
        path,
        ..
    } = request;
    let mut texts = match operation {
        Operation::RegisterTaskDefinition => Texts::of_definition(body),
        Operation::RunTask => Texts::of_document(body, &TASK),
        Operation::PutTargets => Texts::of_document(body, &TARGETS),
        Operation::UpdateSchedule => Texts::of_document(body, &SCHEDULE),
        // Names alone, or nothing.
        _ if body.is_empty() => Some(Texts::default()),
        _ => Texts::of_document(body, &["**"]),
    }?;
    texts
        .shown
        .extend(path.name.iter().chain(&path.group).cloned());
    Some(texts)
}

/// The texts of an answer that hold somebody's values. `None` if it can't be read.
pub(super) fn answered(operation: Operation, answer: &str) -> Option<Texts> {
    match operation {
        Operation::RegisterTaskDefinition | Operation::DescribeTaskDefinition => {
            Texts::of_definition(answer)
        }
        Operation::ListTargetsByRule => Texts::of_document(answer, &TARGETS),
        Operation::GetSchedule => Texts::of_document(answer, &SCHEDULE),
        Operation::DescribeServices => of_hooks(answer, "services"),
        Operation::DescribeServiceDeployments => of_hooks(answer, "serviceDeployments"),
        _ => Some(Texts::default()),
    }
}

/// What the user has ECS pass to the functions of hooks. The rest of these answers are names and AWS's
/// own words.
fn of_hooks(answer: &str, list: &str) -> Option<Texts> {
    if !answer.contains("hookDetails") {
        return Some(Texts::default());
    }
    let answer: Value = serde_json::from_str(answer).ok()?;
    let described = answer.get(list).and_then(Value::as_array);
    let hooks = described.into_iter().flatten().filter_map(|one| {
        let hooks = one.pointer("/deploymentConfiguration/lifecycleHooks");
        hooks.and_then(Value::as_array)
    });
    let details = hooks.flatten().filter_map(|hook| hook.get("hookDetails"));
    let details: Value = details.cloned().collect();
    Texts::of_document(&details.to_string(), &[])
}

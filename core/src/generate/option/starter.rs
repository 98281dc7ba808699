//! The options of what starts a task.

use super::Takes::{Nothing, Number, Text, Texts, Word as OneOf};
use super::names::{CONTAINER, DEAD_LETTERS};
use super::{FileOption, Group, option, word};
use crate::generate::request::{Kind, LaunchType, Trigger};

/// The cluster in which a task runs.
pub(super) const CLUSTER: FileOption = option(
    "cluster",
    "cluster",
    "The ECS cluster, by name or ARN",
    Text("NAME", |it, name| it.cluster = Some(name)),
);

/// What starts a task.
pub(super) static STARTER: Group = Group {
    heading: "",
    type_name: "",
    options: &[
        option(
            "by",
            "by",
            "What starts the task",
            OneOf(
                "STARTER",
                &[
                    word("schedule", "A schedule, which knows time zones", |it| {
                        it.kind = Kind::EventBridge(Trigger::Schedule);
                    }),
                    word("rule", "A rule, which counts in UTC", |it| {
                        it.kind = Kind::EventBridge(Trigger::Rule);
                    }),
                    word(
                        "state-machine",
                        "A schedule of a state machine: with a time limit, retries, one run at a time",
                        |it| it.kind = Kind::EventBridge(Trigger::StateMachine),
                    ),
                ],
            ),
        ),
        CLUSTER,
    ],
};

/// When it starts the task, and for how long it may run.
pub(super) static TIME: Group = Group {
    heading: "Time",
    type_name: "Time",
    options: &[
        option(
            "expression",
            "expression",
            "When to start: cron(…), rate(…) or at(…) [default: cron(0 3 * * ? *); for a rule cron(0 18 * * ? *)]",
            Text("EXPRESSION", |it, text| it.expression = Some(text)),
        ),
        option(
            "time-zone",
            "timeZone",
            "The time zone in which that counts [default: that of the pasted region]",
            Text("ZONE", |it, zone| it.time_zone = Some(zone)),
        ),
        option(
            "disabled",
            "disabled",
            "Create it switched off; the stack's parameter State switches it on",
            Nothing(|it| it.disabled = true),
        ),
        option(
            "timeout",
            "timeout",
            "How long a job of a state machine may run, such as 90m or 2h [default: 24h]",
            Text("TIME", |it, text| it.timeout = Some(text)),
        ),
        option(
            "retries",
            "retries",
            "How often a state machine does a failed job again [default: 0]",
            Number("N", |it, number| it.retries = Some(number)),
        ),
    ],
};

/// What the task runs on, and which command it runs.
pub(super) static RUN: Group = Group {
    heading: "Run",
    type_name: "Run",
    options: &[
        option(
            "launch-type",
            "launchType",
            "What the task runs on",
            OneOf(
                "TYPE",
                &[
                    word("definition", "What the definition is for", |it| {
                        it.launch_type = LaunchType::Definition;
                    }),
                    word("fargate", "", |it| it.launch_type = LaunchType::Fargate),
                    word("ec2", "", |it| it.launch_type = LaunchType::Ec2),
                    word("external", "Instances outside of AWS", |it| {
                        it.launch_type = LaunchType::External;
                    }),
                ],
            ),
        ),
        option(
            "capacity-provider",
            "capacityProviders",
            "A capacity provider to run it on, such as `FARGATE_SPOT`",
            Texts("NAME[=WEIGHT[,BASE]]", |it, names| {
                it.capacity_providers = names;
            }),
        ),
        option(
            "command",
            "command",
            "The container's command in place of the definition's own, as a JSON list",
            Text("JSON", |it, command| it.command = Some(command)),
        ),
        FileOption {
            about: "The container that the command is for, if there are several",
            ..CONTAINER
        },
    ],
};

/// What alerts are about, and where they go.
pub(super) static ALERTS: Group = Group {
    heading: "",
    type_name: "",
    options: &[
        CLUSTER,
        FileOption {
            about: "The container whose exit code counts [default: every container's]",
            ..CONTAINER
        },
        option(
            "mail",
            "mail",
            "The address that they go to",
            Text("ADDRESS", |it, address| it.mail = Some(address)),
        ),
        option(
            "topic",
            "topic",
            "The SNS topic that they go to [default: a new one]",
            Text("ARN", |it, arn| it.topic = Some(arn)),
        ),
        option(
            "state-machine",
            "stateMachine",
            "The state machine that runs the tasks: its failed runs are told, not each task",
            Text("ARN", |it, arn| it.state_machine = Some(arn)),
        ),
        FileOption {
            about: "The queue of starts that failed for good: an alarm tells when it holds one",
            ..DEAD_LETTERS
        },
    ],
};

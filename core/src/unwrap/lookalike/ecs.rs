//! What ECS itself answers or takes, and parts of a task definition.

use super::{DESCRIBE, Lookalike, both, has, row, test};
use crate::lang::Localized;
use crate::tree::{Kind, NodeRef};

pub(super) static DAEMON: Lookalike = test(
    "daemon-task-definition",
    |_| true,
    both(
        "this looks like a daemon task definition, which ECS takes by another call",
        "デーモンタスク定義のようです。登録する API が、タスク定義とは異なります",
    ),
    &both(
        "Register it with `aws ecs register-daemon-task-definition`",
        "`aws ecs register-daemon-task-definition` で登録してください",
    ),
);

/// What to put around container definitions.
static WHOLE: Localized = both(
    "Put it into a task definition, whose `family` is missing here: { \"family\": \"NAME\", \
     \"containerDefinitions\": [ … ] }",
    "family が足りません。{ \"family\": \"名前\", \"containerDefinitions\": [ … ] } の形にして\
     ください",
);

pub(super) static TABLE: &[Lookalike] = &[
    test(
        "container-definitions",
        |view| {
            let mut elements = view.children();
            view.kind() == Kind::List && elements.next().is_some_and(is_container)
        },
        both(
            "this is a list of container definitions",
            "コンテナ定義のリストだけです",
        ),
        &WHOLE,
    ),
    row(
        "service",
        &[
            "services",
            "serviceArn",
            "service",
            "serviceName",
            "taskSets",
        ],
        both(
            "this looks like an ECS service (describe-services)",
            "ECS サービス（describe-services）のようです",
        ),
        &DESCRIBE,
    ),
    row(
        "tasks",
        &["tasks", "taskArn"],
        both(
            "this looks like running tasks (describe-tasks)",
            "実行中のタスク（describe-tasks）のようです",
        ),
        &DESCRIBE,
    ),
    row(
        "task-definition-arns",
        &["taskDefinitionArns", "families"],
        both(
            "this is a list of names (list-task-definitions)",
            "タスク定義の一覧（list-task-definitions）です",
        ),
        &DESCRIBE,
    ),
    test(
        "container-definition",
        is_container,
        both(
            "this is one container definition",
            "コンテナ定義が 1 つあるだけです",
        ),
        &WHOLE,
    ),
];

fn is_container(view: NodeRef<'_>) -> bool {
    let beside = ["name", "essential", "portMappings"];
    has(view, "image") && beside.iter().any(|key| has(view, key))
}

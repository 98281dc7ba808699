//! Task definitions whose members are spelt in another way than the API spells them.

use super::form::is_cut;
use super::{Lookalike, both, has, row, test};
use crate::lang::Localized;
use crate::tree::{Kind, NodeRef};

/// How the API spells it, and who prints that.
static SPELT: Localized = both(
    "ECS itself writes `containerDefinitions`: \
     `aws ecs describe-task-definition --task-definition FAMILY` prints it",
    "ECS の API では containerDefinitions と書きます（`aws ecs describe-task-definition \
     --task-definition ファミリー名` の出力）",
);

pub(super) static SNAKE_CASE: Lookalike = test(
    "snake-case",
    |view| {
        let alone = || !has(view, "family") || SNAKES.iter().any(|key| has(view, key));
        has(view, "task_definition/container_definitions")
            || has(view, "container_definitions") && !has(view, "containerDefinitions") && alone()
    },
    both(
        "the names are in snake_case, as Terraform, Ansible and Ruby write them",
        "項目名がスネークケースです（Terraform、Ansible、Ruby の書き方）",
    ),
    &SPELT,
);

/// Members beside `container_definitions` that show that it is not one name misspelt.
const SNAKES: [&str; 5] = [
    "task_definition_arn",
    "requires_compatibilities",
    "network_mode",
    "execution_role_arn",
    "task_role_arn",
];

pub(super) static TABLE: &[Lookalike] = &[
    test(
        "sdk-cut-off",
        |view| {
            let inner = view.member("TaskDefinition").unwrap_or(view);
            is_of_sdk(view) && (is_cut(inner) || inner.children().any(holds_cut))
        },
        both(
            "this looks like what an SDK prints (PowerShell, .NET, Go, Java), with names in capitals, and \
             it was cut off: `ConvertTo-Json` needs `-Depth 10`",
            "SDK（PowerShell、.NET、Go、Java）の出力のようです。項目名が大文字で始まり、途中が省かれて\
             います（ConvertTo-Json には -Depth 10 が必要です）",
        ),
        &SPELT,
    ),
    test(
        "sdk-answer",
        is_of_sdk,
        both(
            "this looks like what an SDK prints (PowerShell, .NET, Go, Java), with names in capitals",
            "SDK（PowerShell、.NET、Go、Java）の出力のようです（項目名が大文字で始まっています）",
        ),
        &SPELT,
    ),
    row(
        "cloudformation-properties",
        &[
            "ContainerDefinitions",
            "Properties",
            "*/Properties/ContainerDefinitions",
            "configuration/ContainerDefinitions",
            "ResourceDescription/Properties",
        ],
        both(
            "this looks like the properties of an AWS::ECS::TaskDefinition in CloudFormation: the names \
             begin with capitals",
            "CloudFormation の AWS::ECS::TaskDefinition のプロパティのようです（項目名が大文字で始まって\
             います）",
        ),
        &SPELT,
    ),
];

/// Members that an SDK's answer has, and no resource of CloudFormation.
const ANSWERED: [&str; 7] = [
    "TaskDefinitionArn",
    "Revision",
    "Status",
    "Compatibilities",
    "RegisteredAt",
    "ResponseMetadata",
    "HttpStatusCode",
];

fn is_of_sdk(view: NodeRef<'_>) -> bool {
    // Go prints keys without quotes, which a template of CloudFormation has.
    let unquoted = || {
        let mut members = view.children();
        members.any(|member| !member.source_from_key().starts_with(['"', '\'', '“', '”']))
    };
    let inside = [
        "TaskDefinition/ContainerDefinitions",
        "TaskDefinition/Family",
    ];
    inside.iter().any(|path| has(view, path))
        || view.member("TaskDefinition").is_some_and(is_cut)
        || has(view, "ContainerDefinitions")
            && (unquoted() || ANSWERED.iter().any(|key| has(view, key)))
}

/// Whether a value, or an element of it or of its elements, was cut off.
fn holds_cut(view: NodeRef<'_>) -> bool {
    is_cut(view)
        || view.kind() == Kind::List && view.children().any(|child| child.children().any(is_cut))
}

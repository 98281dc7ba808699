//! The other kinds of document that people paste: one row each, the first match counts.

use crate::lang::{Lang, Localized};
use crate::tree::{Kind, NodeRef};

/// A kind of document that people paste instead of a task definition.
#[derive(Debug)]
pub struct Lookalike {
    /// A stable id, as in the JSON report.
    pub id: &'static str,
    fits: fn(NodeRef<'_>) -> bool,
    words: Localized,
}

impl Lookalike {
    /// What the document is, and what to paste instead.
    #[must_use]
    pub fn message(&self, lang: Lang) -> &'static str {
        self.words.text(lang)
    }
}

/// Identifies the document. The last row of the table matches everything.
pub(super) fn like(root: NodeRef<'_>) -> &'static Lookalike {
    let mut rows = TABLE.iter();
    rows.find(|row| (row.fits)(root)).unwrap_or(&OTHER)
}

fn has(view: NodeRef<'_>, key: &str) -> bool {
    view.member(key).is_some()
}

fn first(view: NodeRef<'_>) -> Option<NodeRef<'_>> {
    (view.kind() == Kind::List).then(|| view.children().next())?
}

fn is_container(view: NodeRef<'_>) -> bool {
    has(view, "image") && (has(view, "name") || has(view, "essential") || has(view, "portMappings"))
}

static OTHER: Lookalike = Lookalike {
    id: "other",
    fits: |_| true,
    words: Localized {
        en: "this is no task definition: it has neither `family` nor `containerDefinitions`. Paste the \
             JSON tab of the task definition, or the answer of `aws ecs describe-task-definition`",
        ja: "タスク定義ではないようです。family も containerDefinitions もありません。コンソールの\
             タスク定義の［JSON］タブか、aws ecs describe-task-definition の出力を貼り付けてください",
    },
};

static TABLE: &[Lookalike] = &[
    Lookalike {
        id: "json-text",
        fits: |v| {
            v.kind() == Kind::String && v.string().is_some_and(|s| s.trim_start().starts_with('{'))
        },
        words: Localized {
            en: "this is JSON written inside a JSON string, with its quotes escaped. Take it out of the \
                 string first, for example with `jq -r .`",
            ja: "JSON が、さらに JSON の文字列の中に入っています。jq -r . などで文字列から取り出してください",
        },
    },
    Lookalike {
        id: "scalar",
        fits: |v| !matches!(v.kind(), Kind::Object | Kind::List),
        words: Localized {
            en: "this is a single value, not a task definition, which is an object: { \"family\": … }",
            ja: "値が 1 つあるだけです。タスク定義は { \"family\": … } の形のオブジェクトです",
        },
    },
    Lookalike {
        id: "empty",
        fits: |v| v.children().next().is_none(),
        words: Localized {
            en: "this is empty: nothing stands between the brackets",
            ja: "中身が空です",
        },
    },
    Lookalike {
        id: "imagedefinitions",
        fits: |v| first(v).is_some_and(|item| has(item, "imageUri")),
        words: Localized {
            en: "this looks like imagedefinitions.json, which names images for CodePipeline's ECS action. \
                 Paste the task definition itself",
            ja: "CodePipeline の ECS アクションが読む imagedefinitions.json のようです。タスク定義そのものを\
                 貼り付けてください",
        },
    },
    Lookalike {
        id: "container-definitions",
        fits: |v| first(v).is_some_and(is_container),
        words: Localized {
            en: "this is a list of container definitions. Put it into a task definition, whose `family` is \
                 missing here: { \"family\": \"NAME\", \"containerDefinitions\": [ … ] }",
            ja: "コンテナ定義のリストだけです。family が足りません。{ \"family\": \"名前\", \
                 \"containerDefinitions\": [ … ] } の形にしてください",
        },
    },
    Lookalike {
        id: "list",
        fits: |v| v.kind() == Kind::List,
        words: Localized {
            en: "this is a list. A task definition is an object: { \"family\": … }",
            ja: "リストになっています。タスク定義は { \"family\": … } の形のオブジェクトです",
        },
    },
    Lookalike {
        id: "null-task-definition",
        fits: |v| {
            v.member("taskDefinition")
                .is_some_and(|inner| inner.kind() == Kind::Null)
        },
        words: Localized {
            en: "the answer holds no task definition: `taskDefinition` is null",
            ja: "taskDefinition が null で、タスク定義が入っていません",
        },
    },
    Lookalike {
        id: "service",
        fits: |v| {
            has(v, "services") || has(v, "serviceArn") || has(v, "service") || has(v, "serviceName")
        },
        words: Localized {
            en: "this looks like an ECS service (describe-services). Its task definition is another \
                 document: `aws ecs describe-task-definition --task-definition FAMILY`",
            ja: "ECS サービス（describe-services）のようです。タスク定義は \
                 aws ecs describe-task-definition --task-definition ファミリー名 で取り出せます",
        },
    },
    Lookalike {
        id: "tasks",
        fits: |v| has(v, "tasks") || has(v, "taskArn"),
        words: Localized {
            en: "this looks like running tasks (describe-tasks). Their task definition is another \
                 document: `aws ecs describe-task-definition --task-definition FAMILY`",
            ja: "実行中のタスク（describe-tasks）のようです。タスク定義は \
                 aws ecs describe-task-definition --task-definition ファミリー名 で取り出せます",
        },
    },
    Lookalike {
        id: "task-definition-arns",
        fits: |v| has(v, "taskDefinitionArns") || has(v, "families"),
        words: Localized {
            en: "this is a list of names (list-task-definitions). Take one of them: \
                 `aws ecs describe-task-definition --task-definition NAME`",
            ja: "タスク定義の一覧（list-task-definitions）です。その中の 1 つを \
                 aws ecs describe-task-definition --task-definition 名前 で取り出してください",
        },
    },
    Lookalike {
        id: "appspec",
        fits: |v| {
            v.member("Resources")
                .and_then(first)
                .is_some_and(|item| has(item, "TargetService"))
        },
        words: Localized {
            en: "this looks like a CodeDeploy AppSpec. Paste the task definition that it deploys",
            ja: "CodeDeploy の AppSpec のようです。デプロイするタスク定義を貼り付けてください",
        },
    },
    Lookalike {
        id: "cloudformation-template",
        fits: |v| has(v, "AWSTemplateFormatVersion") || has(v, "Resources"),
        words: Localized {
            en: "this looks like a CloudFormation template. Paste the task definition that it made: \
                 `aws ecs describe-task-definition --task-definition FAMILY`",
            ja: "CloudFormation テンプレートのようです。テンプレートが作ったタスク定義を \
                 aws ecs describe-task-definition --task-definition ファミリー名 で取り出してください",
        },
    },
    Lookalike {
        id: "cloudformation-properties",
        fits: |v| has(v, "ContainerDefinitions") || has(v, "Properties"),
        words: Localized {
            en: "this looks like the properties of an AWS::ECS::TaskDefinition in CloudFormation: the names \
                 begin with capitals. ECS itself writes `containerDefinitions`",
            ja: "CloudFormation の AWS::ECS::TaskDefinition のプロパティのようです（名前が大文字で始まって\
                 います）。ECS の API では containerDefinitions と書きます",
        },
    },
    Lookalike {
        id: "image-detail",
        fits: |v| has(v, "ImageURI"),
        words: Localized {
            en: "this looks like imageDetail.json, which names an image for CodeDeploy. Paste the task \
                 definition itself",
            ja: "CodeDeploy が読む imageDetail.json のようです。タスク定義そのものを貼り付けてください",
        },
    },
    Lookalike {
        id: "package-json",
        fits: |v| has(v, "dependencies") || has(v, "devDependencies"),
        words: Localized {
            en: "this looks like a package.json. Paste the task definition",
            ja: "package.json のようです。タスク定義を貼り付けてください",
        },
    },
    Lookalike {
        id: "container-definition",
        fits: is_container,
        words: Localized {
            en: "this is one container definition. Put it into a task definition, whose `family` is missing \
                 here: { \"family\": \"NAME\", \"containerDefinitions\": [ { … } ] }",
            ja: "コンテナ定義が 1 つあるだけです。family が足りません。{ \"family\": \"名前\", \
                 \"containerDefinitions\": [ { … } ] } の形にしてください",
        },
    },
];

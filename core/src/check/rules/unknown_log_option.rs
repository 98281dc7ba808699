//! `unknown-log-option`: an option that awslogs does not have.

use super::{
    Arg, Check, Class, Definition, Evidence, Example, Findings, Localized, NodeRef, PackedWords,
    Rule, Scope, refusal, words,
};
use crate::field_texts::AWSLOGS_OPTIONS;
use crate::suggest::suggest;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "unknown-log-option",
        class: Class::Error,
        aws: "Log driver awslogs disallows options: log_key",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_LogConfiguration.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Log option",
        title: "An option that awslogs does not have",
        message: "awslogs takes no option {name} from ECS. It takes {expected}.",
        why: "ECS hands a few options on to awslogs, and refuses any other, also those that \
            Docker itself knows.",
        cure: "Correct its name, or remove it.",
    },
    ja: words! {
        label: "ログオプション",
        title: "awslogs にないオプション",
        message: "ECS の awslogs に {name} というオプションはありません。使えるのは \
            {expected} です。",
        why: "ECS が awslogs に渡すオプションは決まっていて、それ以外は Docker にあるもので\
            も拒否されます。",
        cure: "名前を直すか、オプションを消してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: concat!(
        r#""logConfiguration": {"logDriver": "awslogs", "#,
        r#""options": {"awslogs-group": "/ecs/batch", "#,
        r#""awslogs-region": "ap-northeast-1", "awslogs-stream": "batch"}}"#,
    ),
    after: concat!(
        r#""logConfiguration": {"logDriver": "awslogs", "#,
        r#""options": {"awslogs-group": "/ecs/batch", "#,
        r#""awslogs-region": "ap-northeast-1", "awslogs-stream-prefix": "batch"}}"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    CHECK.rule.aws,
    "https://github.com/aws-samples/amazon-ecs-firelens-examples/issues/83",
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for log in definition.logs("awslogs") {
        let options = log
            .member("options")
            .into_iter()
            .flat_map(NodeRef::children);
        for option in options {
            let key = option.key();
            if AWSLOGS_OPTIONS.contains(&&*key) {
                continue;
            }
            let near = suggest(&key, AWSLOGS_OPTIONS.into_iter());
            let expected = if near.is_empty() {
                &AWSLOGS_OPTIONS
            } else {
                &near[..1]
            };
            let expected = expected.iter().map(|&name| name.to_owned()).collect();
            findings
                .report(option)
                .arg("expected", Arg::OneOf(expected));
        }
    }
}

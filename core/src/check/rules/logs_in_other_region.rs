//! `logs-in-other-region`: logs in another region.

use super::{
    Arg, Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, words,
};
use crate::region::is_region;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "logs-in-other-region",
        class: Class::Advice,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_LogConfiguration.html#ECS-Type-LogConfiguration-options",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Region",
        title: "Logs in another region",
        message: "{path} names another region than {places}.",
        why: "That is right where all logs are kept in one region. Where a file was \
            copied, they go where nobody looks.",
        cure: "Make sure that this is the region where the logs are looked for.",
    },
    ja: words! {
        label: "リージョン",
        title: "別のリージョンに送られるログ",
        message: "{path} のリージョンが、{places} と異なります。",
        why: "ログを 1 つのリージョンに集めているなら、それでかまいません。コピーした\
            ファイルなら、だれも見ない場所に送られているかもしれません。",
        cure: "ログを確認するリージョンかどうかを確かめてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: concat!(
        r#""image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/app:1", "#,
        r#""logConfiguration": {"logDriver": "awslogs", "#,
        r#""options": {"awslogs-group": "/ecs/app", "awslogs-region": "eu-west-1"}}"#,
    ),
    after: concat!(
        r#""image": "111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:1", "#,
        r#""logConfiguration": {"logDriver": "awslogs", "#,
        r#""options": {"awslogs-group": "/ecs/app", "awslogs-region": "eu-west-1"}}"#,
    ),
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let owners = definition.owners();
    let Some(own) = owners.iter().find(|owner| !owner.region.is_empty()) else {
        return;
    };
    for log in definition.logs("awslogs") {
        let options = log.member("options");
        let Some(at) = options.and_then(|options| options.member("awslogs-region")) else {
            continue;
        };
        let region = at.string().unwrap_or_default();
        if is_region(&region) && *region != own.region {
            let places = Arg::Places(vec![own.at]);
            findings.report(at).arg("places", places);
        }
    }
}

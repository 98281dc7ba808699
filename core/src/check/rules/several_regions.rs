//! `several-regions`: resources of several regions.

use super::{
    Arg, Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, words,
};
use crate::check::owners::{Owner, strangers};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "several-regions",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Region",
        title: "Resources of several regions",
        message: "{path} names another region than {places}.",
        why: "Where a file was copied, one region is often left behind: an image then \
            crosses regions at each start, and a secret is not found, or is another one.",
        cure: "Name one region throughout. Where it is meant, leave it.",
    },
    ja: words! {
        label: "リージョン",
        title: "複数のリージョンのリソース",
        message: "{path} のリージョンが、{places} と異なります。",
        why: "コピーしたファイルには、元のリージョンが残りがちです。起動のたびに別のリージ\
            ョンからイメージを取得したり、シークレットが見つからなかったり、別のものだった\
            りします。",
        cure: "リージョンをそろえてください。意図したものなら、そのままでかまいません。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::FargateContainer,
    before: concat!(
        r#""image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/app:1", "#,
        r#""secrets": [{"name": "A", "#,
        r#""valueFrom": "arn:aws:ssm:eu-west-1:111122223333:parameter/a"}]"#,
    ),
    after: concat!(
        r#""image": "111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:1", "#,
        r#""secrets": [{"name": "A", "#,
        r#""valueFrom": "arn:aws:ssm:eu-west-1:111122223333:parameter/a"}]"#,
    ),
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let owners = definition.owners();
    for (stranger, first) in strangers(&owners, |owner: &Owner| &owner.region) {
        let places = Arg::Places(vec![first]);
        let at = definition.view().node_at(stranger);
        findings.report(at).arg("places", places);
    }
}

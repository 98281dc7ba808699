//! `placement-without-expression`: a placement constraint without its expression.

use super::{
    Check, Class, Definition, Example, Findings, Kind, Localized, PackedWords, Rule, Scope, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "placement-without-expression",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_TaskDefinitionPlacementConstraint.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Placement",
        title: "A placement constraint without its expression",
        message: "{path} has no expression.",
        why: "`memberOf` picks the instances that a query fits, and the query is the \
            expression.",
        cure: "Add one, such as `attribute:ecs.instance-type =~ t3.*`.",
    },
    ja: words! {
        label: "配置",
        title: "式のない配置の制約",
        message: "{path} に expression がありません。",
        why: "`memberOf` は、クエリに合うインスタンスを選びます。そのクエリを書くのが \
            expression です。",
        cure: "`attribute:ecs.instance-type =~ t3.*` のような式を書き足してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""placementConstraints": [{"type": "memberOf"}]"#,
    after: concat!(
        r#""placementConstraints": [{"type": "memberOf", "#,
        r#""expression": "attribute:ecs.instance-type =~ t3.*"}]"#,
    ),
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for constraint in definition.root.member_elements("placementConstraints") {
        let kind = constraint.member_str("type");
        // `refused-value` reports other kinds than `memberOf`.
        if kind.is_some_and(|kind| kind != "memberOf") {
            continue;
        }
        let expression = constraint.member_str("expression");
        if constraint.kind() == Kind::Object && expression.is_none_or(|text| text.is_empty()) {
            findings.report(constraint);
        }
    }
}

//! `duplicate-variable`: the same environment variable twice.

use std::borrow::Cow;

use super::{
    Check, Class, Definition, Example, Findings, Localized, NodeRef, PackedWords, Plan, Rule,
    Scope, Step, words,
};
use crate::first_occurrence::first_occurrences;
use crate::tree::Kind;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "duplicate-variable",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Environment",
        title: "The same environment variable twice",
        message: "{value} stands twice in environment.",
        why: "The container gets only one of them, and it is easy to change the other one in \
            vain.",
        cure: "Remove the one that is not meant.",
    },
    ja: words! {
        label: "重複",
        title: "環境変数の重複",
        message: "{value} が environment に 2 つあります。",
        why: "コンテナに渡るのは片方だけです。もう片方を書き換えても効かず、気づきにくい間違\
            いになります。",
        cure: "使わないほうを消してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: concat!(
        r#""environment": [{"name": "MODE", "value": "daily"}, {"name": "MODE", "#,
        r#""value": "hourly"}]"#,
    ),
    after: r#""environment": [{"name": "MODE", "value": "hourly"}]"#,
};

static REMOVE: Localized = Localized {
    en: "Remove the second one, which says the same",
    ja: "同じ内容の 2 つ目を消す",
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for container in &definition.containers {
        let names = container
            .member_elements("environment")
            .filter_map(|variable| variable.member("name"));
        let names: Vec<NodeRef<'_>> = names.filter(|name| name.kind() == Kind::String).collect();
        let texts: Vec<Cow<'_, str>> = names.iter().filter_map(|name| name.string()).collect();
        let texts: Vec<&str> = texts.iter().map(|text| &**text).collect();
        let firsts = first_occurrences(&texts);
        let mut alike = vec![true; names.len()];
        for (place, &first) in firsts.iter().enumerate() {
            alike[first] &= value_of(names[place]) == value_of(names[first]);
        }
        for (place, &first) in firsts.iter().enumerate() {
            // `variable-without-name` reports the empty ones.
            if place == first || texts[place].is_empty() {
                continue;
            }
            let at = names[place];
            let finding = findings.report(at).arg("value", at);
            if let (true, Some(own)) = (alike[first], at.parent()) {
                let step = Step::Remove(own.node().origin);
                finding.plan(Plan::safe(&REMOVE, step));
            }
        }
    }
}

/// The value of the variable of this name.
fn value_of(name: NodeRef<'_>) -> Option<Cow<'_, str>> {
    name.parent()?.member_str("value")
}

//! `duplicate-port-name`: two ports of one name.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, repeated,
    words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "duplicate-port-name",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Port",
        title: "Two ports of one name",
        message: "The port name {value} stands twice in this task.",
        why: "Service Connect and VPC Lattice find a port by its name, so that two of one \
            name can’t be told apart.",
        cure: "Give each port a name of its own.",
    },
    ja: words! {
        label: "重複",
        title: "ポート名の重複",
        message: "ポート名 {value} が、このタスクに 2 つあります。",
        why: "Service Connect と VPC Lattice はポートを名前で探すので、同じ名前のポートは区\
            別できません。",
        cure: "ポートごとに別の名前を付けてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: concat!(
        r#""portMappings": [{"containerPort": 80, "name": "http"}, "#,
        r#"{"containerPort": 81, "name": "http"}]"#,
    ),
    after: concat!(
        r#""portMappings": [{"containerPort": 80, "name": "http"}, "#,
        r#"{"containerPort": 81, "name": "admin"}]"#,
    ),
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let names = definition.each("portMappings").into_iter();
    let names = names.filter_map(|mapping| mapping.member("name"));
    for name in repeated(names) {
        findings.report(name).arg("value", name);
    }
}

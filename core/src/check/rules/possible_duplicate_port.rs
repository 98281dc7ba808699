//! `possible-duplicate-port`: the same port twice in host mode.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, words,
};
use crate::check::ports::repeated_ports;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "possible-duplicate-port",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_PortMapping.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Port",
        title: "The same port of the host twice",
        message: "{path} is {before}, which another mapping of the task has already.",
        why: "A port of the host has one listener, so that the second container that wants it \
            may fail to start.",
        cure: "Let one of them listen on another port, or remove the mapping that is not \
            used.",
    },
    ja: words! {
        label: "ポート",
        title: "ホストのポートの重複",
        message: "{path} の {before} は、このタスクの別のポートマッピングでも使われています。",
        why: "ホストのポートで待ち受けられるのは 1 つだけなので、2 つ目のコンテナが起動に失敗する\
            ことがあります。",
        cure: "どちらかを別のポートにするか、使っていないマッピングを消してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""networkMode": "host", "memory": "512", "containerDefinitions": [{"#,
        r#""name": "app", "image": "app:1", "user": "1000", "#,
        r#""portMappings": [{"containerPort": 80}]}, {"#,
        r#""name": "web", "image": "web:1", "user": "1000", "#,
        r#""portMappings": [{"containerPort": 80}]}]"#,
    ),
    after: concat!(
        r#""networkMode": "host", "memory": "512", "containerDefinitions": [{"#,
        r#""name": "app", "image": "app:1", "user": "1000", "#,
        r#""portMappings": [{"containerPort": 8080}]}, {"#,
        r#""name": "web", "image": "web:1", "user": "1000", "#,
        r#""portMappings": [{"containerPort": 80}]}]"#,
    ),
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let (ports, refused) = repeated_ports(definition);
    for at in ports.into_iter().filter(|_| !refused) {
        findings.report(at);
    }
}

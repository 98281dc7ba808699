//! `protocol-of-unnamed-port`: a protocol of a port without a name.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, is_blank,
    words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "protocol-of-unnamed-port",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_PortMapping.html#ECS-Type-PortMapping-appProtocol",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Port",
        title: "The protocol of a port without a name",
        message: "{path} counts only beside a name.",
        why: "It is for Service Connect, which knows a port by its `name`.",
        cure: "Give the port a `name`, or remove `appProtocol`.",
    },
    ja: words! {
        label: "ポート",
        title: "名前のないポートのプロトコル",
        message: "{path} は、name と一緒に指定したときだけ効きます。",
        why: "Service Connect のための項目で、Service Connect はポートを `name` で見分けま\
            す。",
        cure: "ポートに `name` を付けるか、`appProtocol` を消してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::FargateContainer,
    before: r#""portMappings": [{"containerPort": 80, "appProtocol": "http"}]"#,
    after: concat!(
        r#""portMappings": [{"containerPort": 80, "name": "web", "#,
        r#""appProtocol": "http"}]"#,
    ),
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for mapping in definition.each("portMappings") {
        let named = mapping.member("name").is_some_and(|name| !is_blank(name));
        let protocol = mapping.member("appProtocol");
        if let Some(at) = protocol.filter(|at| !named && !is_blank(*at)) {
            findings.report(at);
        }
    }
}

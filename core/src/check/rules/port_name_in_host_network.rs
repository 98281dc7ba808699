//! `port-name-in-host-network`: a name of a port in the network of the instance.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, is_blank,
    words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "port-name-in-host-network",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/\
            service-connect-concepts-deploy.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Port",
        title: "The name of a port where names do not count",
        message: "{path} does not count in the network mode host.",
        why: "Service Connect and VPC Lattice know ports by their names, and serve tasks \
            in `awsvpc` and `bridge` only.",
        cure: "Use `awsvpc` or `bridge`, or remove the name.",
    },
    ja: words! {
        label: "ポート",
        title: "名前の使われないポートの name",
        message: "{path} は、ネットワークモード host では使われません。",
        why: "Service Connect と VPC Lattice はポートを名前で見分けますが、使えるのは \
            `awsvpc` と `bridge` のタスクだけです。",
        cure: "`awsvpc` か `bridge` を使うか、名前を消してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""networkMode": "host", "memory": "512", "#,
        r#""containerDefinitions": [{"name": "app", "image": "app:1", "#,
        r#""user": "1000", "portMappings": [{"containerPort": 80, "name": "web"}]}]"#,
    ),
    after: concat!(
        r#""networkMode": "host", "memory": "512", "#,
        r#""containerDefinitions": [{"name": "app", "image": "app:1", "#,
        r#""user": "1000", "portMappings": [{"containerPort": 80}]}]"#,
    ),
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    if !definition.is_network_mode("host") || definition.is_fargate() {
        return;
    }
    for mapping in definition.each("portMappings") {
        let name = mapping.member("name");
        if let Some(at) = name.filter(|name| !is_blank(*name)) {
            findings.report(at);
        }
    }
}

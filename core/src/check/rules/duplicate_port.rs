//! `duplicate-port`: the same port twice.

use super::{Check, Class, Definition, Example, Findings, Localized, Rule, Scope, Words};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "duplicate-port",
        class: Class::Warning,
        words: Localized {
            en: Words {
                label: "Port",
                title: "The same port twice",
                message: "{path} is {before}, which another mapping of the task has already.",
                why: "Containers that share an interface (in awsvpc and host mode) can’t both listen \
                    on a port, and a host port can be given away once.",
                cure: "Let one of them listen on another port, or remove the mapping that is not \
                    used.",
            },
            ja: Words {
                label: "ポート",
                title: "同じポートの重複",
                message: "{path} の {before} は、このタスクの別のポートマッピングでも使われています。",
                why: "awsvpc モードと host モードではコンテナがインターフェイスを共有するので、同じ\
                    ポートで待ち受けられるのは 1 つだけです。ホストポートも、1 つのコンテナにしか割\
                    り当てられません。",
                cure: "どちらかを別のポートにするか、使っていないマッピングを消してください。",
            },
        },
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html",
        example: Example {
            scope: Scope::Fargate,
            before: concat!(
                r#""containerDefinitions": [{"name": "app", "image": "app:1", "#,
                r#""portMappings": [{"containerPort": 80}]}, {"name": "web", "#,
                r#""image": "web:1", "portMappings": [{"containerPort": 80}]}]"#,
            ),
            after: concat!(
                r#""containerDefinitions": [{"name": "app", "image": "app:1", "#,
                r#""portMappings": [{"containerPort": 8080}]}, {"name": "web", "#,
                r#""image": "web:1", "portMappings": [{"containerPort": 80}]}]"#,
            ),
        },
    },
    check,
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let shared = definition.is_network_mode("awsvpc") || definition.is_network_mode("host");
    let key = if shared { "containerPort" } else { "hostPort" };
    let mut taken: Vec<(i64, String)> = Vec::new();
    for (_, mapping) in definition.each("portMappings") {
        let Some(at) = mapping.member(key) else {
            continue;
        };
        let Some(port) = at.integer().filter(|&port| port != 0) else {
            continue;
        };
        let protocol = mapping.member_str("protocol").unwrap_or("tcp".into());
        let own = (port, protocol.into_owned());
        if taken.contains(&own) {
            findings.report(at);
        } else {
            taken.push(own);
        }
    }
}

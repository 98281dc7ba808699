//! `plaintext-secret`: a secret in plain text.

use std::borrow::Cow;

use super::{
    Check, Class, Definition, Example, Findings, Localized, NodeRef, PackedWords, Plan, Rule,
    Scope, Severity, Step, StructView, is_given, words,
};
use crate::secret;
use crate::tree::{NodeId, quote};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "plaintext-secret",
        class: Class::Security(Severity::Warning),
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/\
            specifying-sensitive-data.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Secret",
        title: "A secret in plain text",
        message: "{path} looks like a secret; anyone who can read the task definition sees it.",
        why: "The job runs with it, but environment variables, commands, labels and options are shown \
            by the console and the API, and stay in every revision, in this one even after the next \
            is registered.",
        cure: "Treat it as known: put a new value in Parameter Store or Secrets Manager, and refer to \
            it: `\"secrets\": [{\"name\": \"NAME\", \"valueFrom\": \"/PATH/NAME\"}]`. The task \
            execution role has to be allowed to read it. Keep it only if it is no secret.",
    },
    ja: words! {
        label: "シークレット",
        title: "平文のシークレット",
        message: "{path} にシークレットらしい値が、そのまま書かれています。タスク定義を読める人なら、\
            だれでも見られます。",
        why: "ジョブは動きますが、環境変数、コマンド、ラベル、オプションはコンソールや API で表示され、\
            すべてのリビジョンに残ります。新しいリビジョンを登録しても、このリビジョンには残ります。",
        cure: "その値は漏れたものとして扱い、新しい値を Secrets Manager かパラメータストアに保存して、\
            `\"secrets\": [{\"name\": \"NAME\", \"valueFrom\": \"/PATH/NAME\"}]` のように参照\
            してください。タスク実行ロールに、その値を読み取る権限が必要です。残してよいのは、シークレット\
            ではない場合だけです。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::FargateContainer,
    before: r#""environment": [{"name": "DB_PASSWORD", "value": "tr0ub4dor&3"}]"#,
    after: r#""secrets": [{"name": "DB_PASSWORD", "valueFrom": "/report/db-password"}]"#,
};

/// What others call it.
pub(super) const ALSO: &[&str] = &[
    "ECS.8",
    "AWS-0036",
    "CT.ECS.PR.12",
    "ECS_NO_ENVIRONMENT_SECRETS",
    "AwsSolutions-ECS2",
    "ecs_task_definitions_no_environment_secrets",
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let mut told: Vec<NodeId> = Vec::new();
    for container in &definition.containers {
        for variable in container.member_elements("environment") {
            let name = variable.member_str("name").unwrap_or_default();
            let Some(at) = variable.member("value").filter(|at| is_secret(&name, *at)) else {
                continue;
            };
            told.push(at.id);
            let finding = findings.report(at);
            let family = definition.root.member_str("family");
            let plain = |text: &str| is_given(text) && !secret::by_shape(text);
            if let Some(family) = family.filter(|family| plain(family) && plain(&name)) {
                finding.plan(refer(container, variable, &name, &family));
            }
        }
    }
    let named = named(definition);
    let named = named.iter().filter(|(name, at)| is_secret(name, *at));
    let mut more: Vec<NodeId> = named.map(|(_, at)| at.id).collect();
    more.extend(in_commands(definition));
    told.sort_unstable();
    more.sort_unstable();
    for at in definition.view().inside() {
        let is_new = told.binary_search(&at.id).is_err();
        if is_new && (more.binary_search(&at.id).is_ok() || is_secret("", at)) {
            findings.report(at);
        }
    }
}

fn is_secret(name: &str, at: NodeRef<'_>) -> bool {
    at.string()
        .is_some_and(|text| secret::by_shape(&text) || secret::by_name(name, &text))
}

/// The values that have names: labels, options, and pairs of names and values.
fn named<'a>(definition: &Definition<'a>) -> Vec<(Cow<'a, str>, NodeRef<'a>)> {
    let mut maps: Vec<Option<NodeRef<'a>>> = Vec::new();
    for container in &definition.containers {
        let log = container.member("logConfiguration");
        let router = container.member("firelensConfiguration");
        maps.push(container.member("dockerLabels"));
        maps.push(log.and_then(|log| log.member("options")));
        maps.push(router.and_then(|router| router.member("options")));
    }
    for volume in definition.root.member_elements("volumes") {
        let docker = volume.member("dockerVolumeConfiguration");
        maps.push(docker.and_then(|docker| docker.member("driverOpts")));
        maps.push(docker.and_then(|docker| docker.member("labels")));
    }
    let members = maps.into_iter().flatten().flat_map(NodeRef::children);
    let mut named: Vec<_> = members.map(|at| (at.key(), at)).collect();
    let proxy = definition.root.member("proxyConfiguration");
    let properties = proxy.and_then(|proxy| proxy.member("properties"));
    let properties = properties.into_iter().flat_map(NodeRef::children);
    let properties = properties.map(|pair| (pair.member_str("name"), pair));
    let tags = definition.root.member_elements("tags");
    let tags = tags.map(|pair| (pair.member_str("key"), pair));
    named.extend(
        properties
            .chain(tags)
            .filter_map(|(name, pair)| Some((name?, pair.member("value")?))),
    );
    named
}

/// The words of commands that are secrets by the option before them or in them.
fn in_commands(definition: &Definition<'_>) -> Vec<NodeId> {
    let mut found = Vec::new();
    for container in &definition.containers {
        let health = container.member("healthCheck");
        let lists = [
            container.member("command"),
            container.member("entryPoint"),
            health.and_then(|health| health.member("command")),
        ];
        for list in lists.into_iter().flatten() {
            let nodes: Vec<NodeRef<'_>> = list.children().collect();
            let texts: Vec<Cow<'_, str>> = nodes
                .iter()
                .map(|at| at.string().unwrap_or_default())
                .collect();
            let words: Vec<&str> = texts.iter().map(|text| &**text).collect();
            let alone = secret::by_option(&words).into_iter();
            found.extend(alone.map(|at| nodes[at].id));
            for (at, text) in nodes.iter().zip(&words) {
                let option = text.strip_prefix('-').and_then(|text| text.split_once('='));
                let own = option.is_some_and(|(name, value)| secret::by_name(name, value));
                // A line of a shell.
                let line: Vec<&str> = text.split_whitespace().collect();
                if own || !secret::by_option(&line).is_empty() {
                    found.push(at.id);
                }
            }
        }
    }
    found
}

static REFER: Localized = Localized {
    en: "Refer to a parameter in place of the value",
    ja: "値の代わりにパラメータを参照する",
};

/// The plan that removes a variable from `environment` and adds an entry to `secrets` that refers
/// to a parameter of its name.
fn refer(container: &StructView<'_>, variable: NodeRef<'_>, name: &str, family: &str) -> Plan {
    let mut entry = String::from("{\"name\": ");
    quote(name, &mut entry);
    entry.push_str(", \"valueFrom\": ");
    quote(&format!("/{family}/{name}"), &mut entry);
    entry.push('}');
    let step = match container.member("secrets") {
        Some(secrets) => Step::Append(secrets.node().origin, entry),
        None => Step::Add(
            container.view().node().origin,
            "secrets",
            format!("[{entry}]"),
        ),
    };
    let mut plan = Plan::unsure(&REFER, Step::Remove(variable.node().origin));
    plan.steps.push(step);
    plan
}

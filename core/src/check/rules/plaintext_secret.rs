//! `plaintext-secret`: a secret in plain text.

use super::{
    Check, Class, Definition, Example, Findings, Localized, NodeRef, Plan, Rule, Scope, Severity,
    Step, StructView, is_given, words,
};
use crate::check::secret;
use crate::finding::RawFinding;
use crate::tree::quote;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "plaintext-secret",
        class: Class::Security(Severity::Warning),
        words: Localized {
            en: words! {
                label: "Secret",
                title: "A secret in plain text",
                message: "{path} looks like a secret, and stands there for everyone who can read the \
                    task definition.",
                why: "Environment variables, commands, labels and options are shown by the console and \
                    the API, and stay in every revision.",
                cure: "Put the value in Parameter Store or Secrets Manager, replace it there, and \
                    refer to it: `\"secrets\": [{\"name\": \"NAME\", \"valueFrom\": \
                    \"/PATH/NAME\"}]`.",
            },
            ja: words! {
                label: "シークレット",
                title: "平文のシークレット",
                message: "{path} はシークレットのようです。タスク定義を読める人なら、だれでも見られ\
                    ます。",
                why: "環境変数、コマンド、ラベル、オプションはコンソールや API で表示され、すべての\
                    リビジョンに残ります。",
                cure: "値を Parameter Store か Secrets Manager に移し（新しい値に替えたうえで）、\
                    `\"secrets\": [{\"name\": \"NAME\", \"valueFrom\": \"/PATH/NAME\"}]` のように参\
                    照してください。",
            },
        },
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/\
            specifying-sensitive-data.html",
        example: Example {
            scope: Scope::Container,
            before: r#""environment": [{"name": "DB_PASSWORD", "value": "tr0ub4dor&3"}]"#,
            after: r#""environment": [{"name": "DB_HOST", "value": "db.example.com"}]"#,
        },
    },
    check,
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
    for container in &definition.containers {
        for variable in container.member_elements("environment") {
            let name = variable.member_str("name").unwrap_or_default();
            let value = variable.member("value");
            if let Some(finding) = note(&name, value, findings)
                && let Some(family) = definition
                    .root
                    .member_str("family")
                    .filter(|family| is_given(family))
            {
                finding.plan(refer(container, variable, &name, &family));
            }
        }
        for key in ["command", "entryPoint"] {
            for word in container.member_elements(key) {
                let text = word.string().unwrap_or_default();
                let option = text.strip_prefix('-').and_then(|text| text.split_once('='));
                match option {
                    Some((name, value)) if secret::by_name(name, value) => {
                        findings.report(word);
                    }
                    _ => {
                        note("", Some(word), findings);
                    }
                }
            }
        }
        let log = container.member("logConfiguration");
        let options = log.and_then(|log| log.member("options"));
        for member in options
            .into_iter()
            .chain(container.member("dockerLabels"))
            .flat_map(NodeRef::children)
        {
            note(&member.key(), Some(member), findings);
        }
    }
}

fn note<'h>(
    name: &str,
    value: Option<NodeRef<'_>>,
    findings: &'h mut Findings<'_>,
) -> Option<&'h mut RawFinding> {
    let at = value?;
    let text = at.string()?;
    let is_secret = secret::by_shape(&text) || secret::by_name(name, &text);
    is_secret.then(|| findings.report(at))
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

//! `unknown-link`: a link to a container that does not exist.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    cannot_run, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "unknown-link",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Links",
        title: "A link to a container that is not there",
        message: "{path} names no other container of this task.",
        why: "A link starts with the name of another container of the same task, and its \
            alias may follow after a colon.",
        cure: "Correct the name, or remove the link.",
    },
    ja: words! {
        label: "リンク",
        title: "存在しないコンテナへのリンク",
        message: "{path} に当たる別のコンテナが、このタスクにはありません。",
        why: "リンクには、同じタスクの別のコンテナの名前を書きます。コロンに続けて別名を付け\
            ることもできます。",
        cure: "名前を直すか、リンクを消してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""links": ["database:db"]"#,
    after: r#""links": []"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[cannot_run(
    "could not find container for link %s",
    "https://github.com/aws/amazon-ecs-agent/blob/8dfceca6cf380a83c3007349317566f2862f0673/\
            agent/api/task/task.go",
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for container in &definition.containers {
        let own = container.member_str("name");
        for link in container.member_elements("links") {
            let text = link.string().unwrap_or_default();
            let name = text.split(':').next().unwrap_or_default();
            if own.as_deref() == Some(name) || definition.lacks_container(name) {
                findings.report(link);
            }
        }
    }
}

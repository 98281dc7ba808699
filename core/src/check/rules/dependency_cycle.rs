//! `dependency-cycle`: containers that wait for each other.

use std::borrow::Cow;

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    StructView, cannot_run, refusal, words,
};
use crate::check::cycles::cycles;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "dependency-cycle",
        class: Class::Error,
        aws: "Container links should not have a cycle",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDependency.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Dependency",
        title: "Containers that wait for each other",
        message: "The container {value} waits, in the end, for itself.",
        why: "Each container of the circle waits for another one, so that none is started.",
        cure: "Remove one of the dependencies: a `dependsOn`, a link or a `volumesFrom`.",
    },
    ja: words! {
        label: "依存関係",
        title: "循環しているコンテナの依存関係",
        message: "コンテナ {value} は、依存関係をたどると自分自身を待っています。",
        why: "互いに待ち合うと、どのコンテナも起動できません。",
        cure: "`dependsOn`、`links`、`volumesFrom` のうち、循環の原因となっているものを 1 つ消し\
            てください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""memory": "512", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "dependsOn": [{"containerName": "db", "#,
        r#""condition": "START"}]}, {"name": "db", "image": "db:1", "#,
        r#""dependsOn": [{"containerName": "app", "condition": "START"}]}]"#,
    ),
    after: concat!(
        r#""memory": "512", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "dependsOn": [{"containerName": "db", "#,
        r#""condition": "START"}]}, {"name": "db", "image": "db:1"}]"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    cannot_run(
        "Task has circular dependencies; unable to start",
        "https://github.com/aws/amazon-ecs-agent/blob/8dfceca6cf380a83c3007349317566f2862f0673/\
            agent/engine/docker_task_engine.go",
    ),
    refusal(
        CHECK.rule.aws,
        "https://github.com/Shippable/support/issues/4194",
    ),
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let containers = &definition.containers;
    let after: Vec<Vec<usize>> = (0..containers.len())
        .map(|own| starts_after(definition, own))
        .collect();
    let firsts = cycles(&after);
    let mut firsts: Vec<usize> = firsts
        .iter()
        .filter_map(|cycle| cycle.iter().min().copied())
        .collect();
    firsts.sort_unstable();
    for container in firsts.into_iter().filter_map(|first| containers.get(first)) {
        let name = container.name_or_self();
        let mut keys = KEYS.iter().map(|(key, _)| *key);
        let at = keys.find_map(|key| container.member(key).filter(|list| !list.is_leaf()));
        findings
            .report(at.unwrap_or(name))
            .arg("value", container.called());
    }
}

/// What makes a container start after another one: the list, and the member of its elements that
/// names that container.
const KEYS: [(&str, &str); 3] = [
    ("dependsOn", "containerName"),
    ("links", ""),
    ("volumesFrom", "sourceContainer"),
];

/// The other containers that a container starts after.
fn starts_after(definition: &Definition<'_>, own: usize) -> Vec<usize> {
    let Some(container) = definition.containers.get(own) else {
        return Vec::new();
    };
    let named = KEYS
        .iter()
        .flat_map(|&(list, member)| names(container, list, member));
    let mut others: Vec<usize> = named
        .filter_map(|name| definition.container_index(name.split(':').next()?))
        .filter(|&other| other != own)
        .collect();
    others.sort_unstable();
    others.dedup();
    others
}

fn names<'a>(
    container: &StructView<'a>,
    list: &str,
    member: &'static str,
) -> impl Iterator<Item = Cow<'a, str>> {
    let elements = container.member_elements(list);
    elements.filter_map(move |element| match member {
        "" => element.string(),
        _ => element.member_str(member),
    })
}

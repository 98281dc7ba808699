//! `dependency-cycle`: containers that wait for each other.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, Rule, Scope, StructView,
    Words, cannot_run,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "dependency-cycle",
        class: Class::Error,
        words: Localized {
            en: Words {
                label: "Dependency",
                title: "Containers that wait for each other",
                message: "The container {value} waits, in the end, for itself.",
                why: "Each container of the circle waits for another one, so that none is started.",
                cure: "Remove one of the dependencies.",
            },
            ja: Words {
                label: "依存関係",
                title: "循環しているコンテナの依存関係",
                message: "コンテナ {value} は、依存関係をたどると自分自身を待っています。",
                why: "互いに待ち合うと、どのコンテナも起動できません。",
                cure: "依存関係のどれかを消してください。",
            },
        },
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDependency.html",
        example: Example {
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
        },
    },
    check,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[cannot_run(
    "Task has circular dependencies; unable to start",
    "https://github.com/aws/amazon-ecs-agent/blob/8dfceca6cf380a83c3007349317566f2862f0673/\
            agent/engine/docker_task_engine.go",
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let after: Vec<Vec<usize>> = definition
        .containers
        .iter()
        .map(|container| waits_for(definition, container))
        .collect();
    let mut reported = vec![false; after.len()];
    for start in 0..after.len() {
        let cycle = reached(&after, start);
        if cycle[start] && !reported[start] {
            let at = definition.containers[start].member("dependsOn");
            let name = definition.containers[start].name_or_self();
            findings.report(at.unwrap_or(name)).arg("value", name);
            // One finding covers every container of a cycle.
            for (other, reported) in reported.iter_mut().enumerate() {
                *reported |= cycle[other] && reached(&after, other)[start];
            }
        }
    }
}

fn waits_for(definition: &Definition<'_>, container: &StructView<'_>) -> Vec<usize> {
    let own = container.member_str("name");
    let names = container.member_elements("dependsOn");
    let names = names.filter_map(|dependency| dependency.member_str("containerName"));
    names
        .filter(|name| own.as_deref() != Some(name))
        .filter_map(|name| {
            let mut all = definition.containers.iter();
            all.position(|other| other.member_str("name").as_deref() == Some(&*name))
        })
        .collect()
}

/// For each container, whether `start` waits for it directly or indirectly; `start` itself only if
/// it is in a cycle.
fn reached(after: &[Vec<usize>], start: usize) -> Vec<bool> {
    let mut reached = vec![false; after.len()];
    let mut ahead = after[start].clone();
    while let Some(next) = ahead.pop() {
        if !reached[next] {
            reached[next] = true;
            ahead.extend(&after[next]);
        }
    }
    reached
}

//! `mount-path`: a mount at a path that can’t be one.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, NodeRef, Rule, Scope, Words,
    cannot_run, is_given, refusal, repeated,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "mount-path",
        class: Class::Error,
        words: Localized {
            en: Words {
                label: "Volume",
                title: "A mount at a path that can’t be one",
                message: "{path} is no absolute path, or another mount of the container has it \
                    already.",
                why: "A container mounts a volume at an absolute path, and one at each.",
                cure: "Write a path that begins with `/`, or another one.",
            },
            ja: Words {
                label: "ボリューム",
                title: "マウント先にできないパス",
                message: "{path} が絶対パスではないか、同じコンテナの別のマウント先と重なっています。",
                why: "マウント先は絶対パスで、1 つのパスにマウントできるのは 1 つだけです。",
                cure: "`/` で始まるパス、または別のパスにしてください。",
            },
        },
        aws: "containerPath values aren't unique across mountPoints.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_MountPoint.html",
        example: Example {
            scope: Scope::Task,
            before: concat!(
                r#""volumes": [{"name": "work"}], "memory": "512", "#,
                r#""containerDefinitions": [{"name": "app", "image": "app:1", "#,
                r#""mountPoints": [{"sourceVolume": "work", "containerPath": "work"}]}]"#,
            ),
            after: concat!(
                r#""volumes": [{"name": "work"}], "memory": "512", "#,
                r#""containerDefinitions": [{"name": "app", "image": "app:1", "#,
                r#""mountPoints": [{"sourceVolume": "work", "containerPath": "/work"}]}]"#,
            ),
        },
    },
    check,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    refusal(
        CHECK.rule.aws,
        "https://github.com/mapbox/ecs-watchbot/issues/254",
    ),
    cannot_run(
        "invalid mount path: '.config' mount path must be absolute.",
        "https://github.com/broadinstitute/firecloud-tools/issues/43",
    ),
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for container in &definition.containers {
        let mounts = container.member_elements("mountPoints");
        let paths = mounts.filter_map(|mount| mount.member("containerPath"));
        let paths: Vec<NodeRef<'_>> = paths.collect();
        for at in &paths {
            let path = at.string().unwrap_or_default();
            let absolute = path.starts_with('/') || definition.is_windows() || path.contains(":\\");
            if is_given(&path) && !absolute {
                findings.report(*at);
            }
        }
        for at in repeated(paths) {
            findings.report(at);
        }
    }
}

//! `mount-path`: a mount at a path that can’t be one.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, NodeRef, PackedWords, Rule,
    Scope, cannot_run, is_given, refusal, repeated, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "mount-path",
        class: Class::Error,
        aws: "containerPath values aren't unique across mountPoints.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_MountPoint.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Volume",
        title: "A mount at a path that can’t be one",
        message: "{path} {reason}.",
        why: "A container mounts a volume at an absolute path below its root, and one at each.",
        cure: "Write an absolute path that no other mount of the container has.",
    },
    ja: words! {
        label: "ボリューム",
        title: "マウント先にできないパス",
        message: "{path} {reason}。",
        why: "マウント先はルート（`/`）以外の絶対パスで、1 つのパスにマウントできるのは 1 つだけです。",
        cure: "同じコンテナのほかのマウント先と重ならない絶対パスにしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
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
    cannot_run(
        "invalid specification: destination can't be '/'",
        "https://github.com/moby/moby/blob/03e01ef34e30fd5d014364c9aadb34d51fdf72be/daemon/\
            volume/mounts/linux_parser.go",
    ),
];

static RELATIVE: Localized = Localized {
    en: "is no absolute path",
    ja: " が絶対パスではありません",
};

static ROOT: Localized = Localized {
    en: "is the root of the container",
    ja: " は、コンテナのルートです",
};

static TAKEN: Localized = Localized {
    en: "is the path of another mount of the container as well",
    ja: " が、同じコンテナの別のマウント先と重なっています",
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let windows = definition.may_be_windows();
    for container in &definition.containers {
        let mounts = container.member_elements("mountPoints");
        let paths = mounts.filter_map(|mount| mount.member("containerPath"));
        let paths: Vec<NodeRef<'_>> = paths.collect();
        for at in &paths {
            let path = at.string().unwrap_or_default();
            if is_given(&path) && !windows && !is_absolute(&path) {
                findings.report(*at).arg("reason", &RELATIVE);
            } else if is_given(&path) && !windows && is_root(&path) {
                findings.report(*at).arg("reason", &ROOT);
            }
        }
        for at in repeated(paths) {
            findings.report(at).arg("reason", &TAKEN);
        }
    }
}

/// Whether a path is absolute on Linux, or on Windows: `\\mount` or `C:\\mount`.
fn is_absolute(path: &str) -> bool {
    let after_drive = path.split_once(':').map(|(_, rest)| rest);
    path.starts_with(['/', '\\']) || after_drive.is_some_and(|rest| rest.starts_with(['/', '\\']))
}

/// Whether a path is `/`, however it is written.
fn is_root(path: &str) -> bool {
    path.split('/').all(|step| step.is_empty() || step == ".")
}

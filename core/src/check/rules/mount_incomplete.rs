//! `mount-incomplete`: a mount without its volume or its path.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Kind, Localized, PackedWords, Rule,
    Scope, cannot_run, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "mount-incomplete",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_MountPoint.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Volume",
        title: "A mount that says only half",
        message: "{path} has no {member}.",
        why: "A mount is a volume at a path, so that it takes both.",
        cure: "Add what is missing.",
    },
    ja: words! {
        label: "ボリューム",
        title: "不完全なマウント",
        message: "{path} に {member} がありません。",
        why: "マウントは、ボリュームとパスの組み合わせで決まります。",
        cure: "足りないほうを書き足してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""mountPoints": [{"containerPath": "/work"}]"#,
    after: r#""mountPoints": []"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[cannot_run(
    "Unable to resolve volume mounts; invalid path: %s %s; %s -> %s",
    "https://github.com/aws/amazon-ecs-agent/blob/8dfceca6cf380a83c3007349317566f2862f0673/\
            agent/api/task/task.go",
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for mount in definition.each("mountPoints") {
        for key in ["sourceVolume", "containerPath"] {
            let member = mount.member(key);
            let missing = member.is_none_or(|member| member.token() == "\"\"");
            if mount.kind() == Kind::Object && missing {
                findings.report(mount).arg("member", key);
            }
        }
    }
}

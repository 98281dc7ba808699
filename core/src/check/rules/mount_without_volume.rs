//! `mount-without-volume`: a mount of a volume that does not exist.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, NodeRef, Rule, Scope,
    is_given, is_open, refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "mount-without-volume",
        class: Class::Error,
        words: Localized {
            en: words! {
                label: "Volume",
                title: "A mount of a volume that is not there",
                message: "{path} names no volume of this task.",
                why: "What a container mounts has to stand in `volumes` of the task.",
                cure: "Add the volume, or correct the name.",
            },
            ja: words! {
                label: "ボリューム",
                title: "存在しないボリュームのマウント",
                message: "{path} に当たるボリュームが、このタスクにはありません。",
                why: "コンテナがマウントするボリュームは、タスクの `volumes` に書く必要があります。",
                cure: "ボリュームを書き足すか、名前を直してください。",
            },
        },
        aws: "Unknown volume 'ephemera'.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_MountPoint.html",
        example: Example {
            scope: Scope::Container,
            before: r#""mountPoints": [{"sourceVolume": "work", "containerPath": "/work"}]"#,
            after: r#""mountPoints": []"#,
        },
    },
    check,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    CHECK.rule.aws,
    "https://github.com/wellcomecollection/platform/pull/677",
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for (_, mount) in definition.each("mountPoints") {
        let Some(at) = mount.member("sourceVolume") else {
            continue;
        };
        let name = at.string().unwrap_or_default();
        // `mount-incomplete` reports an empty one.
        if !is_given(&name) {
            continue;
        }
        let mut volumes = definition.root.member_elements("volumes");
        let may_be = |volume: NodeRef<'_>| {
            let own = volume.member("name");
            own.and_then(NodeRef::string).as_deref() == Some(&*name)
                || is_open(own.unwrap_or(volume))
        };
        let open = definition.root.member("volumes").is_some_and(is_open);
        if !open && !volumes.any(may_be) {
            findings.report(at);
        }
    }
}

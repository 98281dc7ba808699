//! `mount-without-volume`: a mount of a volume that does not exist.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, NodeRef, PackedWords, Rule,
    Scope, is_given, is_open, refusal, words,
};
use crate::names::Names;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "mount-without-volume",
        class: Class::Error,
        aws: "Unknown volume 'ephemera'.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_MountPoint.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
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
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""mountPoints": [{"sourceVolume": "work", "containerPath": "/work"}]"#,
    after: r#""mountPoints": []"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    CHECK.rule.aws,
    "https://github.com/wellcomecollection/platform/pull/677",
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let open = definition.root.member("volumes").is_some_and(is_open);
    let volumes = definition.root.member_elements("volumes");
    let names: Vec<NodeRef<'_>> = volumes
        .map(|volume| volume.member("name").unwrap_or(volume))
        .collect();
    if open || names.iter().copied().any(is_open) {
        return;
    }
    let names = Names::new(names.into_iter().filter_map(NodeRef::string).collect());
    for mount in definition.each("mountPoints") {
        let Some(at) = mount.member("sourceVolume") else {
            continue;
        };
        let name = at.string().unwrap_or_default();
        // `mount-incomplete` reports an empty one.
        if is_given(&name) && !names.contains(&name) {
            findings.report(at);
        }
    }
}

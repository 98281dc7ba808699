//! `version-consistency-off`: a tag that is looked up at each start.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, words,
};
use crate::image::ImageRef;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "version-consistency-off",
        class: Class::Advice,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDefinition.html#ECS-Type-ContainerDefinition-versionConsistency",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Image",
        title: "A tag that is looked up at each start",
        message: "The container {value} may run another image in each task of a service.",
        why: "ECS finds out once for each deployment which image a tag names, so that all \
            its tasks run the same. `disabled` leaves that to each start.",
        cure: "Remove `versionConsistency`, or name the image by its digest.",
    },
    ja: words! {
        label: "イメージ",
        title: "起動のたびに解決されるタグ",
        message: "コンテナ {value} は、同じサービスでもタスクごとに別のイメージで動くこと\
            があります。",
        why: "ECS はデプロイごとに一度だけタグをイメージに解決し、すべてのタスクを同じイ\
            メージで動かします。`disabled` では、起動のたびに解決されます。",
        cure: "`versionConsistency` を消すか、イメージをダイジェストで指定してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""versionConsistency": "disabled""#,
    after: r#""versionConsistency": "enabled""#,
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for container in &definition.containers {
        let image = container.member_str("image").unwrap_or_default();
        if let Some(at) = container.member("versionConsistency")
            && at.string().as_deref() == Some("disabled")
            && ImageRef::parse(&image).digest.is_none()
        {
            findings.report(at).arg("value", container.called());
        }
    }
}

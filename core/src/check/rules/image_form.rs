//! `image-form`: an image reference that is not valid in any registry.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    is_given, refusal, words,
};
use crate::image::ImageRef;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "image-form",
        class: Class::Error,
        aws: "Container.image contains invalid characters.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Image",
        title: "An image that no registry can have",
        message: "{before} is no image reference.",
        why: "A reference is `REGISTRY/NAME:TAG` or `…@sha256:DIGEST`, with the name in \
            lowercase and no `https://` before it.",
        cure: "Copy the image’s URI from the registry.",
    },
    ja: words! {
        label: "参照の形",
        title: "イメージの参照として正しくない値",
        message: "{before} は、イメージの参照として正しくありません。",
        why: "イメージは `レジストリ/名前:タグ` または `…@sha256:ダイジェスト` の形で、名前\
            は小文字で書きます。先頭に `https://` は付けません。",
        cure: "レジストリの画面から、イメージの URI をコピーしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""image": "https://images.example.com/batch:1""#,
    after: r#""image": "images.example.com/batch:1""#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    CHECK.rule.aws,
    "https://github.com/OctopusDeploy/Issues/issues/10033",
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for at in definition.all("image") {
        let text = at.string().unwrap_or_default();
        let image = ImageRef::parse(&text);
        if is_given(&text) && !image.has_word_to_replace() && !image.is_well_formed() {
            findings.report(at);
        }
    }
}

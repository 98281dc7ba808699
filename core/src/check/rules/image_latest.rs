//! `image-latest`: an image without a tag of its own.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope,
    has_placeholder, words,
};
use crate::image::ImageRef;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "image-latest",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/\
            container-considerations.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Image tag",
        title: "An image without a tag of its own",
        message: "The image {value} names no version: each start may run another one.",
        why: "A rollback needs a revision that names what ran before. With `latest`, or with \
            no tag, every revision names whatever was pushed last.",
        cure: "Name a tag that is pushed once, such as the commit, or a digest.",
    },
    ja: words! {
        label: "イメージタグ",
        title: "バージョンの決まっていないイメージ",
        message: "イメージ {value} はバージョンが決まっていないので、起動するたびに中身が変\
            わる可能性があります。",
        why: "ロールバックするには、以前のイメージを指すリビジョンが必要です。`latest` やタ\
            グなしでは、どのリビジョンも最後にプッシュされたイメージを指します。",
        cure: "コミット ID のように一度しかプッシュしないタグか、ダイジェストを指定してくだ\
            さい。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""image": "registry.example.com/batch:latest""#,
    after: r#""image": "registry.example.com/batch:3f9c2d1""#,
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for at in definition.all("image") {
        let image = at.string().unwrap_or_default();
        if !image.is_empty() && names_no_version(&image) {
            findings.report(at).arg("value", at);
        }
    }
}

/// Whether a reference has no digest, and no tag other than `latest`. What ends with a placeholder
/// may be completed to one that has.
fn names_no_version(image: &str) -> bool {
    let last = image.rsplit('/').next().unwrap_or_default();
    let image = ImageRef::parse(image);
    image.digest.is_none()
        && match image.tag {
            Some(tag) => tag == "latest",
            None => !has_placeholder(last),
        }
}

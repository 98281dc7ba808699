//! `image-form`: an image that no registry can have.

use super::{Check, Class, Definition, Example, Findings, is_given, Localized, Rule, Scope, Words};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "image-form",
        class: Class::Error,
        words: Localized {
            en: Words {
                label: "Image",
                title: "An image that no registry can have",
                message: "{before} is no image reference.",
                why: "A reference is `REGISTRY/NAME:TAG` or `…@sha256:DIGEST`, with the name in \
                    lowercase and no `https://` before it.",
                cure: "Copy the image’s URI from the registry.",
            },
            ja: Words {
                label: "イメージ",
                title: "イメージの参照として正しくない値",
                message: "{before} は、イメージの参照として正しくありません。",
                why: "イメージは `レジストリ/名前:タグ` または `…@sha256:ダイジェスト` の形で、名前\
                    は小文字で書きます。先頭に `https://` は付けません。",
                cure: "レジストリの画面から、イメージの URI をコピーしてください。",
            },
        },
        aws: "An error occurred (ClientException) when calling the RegisterTaskDefinition \
            operation: Invalid 'image' setting for container 'app'.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDefinition.html",
        example: Example {
            scope: Scope::Container,
            before: r#""image": "https://registry.example.com/batch:1""#,
            after: r#""image": "registry.example.com/batch:1""#,
        },
    },
    check,
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for at in definition.all("image") {
        let image = at.string().unwrap_or_default();
        if is_given(&image) && !is_template(&image) && !is_image(&image) {
            findings.report(at);
        }
    }
}

/// Whether a part of it is to be filled in later.
fn is_template(image: &str) -> bool {
    ["${", "{{", "<"].iter().any(|open| image.contains(open))
}

fn is_image(image: &str) -> bool {
    let (name, digest) = match image.split_once('@') {
        Some((name, digest)) => (name, Some(digest)),
        None => (image, None),
    };
    let path = match name.rsplit_once(':') {
        Some((path, tag)) if !tag.contains('/') => {
            if !is_tag(tag) {
                return false;
            }
            path
        }
        _ => name,
    };
    // A first part with a dot or a port is a registry.
    let repository = match path.split_once('/') {
        Some((first, rest)) if first.contains(['.', ':']) || first == "localhost" => rest,
        _ => path,
    };
    name.len() <= 255 && digest.is_none_or(is_digest) && repository.split('/').all(is_component)
}

fn is_component(part: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "._-".contains(c);
    !part.is_empty()
        && part.chars().all(plain)
        && !part.starts_with(['.', '_', '-'])
        && !part.ends_with(['.', '_', '-'])
}

fn is_tag(tag: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
    !tag.is_empty() && tag.len() <= 128 && tag.chars().all(plain) && !tag.starts_with(['.', '-'])
}

fn is_digest(digest: &str) -> bool {
    digest.strip_prefix("sha256:").is_some_and(|hash| {
        hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

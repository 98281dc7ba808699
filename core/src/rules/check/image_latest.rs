//! `image-latest`: an image without a tag, or with `latest`.

use super::{Check, Class, Example, Hits, Rule, Scope, Task, Words, is_given};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "image-latest",
        class: Class::Warning,
        en: Words {
            label: "Image tag",
            title: "An image without a tag of its own",
            message: "The image {value} names no version: each start may run another one.",
            why: "A rollback needs a revision that names what ran before. With `latest`, or with no \
                tag, every revision names whatever was pushed last.",
            cure: "Name a tag that is pushed once, such as the commit, or a digest.",
        },
        ja: Words {
            label: "イメージタグ",
            title: "イメージのバージョンが決まっていません",
            message: "イメージ {value} はバージョンが決まっておらず、起動するたびに中身が変わりえます。",
            why: "ロールバックするには、以前のイメージを指すリビジョンが必要です。`latest` やタグなしでは、\
                どのリビジョンも最後にプッシュされたイメージを指してしまいます。",
            cure: "コミット ID のように一度しかプッシュしないタグか、ダイジェストを指定してください。",
        },
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/\
            container-considerations.html",
        example: Example {
            scope: Scope::Container,
            before: r#""image": "registry.example.com/batch:latest""#,
            after: r#""image": "registry.example.com/batch:3f9c2d1""#,
        },
    },
    find,
};

fn find(task: &Task<'_>, hits: &mut Hits<'_>) {
    for container in &task.containers {
        let Some(image) = container.get("image") else {
            continue;
        };
        let text = image.string().unwrap_or_default();
        if is_given(&text) && names_no_version(&text) {
            hits.at(image).hole("{value}", image);
        }
    }
}

/// Whether a reference has neither a digest nor a tag but `latest`. A colon before a slash parts
/// a registry from its port.
fn names_no_version(image: &str) -> bool {
    if image.contains('@') || image.contains("${") || image.contains('<') {
        return false;
    }
    let name = image.rsplit('/').next().unwrap_or_default();
    match name.split_once(':') {
        Some((_, tag)) => tag == "latest",
        None => true,
    }
}

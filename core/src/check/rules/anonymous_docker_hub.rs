//! `anonymous-docker-hub`: an image of Docker Hub pulled without an account.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, is_given,
    words,
};
use crate::image::ImageRef;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "anonymous-docker-hub",
        class: Class::Advice,
        aws: "",
        source: "https://docs.docker.com/docker-hub/usage/pulls/",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Docker Hub",
        title: "An image of Docker Hub, pulled without an account",
        message: "{value} comes from Docker Hub, which limits how often it can be pulled.",
        why: "The limit counts for an address, and many tasks share one. When it is \
            reached, no new task starts.",
        cure: "Copy the image into Amazon ECR or use its pull through cache, or name an \
            account in `repositoryCredentials`.",
    },
    ja: words! {
        label: "Docker Hub",
        title: "アカウントなしで取得する Docker Hub のイメージ",
        message: "{value} は Docker Hub のイメージで、取得できる回数に制限があります。",
        why: "制限は IP アドレスごとで、多くのタスクが同じアドレスを使います。達すると、新\
            しいタスクが起動しません。",
        cure: "イメージを Amazon ECR にコピーするか、プルスルーキャッシュを使うか、\
            `repositoryCredentials` でアカウントを指定してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""image": "nginx:1.27""#,
    after: r#""image": "public.ecr.aws/nginx/nginx:1.27""#,
};

const HUB: [&str; 3] = ["docker.io", "index.docker.io", "registry-1.docker.io"];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for container in &definition.containers {
        let Some(at) = container.member("image") else {
            continue;
        };
        let text = at.string().unwrap_or_default();
        let image = ImageRef::parse(&text);
        let hub = image.registry.is_none_or(|host| HUB.contains(&host));
        // The images of AWS there have no limit, and what is to be filled in may be anywhere.
        let known = is_given(&text) && !image.has_word_to_replace();
        let free = image.repository.starts_with("amazon/");
        if hub && known && !free && container.member("repositoryCredentials").is_none() {
            findings.report(at).arg("value", at);
        }
    }
}

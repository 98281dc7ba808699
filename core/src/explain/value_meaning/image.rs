//! What an image's name says.

use crate::image::ImageRef;
use crate::lang::{Lang, Localized};
use crate::placeholder::has_placeholder;

/// Registry, repository, and tag or digest.
pub(super) fn meaning(value: &str, lang: Lang) -> String {
    if has_placeholder(value) {
        let said = Localized {
            en: "A placeholder stands in it: what fills it in decides which image runs.",
            ja: "プレースホルダーが入っています。どのイメージが動くかは、何に置き換えるかで決まります。",
        };
        return said.text(lang).to_owned();
    }
    let image = ImageRef::parse(value);
    let repository = image.repository;
    let place = match (lang, image.ecr(), image.registry) {
        (Lang::En, Some(ecr), _) => {
            format!("Amazon ECR of account {} in {}", ecr.account, ecr.region)
        }
        (Lang::Ja, Some(ecr), _) => {
            format!("アカウント {}・{} の Amazon ECR", ecr.account, ecr.region)
        }
        (_, None, Some(registry)) => registry.to_owned(),
        (_, None, None) => "Docker Hub".to_owned(),
    };
    let version = match (lang, image.digest, image.tag) {
        (Lang::En, Some(_), _) => "a digest, which always names the same image".to_owned(),
        (Lang::Ja, Some(_), _) => "ダイジェスト指定（常に同じイメージ）".to_owned(),
        (Lang::En, None, Some(tag)) => format!("tag `{tag}`, which can be moved to another image"),
        (Lang::Ja, None, Some(tag)) => {
            format!("タグは `{tag}`（別のイメージに付け替えられることがあります）")
        }
        (Lang::En, None, None) => "no tag, which means `latest`".to_owned(),
        (Lang::Ja, None, None) => "タグなし（`latest` と同じ）".to_owned(),
    };
    match lang {
        Lang::En => format!("Repository `{repository}` in {place}; {version}."),
        Lang::Ja => format!("{place} のリポジトリ `{repository}`、{version}。"),
    }
}

#[cfg(test)]
mod tests {
    use super::meaning;
    use crate::lang::Lang;

    #[test]
    fn says_where_an_image_is() {
        let ecr = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/app:3";
        for (image, said) in [
            (
                "nginx",
                "Repository `nginx` in Docker Hub; no tag, which means `latest`.",
            ),
            (
                "<IMAGE1_NAME>",
                "A placeholder stands in it: what fills it in decides which image runs.",
            ),
            (
                ecr,
                "Repository `team/app` in Amazon ECR of account 111122223333 in eu-west-1; tag `3`, which can \
                 be moved to another image.",
            ),
            (
                "ghcr.io/a/b@sha256:0",
                "Repository `a/b` in ghcr.io; a digest, which always names the same image.",
            ),
        ] {
            assert_eq!(meaning(image, Lang::En), said);
        }
        assert_eq!(
            meaning("nginx", Lang::Ja),
            "Docker Hub のリポジトリ `nginx`、タグなし（`latest` と同じ）。"
        );
    }
}

//! What an ARN names.

use super::is;
use crate::arn::Arn;
use crate::lang::Lang;

/// What an ARN names, in which account and region; `None` if it is none, or of something else.
pub(super) fn meaning(value: &str, lang: Lang) -> Option<String> {
    let arn = Arn::parse(value)?;
    let thing = match arn.service {
        "iam" | "sts" => identity(arn, lang)?,
        "ecs" => {
            let revision = arn.resource.strip_prefix("task-definition/")?;
            let (family, revision) = revision.split_once(':')?;
            match lang {
                Lang::En => format!("Revision {revision} of `{family}`"),
                Lang::Ja => format!("`{family}` のリビジョン {revision}"),
            }
        }
        "ssm" => {
            let name = arn.resource.strip_prefix("parameter")?;
            match lang {
                Lang::En => format!("The parameter `{name}` of Parameter Store"),
                Lang::Ja => format!("パラメータストアのパラメータ `{name}`"),
            }
        }
        "secretsmanager" => secret(arn.resource.strip_prefix("secret:")?, lang),
        "s3" => {
            let (bucket, key) = arn.s3_object()?.split_once('/')?;
            match lang {
                Lang::En => format!("The object `{key}` in the bucket `{bucket}`"),
                Lang::Ja => format!("バケット `{bucket}` のオブジェクト `{key}`"),
            }
        }
        _ => return None,
    };
    Some(placed(&thing, arn, lang))
}

/// A role or a user; its path is no part of the name.
fn identity(arn: Arn<'_>, lang: Lang) -> Option<String> {
    let (kind, path) = arn.resource.split_once('/')?;
    let name = path.rsplit('/').next()?;
    Some(match (kind, lang) {
        ("role", Lang::En) => format!("The IAM role `{name}`"),
        ("role", Lang::Ja) => format!("IAM ロール `{name}`"),
        ("user", Lang::En) => format!("The IAM user `{name}`"),
        ("user", Lang::Ja) => format!("IAM ユーザー `{name}`"),
        ("assumed-role", _) => {
            let (role, session) = path.split_once('/')?;
            match lang {
                Lang::En => format!("The IAM role `{role}`, in the session `{session}`"),
                Lang::Ja => format!("IAM ロール `{role}`（セッション `{session}`）"),
            }
        }
        _ => return None,
    })
}

/// A secret as `NAME-SUFFIX:KEY:STAGE:VERSION`, of which the last three may be missing.
fn secret(resource: &str, lang: Lang) -> String {
    let mut parts = resource.split(':');
    let name = parts.next().unwrap_or_default();
    let key = parts.next().filter(|key| !key.is_empty());
    match (lang, key) {
        (Lang::En, None) => format!("The secret `{name}` of Secrets Manager, whole"),
        (Lang::En, Some(key)) => {
            format!("`{key}` in the JSON of the secret `{name}` of Secrets Manager")
        }
        (Lang::Ja, None) => format!("Secrets Manager のシークレット `{name}` 全体"),
        (Lang::Ja, Some(key)) => {
            format!("Secrets Manager のシークレット `{name}` の JSON のキー `{key}`")
        }
    }
}

fn placed(thing: &str, arn: Arn<'_>, lang: Lang) -> String {
    let account = match lang {
        Lang::En => format!("account {}", arn.account),
        Lang::Ja => format!("アカウント {}", arn.account),
    };
    let account = Some(account).filter(|_| !arn.account.is_empty());
    let region = Some(arn.region.to_owned()).filter(|region| !region.is_empty());
    let places: Vec<String> = account.into_iter().chain(region).collect();
    match (lang, places.is_empty()) {
        (Lang::En, true) => format!("{thing}."),
        (Lang::En, false) => format!("{thing}; {}.", places.join(", ")),
        (Lang::Ja, true) => is(thing),
        (Lang::Ja, false) => format!("{thing} です（{}）。", places.join("・")),
    }
}

#[cfg(test)]
mod tests {
    use super::meaning;
    use crate::lang::Lang;

    #[test]
    fn says_what_an_arn_names() {
        for (arn, said) in [
            (
                "arn:aws:iam::111122223333:role/service-role/batch",
                "The IAM role `batch`; account 111122223333.",
            ),
            (
                "arn:aws:ssm:eu-west-1:111122223333:parameter/prod/db",
                "The parameter `/prod/db` of Parameter Store; account 111122223333, eu-west-1.",
            ),
            (
                "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf:password::",
                "`password` in the JSON of the secret `db-AbCdEf` of Secrets Manager; account \
                 111122223333, eu-west-1.",
            ),
            (
                "arn:aws:s3:::bucket/app.env",
                "The object `app.env` in the bucket `bucket`.",
            ),
        ] {
            assert_eq!(meaning(arn, Lang::En).as_deref(), Some(said));
        }
        assert_eq!(
            meaning("arn:aws:iam::xxxxxxxxxxxx:role/batch", Lang::Ja).as_deref(),
            Some("IAM ロール `batch` です（アカウント xxxxxxxxxxxx）。")
        );
        for other in [
            "batch",
            "arn:aws:iam::1:root",
            "arn:aws:sqs:eu-west-1:1:queue",
        ] {
            assert_eq!(meaning(other, Lang::En), None, "{other}");
        }
    }
}

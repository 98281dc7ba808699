//! What a container's secret, credentials or file are, as far as their reference says: no kind and no
//! name is guessed where a placeholder stands.

use super::expr::Expr;
use crate::arn::{Arn, split_colon};
use crate::placeholder::{length, placeholders};

/// What a task definition refers to.
#[derive(Debug, PartialEq)]
pub(super) enum Reference {
    /// A parameter in Parameter Store.
    Parameter(Expr),
    /// A secret in Secrets Manager: two patterns if its name may lack the characters that Secrets Manager
    /// appends.
    Secret(Vec<Expr>),
    /// A file in S3, and its bucket.
    File(Expr, Expr),
    /// A placeholder stands where its kind would.
    Open,
    /// Anything else, which ECS does not read there.
    Other,
}

impl Reference {
    /// A secret of a container or of its log driver: an ARN, or a parameter's name.
    pub(super) fn of_secret(text: &str) -> Self {
        let named = |name: &str| {
            let name = name.strip_prefix('/').unwrap_or(name);
            Self::Parameter(Expr::arn("ssm", "parameter/").with_pasted(name))
        };
        match Self::read(text, named) {
            Self::File(..) => Self::Other,
            reference => reference,
        }
    }

    /// The credentials of a registry: a secret's ARN or name.
    pub(super) fn of_credentials(text: &str) -> Self {
        let named = |name: &str| {
            let start = Expr::arn("secretsmanager", "secret:");
            Self::Secret(vec![start.with_pasted(name).then(ADDED)])
        };
        match Self::read(text, named) {
            reference @ (Self::Secret(_) | Self::Open) => reference,
            _ => Self::Other,
        }
    }

    /// A file in S3, which ECS takes by its ARN.
    pub(super) fn of_file(text: &str) -> Self {
        match Self::read(text, |_| Self::Other) {
            reference @ (Self::File(..) | Self::Open) => reference,
            _ => Self::Other,
        }
    }

    /// The specification of credentials: a file in S3 or a parameter, by its ARN. One on the instance, or
    /// in no known form, needs no right.
    pub(super) fn of_specification(text: &str) -> Option<Self> {
        let (_, place) = text.split_once(':')?;
        match Self::read(place, |_| Self::Other) {
            Self::Secret(_) | Self::Other => None,
            reference => Some(reference),
        }
    }

    fn read(text: &str, named: impl Fn(&str) -> Self) -> Self {
        if let Some(arn) = Arn::parse(text) {
            return of_arn(text, arn);
        }
        if length(text).is_some() {
            return Self::Open;
        }
        if text.starts_with("arn:") {
            return or_other(text);
        }
        named(text)
    }
}

fn of_arn(text: &str, arn: Arn<'_>) -> Reference {
    let is_open = length(arn.resource).is_some();
    match arn.service {
        "ssm" if is_open || arn.resource.starts_with("parameter") => {
            Reference::Parameter(Expr::pasted(text))
        }
        "secretsmanager" => match arn.resource.strip_prefix("secret:") {
            Some(name) => secret(&text[..text.len() - name.len()], name),
            None => or_other(arn.resource),
        },
        "s3" => {
            let bucket = arn.resource.split('/').next().unwrap_or_default();
            let start = Expr::parse("arn:«AWS::Partition»:s3:::");
            Reference::File(Expr::pasted(text), start.with_pasted(bucket))
        }
        service => or_other(service),
    }
}

/// What has no known kind: open where it begins with or holds a placeholder.
fn or_other(text: &str) -> Reference {
    if placeholders(text).next().is_some() {
        Reference::Open
    } else {
        Reference::Other
    }
}

/// What Secrets Manager appends to a name.
const ADDED: &str = "-??????";

/// A secret, without a JSON key and version. Where its name lacks the six characters, wildcards replace
/// them; where they may be a part of the name, such as in `db-secret`, both are meant.
fn secret(start: &str, name: &str) -> Reference {
    let name = split_colon(name).map_or(name, |(name, _)| name);
    let whole = Expr::pasted(start).with_pasted(name);
    let added = name
        .rsplit_once('-')
        .map(|(_, added)| added)
        .filter(|added| added.len() == 6 && added.bytes().all(|it| it.is_ascii_alphanumeric()));
    let is_open = placeholders(name)
        .last()
        .is_some_and(|last| name.ends_with(last));
    let part = whole.clone().then(ADDED);
    Reference::Secret(match added {
        Some(added) if !is_word(added) => vec![whole],
        None if !is_open => vec![part],
        _ => vec![whole, part],
    })
}

/// Whether people write it so: letters of one case, of which the first may be a capital, and digits behind
/// them. Of what Secrets Manager appends, one in forty is like that.
fn is_word(text: &str) -> bool {
    let letters = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let rest = letters.get(1..).unwrap_or_default();
    letters.bytes().all(|it| it.is_ascii_uppercase())
        || rest.bytes().all(|it| it.is_ascii_lowercase())
}

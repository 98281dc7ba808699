//! `environment-file`: an environment file that ECS can’t find.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    is_given, reference, words,
};
use crate::arn::Arn;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "environment-file",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_EnvironmentFile.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Environment",
        title: "An environment file that ECS can’t find",
        message: "{path} {reason}.",
        why: "ECS reads environment files from S3 only, by the ARN of the object, and only \
            if its name ends in `.env`.",
        cure: "Write it as `arn:aws:s3:::BUCKET/FOLDER/FILE.env`.",
    },
    ja: words! {
        label: "環境変数",
        title: "ECS が読み込めない環境ファイル",
        message: "{path} {reason}。",
        why: "ECS が環境ファイルを読み込むのは S3 からだけで、オブジェクトの ARN で指定しま\
            す。名前は `.env` で終わる必要があります。",
        cure: "`arn:aws:s3:::バケット名/プレフィックス/ファイル名.env` の形で書いてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::FargateContainer,
    before: r#""environmentFiles": [{"type": "s3", "value": "s3://bucket/batch.env"}]"#,
    after: concat!(
        r#""environmentFiles": [{"type": "s3", "#,
        r#""value": "arn:aws:s3:::bucket/batch.env"}]"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    reference(
        "The file must have a .env file extension.",
        CHECK.rule.source,
    ),
    reference(
        "The Amazon Resource Name (ARN) of the Amazon S3 object containing the environment \
            variable file.",
        CHECK.rule.source,
    ),
];

static NO_OBJECT: Localized = Localized {
    en: "is no ARN of an S3 object",
    ja: " は S3 オブジェクトの ARN ではありません",
};

static ENDING: Localized = Localized {
    en: "does not end in .env",
    ja: " が .env で終わっていません",
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for file in definition.each("environmentFiles") {
        let Some(at) = file.member("value") else {
            continue;
        };
        let text = at.string().unwrap_or_default();
        let reason = match Arn::parse(&text).and_then(Arn::s3_object) {
            Some(object) if matches!(object.rsplit_once('.'), Some((_, "env"))) => continue,
            Some(_) => &ENDING,
            None => &NO_OBJECT,
        };
        if is_given(&text) {
            findings.report(at).arg("reason", reason);
        }
    }
}

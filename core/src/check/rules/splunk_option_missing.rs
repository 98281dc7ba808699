//! `splunk-option-missing`: splunk without its token or URL.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    reference, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "splunk-option-missing",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_LogConfiguration.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Log option",
        title: "splunk without its token or URL",
        message: "{path} has no {member}, which splunk requires.",
        why: "The log driver has to know where Splunk is, and who sends.",
        cure: "Add `splunk-url` to the options, and `splunk-token` to `secretOptions`, so \
            that it stays secret.",
    },
    ja: words! {
        label: "ログオプション",
        title: "splunk のトークンまたは URL がありません",
        message: "{path} に、splunk で必須の {member} がありません。",
        why: "ログドライバーには、Splunk の URL と送信用のトークンが必要です。",
        cure: "`splunk-url` を options に、`splunk-token` は外に出ないように `secretOptions` \
            に書いてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: concat!(
        r#""logConfiguration": {"logDriver": "splunk", "#,
        r#""options": {"splunk-token": ""}}"#,
    ),
    after: r#""logConfiguration": {"logDriver": "json-file"}"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[reference(
    "To route logs using the splunk log router, you need to specify a splunk-token and a \
            splunk-url.",
    CHECK.rule.source,
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for log in definition.logs("splunk") {
        for key in ["splunk-token", "splunk-url"] {
            let option = log
                .member("options")
                .and_then(|options| options.member(key));
            let mut secrets = log.member_elements("secretOptions");
            let secret = secrets.any(|secret| secret.member_str("name").as_deref() == Some(key));
            if option.is_none() && !secret {
                findings.report(log).arg("member", key);
            }
        }
    }
}

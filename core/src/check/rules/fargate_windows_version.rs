//! `fargate-windows-version`: a Windows version that Fargate does not support.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    reference, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "fargate-windows-version",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/\
            platform-windows-fargate.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Windows",
        title: "A Windows version that Fargate does not have",
        message: "Fargate does not have {value}.",
        why: "On Fargate there are the long-term versions of Windows Server from 2019 on.",
        cure: "Use Windows Server 2019, 2022 or 2025, with an image of the same version.",
    },
    ja: words! {
        label: "Windows",
        title: "Fargate にない Windows のバージョン",
        message: "Fargate には {value} がありません。",
        why: "Fargate で使えるのは、2019 以降の長期サービスチャネルの Windows Server です。",
        cure: "Windows Server 2019、2022、2025 のどれかにし、イメージも同じバージョンにして\
            ください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Fargate,
    before: concat!(
        r#""cpu": "1024", "memory": "2048", "#,
        r#""runtimePlatform": {"operatingSystemFamily": "WINDOWS_SERVER_2016_FULL"}"#,
    ),
    after: concat!(
        r#""cpu": "1024", "memory": "2048", "#,
        r#""runtimePlatform": {"operatingSystemFamily": "WINDOWS_SERVER_2022_FULL"}"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[reference(
    "The valid values for Amazon ECS tasks that are hosted on Fargate are LINUX, \
            WINDOWS_SERVER_2019_FULL, WINDOWS_SERVER_2019_CORE, WINDOWS_SERVER_2022_FULL, and \
            WINDOWS_SERVER_2022_CORE.",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/\
            task_definition_parameters.html",
)];

const OLD: [&str; 3] = [
    "WINDOWS_SERVER_2004_CORE",
    "WINDOWS_SERVER_2016_FULL",
    "WINDOWS_SERVER_20H2_CORE",
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let platform = definition.root.member("runtimePlatform");
    let family = platform.and_then(|platform| platform.member("operatingSystemFamily"));
    if let Some(at) = family
        && definition.is_fargate()
        && OLD.contains(&&*at.string().unwrap_or_default())
    {
        findings.report(at).arg("value", at);
    }
}

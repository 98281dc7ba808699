//! `ulimit-order`: a soft limit above its hard limit.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    cannot_run, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "ulimit-order",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Ulimit.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Ulimit",
        title: "A soft limit above its hard limit",
        message: "{path} is {before}, above the hardLimit of {limit}.",
        why: "A process starts with the soft limit and may raise it up to the hard one.",
        cure: "Lower `softLimit`, or raise `hardLimit`.",
    },
    ja: words! {
        label: "ulimit",
        title: "ハードリミットを超えるソフトリミット",
        message: "{path} の {before} が、hardLimit の {limit} を超えています。",
        why: "プロセスはソフトリミットで始まり、ハードリミットまで引き上げられます。",
        cure: "`softLimit` を下げるか、`hardLimit` を上げてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""ulimits": [{"name": "nofile", "softLimit": 65536, "hardLimit": 1024}]"#,
    after: r#""ulimits": [{"name": "nofile", "softLimit": 1024, "hardLimit": 65536}]"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[cannot_run(
    "rlim->rlim_cur was greater than rlim->rlim_max.",
    "https://man7.org/linux/man-pages/man2/setrlimit.2.html",
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for ulimit in definition.each("ulimits") {
        let (Some(at), Some(hard)) = (ulimit.member("softLimit"), ulimit.member("hardLimit"))
        else {
            continue;
        };
        // -1 means no limit.
        let above = at.integer().zip(hard.integer());
        if above.is_some_and(|(soft, hard)| hard >= 0 && (soft > hard || soft < 0)) {
            findings.report(at).arg("limit", hard);
        }
    }
}

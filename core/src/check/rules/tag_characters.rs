//! `tag-characters`: a tag with characters that AWS does not accept.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    reference, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "tag-characters",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tag.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Tag",
        title: "A tag with characters that AWS does not take",
        message: "{path} has a character that a tag can’t have.",
        why: "Tags have letters, digits, spaces and `_ . : / = + - @`.",
        cure: "Take the other characters out.",
    },
    ja: words! {
        label: "文字",
        title: "タグに使えない文字",
        message: "{path} に、タグに使えない文字があります。",
        why: "タグに使えるのは、文字、数字、空白と `_ . : / = + - @` です。",
        cure: "ほかの文字を取り除いてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""tags": [{"key": "team#1", "value": "batch"}]"#,
    after: r#""tags": [{"key": "team-1", "value": "batch"}]"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    reference(
        "Pattern: ([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)",
        CHECK.rule.source,
    ),
    reference(
        "Generally allowed characters are: letters, numbers, and spaces representable in UTF-8, \
            and the following characters: + - = . _ : / @.",
        CHECK.rule.source,
    ),
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for tag in definition.root.member_elements("tags") {
        for at in ["key", "value"].iter().filter_map(|key| tag.member(key)) {
            let allowed = |c: char| {
                !c.is_ascii()
                    || c.is_ascii_alphanumeric()
                    || c.is_whitespace()
                    || "_.:/=+-@".contains(c)
            };
            if at.string().is_some_and(|text| !text.chars().all(allowed)) {
                findings.report(at);
            }
        }
    }
}

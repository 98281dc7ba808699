//! `tag-characters`: a tag that AWS does not accept.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Kind, Localized, PackedWords, Rule,
    Scope, reference, words,
};
use crate::named_values::is_reserved;

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
        title: "A tag that AWS does not take",
        message: "{path} {reason}.",
        why: "Tags have a key and perhaps a value, of letters, digits, spaces and \
            `_ . : / = + - @`. AWS keeps what begins with `aws:` for itself.",
        cure: "Give it a key, take the other characters out, and begin it otherwise.",
    },
    ja: words! {
        label: "文字",
        title: "AWS が受け付けないタグ",
        message: "{path} {reason}。",
        why: "タグにはキーが必要で、値は省けます。使えるのは、文字、数字、空白と \
            `_ . : / = + - @` です。`aws:` で始まるものは AWS が予約しています。",
        cure: "キーを書き、ほかの文字を取り除き、`aws:` 以外で始めてください。",
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
    reference(
        "Each tag consists of a key and an optional value.",
        CHECK.rule.source,
    ),
    reference(
        "Do not use aws:, AWS:, or any upper or lowercase combination of such as a prefix for \
            either keys or values as it is reserved for Amazon Web Services use.",
        CHECK.rule.source,
    ),
];

static CHARACTER: Localized = Localized {
    en: "has a character that a tag can’t have",
    ja: " に、タグに使えない文字があります",
};

static RESERVED: Localized = Localized {
    en: "begins with aws:",
    ja: " が aws: で始まっています",
};

static KEYLESS: Localized = Localized {
    en: "has no key",
    ja: " にキーがありません",
};

/// Characters beyond ASCII that are no letter, number or space: of controls, punctuation, symbols,
/// arrows, emoji. Unicode has more of them, whose table would be large.
const OTHERS: [(char, char); 13] = [
    ('\u{80}', '\u{9f}'),
    ('\u{200b}', '\u{2027}'),
    ('\u{202a}', '\u{202e}'),
    ('\u{2030}', '\u{205e}'),
    ('\u{2190}', '\u{245f}'),
    ('\u{2500}', '\u{2775}'),
    ('\u{2794}', '\u{2bff}'),
    ('\u{3001}', '\u{3003}'),
    ('\u{3008}', '\u{3020}'),
    ('\u{e000}', '\u{f8ff}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{ff01}', '\u{ff0f}'),
    ('\u{1f110}', '\u{1faff}'),
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for tag in definition.root.member_elements("tags") {
        if tag.kind() == Kind::Object && tag.children().all(|child| child.key() == "value") {
            findings.report(tag).arg("reason", &KEYLESS);
        }
        for at in ["key", "value"].iter().filter_map(|key| tag.member(key)) {
            let text = at.string().unwrap_or_default();
            let reason = if !text.chars().all(is_allowed) {
                &CHARACTER
            } else if is_reserved(&text) {
                &RESERVED
            } else {
                continue;
            };
            findings.report(at).arg("reason", reason);
        }
    }
}

fn is_allowed(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphanumeric() || " _.:/=+-@".contains(c)
    } else {
        !OTHERS
            .iter()
            .any(|&(first, last)| (first..=last).contains(&c))
    }
}

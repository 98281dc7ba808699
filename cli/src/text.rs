//! Texts in the language of the output.

#[cfg(feature = "aws")]
use taskdef_core::Lang;

/// A text in one of the languages, with what its braces capture: `text!(lang, "…", "…")`, in English and
/// in Japanese. A missing language does not compile.
macro_rules! text {
    ($lang:expr, $en:literal, $ja:literal $(,)?) => {
        match $lang {
            taskdef_core::Lang::En => format!($en),
            taskdef_core::Lang::Ja => format!($ja),
        }
    };
}

/// The same in each language, where that of the output is not known: `texts!("…", "…")`.
macro_rules! texts {
    ($en:literal, $ja:literal $(,)?) => {
        taskdef_core::Localized {
            en: format!($en),
            ja: format!($ja),
        }
    };
}

pub(crate) use text;
pub(crate) use texts;

/// What parts the members of a list.
#[cfg(feature = "aws")]
pub(crate) const fn comma(lang: Lang) -> &'static str {
    match lang {
        Lang::En => ", ",
        Lang::Ja => "、",
    }
}

/// What parts clauses that may have commas themselves.
#[cfg(feature = "aws")]
pub(crate) const fn semicolon(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "; ",
        Lang::Ja => "、",
    }
}

/// Fails where a text, or one of its lines or sentences, has no Japanese in it.
#[cfg(test)]
pub(crate) fn assert_japanese(text: &str) {
    // Kana: there is no sentence without them.
    let is_japanese = |part: &str| part.chars().any(|c| ('ぁ'..='ヺ').contains(&c));
    let mut parts = text.split(['\n', '。']).filter(|part| !part.is_empty());
    assert!(!text.is_empty() && parts.all(is_japanese), "{text}");
    assert!(!text.contains("  "), "a line that was broken: {text}");
}

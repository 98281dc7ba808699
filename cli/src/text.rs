//! Texts in the language of the output.

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

//! The languages that taskdef speaks.

/// A language of reports, errors and explanations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Japanese.
    Ja,
}

/// A text in every language: one that lacks a language does not compile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prose {
    /// In English.
    pub en: &'static str,
    /// In Japanese.
    pub ja: &'static str,
}

impl Prose {
    /// The text in one language.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Ja => self.ja,
        }
    }
}

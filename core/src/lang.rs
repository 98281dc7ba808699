//! The languages of the output.

/// A language of reports, errors and explanations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Japanese.
    Ja,
}

impl Lang {
    /// A message as a sentence of a text that is read, with its full stop.
    pub(crate) fn sentence(self, mut message: String) -> String {
        if !message.ends_with(['.', '。']) {
            message.push_str(match self {
                Lang::En => ".",
                Lang::Ja => "。",
            });
        }
        message
    }
}

/// A text, or a struct of texts, in every language; a missing language does not compile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Localized<T = &'static str> {
    /// In English.
    pub en: T,
    /// In Japanese.
    pub ja: T,
}

impl<T> Localized<T> {
    /// The text in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &T {
        match lang {
            Lang::En => &self.en,
            Lang::Ja => &self.ja,
        }
    }
}

impl Localized {
    /// The static text in one language.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &'static str {
        self.get(lang)
    }
}

//! The words of a failure, as they came and as they may be shown.

use std::fmt;

use taskdef_core::{Lang, Localized};

use super::Redactor;

/// The words of a failure.
#[derive(Clone)]
pub(in crate::aws) struct Words {
    /// AWS's, which may repeat a value: they decide, but are not shown.
    raw: Option<String>,
    shown: Localized<String>,
}

impl Words {
    /// Ours, or the network's, which should hold no value of a document.
    pub(in crate::aws) fn ours(words: Localized<String>) -> Self {
        Words {
            raw: None,
            shown: words,
        }
    }

    /// AWS's. Nothing of them is shown until they are redacted.
    pub(in crate::aws) fn theirs(words: &str) -> Self {
        Words {
            raw: Some(words.to_owned()),
            shown: in_each(""),
        }
    }

    /// Adds ours.
    pub(in crate::aws) fn add(&mut self, words: &Localized<String>) {
        let Localized { en, ja } = &mut self.shown;
        en.push_str(&words.en);
        ja.push_str(&words.ja);
    }

    /// The same, to be shown without the values in them.
    pub(in crate::aws) fn redacted(mut self, redactor: &mut Redactor) -> Self {
        self.shown = match &self.raw {
            Some(raw) => in_each(&redactor.redact(raw)),
            None => Localized {
                en: redactor.mask(&self.shown.en),
                ja: redactor.mask(&self.shown.ja),
            },
        };
        self
    }

    /// Whether they say so, values included.
    pub(in crate::aws) fn contains(&self, words: &str) -> bool {
        self.raw.as_ref().unwrap_or(&self.shown.en).contains(words)
    }

    /// What may be shown.
    pub(in crate::aws) fn shown(&self, lang: Lang) -> &str {
        self.shown.get(lang).trim()
    }
}

/// Words of somebody else, which are the same in each language.
pub(in crate::aws) fn in_each(words: &str) -> Localized<String> {
    Localized {
        en: words.to_owned(),
        ja: words.to_owned(),
    }
}

/// Only what may be shown.
impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.shown.fmt(f)
    }
}

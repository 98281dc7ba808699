//! The words of a failure, as they came and as they may be shown.

use std::fmt;

use super::Redactor;

/// The words of a failure.
#[derive(Clone)]
pub(in crate::aws) struct Words {
    /// AWS's, which may repeat a value: they decide, but are not shown.
    raw: Option<String>,
    shown: String,
}

impl Words {
    /// Ours, or the network's, which should hold no value of a document.
    pub(in crate::aws) fn ours(words: &str) -> Self {
        Words {
            raw: None,
            shown: words.to_owned(),
        }
    }

    /// AWS's. Nothing of them is shown until they are redacted.
    pub(in crate::aws) fn theirs(words: &str) -> Self {
        Words {
            raw: Some(words.to_owned()),
            shown: String::new(),
        }
    }

    /// Adds ours.
    pub(in crate::aws) fn add(&mut self, words: &str) {
        self.shown.push_str(words);
    }

    /// The same, to be shown without the values in them.
    pub(in crate::aws) fn redacted(mut self, redactor: &mut Redactor) -> Self {
        self.shown = match &self.raw {
            Some(raw) => redactor.redact(raw),
            None => redactor.mask(&self.shown),
        };
        self
    }

    /// Whether they say so, values included.
    pub(in crate::aws) fn contains(&self, words: &str) -> bool {
        self.raw.as_ref().unwrap_or(&self.shown).contains(words)
    }

    /// What may be shown.
    pub(in crate::aws) fn shown(&self) -> &str {
        self.shown.trim()
    }
}

/// Only what may be shown.
impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.shown.fmt(f)
    }
}

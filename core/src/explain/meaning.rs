//! What an error of AWS means, in a line.

use serde::Serialize;

use super::error_text::KnownError;
use crate::lang::Lang;

/// What an error of AWS means and what to do, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Meaning {
    /// The error's id, of which `explain` tells more.
    pub id: &'static str,
    /// What it means, and what causes it.
    pub meaning: &'static str,
    /// What to do.
    pub cure: &'static str,
}

impl Meaning {
    /// That of an error.
    #[must_use]
    pub fn new(error: KnownError, lang: Lang) -> Self {
        Meaning {
            id: error.id(),
            meaning: error.meaning(lang),
            cure: error.cure(lang),
        }
    }

    /// The same for people, on one line.
    #[must_use]
    pub fn line(&self, lang: Lang) -> String {
        let Meaning { id, meaning, cure } = self;
        match lang {
            Lang::En => format!("what it means: {meaning} {cure} [{id}]"),
            Lang::Ja => format!("意味と対処: {meaning}{cure} [{id}]"),
        }
    }
}

//! Errors of AWS in one language, as JSON.

use serde::Serialize;

use super::error_text::{KnownError, quotes, words_of};
use crate::aws_error::SaidBy;
use crate::lang::Lang;

/// An error of AWS in one language.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ErrorText {
    /// Its stable id: that of the rule which prevents it, or one of its own.
    pub id: &'static str,
    /// Who says it: `api`, `client`, `task` or `service`; `None` if a rule prevents it.
    pub said_by: Option<&'static str>,
    /// The operations that are refused so, if they are known.
    pub operations: &'static [&'static str],
    /// AWS's words; `{}` stands for what is somebody's own.
    pub texts: Vec<&'static str>,
    /// A heading.
    pub title: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// What to do.
    pub cure: &'static str,
    /// The ids of the rules that find the same in a task definition.
    pub rules: Vec<&'static str>,
    /// Where it is described, or was seen.
    pub source: &'static str,
}

impl ErrorText {
    /// An error in one language.
    #[must_use]
    pub fn new(error: KnownError, lang: Lang) -> Self {
        let (said_by, texts) = match error {
            KnownError::Rule(rule) => {
                let mut texts: Vec<&str> = quotes(rule).map(words_of).collect();
                texts.dedup();
                (None, texts)
            }
            KnownError::Other(error) => (Some(error.said_by), error.texts.to_vec()),
        };
        ErrorText {
            id: error.id(),
            said_by: said_by.map(SaidBy::id),
            operations: said_by.map_or(&[], SaidBy::operations),
            texts,
            title: error.title(lang),
            meaning: error.meaning(lang),
            cure: error.cure(lang),
            rules: error.rules(),
            source: error.source(),
        }
    }
}

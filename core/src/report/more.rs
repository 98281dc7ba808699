//! Findings that are counted only, as enough others of their rule are told.

use serde::Serialize;

use super::Severity;
use crate::lang::Lang;

/// Findings of a rule that are counted only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct More {
    /// The rule's id.
    pub rule: &'static str,
    /// Their severity.
    pub severity: Severity,
    /// Their number.
    pub count: usize,
}

/// The rules about what is still to be filled in.
const UNFILLED: [&str; 2] = ["placeholder", "redacted-account"];

/// Whether findings of a rule prevent registration: errors, and what is not filled in.
pub(super) fn blocks(severity: Severity, rule: &str) -> bool {
    severity == Severity::Error || UNFILLED.contains(&rule)
}

impl More {
    /// Whether they prevent registration.
    #[must_use]
    pub fn blocks(&self) -> bool {
        blocks(self.severity, self.rule)
    }

    /// That there are more findings than those that are told, as a line of text.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let More { rule, count, .. } = self;
        match lang {
            Lang::En => format!("and {count} more of [{rule}]"),
            Lang::Ja => format!("[{rule}] は、ほかに {count} 件あります"),
        }
    }
}

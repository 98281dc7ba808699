//! The type of a piece of evidence: why a rule calls its findings errors.

use serde::Serialize;

/// A sentence that says that ECS refuses what a rule reports, or that the container can't run.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Evidence {
    /// Who says so.
    pub kind: EvidenceKind,
    /// The sentence, word for word.
    pub quote: &'static str,
    /// The address where it stands.
    pub source: &'static str,
}

/// Who says that it is an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EvidenceKind {
    /// AWS or its client, to somebody whose request it refused.
    Refusal,
    /// AWS's reference or guide.
    Reference,
    /// What runs the container, such as Docker or the ECS agent.
    CannotRun,
}

impl EvidenceKind {
    /// Its stable id.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            EvidenceKind::Refusal => "refusal",
            EvidenceKind::Reference => "reference",
            EvidenceKind::CannotRun => "cannot-run",
        }
    }
}

/// AWS's answer to somebody who sent the pattern, and where they reported it.
pub(crate) const fn refusal(quote: &'static str, source: &'static str) -> Evidence {
    Evidence {
        kind: EvidenceKind::Refusal,
        quote,
        source,
    }
}

/// A sentence of AWS's documentation.
pub(crate) const fn reference(quote: &'static str, source: &'static str) -> Evidence {
    Evidence {
        kind: EvidenceKind::Reference,
        quote,
        source,
    }
}

/// What keeps the container from running, in the words of the program or its manual.
pub(crate) const fn cannot_run(quote: &'static str, source: &'static str) -> Evidence {
    Evidence {
        kind: EvidenceKind::CannotRun,
        quote,
        source,
    }
}

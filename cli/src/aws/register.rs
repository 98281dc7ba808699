//! Registering once, whatever happens to the answer.
//!
//! `RegisterTaskDefinition` makes a revision each time it arrives, and takes no token that would
//! make a second one harmless. So it is sent again after a throttle, which did nothing; after a
//! lost answer AWS is asked first whether the revision is there.

use serde_json::Value;
use taskdef_core::diff::{Difference, DifferenceKind};

use super::call::Aws;
use super::failure::{Failure, Kind};
use super::hidden::hidden_values;
use super::operation::Operation;
use super::request::Request;
use super::revision::{Revision, differences};

/// A new revision, and what of it AWS did not take.
#[derive(Debug)]
pub(crate) struct Registered {
    pub(crate) revision: Revision,
    pub(crate) ignored: Vec<Difference>,
}

impl Aws {
    /// Registers a document, byte for byte. `latest` is the family's latest revision before.
    pub(crate) async fn register(
        &self,
        document: &str,
        latest: Option<&Revision>,
    ) -> Result<Registered, Box<Failure>> {
        let revision = self.register_once(document, latest).await?;
        let mut ignored = not_taken(document, &revision);
        let mut whole = revision;
        if !ignored.is_empty() {
            // The answer to a registration may be shorter than what is stored.
            whole = self.revision(&whole.arn).await?;
            ignored = not_taken(document, &whole);
        }
        Ok(Registered {
            revision: whole,
            ignored,
        })
    }

    async fn register_once(
        &self,
        document: &str,
        latest: Option<&Revision>,
    ) -> Result<Revision, Box<Failure>> {
        let operation = Operation::RegisterTaskDefinition;
        let mut attempt = 1;
        loop {
            let request = Request::raw(operation, document.to_owned()).once();
            let mut failure = match self.call(request).await {
                Ok(answer) => return Revision::read(operation, answer),
                Err(failure) => failure,
            };
            if !failure.is_transient() {
                failure.mask(&hidden_values(document));
                return Err(failure);
            }
            // A request whose answer is late may itself be late.
            self.back_off(attempt).await;
            if failure.kind != Kind::Throttled
                && let Some(revision) = self.arrived(document, latest).await?
            {
                return Ok(revision);
            }
            if attempt >= self.attempts {
                return Err(failure);
            }
            attempt += 1;
        }
    }

    /// The revision that a request made whose answer was lost.
    async fn arrived(
        &self,
        document: &str,
        latest: Option<&Revision>,
    ) -> Result<Option<Revision>, Box<Failure>> {
        let family = family(document);
        let before = latest.map_or(0, |latest| latest.number);
        let now = self.latest(&family).await?;
        Ok(now.filter(|now| now.number > before && now.differences(document, false).is_empty()))
    }
}

/// The family that a document names.
fn family(document: &str) -> String {
    let value: Value = serde_json::from_str(document).unwrap_or_default();
    value["family"].as_str().unwrap_or_default().to_owned()
}

/// What was sent and is not in the revision. What AWS filled in or writes otherwise, such as a
/// role's name as its ARN, is no matter; nor is what says nothing by being there.
fn not_taken(document: &str, revision: &Revision) -> Vec<Difference> {
    let mut found = differences(document, &revision.answer, false);
    found.retain(|difference| {
        let says_nothing = matches!(difference.before.as_deref(), Some("{}" | "[]" | "false"));
        difference.kind == DifferenceKind::Removed && !says_nothing
    });
    found
}

//! Registers once, whatever happens to the answer.
//!
//! `RegisterTaskDefinition` makes a revision each time it arrives, and takes no token that would
//! make a second one harmless. So it is sent again after a throttle, which did nothing; after a
//! lost answer the family's latest revisions are read first.

use taskdef_core::diff::{Difference, DifferenceKind};

use super::call::Aws;
use super::failure::{Failure, Kind};
use super::operation::Operation;
use super::request::Request;
use super::revision::Revision;

/// The most revisions since our request among which that of a lost answer is looked for.
const MOST_SINCE: u32 = 10;

/// A new revision, and what of it AWS did not take.
#[derive(Debug)]
pub(crate) struct Registered {
    pub(crate) revision: Revision,
    pub(crate) ignored: Vec<Difference>,
}

impl Aws {
    /// Registers a family's document, byte for byte. `latest` is its latest revision before.
    pub(crate) async fn register(
        &self,
        family: &str,
        document: &str,
        latest: Option<&Revision>,
    ) -> Result<Registered, Box<Failure>> {
        let revision = self.register_once(family, document, latest).await?;
        if not_taken(document, &revision).is_ok_and(|ignored| ignored.is_empty()) {
            return Ok(Registered {
                revision,
                ignored: Vec::new(),
            });
        }
        // The answer to a registration may be shorter than what is stored.
        let revision = self.revision(&revision.arn).await?;
        let ignored = not_taken(document, &revision)?;
        Ok(Registered { revision, ignored })
    }

    async fn register_once(
        &self,
        family: &str,
        document: &str,
        latest: Option<&Revision>,
    ) -> Result<Revision, Box<Failure>> {
        let operation = Operation::RegisterTaskDefinition;
        let mut attempt = 1;
        loop {
            let request = Request::raw(operation, document.to_owned()).no_retry();
            let answer = self.call(request).await;
            let failure = match answer.and_then(|answer| Revision::read(operation, answer)) {
                Ok(revision) => return Ok(revision),
                Err(failure) => failure,
            };
            if !failure.is_transient() {
                return Err(failure);
            }
            // A request whose answer is late may itself be late.
            self.back_off(attempt).await;
            if failure.kind != Kind::Throttled
                && let Some(revision) = self.arrived(family, document, latest).await?
            {
                return Ok(revision);
            }
            if attempt >= self.attempts {
                return Err(failure);
            }
            attempt += 1;
        }
    }

    /// The revision that a request made whose answer was lost. Others may have registered since.
    async fn arrived(
        &self,
        family: &str,
        document: &str,
        latest: Option<&Revision>,
    ) -> Result<Option<Revision>, Box<Failure>> {
        let before = latest.map_or(0, |latest| latest.number);
        let mut next = self.latest(family).await?;
        for _ in 0..MOST_SINCE {
            let Some(now) = next.filter(|now| now.number > before) else {
                return Ok(None);
            };
            if !now.is_inactive() && now.differences(document, false)?.is_empty() {
                return Ok(Some(now));
            }
            if now.number == before + 1 {
                return Ok(None);
            }
            next = self.latest(&format!("{family}:{}", now.number - 1)).await?;
        }
        Ok(None)
    }
}

/// What was sent and is not in the revision. What AWS filled in or writes otherwise, such as a
/// role's name as its ARN, is no matter; nor is what says nothing by being there.
fn not_taken(document: &str, revision: &Revision) -> Result<Vec<Difference>, Box<Failure>> {
    let mut found = revision.differences_from(document)?;
    found.retain(|difference| {
        let says_nothing = matches!(difference.before.as_deref(), Some("{}" | "[]" | "false"));
        difference.kind == DifferenceKind::Removed && !says_nothing
    });
    Ok(found)
}

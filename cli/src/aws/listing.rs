//! What starts a family, each with its next run: the answer of `taskdef schedules`.

use futures_util::{StreamExt, TryStreamExt, stream};
use jiff::Timestamp;
use serde::Serialize;
use taskdef_core::report_json;

use super::arn::last_part;
use super::call::Aws;
use super::failure::Failure;
use super::runtime::MAX_CONCURRENT;
use super::schedule_expression::NextRun;
use super::targets::{Trigger, TriggerFilter, TriggerId};

/// The version of the JSON form.
const VERSION: u32 = 1;

/// The rules and schedules of a family.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Listing {
    pub(crate) version: u32,
    pub(crate) family: String,
    #[serde(rename = "starters")]
    pub(crate) triggers: Vec<ListedTrigger>,
    /// What was not examined, and why.
    #[serde(rename = "unseen")]
    pub(crate) skipped: Vec<String>,
}

/// A rule's target or a schedule.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ListedTrigger {
    #[serde(flatten)]
    pub(crate) id: TriggerId,
    pub(crate) cluster: String,
    /// The revision that it is pinned to; `None` if it follows the latest.
    pub(crate) revision: Option<u64>,
    pub(crate) enabled: bool,
    /// When it runs, as AWS writes it; `None` for a rule that waits for an event.
    pub(crate) expression: Option<String>,
    pub(crate) timezone: Option<String>,
    /// When it runs next; `None` if never, or on an event.
    pub(crate) next_run: Option<NextRun>,
    /// The same time in UTC, as RFC 3339; `None` for a rate too.
    next_run_utc: Option<String>,
}

impl Listing {
    /// The listing as JSON on one line.
    pub(crate) fn to_json(&self) -> String {
        report_json(self)
    }
}

impl Aws {
    /// Everything that starts a family, on every cluster.
    pub(crate) async fn listing(&self, family: &str) -> Result<Listing, Box<Failure>> {
        let trigger_filter = TriggerFilter {
            all: true,
            ..TriggerFilter::default()
        };
        let found = self.triggers(&[family], &trigger_filter, None).await?;
        let now = Timestamp::now();
        let triggers: Vec<ListedTrigger> = stream::iter(&found.triggers)
            .map(|trigger| self.listed(trigger, now))
            .buffered(MAX_CONCURRENT)
            .try_collect()
            .await?;
        Ok(Listing {
            version: VERSION,
            family: family.to_owned(),
            triggers,
            skipped: found.skipped,
        })
    }

    async fn listed(
        &self,
        trigger: &Trigger,
        now: Timestamp,
    ) -> Result<ListedTrigger, Box<Failure>> {
        let owner = match &trigger.id {
            TriggerId::Rule { bus, rule, .. } => self.rule(bus, rule).await?,
            TriggerId::Schedule { .. } => trigger.whole.clone(),
        };
        let text = |member: &str| owner[member].as_str().filter(|text| !text.is_empty());
        let expression = text("ScheduleExpression");
        let timezone = text("ScheduleExpressionTimezone");
        let enabled = text("State").is_none_or(|state| state.starts_with("ENABLED"));
        let next = expression.filter(|_| enabled);
        let next_run = next.and_then(|expression| NextRun::of(expression, timezone, now));
        let next_run_utc = match &next_run {
            Some(NextRun::At(at)) => Some(at.timestamp().to_string()),
            _ => None,
        };
        Ok(ListedTrigger {
            id: trigger.id.clone(),
            cluster: last_part(&trigger.cluster).to_owned(),
            revision: trigger.definition.revision,
            enabled,
            expression: expression.map(str::to_owned),
            timezone: timezone.map(str::to_owned),
            next_run,
            next_run_utc,
        })
    }
}

//! What starts a family, each with its next run: the answer of `taskdef schedules`.

use futures_util::{StreamExt, TryStreamExt, stream};
use jiff::Timestamp;
use serde::Serialize;

use super::call::Aws;
use super::cron::next_run;
use super::failure::Failure;
use super::runtime::AT_ONCE;
use super::targets::{Place, Starter, Wanted, cluster_name};

/// The version of the machine's form.
const VERSION: u32 = 1;

/// The rules and schedules of a family.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Listing {
    pub(crate) version: u32,
    pub(crate) family: String,
    pub(crate) starters: Vec<Listed>,
    /// What could not be looked at, and why.
    pub(crate) unseen: Vec<String>,
}

/// A rule's target or a schedule.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Listed {
    #[serde(flatten)]
    pub(crate) place: Place,
    pub(crate) cluster: String,
    /// The revision that it is pinned to; nothing if it follows the latest.
    pub(crate) revision: Option<u64>,
    pub(crate) enabled: bool,
    /// When it runs, as AWS writes it; nothing for a rule that waits for an event.
    pub(crate) expression: Option<String>,
    pub(crate) timezone: Option<String>,
    /// When it runs next; nothing if it does not, or by an event.
    pub(crate) next_run: Option<String>,
}

impl Listing {
    /// The listing as JSON on one line.
    pub(crate) fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl Aws {
    /// Everything that starts a family, on every cluster.
    pub(crate) async fn listing(&self, family: &str) -> Result<Listing, Box<Failure>> {
        let wanted = Wanted {
            all: true,
            ..Wanted::default()
        };
        let found = self.starters(&[family], &wanted, None).await?;
        let now = Timestamp::now();
        let starters: Vec<Listed> = stream::iter(&found.starters)
            .map(|starter| self.listed(starter, now))
            .buffered(AT_ONCE)
            .try_collect()
            .await?;
        Ok(Listing {
            version: VERSION,
            family: family.to_owned(),
            starters,
            unseen: found.unseen,
        })
    }

    async fn listed(&self, starter: &Starter, now: Timestamp) -> Result<Listed, Box<Failure>> {
        let owner = match &starter.place {
            Place::Rule { bus, rule, .. } => self.rule(bus, rule).await?,
            Place::Schedule { .. } => starter.whole.clone(),
        };
        let text = |member: &str| owner[member].as_str().filter(|text| !text.is_empty());
        let expression = text("ScheduleExpression");
        let timezone = text("ScheduleExpressionTimezone");
        let enabled = text("State").is_none_or(|state| state.starts_with("ENABLED"));
        let next = expression.filter(|_| enabled);
        Ok(Listed {
            place: starter.place.clone(),
            cluster: cluster_name(&starter.cluster).to_owned(),
            revision: starter.definition.revision,
            enabled,
            expression: expression.map(str::to_owned),
            timezone: timezone.map(str::to_owned),
            next_run: next.and_then(|expression| next_run(expression, timezone, now)),
        })
    }
}

//! How long and how far to wait, and what is told meanwhile. The comments are the help.

use std::time::Duration;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};

use super::{Format, Language};
use crate::aws::{ProgressForm, Until};
use crate::text::text;
use crate::time;

/// Whether and how long to wait.
#[derive(Debug, Args)]
#[command(next_help_heading = "Waiting")]
pub(crate) struct Waiting {
    /// Wait until the services run the revision; only then move rules and schedules
    #[arg(long)]
    pub(crate) wait: bool,
    /// How long to wait, such as 90s, 30m or 1h30m
    #[arg(long, value_name = "TIME", default_value = "30m", value_parser = parse_duration, requires = "waits")]
    pub(crate) timeout: Duration,
    /// How far to wait: to the end (done), until all production traffic goes to the revision (traffic),
    /// until a pause hook waits for somebody (paused), or for a
    /// lifecycle stage such as `BAKE_TIME`
    #[arg(long, value_name = "WHEN", default_value = "done", value_parser = until(), hide_possible_values = true, requires = "wait")]
    pub(crate) wait_until: Until,
    /// What to do if the deployment fails or is not done in time
    #[arg(long, value_enum, default_value = "leave", requires = "wait")]
    pub(crate) on_failure: OnFailure,
    #[command(flatten)]
    pub(crate) watching: Watching,
}

/// How a wait goes on.
#[derive(Debug, Args)]
pub(crate) struct Watching {
    /// What to write to stderr meanwhile [default: text; none with --format json]
    #[arg(long, value_enum, value_name = "FORM")]
    pub(crate) progress: Option<ProgressForm>,
    /// The polling interval
    #[arg(long, value_name = "TIME", default_value = "2s", value_parser = parse_duration, hide = true, overrides_with = "poll")]
    pub(crate) poll: Duration,
}

impl Watching {
    /// The form of the progress, where stdout has this format.
    pub(crate) fn progress(&self, format: Format) -> ProgressForm {
        self.progress.unwrap_or(Self::usual(format))
    }

    /// The same where nothing is said of it.
    pub(crate) fn usual(format: Format) -> ProgressForm {
        match format {
            Format::Text => ProgressForm::Text,
            Format::Json => ProgressForm::None,
        }
    }
}

/// The values of `--wait-until`.
pub(super) fn until() -> impl TypedValueParser<Value = Until> {
    PossibleValuesParser::new(Until::names()).map(|name| Until::parse(&name).unwrap_or_default())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum OnFailure {
    /// Put the old revision back
    Rollback,
    /// Leave the deployment as it is
    Leave,
}

/// Reads a time for clap, which does not tell the language.
pub(super) fn parse_duration(text: &str) -> Result<Duration, String> {
    let form = || {
        let lang = Language::guessed(std::env::args_os());
        text!(
            lang,
            "a time such as 90s, 30m or 1h30m",
            "90s、30m、1h30m のような時間で指定してください"
        )
    };
    time::parse_duration(text).ok_or_else(form)
}

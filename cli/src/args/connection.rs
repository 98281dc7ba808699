//! How to reach AWS. The comments are the help.

use std::time::Duration;

use clap::Args;
use taskdef_core::Lang;

use super::waiting::parse_duration;
use crate::aws::{ConnectOptions, ProgressForm};

/// The heading of [`AwsArgs`] in the help.
pub(super) const AWS_HEADING: &str = "AWS";

/// How to reach AWS.
#[derive(Debug, Args)]
#[command(next_help_heading = AWS_HEADING)]
pub(crate) struct AwsArgs {
    /// The region [default: `AWS_REGION`, or that of the profile]
    #[arg(long, value_name = "REGION")]
    region: Option<String>,
    /// A profile of ~/.aws/config [default: `AWS_PROFILE`]
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
    /// An endpoint other than AWS's own [default: `AWS_ENDPOINT_URL`]
    #[arg(long, value_name = "URL")]
    endpoint_url: Option<String>,
    /// How many times to try a request that is throttled or gets no answer
    #[arg(long, value_name = "N", default_value_t = 8)]
    max_attempts: u32,
    /// How long to wait for an answer
    #[arg(long, value_name = "TIME", default_value = "30s", value_parser = parse_duration)]
    read_timeout: Duration,
    /// The highest number of requests per second
    #[arg(long, value_name = "N", default_value_t = 8)]
    rate: u32,
    /// The first delay before a retry
    #[arg(long, value_name = "TIME", default_value = "1s", value_parser = parse_duration, hide = true)]
    backoff: Duration,
}

impl AwsArgs {
    /// How to reach AWS; what is waited for meanwhile is told in this form.
    pub(crate) fn connection(&self, lang: Lang, progress: ProgressForm) -> ConnectOptions {
        ConnectOptions {
            lang,
            progress,
            region: self.region.clone(),
            profile: self.profile.clone(),
            endpoint_url: self.endpoint_url.clone(),
            max_attempts: self.max_attempts,
            read_timeout: self.read_timeout,
            rate: self.rate,
            backoff: self.backoff,
        }
    }
}

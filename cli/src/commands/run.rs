//! `taskdef run`: starts a family once and ends as it ends.

use std::process::ExitCode;

use taskdef_core::Lang;

use crate::args::Format;
use crate::args::aws::RunArgs;
use crate::aws::task::{PollOptions, RunResult, Template};
use crate::aws::{
    self, Aws, FamilyRevision, Interrupt, Precondition, Progress, Revision, TriggerFilter, block_on,
};
use crate::error::Error;
use crate::status::Status;

pub(crate) fn run(args: &RunArgs, lang: Lang) -> Result<ExitCode, Error> {
    let (progress, interrupt) = (
        Progress::new(args.watching.progress(Format::Text), lang),
        Interrupt::default(),
    );
    let status = block_on(interrupt.during(async {
        let aws = args.aws.connection(lang).connect().await?;
        let revision = aws.revision(&args.revision).await?;
        let template = template(&aws, args, &revision, &progress).await?;
        let started = aws.start_task(&args.cluster, &revision, &template).await?;
        progress.line(&format!("started {} as {}", revision.short(), started.arn));
        let poll_options = PollOptions {
            timeout: args.timeout,
            poll: args.watching.poll,
        };
        let followed = aws
            .follow(&started, poll_options, &progress, &interrupt)
            .await?;
        Ok(exit_code(&followed, &started.arn, &progress))
    }))?;
    Ok(status)
}

/// The exit status: that of the task, or of the reason why there is none.
fn exit_code(followed: &RunResult, arn: &str, progress: &Progress) -> ExitCode {
    match followed {
        RunResult::Ended(ended) => {
            let code = ended.exit_code;
            let what = code.map_or("ended without an exit code".to_owned(), |code| {
                format!("exited with {code}")
            });
            progress.line(&format!("the task {what}. {}", ended.reason));
            let failed = Status::DeploymentFailed as u8;
            ExitCode::from(code.map_or(failed, |code| u8::try_from(code).unwrap_or(failed)))
        }
        RunResult::TimedOut => {
            progress.line(&format!("timed out; the task still runs: {arn}"));
            Status::TimedOut.into()
        }
        RunResult::Interrupted => {
            progress.line(&format!("the task still runs: {arn}"));
            Status::Interrupted.into()
        }
    }
}

/// As the rule, schedule, service or subnets say that were named, or else as whatever starts the
/// family on the cluster.
async fn template(
    aws: &Aws,
    args: &RunArgs,
    revision: &Revision,
    progress: &Progress,
) -> Result<Template, aws::Error> {
    if !args.subnet.is_empty() {
        let (subnets, groups) = (&args.subnet, &args.security_group);
        return Ok(Template::from_network(subnets, groups, args.public_ip));
    }
    if let Some(name) = &args.service {
        let services = aws
            .all_services(&args.cluster, std::slice::from_ref(name))
            .await?;
        return Ok(services
            .first()
            .map(Template::from_service)
            .unwrap_or_default());
    }
    let trigger_filter = TriggerFilter::new(
        &args.rule,
        &args.schedule,
        args.rule.is_none() && args.schedule.is_none(),
    );
    let template = aws
        .template(&revision.arn, &args.cluster, &trigger_filter)
        .await?;
    if let Some((template, like)) = template {
        progress.line(&format!("starting it like {like}"));
        return Ok(template);
    }
    if !revision.needs_network() {
        return Ok(Template::default());
    }
    let family = FamilyRevision::family_name(&revision.arn);
    Err(Precondition::NoNetwork { family }.into())
}

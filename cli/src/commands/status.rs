//! `taskdef status`: what services run, and how far their deployments are.

use taskdef_core::Lang;

use crate::args::Format;
use crate::args::aws::StatusArgs;
use crate::args::waiting::Watching;
use crate::aws::Failure;
use crate::error::Error;
use crate::files;
use crate::paint::{Paint, Stream};
use crate::render::services as render;
use crate::status::Status;
use crate::terminal;
use crate::text::text;

pub(crate) fn run(args: &StatusArgs, lang: Lang) -> Result<Status, Error> {
    let (services, deployments) = args
        .aws
        .connection(lang, Watching::usual(args.format))
        .block_on(async |aws| {
            let mut names = args.service.clone();
            if names.is_empty() {
                names = aws.service_names(&args.cluster).await?;
            }
            let services = aws.all_services(&args.cluster, &names).await?;
            let deployments = aws.deployments_of(&services).await;
            Ok((services, deployments))
        })?;
    let (details, unseen) = match deployments {
        Ok(details) => (details, None),
        Err(failure) => (Vec::new(), Some(unseen(&failure, lang))),
    };
    let services = render::StatusReport::new(&services, &details, unseen, lang);
    let text = match args.format {
        Format::Json => services.to_json() + "\n",
        Format::Text => {
            let paint = Paint::for_stream(Stream::Stdout).function();
            services.to_text(
                !args.service.is_empty(),
                lang,
                paint,
                terminal::stdout_width(),
            )
        }
    };
    files::to_stdout(&text)?;
    Ok(if args.exit_code && services.is_failing() {
        Status::DeploymentFailed
    } else {
        Status::Done
    })
}

/// What can't be told without the service deployments.
fn unseen(failure: &Failure, lang: Lang) -> String {
    let words = failure.message(lang);
    let why = words.lines().next().unwrap_or_default();
    text!(
        lang,
        "stages, pauses and rollbacks of deployments: {why}",
        "デプロイのステージ、操作待ち、ロールバック: {why}"
    )
}

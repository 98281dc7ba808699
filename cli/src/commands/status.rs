//! `taskdef status`: what services run, and how far their deployments are.

use taskdef_core::Lang;

use crate::args::Format;
use crate::args::aws::StatusArgs;
use crate::args::waiting::Watching;

use crate::error::Error;
use crate::files;
use crate::paint::{Paint, Stream};
use crate::render::services as render;
use crate::status::Status;
use crate::terminal;

pub(crate) fn run(args: &StatusArgs, lang: Lang) -> Result<Status, Error> {
    let services = args
        .aws
        .connection(lang, Watching::usual(args.format))
        .block_on(async |aws| {
            let mut names = args.service.clone();
            if names.is_empty() {
                names = aws.service_names(&args.cluster).await?;
            }
            Ok(aws.all_services(&args.cluster, &names).await?)
        })?;
    let services = render::StatusReport::new(&services);
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

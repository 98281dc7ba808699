//! `taskdef wait`: waits for what somebody else started.

use taskdef_core::Lang;

use super::deploy::{once, print_outcome, revision_of};
use crate::args::aws::WaitArgs;
use crate::args::{Format, given};
use crate::aws::deploy::{DeployRequest, Deployer, Wait};
use crate::aws::{Interrupt, Progress, block_on};
use crate::error::Error;
use crate::status::Status;

pub(crate) fn run(args: WaitArgs, lang: Lang) -> Result<Status, Error> {
    let (progress, interrupt) = (
        Progress::new(args.watching.progress(args.format), lang),
        Interrupt::default(),
    );
    let wait = Wait {
        timeout: args.timeout,
        until: args.wait_until,
        poll: args.watching.poll,
        roll_back: false,
    };
    let revision = args.revision.as_deref().map(revision_of).transpose()?;
    let request = DeployRequest {
        services: once(args.service),
        given: given(std::env::args_os()),
        ..DeployRequest::default()
    };
    let connection = args
        .aws
        .connection(lang, args.watching.progress(args.format));
    let outcome = block_on(interrupt.during(connection.run(async |aws| {
        let deployer = Deployer {
            aws,
            request: &request,
            progress: &progress,
            interrupt: &interrupt,
        };
        let attached = deployer.attach(&args.cluster, revision.as_ref(), &wait);
        attached.await
    })))?;
    print_outcome(&outcome, args.format == Format::Json, lang)
}

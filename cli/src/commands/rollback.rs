//! `taskdef rollback`: the same as a deployment, of a revision that ran before.

use crate::args::Format;
use crate::args::aws::RollbackArgs;
use crate::aws::deploy::{DeployInput, DeployRequest};
use crate::aws::{self, Aws, FamilyRevision, Precondition, block_on};
use crate::error::Error;
use crate::status::Status;

use super::deploy::{execute, print_outcome, with_targets};

pub(crate) fn run(args: RollbackArgs) -> Result<Status, Error> {
    let json = args.format == Format::Json;
    let outcome = block_on(async {
        let aws = args.aws.connection().connect().await?;
        let revision = target(&aws, &args).await?;
        let request = DeployRequest {
            inputs: vec![DeployInput::Revision(revision)],
            dry_run: args.dry_run,
            show_values: args.show_values,
            connection_args: args.aws.connection_args(),
            ..DeployRequest::default()
        };
        let request = with_targets(request, args.targets, &args.waiting);
        execute(&aws, &request, json).await
    })?;
    print_outcome(&outcome, json)
}

/// The revision to go back to.
async fn target(aws: &Aws, args: &RollbackArgs) -> Result<FamilyRevision, aws::Error> {
    let family = args.family.clone();
    if let Some(to) = args.to {
        return Ok(FamilyRevision {
            family,
            revision: Some(to),
        });
    }
    let running = running(aws, args).await?;
    let number = FamilyRevision::parse(&running).and_then(|running| running.revision);
    let before = match number {
        Some(number) => aws.revision_before(&family, number).await?,
        None => None,
    };
    match before {
        Some(before) => Ok(FamilyRevision {
            family,
            revision: Some(before),
        }),
        None => Err(Precondition::NothingBefore {
            revision: aws::short(&running),
        }
        .into()),
    }
}

/// What runs now: on the first service that was named, or else the latest revision.
async fn running(aws: &Aws, args: &RollbackArgs) -> Result<String, aws::Error> {
    let targets = &args.targets;
    if let (Some(cluster), Some(service)) = (&targets.cluster, targets.service.first()) {
        let services = aws
            .all_services(cluster, std::slice::from_ref(service))
            .await?;
        if let Some(service) = services.first() {
            return Ok(service.definition().to_owned());
        }
    }
    Ok(aws.revision(&args.family).await?.arn)
}

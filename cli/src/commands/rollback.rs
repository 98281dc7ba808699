//! `taskdef rollback`: the same as a deployment, of a revision that ran before.

use taskdef_core::Lang;

use crate::args::aws::RollbackArgs;
use crate::args::{Format, given};
use crate::aws::deploy::{DeployInput, DeployRequest};
use crate::aws::{self, Aws, FamilyRevision, Precondition, Previous, Wanted};
use crate::error::Error;
use crate::status::Status;
use crate::text::text;

use super::deploy::{execute, print_outcome, with_targets};

pub(crate) fn run(args: RollbackArgs, lang: Lang) -> Result<Status, Error> {
    let json = args.format == Format::Json;
    let progress = args.waiting.watching.progress(args.format);
    let request = with_targets(
        DeployRequest::default(),
        args.targets,
        &args.waiting,
        args.format,
    );
    if request.services.is_empty() && !request.all_services && request.trigger_filter.is_empty() {
        return Err(aws::Error::from(Precondition::NoPlace).into());
    }
    let outcome = args.aws.connection(lang, progress).block_on(async |aws| {
        let previous = match args.to {
            Some(number) => Previous::chosen(number, lang),
            None => aws.previous_of(&args.family, &request).await?,
        };
        let revision = FamilyRevision {
            family: args.family,
            revision: Some(previous.number),
        };
        if previous.is_guess && !args.yes && !args.dry_run {
            return Err(Precondition::Guess {
                revision: revision.to_string(),
                why: previous.why,
            }
            .into());
        }
        let request = DeployRequest {
            inputs: vec![DeployInput::Revision(revision)],
            back: Some(previous),
            dry_run: args.dry_run,
            show_values: args.show_values,
            given: given(std::env::args_os()),
            ..request
        };
        execute(aws, &request, progress).await
    })?;
    print_outcome(&outcome, json, lang)
}

impl Aws {
    /// The revision that a family is to go back to at the places of a request.
    async fn previous_of(
        &self,
        family: &str,
        request: &DeployRequest,
    ) -> Result<Previous, aws::Error> {
        let Some(cluster) = request.cluster.as_deref() else {
            return Err(Precondition::NoPlace.into());
        };
        let names = if request.all_services {
            self.service_names(cluster).await?
        } else {
            request.services.clone()
        };
        let services = self.all_services(cluster, &names).await?;
        for service in services.iter().filter(|_| !request.all_services) {
            service.check_controller(Wanted::Update)?;
            service.check_family(family)?;
        }
        let is_left = |it: &&aws::Service| request.all_services && it.status() != "ACTIVE";
        let ours = services.iter().filter(|it| !is_left(it));
        let ours = ours.filter(|it| it.check_family(family).is_ok());
        let ours: Vec<&aws::Service> = ours.collect();
        if !ours.is_empty() {
            return self.previous(family, cluster, &ours).await;
        }
        if request.trigger_filter.is_empty() {
            return Err(Precondition::NoService {
                family: family.to_owned(),
                cluster: cluster.to_owned(),
            }
            .into());
        }
        let found = self
            .triggers(&[family], &request.trigger_filter, None)
            .await?;
        let here = found.triggers.iter().filter(|it| it.is_named_on(cluster));
        let pinned = here.filter_map(|trigger| trigger.definition.revision);
        let number = match pinned.max() {
            Some(number) => number,
            None => self.revision(family).await?.number,
        };
        let why = text!(
            self.lang,
            "AWS keeps no history of rules and schedules, so that whether it ever ran is unknown",
            "ルールとスケジュールの履歴は AWS に残らないので、実行されたことがあるかどうかはわかりません"
        );
        self.guess(family, number, &why).await
    }
}

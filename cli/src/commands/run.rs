//! `taskdef run`: starts a family once, or several times, and ends as its tasks end.

use std::process::ExitCode;

use taskdef_core::{Lang, escape};

use crate::args::Format;
use crate::args::run::{PlaceArgs, RunArgs};
use crate::aws::task::{Changes, Definition, End, Family, Followed, Placement, Template};
use crate::aws::{
    self, Aws, FamilyRevision, Interrupt, Progress, Refusal, Revision, block_on, cluster_arn,
};
use crate::error::Error;
use crate::files;
use crate::render::run::RunOutcome;
use crate::text::text;

pub(crate) fn run(args: &RunArgs, lang: Lang) -> Result<ExitCode, Error> {
    let changes = args.changes()?;
    let json = args.format == Format::Json;
    let progress = Progress::new(args.watching.progress(args.format), lang);
    let interrupt = Interrupt::default();
    let connection = args
        .aws
        .connection(lang, args.watching.progress(args.format));
    let run = connection.run(async |aws| start(aws, args, &changes, &progress, &interrupt).await);
    let outcome = block_on(interrupt.during(run))?;
    if json {
        files::to_stdout(&(outcome.to_json() + "\n"))?;
    } else if args.no_wait {
        let lines = outcome.tasks.iter().map(|task| escape(&task.arn) + "\n");
        files::to_stdout(&lines.collect::<String>())?;
    }
    if let Some(error) = &outcome.error {
        error.text().lines().for_each(|line| progress.line(line));
    }
    Ok(ExitCode::from(outcome.status))
}

async fn start(
    aws: &Aws,
    args: &RunArgs,
    changes: &Changes,
    progress: &Progress,
    interrupt: &Interrupt,
) -> Result<RunOutcome, aws::Error> {
    let revision = aws.revision(&args.revision).await?;
    let definition = Definition::of(&revision)?;
    let overrides = changes.resolve(&definition)?;
    let way = way(aws, args, &revision, &definition).await?;
    if let Some(like) = &way.like {
        progress.line(&text!(
            aws.lang,
            "starting it like {like}",
            "{like} と同じ設定で起動します"
        ));
    }
    way.unseen.iter().for_each(|line| progress.line(line));
    let template = way.template.with(&overrides)?;
    let started = aws
        .start_tasks(&args.cluster, &revision, &template, args.count, progress)
        .await?;
    let outcome = RunOutcome::new(
        &args.cluster,
        &revision.arn,
        way.like,
        way.unseen,
        &started,
        aws.lang,
    );
    if args.no_wait {
        return Ok(outcome);
    }
    let followed = aws
        .follow(&started, args.poll_options(), progress, interrupt)
        .await;
    tell(aws, &followed, progress);
    Ok(outcome.ended(followed, aws.lang))
}

/// Tells why following ended.
fn tell(aws: &Aws, followed: &Followed, progress: &Progress) {
    let running = followed.running().collect::<Vec<_>>().join(", ");
    let line = match (&followed.end, &followed.tasks[..]) {
        (End::Stopped, [only]) => {
            let ended = only.ended.as_ref();
            ended.map_or_else(String::new, |ended| aws.how_it_ended(&only.arn, ended))
        }
        // Each was told.
        (End::Stopped, _) => return,
        (End::TimedOut, _) => text!(
            aws.lang,
            "timed out; still running, and left so: {running}",
            "タイムアウトしました。次のタスクは実行中のままです: {running}"
        ),
        (End::Interrupted, _) => text!(
            aws.lang,
            "still running, and left so: {running}",
            "次のタスクは実行中のままです: {running}"
        ),
        (End::Lost(_), _) => text!(
            aws.lang,
            "not seen to end, and may still run: {running}",
            "終了を確認できませんでした。まだ実行中かもしれません: {running}"
        ),
    };
    progress.line(&line);
    for ended in followed.tasks.iter().filter_map(|task| task.ended.as_ref()) {
        progress.meaning(ended.meaning.as_ref());
    }
}

/// How a task is started.
struct Way {
    template: Template,
    /// Like what, in words.
    like: Option<String>,
    /// What could not be looked at.
    unseen: Option<String>,
}

/// How to start it: as is said, or else like whatever starts the family on the cluster.
async fn way(
    aws: &Aws,
    args: &RunArgs,
    revision: &Revision,
    definition: &Definition,
) -> Result<Way, aws::Error> {
    let place = &args.place;
    let mut placement = placement(place);
    let (mut like, mut unseen) = (None, None);
    let template = if place.subnet.is_empty() {
        let found = found(aws, args, revision, definition).await?;
        like = found.1;
        found.0
    } else {
        if placement.is_none() {
            (placement, unseen) = aws.placement_in(&args.cluster, definition).await?;
        }
        Template::from_network(&place.subnet, &place.security_group, place.public_ip)
    };
    Ok(Way {
        template: match placement {
            Some(placement) => template.placed(&placement),
            None => template,
        },
        like,
        unseen,
    })
}

/// How what is named starts it, or else whatever does; and what that is in words.
async fn found(
    aws: &Aws,
    args: &RunArgs,
    revision: &Revision,
    definition: &Definition,
) -> Result<(Template, Option<String>), aws::Error> {
    let name = FamilyRevision::family_name(&revision.arn);
    let cluster_arn = cluster_arn(&revision.arn, &args.cluster);
    let family = Family {
        name: &name,
        cluster: &args.cluster,
        cluster_arn: &cluster_arn,
    };
    let found = match &args.place.like() {
        Some(like) => Some(aws.template_like(family, like).await?),
        None => aws.template_like_any(family).await?,
    };
    match found {
        Some((template, like)) => Ok((template, Some(like))),
        None if definition.needs_network() => Err(Refusal::NoNetwork { family: name }.into()),
        None => Ok((Template::default(), None)),
    }
}

/// Where the command line says that it runs.
fn placement(place: &PlaceArgs) -> Option<Placement> {
    let providers = &place.capacity_provider;
    let launch_type = place.launch_type.as_deref().map(str::to_ascii_uppercase);
    let launch_type = launch_type.map(Placement::LaunchType);
    launch_type.or_else(|| (!providers.is_empty()).then(|| Placement::Providers(providers.clone())))
}

//! `taskdef continue`: lets a deployment go on that waits at a pause hook.

use taskdef_core::{Lang, escape};

use crate::args::aws::ContinueArgs;
use crate::args::waiting::Watching;
use crate::args::{Format, given};
use crate::aws::Continued;
use crate::aws::deploy::hint;
use crate::error::Error;
use crate::files;
use crate::status::Status;
use crate::text::text;

pub(crate) fn run(args: &ContinueArgs, lang: Lang) -> Result<Status, Error> {
    let (cluster, service) = (&args.cluster, &args.service);
    let continued = args
        .aws
        .connection(lang, Watching::usual(args.format))
        .block_on(async |aws| {
            let hook = args.hook.as_deref();
            aws.continue_at(cluster, service, hook, args.rollback).await
        })?;
    let text = match args.format {
        Format::Json => continued.to_json(),
        Format::Text => told(&continued, cluster, args.rollback, lang),
    };
    files::to_stdout(&(text + "\n"))?;
    Ok(Status::Done)
}

/// What was done, and the command that follows it.
fn told(continued: &Continued, cluster: &str, rollback: bool, lang: Lang) -> String {
    let Continued {
        service, revision, ..
    } = continued;
    let given = given(std::env::args_os());
    let place = ["--cluster", cluster, "--service", service];
    let revision = revision.as_deref();
    let revision: Vec<&str> = revision.map_or(Vec::new(), |it| vec!["--revision", it]);
    let wait = hint(&[&["wait"], &place[..], &revision].concat(), &given);
    let status = hint(&[&["status"], &place[..]].concat(), &given);
    let at = match &continued.stage {
        Some(stage) => text!(lang, " that waited at {stage}", "{stage} で待っていた"),
        None => String::new(),
    };
    let text = match (rollback, continued.is_rolling_back) {
        (true, _) => text!(
            lang,
            "service {service}: ECS was told to roll back the deployment{at}; `{status}` shows how far it is",
            "サービス {service}: {at}デプロイのロールバックを ECS に指示しました。`{status}` で進行状況を確認できます"
        ),
        (false, true) => text!(
            lang,
            "service {service}: ECS was told to go on rolling back the deployment{at}; `{status}` shows how \
             far it is",
            "サービス {service}: {at}ロールバックの続行を ECS に指示しました。`{status}` で進行状況を確認できます"
        ),
        (false, false) => text!(
            lang,
            "service {service}: ECS was told to let the deployment go on{at}; `{wait}` follows it",
            "サービス {service}: {at}デプロイの続行を ECS に指示しました。`{wait}` で追跡できます"
        ),
    };
    escape(&text).into_owned()
}

//! `taskdef continue`: lets a deployment go on that waits at a pause hook.

use taskdef_core::{Lang, escape, quote};

use crate::args::aws::ContinueArgs;
use crate::args::waiting::Watching;

use crate::args::{Format, given};
use crate::aws::Continued;
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
    let Continued { service, stage, .. } = continued;
    let stage = stage.as_deref().unwrap_or("-");
    let options = [
        ["--cluster", cluster].map(str::to_owned),
        ["--service", service].map(str::to_owned),
    ];
    let given = given(std::env::args_os()).into_iter();
    let general = given.filter(|option| option.is_general);
    let general = general.flat_map(|option| [Some(option.name), option.value]);
    let options = options.into_iter().flatten().chain(general.flatten());
    let options: Vec<String> = options.map(|word| quote(&word).into_owned()).collect();
    let options = options.join(" ");
    let text = if rollback {
        text!(
            lang,
            "service {service}: ECS was told to roll back the deployment that waited at {stage}; `taskdef \
             status {options}` shows how far it is",
            "サービス {service}: {stage} で待っていたデプロイのロールバックを ECS に指示しました。`taskdef status \
             {options}` で進行状況を確認できます"
        )
    } else {
        text!(
            lang,
            "service {service}: ECS was told to let the deployment go on that waited at {stage}; `taskdef wait \
             {options}` follows it",
            "サービス {service}: {stage} で待っていたデプロイの続行を ECS に指示しました。`taskdef wait {options}` で\
             追跡できます"
        )
    };
    escape(&text).into_owned()
}

//! `taskdef register` and `taskdef deploy`.

use std::collections::BTreeSet;
use std::path::PathBuf;

use taskdef_core::{Conversion, Lang, Options};

use crate::args::aws::{DeployArgs, DeployTargets, Documents, RegisterArgs};
use crate::args::waiting::{OnFailure, Waiting, Watching};
use crate::args::{Format, given};
use crate::aws::deploy::{
    DeployInput, DeployRequest, Deployer, Document, FirstRunRequest, Outcome, Wait,
};
use crate::aws::task::PollOptions;
use crate::aws::{
    self, Aws, FamilyRevision, Interrupt, Precondition, Progress, ProgressForm, TriggerFilter,
};
use crate::error::Error;
use crate::files::{self, Source};
use crate::input::Input;
use crate::paint::{Paint, Stream};
use crate::render;
use crate::status::Status;

pub(crate) fn register(args: RegisterArgs, lang: Lang) -> Result<Status, Error> {
    let documents = args.documents;
    let request = DeployRequest {
        inputs: inputs(&documents, lang)?,
        ..request_for(&documents)
    };
    run_request(
        &documents,
        &request,
        Watching::usual(documents.format),
        lang,
    )
}

pub(crate) fn deploy(args: DeployArgs, lang: Lang) -> Result<Status, Error> {
    let documents = args.documents;
    let progress = args.waiting.watching.progress(documents.format);
    let changes = args.first.changes()?;
    let poll_options = poll_options(&args.waiting, documents.format);
    let first = changes.map(|changes| FirstRunRequest {
        changes,
        poll_options,
    });
    let inputs = if args.revision.is_empty() {
        inputs(&documents, lang)?
    } else {
        let revisions = args.revision.iter().map(|text| revision_of(text));
        let revisions = revisions.map(|revision| revision.map(DeployInput::Revision));
        revisions.collect::<Result<_, _>>()?
    };
    let request = DeployRequest {
        inputs,
        switch_family: args.switch_family,
        first,
        ..with_targets(
            request_for(&documents),
            args.targets,
            &args.waiting,
            documents.format,
        )
    };
    run_request(&documents, &request, progress, lang)
}

fn run_request(
    documents: &Documents,
    request: &DeployRequest,
    progress: ProgressForm,
    lang: Lang,
) -> Result<Status, Error> {
    let json = documents.format == Format::Json;
    let connection = documents.aws.connection(lang, progress);
    let outcome = connection.block_on(async |aws| execute(aws, request, progress).await)?;
    print_outcome(&outcome, json, lang)
}

/// Plans and applies a request, with progress on stderr.
pub(super) async fn execute(
    aws: &Aws,
    request: &DeployRequest,
    progress: ProgressForm,
) -> Result<Outcome, aws::Error> {
    if request.show_values {
        aws.show_values();
    }
    let (progress, interrupt) = (Progress::new(progress, aws.lang), Interrupt::default());
    let deployer = Deployer {
        aws,
        request,
        progress: &progress,
        interrupt: &interrupt,
    };
    interrupt.during(deployer.deploy()).await
}

/// Tells the outcome on stdout.
pub(super) fn print_outcome(outcome: &Outcome, json: bool, lang: Lang) -> Result<Status, Error> {
    let text = if json {
        outcome.to_json() + "\n"
    } else {
        let paint = Paint::for_stream(Stream::Stdout).function();
        render::outcome::render(outcome, lang, paint)
    };
    files::to_stdout(&text)?;
    Ok(Status::from_code(outcome.status))
}

fn request_for(documents: &Documents) -> DeployRequest {
    DeployRequest {
        always: documents.always,
        allow_ignored: documents.allow_ignored,
        dry_run: documents.dry_run,
        show_values: documents.show_values,
        given: given(std::env::args_os()),
        ..DeployRequest::default()
    }
}

pub(super) fn with_targets(
    request: DeployRequest,
    targets: DeployTargets,
    waiting: &Waiting,
    format: Format,
) -> DeployRequest {
    DeployRequest {
        cluster: targets.cluster,
        services: once(targets.service),
        all_services: targets.all_services,
        trigger_filter: TriggerFilter::new(&targets.rule, &targets.schedule, targets.all_schedules),
        unpin: targets.unpin,
        force: targets.force_new_deployment,
        run: targets.run.then(|| poll_options(waiting, format)),
        wait: waiting.wait.then_some(Wait {
            timeout: waiting.timeout,
            until: waiting.wait_until,
            poll: waiting.watching.poll,
            roll_back: waiting.on_failure == OnFailure::Rollback,
        }),
        ..request
    }
}

/// How a task is followed that is run once.
fn poll_options(waiting: &Waiting, format: Format) -> PollOptions {
    PollOptions {
        timeout: waiting.timeout,
        poll: waiting.watching.poll,
        log_to_stderr: format == Format::Json,
    }
}

/// Each name once.
pub(super) fn once(names: Vec<String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    names
        .into_iter()
        .filter(|name| seen.insert(name.clone()))
        .collect()
}

/// Reads `FAMILY:REVISION`.
pub(super) fn revision_of(text: &str) -> Result<FamilyRevision, aws::Error> {
    let parsed = FamilyRevision::parse(text).filter(|parsed| parsed.revision.is_some());
    let no_revision = || Precondition::NoRevision {
        text: text.to_owned(),
    };
    Ok(parsed.ok_or_else(no_revision)?)
}

/// The documents, all converted and checked before anything is sent.
fn inputs(documents: &Documents, lang: Lang) -> Result<Vec<DeployInput>, Error> {
    let sources: Vec<Source> = if documents.file.is_empty() {
        vec![Source::from_arg(None)?]
    } else {
        let files = documents.file.iter().map(PathBuf::as_path);
        files
            .map(|file| Source::from_arg(Some(file)))
            .collect::<Result<_, _>>()?
    };
    let options = Options {
        edits: documents.edits.edits()?,
        repair: true,
        lang,
        show_values: documents.show_values,
        changes: false,
    };
    // Each fault of each file is told, so that one run is enough to know them all.
    let mut inputs = Vec::new();
    let mut families = BTreeSet::new();
    let mut faults = Vec::new();
    for source in &sources {
        let read = document_of(source, &options).and_then(|(file, family, document)| {
            if !families.insert(family.clone()) {
                return Err(aws::Error::from(Precondition::SameFamily { family }).into());
            }
            Ok(DeployInput::Document {
                file,
                family,
                document,
            })
        });
        match read {
            Ok(input) => inputs.push(input),
            Err(error) => faults.push(error),
        }
    }
    if faults.is_empty() {
        Ok(inputs)
    } else {
        Err(Error::Several(faults))
    }
}

/// The name, the family and the document of a file.
fn document_of(source: &Source, options: &Options) -> Result<(String, String, Document), Error> {
    let input = Input::read(source)?;
    let conversion = input.convert(options)?;
    if conversion.report.is_blocked() {
        return Err(Error::Blocked {
            file: input.name,
            report: Box::new(conversion.report),
        });
    }
    let family = conversion.outline.family.clone();
    if family.is_empty() {
        let file = input.name;
        return Err(aws::Error::from(Precondition::NoFamily { file }).into());
    }
    Ok((input.name, family, document(conversion)))
}

fn document(conversion: Conversion) -> Document {
    let outline = conversion.outline;
    let roles = [outline.task_role, outline.execution_role];
    Document {
        text: conversion.result,
        roles: roles.into_iter().flatten().collect(),
        is_tagged: outline.tagged,
    }
}

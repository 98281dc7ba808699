//! `taskdef register` and `taskdef deploy`.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::PathBuf;

use taskdef_core::report::mask::shown;
use taskdef_core::{Conversion, Options, report};

use crate::args::Format;
use crate::args::aws::{DeployArgs, Documents, OnFailure, Places, RegisterArgs, Waiting};
use crate::aws::deploy::{Deployer, Document, Order, Outcome, Subject, Wait};
use crate::aws::task::Patience;
use crate::aws::{
    self, Aws, FamilyRevision, Interrupt, OrderError, Progress, Wanted, block_on, in_group,
};
use crate::error::Error;
use crate::files::{self, Source};
use crate::input::Input;
use crate::paint::{Paint, Stream};
use crate::render;
use crate::status::Status;

pub(crate) fn register(args: RegisterArgs) -> Result<Status, Error> {
    let documents = args.documents;
    let order = Order {
        subjects: subjects(&documents)?,
        ..order_of(&documents)
    };
    carry_out(&documents, &order)
}

pub(crate) fn deploy(args: DeployArgs) -> Result<Status, Error> {
    let documents = args.documents;
    let subjects = if args.revision.is_empty() {
        subjects(&documents)?
    } else {
        let revisions = args.revision.iter().map(|text| revision(text));
        revisions.collect::<Result<_, _>>()?
    };
    let order = Order {
        subjects,
        ..placed(order_of(&documents), args.places, &args.waiting)
    };
    carry_out(&documents, &order)
}

fn carry_out(documents: &Documents, order: &Order) -> Result<Status, Error> {
    let json = documents.format == Format::Json;
    let outcome = block_on(async {
        let aws = documents.aws.connection().connect().await?;
        perform(&aws, order, json).await
    })?;
    tell_outcome(&outcome, json)
}

/// Plans and acts, and tells of it on the way unless a program listens.
pub(super) async fn perform(aws: &Aws, order: &Order, json: bool) -> Result<Outcome, aws::Error> {
    let (progress, interrupt) = (Progress::new(json), Interrupt::default());
    let deployer = Deployer {
        aws,
        order,
        progress: &progress,
        interrupt: &interrupt,
    };
    interrupt.during(deployer.deploy()).await
}

/// Tells the outcome on stdout.
pub(super) fn tell_outcome(outcome: &Outcome, json: bool) -> Result<Status, Error> {
    let text = if json {
        outcome.to_json() + "\n"
    } else {
        render::outcome::render(outcome, Paint::of(Stream::Stdout).function())
    };
    files::to_stdout(&text)?;
    Ok(Status::of(outcome.status))
}

fn order_of(documents: &Documents) -> Order {
    Order {
        always: documents.always,
        allow_ignored: documents.allow_ignored,
        dry_run: documents.dry_run,
        show_values: documents.show_values,
        again: documents.aws.again(),
        ..Order::default()
    }
}

pub(super) fn placed(order: Order, places: Places, waiting: &Waiting) -> Order {
    Order {
        cluster: places.cluster,
        services: places.service,
        all_services: places.all_services,
        wanted: Wanted {
            rules: places.rule.iter().map(|text| in_group(text)).collect(),
            schedules: places.schedule.iter().map(|text| in_group(text)).collect(),
            all: places.all_schedules,
        },
        unpin: places.unpin,
        force: places.force_new_deployment,
        run: places.run.then_some(Patience {
            timeout: waiting.timeout,
            poll: waiting.poll,
        }),
        wait: waiting.wait.then_some(Wait {
            timeout: waiting.timeout,
            poll: waiting.poll,
            roll_back: waiting.on_failure == OnFailure::Rollback,
        }),
        ..order
    }
}

fn revision(text: &str) -> Result<Subject, aws::Error> {
    let parsed = FamilyRevision::parse(text).filter(|parsed| parsed.revision.is_some());
    let no_revision = || OrderError::NoRevision {
        text: text.to_owned(),
    };
    Ok(Subject::Revision(parsed.ok_or_else(no_revision)?))
}

/// The documents, all of them converted and looked over before anything is sent.
fn subjects(documents: &Documents) -> Result<Vec<Subject>, Error> {
    let sources: Vec<Source> = if documents.file.is_empty() {
        vec![Source::of(None)?]
    } else {
        let files = documents.file.iter().map(PathBuf::as_path);
        files
            .map(|file| Source::of(Some(file)))
            .collect::<Result<_, _>>()?
    };
    let options = Options {
        edits: documents.edits.edits()?,
        repair: true,
        lang: documents.language.lang(),
        show_values: documents.show_values,
    };
    let mut subjects = Vec::new();
    let mut families = BTreeSet::new();
    let mut ready = true;
    for source in &sources {
        let input = Input::read(source)?;
        let conversion = input.convert(&options)?;
        if conversion.report.blockers().next().is_some() {
            tell(&input.name, &conversion);
            ready = false;
            continue;
        }
        let family = conversion.outline.family.clone();
        if family.is_empty() {
            let file = input.name;
            return Err(aws::Error::from(OrderError::NoFamily { file }).into());
        }
        if !families.insert(family.clone()) {
            return Err(aws::Error::from(OrderError::SameFamily { family }).into());
        }
        subjects.push(Subject::Document {
            file: input.name,
            family,
            document: document(conversion),
        });
    }
    if ready {
        Ok(subjects)
    } else {
        Err(Error::Told(Status::Findings))
    }
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

/// Says on stderr why a document is not registered.
fn tell(name: &str, conversion: &Conversion) {
    let paint = Paint::of(Stream::Stderr).function();
    let mut text = format!("{} is not ready, so nothing is sent:\n", shown(name));
    for finding in conversion.report.blockers() {
        let severity = paint(report::Style::Error, finding.severity.id());
        let place = finding.position.map_or_else(String::new, |position| {
            format!("{}:{}: ", position.line, position.column)
        });
        let _ = writeln!(text, "  {place}{severity}: {}", finding.message);
        let _ = writeln!(text, "    {}", finding.cure);
    }
    let _ = io::stderr().write_all(text.as_bytes());
}

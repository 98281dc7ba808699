//! The files to download: the result, and the files generated from it.

use taskdef_core::generate::{self, Kind, Maker, PolicyFor, Request, Starter, Trigger};
use taskdef_core::report::{Finding, markdown};
use taskdef_core::{Conversion, Edit, Lang, command_options};

use crate::moved::Moved;
use crate::way::Way;

/// A file to download.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its text, or the reason why it can't be generated.
    pub text: Result<String, String>,
    /// What to know about it that it can't say itself.
    pub notes: Vec<String>,
}

/// What files are made from.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    /// The result, and what is known of it.
    pub conversion: &'a Conversion,
    /// All else.
    pub told: &'a Told,
}

/// What a person has told of which files depend.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// The edits that made the result.
    pub edits: Vec<Edit>,
    /// The findings that are kept.
    pub accepted: Vec<Accepted>,
    /// What a deploy moves.
    pub moved: Moved,
    /// What starts the job, and what registers it.
    pub way: Way,
    /// The language of notes and comments.
    pub lang: Lang,
}

/// A finding that is kept: the id of its rule, with its JSON pointer into the result.
pub type Accepted = (&'static str, String);

/// Whether a finding is kept.
#[must_use]
pub fn is_accepted(accepted: &[Accepted], finding: &Finding) -> bool {
    let at = finding.to.as_deref().or(finding.at.as_deref());
    let mut accepted = accepted.iter();
    accepted.any(|(rule, place)| *rule == finding.rule && Some(place.as_str()) == at)
}

/// The generators of [`NAMES`] between the result and the commands.
const MAKERS: [Maker; 4] = [
    Kind::Buildspec.maker(),
    Kind::Policy(PolicyFor::CodeBuild).maker(),
    Kind::Pipeline.maker(),
    Kind::EventBridge(Trigger::Schedule).maker(),
];

/// That of the starter, where the job is started by a rule.
const RULE: Maker = Kind::EventBridge(Trigger::Rule).maker();

/// The names of the files, as the generators name them.
pub const NAMES: [&str; 7] = [
    Request::FILE,
    "buildspec.yml",
    "policy.json",
    "pipeline.yml",
    "eventbridge.yml",
    "commands.sh",
    SUMMARY,
];

/// What is passed on for people, and is no file of the job.
pub const SUMMARY: &str = "summary.md";

/// The request for a kind of file: all that is told and that a generator asks for.
#[must_use]
pub fn request(kind: Kind, told: &Told) -> Request {
    let mut request = told.moved.request(kind, told.lang);
    told.way.tell(&mut request);
    request
}

/// The result, as the first file.
#[must_use]
pub fn result(conversion: &Conversion) -> File {
    File {
        name: Request::FILE.to_owned(),
        text: Ok(conversion.result.clone()),
        notes: Vec::new(),
    }
}

/// The file at this index of [`NAMES`].
#[must_use]
pub fn file(place: usize, sources: Sources<'_>) -> File {
    let Sources { conversion, told } = sources;
    let Some(place) = place.checked_sub(1) else {
        return result(conversion);
    };
    let name = NAMES.get(place + 1).copied().unwrap_or_default().to_owned();
    let lang = told.lang;
    let is_kept = |finding: &Finding| is_accepted(&told.accepted, finding);
    let (text, notes) = match maker(place, told.way) {
        Some(maker) => match maker.plain(conversion, &request(maker.kind(), told)) {
            Ok(made) => (Ok(made.text), made.notes),
            Err(refusal) => (Err(refusal.plain_message(lang)), Vec::new()),
        },
        None if name == SUMMARY => {
            let summary = markdown(&conversion.report, lang, &is_kept);
            (Ok(summary), Vec::new())
        }
        None => (Ok(commands(conversion, told)), Vec::new()),
    };
    File { name, text, notes }
}

/// The generator at this index.
fn maker(place: usize, way: Way) -> Option<&'static Maker> {
    let maker = MAKERS.get(place)?;
    match (maker.kind(), way.starter) {
        (Kind::EventBridge(_), Some(Starter::Rule)) => Some(&RULE),
        _ => Some(maker),
    }
}

/// The names and texts of all files that can be generated.
#[must_use]
pub fn files(sources: Sources<'_>) -> Vec<(String, String)> {
    let all = (0..NAMES.len()).map(|place| file(place, sources));
    all.filter_map(|file| Some((file.name, file.text.ok()?)))
        .collect()
}

/// The name of the archive with all files.
pub const ARCHIVE: &str = "taskdef.zip";

/// The command that makes the edits, one option on each line.
#[must_use]
pub fn command(edits: &[Edit], show_values: bool) -> String {
    let mut lines = vec!["taskdef convert taskdef.json".to_owned()];
    lines.extend(command_options(edits, show_values));
    lines.push(format!("--strict -o {}", Request::FILE));
    lines.join(" \\\n  ")
}

/// A shell script that makes the edits, registers the result and moves what is named.
fn commands(conversion: &Conversion, told: &Told) -> String {
    let request = request(Kind::TaskDefinition, told);
    let (convert, register) = (
        command(&told.edits, false),
        generate::commands(&conversion.outline, &request),
    );
    format!("#!/bin/sh\nset -eu\n\n{convert}\n\n{register}")
}

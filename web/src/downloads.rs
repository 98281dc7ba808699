//! The files to download: the result, and the files generated from it.

use taskdef_core::generate::{self, Kind, Maker, PolicyFor, Request, Trigger};
use taskdef_core::{Conversion, Edit, Lang, command_options};

use crate::moved::Moved;

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
    /// The edits that made it.
    pub edits: &'a [Edit],
    /// What a deploy moves.
    pub moved: &'a Moved,
    /// The language of notes and comments.
    pub lang: Lang,
}

/// The generators of [`NAMES`] between the result and the commands.
const MAKERS: [Maker; 4] = [
    Kind::Buildspec.maker(),
    Kind::Policy(PolicyFor::CodeBuild).maker(),
    Kind::Pipeline.maker(),
    Kind::EventBridge(Trigger::Schedule).maker(),
];

/// The names of the files, as the generators name them.
pub const NAMES: [&str; 6] = [
    Request::FILE,
    "buildspec.yml",
    "policy.json",
    "pipeline.yml",
    "eventbridge.yml",
    "commands.sh",
];

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
    let Sources {
        conversion,
        edits,
        moved,
        lang,
    } = sources;
    let Some(place) = place.checked_sub(1) else {
        return result(conversion);
    };
    let name = NAMES.get(place + 1).copied().unwrap_or_default().to_owned();
    let (text, notes) = match MAKERS.get(place) {
        Some(maker) => match maker.plain(conversion, &moved.request(maker.kind(), lang)) {
            Ok(made) => (Ok(made.text), made.notes),
            Err(refusal) => (Err(refusal.plain_message(lang)), Vec::new()),
        },
        None => (Ok(commands(conversion, edits)), Vec::new()),
    };
    File { name, text, notes }
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

/// A shell script that makes the edits and registers the result.
fn commands(conversion: &Conversion, edits: &[Edit]) -> String {
    let (convert, register) = (
        command(edits, false),
        generate::commands(&conversion.outline),
    );
    format!("#!/bin/sh\nset -eu\n\n{convert}\n\n{register}")
}

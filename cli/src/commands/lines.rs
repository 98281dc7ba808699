//! `taskdef convert --lines`: one strict JSON document a line, in constant memory.

use std::io::{self, BufReader, BufWriter, Write};
use std::path::Path;

use bstr::io::BufReadExt;
use taskdef_core::escape;
use taskdef_core::rule::Class;
use taskdef_core::{Failure, LONGEST_TEXT, Lang, LineConverter, Pasted, catalog};

use crate::args::ConvertArgs;
use crate::config::Selection;
use crate::error::Error;
use crate::files::{self, FileError, Source};
use crate::short_lines::ShortLines;
use crate::status::Status;
use crate::text::text;

const BUFFER: usize = 1 << 16;

pub(crate) fn run(args: &ConvertArgs, lang: Lang) -> Result<Status, Error> {
    let source = Source::from_arg(args.file.as_deref())?;
    let selection = Selection::default().with(&[], &args.ignore)?;
    // One byte more than a document may have, so that the core refuses it.
    let input = ShortLines::new(source.open()?, LONGEST_TEXT + 1);
    let mut input = BufReader::with_capacity(BUFFER, input);
    let mut output = BufWriter::with_capacity(BUFFER, io::stdout().lock());
    let mut converter = LineConverter::new(args.edits.edits()?, !args.no_repair);
    let counts = |id: &str| {
        let is_error = || catalog::find(id).is_some_and(|rule| rule.class == Class::Error);
        !selection.ignores(id) && (args.strict || is_error())
    };
    let mut status = Status::Done;
    let mut result = String::new();
    let mut number = 0_u64;
    let mut written = Ok(());
    let read = input.for_byte_line(|line| {
        number += 1;
        if line.trim_ascii().is_empty() {
            return Ok(true);
        }
        result.clear();
        if let Err((reason, worst)) = convert_line(&mut converter, line, &mut result, lang, &counts)
        {
            let line = format!("{}:{number}: {reason}", source.name());
            let _ = writeln!(io::stderr(), "{}", escape(&line));
            status = match (status, worst) {
                (Status::NotATaskDefinition, _) => status,
                // What is said of one line fails the stream under `--strict` only.
                (_, Status::Findings) if !args.strict => status,
                _ => worst,
            };
            if worst == Status::NotATaskDefinition {
                result.clear();
                result.push_str("null");
            }
        }
        result.push('\n');
        written = output.write_all(result.as_bytes());
        Ok(written.is_ok())
    });
    read.map_err(|error| FileError::read(Path::new(&source.name()), error))?;
    written
        .and_then(|()| output.flush())
        .map_err(files::stdout_error)?;
    Ok(status)
}

/// Converts one line, or gives the reason and the status of its failure: a finding of a rule that
/// `counts` is one.
fn convert_line(
    converter: &mut LineConverter,
    line: &[u8],
    result: &mut String,
    lang: Lang,
    counts: &impl Fn(&str) -> bool,
) -> Result<(), (String, Status)> {
    let Ok(text) = std::str::from_utf8(line) else {
        let reason = Pasted::bytes(line).err().map(|error| error.message(lang));
        return Err((reason.unwrap_or_default(), Status::NotATaskDefinition));
    };
    match converter.convert(text, result) {
        Ok(findings) => {
            let findings = findings.into_iter().filter(|id| counts(id));
            let findings: Vec<&str> = findings.collect();
            if findings.is_empty() {
                Ok(())
            } else {
                Err((findings.join(", "), Status::Findings))
            }
        }
        Err(Failure::Unreadable(error)) => {
            let column = error.position.map(|position| {
                let column = position.column;
                text!(lang, "column {column}: ", "{column} 列目: ")
            });
            let reason = column.unwrap_or_default() + &error.message(lang);
            Err((reason, Status::NotATaskDefinition))
        }
        Err(Failure::Edit(error)) => Err((error.message(lang), Status::NotATaskDefinition)),
    }
}

//! A `.taskdef.toml` as a document. It may come with a pull request from anybody, so that reading
//! it ends soon and with a message, whatever it holds.

use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;
use std::path::Path;

use taskdef_core::catalog;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::pattern;
use crate::error::{Error, no_such_rule};
use crate::files::FileError;

/// The most bytes that a file may have.
const LIMIT: u64 = 64 << 10;

/// What a `.taskdef.toml` says.
#[derive(Debug, Default)]
pub(super) struct Config {
    /// Rules that are not reported.
    pub(super) ignore: Vec<String>,
    /// Single findings that are not reported.
    pub(super) accept: Vec<Accept>,
}

/// Findings that the team reviewed and accepts. `reason` is for people.
#[derive(Debug)]
pub(super) struct Accept {
    pub(super) rule: String,
    /// The place, as messages write it; without it, everywhere.
    pub(super) at: Option<String>,
    /// The file, as a path from the folder of the `.taskdef.toml`. `*` stands for any part of a
    /// name, `**` for any folders, `?` for a character, `[a-z]` and `{a,b}` for one of several.
    pub(super) file: Option<String>,
}

/// What is not understood, and where.
type Problem = (Range<usize>, String);

impl Config {
    /// Reads a file. Its rules exist, and its patterns are valid.
    ///
    /// # Errors
    /// It can't be read, is too large, or says something that is not understood.
    pub(super) fn read(path: &Path) -> Result<Self, Error> {
        let refuse = |message: String| Error::Config {
            path: path.to_owned(),
            message,
        };
        let (bytes, size) = bytes(path).map_err(|error| FileError::read(path, error))?;
        if size > LIMIT {
            let message = format!("it has at least {size} bytes; at most {LIMIT} are read");
            return Err(refuse(message));
        }
        let text = String::from_utf8(bytes).map_err(|_| refuse("it is not in UTF-8".to_owned()))?;
        let table = DeTable::parse(&text).map_err(|error| match error.span() {
            Some(span) => refuse(line(&text, &span) + error.message()),
            None => refuse(error.message().to_owned()),
        })?;
        config(table.get_ref()).map_err(|(span, message)| refuse(line(&text, &span) + &message))
    }
}

/// The bytes of a file, no more of them than prove that it is too large, and how many it has at least.
fn bytes(path: &Path) -> io::Result<(Vec<u8>, u64)> {
    let file = File::open(path)?;
    // A pipe or a device tells no size.
    let told = file.metadata()?.len();
    let mut bytes = Vec::new();
    let read = file.take(LIMIT + 1).read_to_end(&mut bytes)?;
    Ok((bytes, told.max(read as u64)))
}

fn config(table: &DeTable<'_>) -> Result<Config, Problem> {
    let mut config = Config::default();
    let mut limit = pattern::Limit::default();
    let [ignore, accept] = fields(table, ["ignore", "accept"])?;
    for id in list(ignore, "`ignore` should be a list of rules")? {
        config.ignore.push(rule(id)?);
    }
    for entry in list(accept, "`accept` should be written as `[[accept]]`")? {
        let DeValue::Table(table) = entry.get_ref() else {
            return Err((entry.span(), "it should be a table".to_owned()));
        };
        let [id, at, file, reason] = fields(table, ["rule", "at", "file", "reason"])?;
        let id = id.ok_or_else(|| (entry.span(), "missing field `rule`".to_owned()))?;
        if let Some(file) = file {
            let checked = limit.check(string(file)?);
            checked.map_err(|message| (file.span(), message))?;
        }
        reason.map(string).transpose()?;
        config.accept.push(Accept {
            rule: rule(id)?,
            at: at.map(string).transpose()?.map(str::to_owned),
            file: file.map(string).transpose()?.map(str::to_owned),
        });
    }
    Ok(config)
}

/// The values of these keys, which are all that a table may have.
fn fields<'t, 'i, const N: usize>(
    table: &'t DeTable<'i>,
    names: [&str; N],
) -> Result<[Option<&'t Spanned<DeValue<'i>>>; N], Problem> {
    let mut values = [None; N];
    for (key, value) in table {
        let name = key.get_ref();
        let Some(index) = names.iter().position(|known| known == name) else {
            let known = names.join("`, `");
            let message = format!("unknown field `{name}`; there are `{known}`");
            return Err((key.span(), message));
        };
        values[index] = Some(value);
    }
    Ok(values)
}

fn list<'t, 'i>(
    value: Option<&'t Spanned<DeValue<'i>>>,
    expected: &str,
) -> Result<&'t [Spanned<DeValue<'i>>], Problem> {
    match value {
        None => Ok(&[]),
        Some(value) => match value.get_ref() {
            DeValue::Array(list) => Ok(list),
            _ => Err((value.span(), expected.to_owned())),
        },
    }
}

fn string<'t>(value: &'t Spanned<DeValue<'_>>) -> Result<&'t str, Problem> {
    let text = value.get_ref().as_str();
    text.ok_or_else(|| (value.span(), "it should be a string".to_owned()))
}

/// The id of a rule.
fn rule(value: &Spanned<DeValue<'_>>) -> Result<String, Problem> {
    let id = string(value)?;
    match catalog::find(id) {
        Some(_) => Ok(id.to_owned()),
        None => Err((value.span(), no_such_rule(id))),
    }
}

/// `line 3: `, for a place in a text.
fn line(text: &str, span: &Range<usize>) -> String {
    let before = text.get(..span.start).unwrap_or(text);
    format!("line {}: ", before.matches('\n').count() + 1)
}

//! A `.taskdef.toml` as a document. It may come with a pull request from anybody, so that reading
//! it ends soon and with a message, whatever it holds.

use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;
use std::path::Path;

use taskdef_core::{Localized, catalog};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::pattern;
use crate::error::{Error, no_such_rule};
use crate::files::FileError;
use crate::text::texts;

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

/// What `ignore` and `accept` should be.
const IGNORE: Localized = Localized {
    en: "`ignore` should be a list of rules",
    ja: "`ignore` はルールのリストにしてください",
};
const ACCEPT: Localized = Localized {
    en: "`accept` should be written as `[[accept]]`",
    ja: "`accept` は `[[accept]]` の形で書いてください",
};

/// What is not understood, and where.
type Problem = (Range<usize>, Localized<String>);

impl Config {
    /// Reads a file. Its rules exist, and its patterns are valid.
    ///
    /// # Errors
    /// It can't be read, is too large, or says something that is not understood.
    pub(super) fn read(path: &Path) -> Result<Self, Error> {
        let refuse = |message| Error::Config {
            path: path.to_owned(),
            message,
        };
        let (bytes, size) = bytes(path).map_err(|error| FileError::read(path, error))?;
        if size > LIMIT {
            return Err(refuse(texts!(
                "it has at least {size} bytes; at most {LIMIT} are read",
                "{size} バイト以上あります。読み込むのは {LIMIT} バイトまでです"
            )));
        }
        let no_utf_8 = |_| refuse(texts!("it is not in UTF-8", "UTF-8 ではありません"));
        let text = String::from_utf8(bytes).map_err(no_utf_8)?;
        let table = DeTable::parse(&text).map_err(|error| {
            let message = error.message();
            // The parser knows English only.
            let message = texts!("{message}", "TOML として読み取れません: {message}");
            refuse(match error.span() {
                Some(span) => at_line(&text, &span, message),
                None => message,
            })
        })?;
        config(table.get_ref()).map_err(|(span, message)| refuse(at_line(&text, &span, message)))
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
    for id in list(ignore, IGNORE)? {
        config.ignore.push(rule(id)?);
    }
    for entry in list(accept, ACCEPT)? {
        let DeValue::Table(table) = entry.get_ref() else {
            let message = texts!("it should be a table", "テーブルにしてください");
            return Err((entry.span(), message));
        };
        let [id, at, file, reason] = fields(table, ["rule", "at", "file", "reason"])?;
        let missing = || texts!("missing field `rule`", "`rule` がありません");
        let id = id.ok_or_else(|| (entry.span(), missing()))?;
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
            let message = texts!(
                "unknown field `{name}`; there are `{known}`",
                "`{name}` という項目はありません。書けるのは `{known}` です"
            );
            return Err((key.span(), message));
        };
        values[index] = Some(value);
    }
    Ok(values)
}

fn list<'t, 'i>(
    value: Option<&'t Spanned<DeValue<'i>>>,
    expected: Localized,
) -> Result<&'t [Spanned<DeValue<'i>>], Problem> {
    let Some(value) = value else {
        return Ok(&[]);
    };
    let DeValue::Array(list) = value.get_ref() else {
        let Localized { en, ja } = expected;
        return Err((value.span(), texts!("{en}", "{ja}")));
    };
    Ok(list)
}

fn string<'t>(value: &'t Spanned<DeValue<'_>>) -> Result<&'t str, Problem> {
    let text = value.get_ref().as_str();
    let message = || texts!("it should be a string", "文字列にしてください");
    text.ok_or_else(|| (value.span(), message()))
}

/// The id of a rule.
fn rule(value: &Spanned<DeValue<'_>>) -> Result<String, Problem> {
    let id = string(value)?;
    match catalog::find(id) {
        Some(_) => Ok(id.to_owned()),
        None => Err((value.span(), no_such_rule(id))),
    }
}

/// A message about a place in a text, with its line: `line 3: `.
fn at_line(text: &str, span: &Range<usize>, message: Localized<String>) -> Localized<String> {
    let before = text.get(..span.start).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let Localized { en, ja } = message;
    texts!("line {line}: {en}", "{line} 行目: {ja}")
}

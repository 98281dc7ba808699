//! Environment variables whose values stand on no command line, where everybody on the machine
//! could read them: `--env NAME` and `--env-file`.

use std::env::{self, VarError};
use std::path::Path;

use taskdef_core::{Edit, LONGEST_TEXT, Localized, PairList};

use crate::error::Error;
use crate::files::Source;

/// A value of `--env`.
const FORM: Localized = Localized {
    en: "[CONTAINER:]NAME=VALUE, or [CONTAINER:]NAME to take the value from the environment",
    ja: "[CONTAINER:]NAME=VALUE（環境の値を使うなら [CONTAINER:]NAME）",
};

// What may be wrong with a file, one of its lines, or a variable.
const TOO_LARGE: Localized = Localized {
    en: "it has more than 1 MiB",
    ja: "1 MiB を超えています",
};
const NOT_UTF_8: Localized = Localized {
    en: "the line is not UTF-8",
    ja: "この行は UTF-8 ではありません",
};
const BAD_LINE: Localized = Localized {
    en: "a line is NAME=VALUE or NAME, without spaces in the name",
    ja: "行は NAME=VALUE か NAME の形で書きます。NAME に空白は使えません",
};
const NOT_THERE: Localized = Localized {
    en: "there is no such variable in the environment; is it exported?",
    ja: "この環境変数が設定されていません。export してあるか確認してください",
};
const VALUE_NOT_UTF_8: Localized = Localized {
    en: "its value in the environment is not UTF-8",
    ja: "この環境変数の値が UTF-8 ではありません",
};

/// What docker cuts off before a name, and refuses in one.
const SPACES: [char; 2] = [' ', '\t'];

/// The edit of `--env`, or of another option with values like it.
pub(super) fn from_option(text: &str, option: String) -> Result<Edit, Error> {
    let (name, value) = match text.split_once('=') {
        Some((name, value)) => (name, value.to_owned()),
        None if is_name(variable(text)) => {
            let value = value_of(variable(text)).map_err(|problem| Error::Variable {
                place: format!("{option} {}", variable(text)),
                problem,
            })?;
            (text, value)
        }
        // It may be a value whose name was forgotten.
        None => {
            return Err(Error::Form { option, form: FORM });
        }
    };
    Ok(edit(None, name, value))
}

/// The edits of `--env-file`, by docker's rules: a line is `NAME=VALUE` or, with the value of the
/// environment, `NAME`; blank lines and those that begin with `#` are left out, and a value is taken
/// as it stands, quotes included.
pub(super) fn from_file(text: &str) -> Result<Vec<Edit>, Error> {
    let (container, path) = scoped(text);
    let bytes = Source::File(path.to_owned()).read()?;
    let name = path.to_string_lossy();
    let fault = |line: Option<usize>, problem| Error::Variable {
        place: line.map_or_else(|| name.to_string(), |line| format!("{name}:{line}")),
        problem,
    };
    if bytes.len() > LONGEST_TEXT {
        return Err(fault(None, TOO_LARGE));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    let mut edits = Vec::new();
    for (index, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        let fault = |problem| fault(Some(index + 1), problem);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let line = std::str::from_utf8(line).map_err(|_| fault(NOT_UTF_8))?;
        let line = line.trim_start_matches(SPACES);
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (name, value) = match line.split_once('=') {
            Some((name, value)) => (name, Some(value.to_owned())),
            None => (line, None),
        };
        if name.is_empty() || name.contains(SPACES) {
            return Err(fault(BAD_LINE));
        }
        let value = match value {
            Some(value) => value,
            None if container.is_some() => value_of(name).map_err(fault)?,
            None => value_of(variable(name)).map_err(fault)?,
        };
        edits.push(edit(container, name, value));
    }
    Ok(edits)
}

fn edit(container: Option<&str>, name: &str, value: String) -> Edit {
    Edit::Pair {
        container: container.map(str::to_owned),
        list: PairList::Environment,
        name: name.to_owned(),
        value: Some(value),
    }
}

/// `[CONTAINER=]FILE`; no container's name has the dot or slash of a path.
fn scoped(text: &str) -> (Option<&str>, &Path) {
    let is_container = |name: &str| {
        let mut bytes = name.bytes();
        bytes.all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
    };
    match text.split_once('=') {
        Some((container, path)) if is_container(container) => (Some(container), Path::new(path)),
        _ => (None, Path::new(text)),
    }
}

/// The variable in `[CONTAINER:]NAME`.
fn variable(name: &str) -> &str {
    name.split_once(':').map_or(name, |(_, variable)| variable)
}

/// Whether it looks like a variable's name, which a message may repeat.
fn is_name(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "_-.".contains(c);
    !text.is_empty() && text.chars().all(is_part)
}

/// A variable's value in the environment of this process.
fn value_of(variable: &str) -> Result<String, Localized> {
    env::var(variable).map_err(|error| match error {
        VarError::NotPresent => NOT_THERE,
        VarError::NotUnicode(_) => VALUE_NOT_UTF_8,
    })
}

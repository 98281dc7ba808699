//! Why a command gave up, on stderr.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use taskdef_core::report::Style;
use taskdef_core::{Lang, escape, escape_lines};

use super::snippet::source_line;
use crate::error::Error;
use crate::files;
use crate::paint::{Paint, Stream};
use crate::status::Status;

/// Writes what went wrong, with the line of the input that it is about.
pub(crate) fn print(error: &Error, lang: Lang) {
    let Some(message) = error.message(lang) else {
        return;
    };
    let paint = Paint::for_stream(Stream::Stderr).function();
    let message = escape_lines(&message);
    let mut text = format!("{}: {message}\n", paint(Style::Error, "error"));
    if let Error::Unreadable { file, error, .. } = error {
        text.push_str(&source_line(file, error));
    }
    let _ = io::stderr().write_all(text.as_bytes());
}

/// Reports a command line that clap refuses. A stray word may be part of a value that was not
/// quoted, so it is not repeated; what is repeated is safe to show.
pub(crate) fn usage(mut error: clap::Error, lang: Lang) -> ExitCode {
    let stray = matches!(
        error.get(ContextKind::InvalidArg),
        Some(ContextValue::String(word)) if !word.starts_with('-')
    );
    if error.kind() == ErrorKind::UnknownArgument && stray {
        let message = "error: unexpected argument; quote values that contain spaces\n";
        let _ = io::stderr().write_all(message.as_bytes());
        return Status::Usage.into();
    }
    if let (ErrorKind::TooManyValues, Some(ContextValue::String(option))) =
        (error.kind(), error.get(ContextKind::InvalidArg))
    {
        let message = format!("error: {option} takes no value\n");
        let _ = io::stderr().write_all(message.as_bytes());
        return Status::Usage.into();
    }
    escape_context(&mut error);
    let printed = error.print().and_then(|()| io::stdout().flush());
    if let (Err(error), false) = (printed, error.use_stderr()) {
        let error = Error::from(files::stdout_error(error));
        print(&error, lang);
        return error.status().into();
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(Status::Usage as u8))
}

/// Escapes what an error repeats of the command line.
fn escape_context(error: &mut clap::Error) {
    let shown = |text: &str| escape(text).into_owned();
    let escaped: Vec<_> = error
        .context()
        .filter_map(|(kind, value)| match value {
            ContextValue::String(text) => Some((kind, ContextValue::String(shown(text)))),
            ContextValue::Strings(texts) => {
                let texts = texts.iter().map(|text| shown(text)).collect();
                Some((kind, ContextValue::Strings(texts)))
            }
            _ => None,
        })
        .collect();
    for (kind, value) in escaped {
        error.insert(kind, value);
    }
}

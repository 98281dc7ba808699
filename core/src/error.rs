//! Why a document can't be converted, and how to fix it.

use std::borrow::Cow;
use std::fmt::Write;

use serde::Serialize;

use crate::edit::EditError;
use crate::lang::Lang;
use crate::mask;
use crate::position::{Lines, Position, boundary_before};
use crate::read::{Fault, Problem};
use crate::unwrap::Lookalike;

/// Why [`convert`](crate::convert()) failed.
#[derive(Debug)]
pub enum Failure {
    /// The text can't be read, or is not a task definition.
    Unreadable(Unreadable),
    /// An edit matches nothing.
    Edit(EditError),
}

impl Failure {
    /// What is wrong and how to fix it, for somebody without a command line: whole sentences that
    /// name no option of taskdef.
    #[must_use]
    pub fn plain_message(&self, lang: Lang) -> String {
        match self {
            Failure::Unreadable(error) => error.plain_message(lang),
            Failure::Edit(error) => error.plain_message(lang),
        }
    }
}

impl From<Unreadable> for Failure {
    fn from(unreadable: Unreadable) -> Self {
        Failure::Unreadable(unreadable)
    }
}

impl From<EditError> for Failure {
    fn from(error: EditError) -> Self {
        Failure::Edit(error)
    }
}

/// A text that can't be read as a task definition.
#[derive(Debug)]
pub struct Unreadable {
    /// The reason.
    pub reason: Reason,
    /// Where reading stopped; `None` if the reason concerns the whole document.
    pub position: Option<Position>,
    /// Where the unfinished list or object opens, if on another line.
    pub opened: Option<Position>,
    /// The line at which reading stopped, with its values masked.
    pub line: Option<mask::Line>,
}

/// Why a text is not a task definition.
#[derive(Debug, Clone, Copy)]
pub enum Reason {
    /// It is not JSON, and can't be mended.
    Syntax(Problem),
    /// It is a document of another kind.
    Other(&'static Lookalike),
}

/// An [`Unreadable`] as JSON.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ErrorReport {
    /// A stable id of the reason.
    pub id: &'static str,
    /// What is wrong and how to fix it.
    pub message: String,
    /// Where reading stopped.
    #[serde(flatten)]
    pub position: Option<Position>,
}

impl Unreadable {
    pub(crate) fn fault(text: &str, fault: Fault) -> Self {
        let lines = Lines::new(text);
        // A missing closing bracket belongs after the last character, not on the empty line below
        // it.
        let end = match fault.problem {
            Problem::UnclosedObject { .. } | Problem::UnclosedList { .. } => text.trim_end(),
            _ => text,
        };
        let at = boundary_before(text, (fault.at as usize).min(end.len()));
        let position = lines.position(at as u32);
        let opened = fault
            .problem
            .opened()
            .map(|byte| lines.position(byte))
            .filter(|opened| opened.line != position.line);
        let whole_document = matches!(
            fault.problem,
            Problem::Empty
                | Problem::TooLong
                | Problem::TooManyValues
                | Problem::NoJson
                | Problem::NoText(_)
                | Problem::Arn
                | Problem::Command
                | Problem::AwsError
                | Problem::Yaml
                | Problem::Output
                | Problem::Terraform
                | Problem::Jsonnet
                | Problem::Printout
        );
        let line_hidden = whole_document
            || matches!(
                fault.problem,
                Problem::Encoding(_)
                    | Problem::LoneSurrogate
                    | Problem::HalfCharacter
                    | Problem::Excerpt
            );
        Unreadable {
            reason: Reason::Syntax(fault.problem),
            position: (!whole_document).then_some(position),
            opened,
            line: (!line_hidden).then(|| {
                let line = lines.span_at(at as u32);
                mask::line(lines.line_at(at as u32), at - line.start as usize)
            }),
        }
    }

    pub(crate) fn other(looks: &'static Lookalike) -> Self {
        Unreadable {
            reason: Reason::Other(looks),
            position: None,
            opened: None,
            line: None,
        }
    }

    /// A stable id of the reason.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self.reason {
            Reason::Syntax(problem) => problem.id(),
            Reason::Other(looks) => looks.id,
        }
    }

    /// The line at which reading stopped, for the person whose text this is: as it is, unless
    /// something on it looks like a secret.
    #[must_use]
    pub fn own_line(&self, text: &str) -> Option<mask::Line> {
        let (masked, position) = (self.line.as_ref()?, self.position?);
        let lines = Lines::new(text);
        let line = lines.line(position.line);
        let at = line.char_indices().nth(position.column as usize - 1);
        let at = at.map_or(line.len(), |(at, _)| at);
        let beside = [position.line - 1, position.line + 1].map(|number| lines.line(number));
        Some(mask::own_line(line, at, beside).unwrap_or_else(|| masked.clone()))
    }

    /// What is wrong and how to fix it, in one or two sentences.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        match self.reason {
            Reason::Other(looks) => looks.message(lang),
            Reason::Syntax(problem) => self.with_opening(problem, problem.message(lang), lang),
        }
    }

    /// The same for somebody without a command line: whole sentences that name no option of taskdef.
    #[must_use]
    pub fn plain_message(&self, lang: Lang) -> String {
        lang.sentence(match self.reason {
            Reason::Other(looks) => looks.message(lang),
            Reason::Syntax(problem) => {
                self.with_opening(problem, problem.plain_message(lang), lang)
            }
        })
    }

    /// A message with the place where the unfinished value opens.
    fn with_opening(&self, problem: Problem, message: Cow<'_, str>, lang: Lang) -> String {
        let mut message = message.into_owned();
        if let Some(Position { line, column, .. }) = self.opened {
            let _ = match (lang, problem.is_in_list()) {
                (Lang::En, true) => {
                    write!(message, " (the list opens at line {line}, column {column})")
                }
                (Lang::En, false) => {
                    write!(
                        message,
                        " (the object opens at line {line}, column {column})"
                    )
                }
                (Lang::Ja, true) => {
                    write!(message, "（リストの始まりは {line} 行目 {column} 列目）")
                }
                (Lang::Ja, false) => {
                    write!(
                        message,
                        "（オブジェクトの始まりは {line} 行目 {column} 列目）"
                    )
                }
            };
        }
        message
    }

    /// The error as JSON reports it.
    #[must_use]
    pub fn explained(&self, lang: Lang) -> ErrorReport {
        ErrorReport {
            id: self.id(),
            message: self.message(lang),
            position: self.position,
        }
    }
}

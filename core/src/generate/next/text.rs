//! The way as a numbered text, which is also Markdown.

use std::fmt::Write as _;

use super::{Part, Step, Way};
use crate::escape::escape;
use crate::generate::wrap::wrap;

/// The columns of a line of prose.
pub(super) const WIDTH: usize = 92;

/// What stands before each line of a step.
const INDENT: &str = "   ";

impl Way {
    /// The steps, numbered; commands are indented further. It is Markdown too. Control characters and
    /// those that turn the direction of writing are escaped.
    #[must_use]
    pub fn text(&self) -> String {
        let mut out = String::new();
        for (at, step) in self.steps.iter().enumerate() {
            if at > 0 {
                out.push('\n');
            }
            add(&mut out, at + 1, step);
        }
        out
    }
}

fn add(out: &mut String, number: usize, step: &Step) {
    let _ = writeln!(out, "{number}. {}", step.title);
    for part in &step.parts {
        out.push('\n');
        paragraphs(out, part);
        for command in &part.commands {
            for line in command.lines() {
                let _ = writeln!(out, "{INDENT}    {}", escape(line));
            }
        }
    }
}

/// The text, the files and the clicks, and an empty line before commands.
fn paragraphs(out: &mut String, part: &Part) {
    let files = part.files.iter().map(|file| format!("- {file}"));
    let clicks = part.clicks.iter().map(|path| format!("- {path}"));
    let listed: Vec<String> = files.chain(clicks).collect();
    let has_text = !part.text.is_empty();
    if has_text {
        for line in wrap(&part.text, WIDTH) {
            let _ = writeln!(out, "{INDENT}{}", escape(&line));
        }
    }
    if has_text && !listed.is_empty() {
        out.push('\n');
    }
    for line in listed.iter().flat_map(|line| wrap(line, WIDTH)) {
        let _ = writeln!(out, "{INDENT}{}", escape(&line));
    }
    if (has_text || !listed.is_empty()) && !part.commands.is_empty() {
        out.push('\n');
    }
}

//! Names what is not JSON: another format, the printout of a program, a program itself.

use super::lines::line_starts;
use super::problem::{Fault, Problem};
use crate::placeholder::is_placeholder;

/// What begins where JSON can't go on, its brace included, and what the text then is.
const AT_FAULT: &[(&str, Problem)] = &[
    ("{{", Problem::Template),
    ("{%", Problem::Template),
    ("<%", Problem::Template),
    ("&quot;", Problem::Html),
    ("&#", Problem::Html),
    ("&nbsp;", Problem::Html),
    ("&lt;", Problem::Html),
    ("</", Problem::Html),
    ("<span", Problem::Html),
    ("<br", Problem::Html),
    ("<div", Problem::Html),
    ("<pre", Problem::Html),
    ("<td", Problem::Html),
    // A quote in a string, or in a cell of CSV.
    ("\\\"", Problem::EscapedJson),
    ("\\n", Problem::EscapedJson),
    ("{\"\"", Problem::EscapedJson),
    ("=>", Problem::Printout),
    ("{:", Problem::Printout),
];

/// What a line begins with, and what the text then is.
const LINES: &[(&str, Problem)] = &[
    ("<<<<<<< ", Problem::Conflict),
    ("resource \"", Problem::Terraform),
    ("data \"aws_", Problem::Terraform),
    ("module \"", Problem::Terraform),
    ("variable \"", Problem::Terraform),
    ("locals {", Problem::Terraform),
    ("container_definitions", Problem::Terraform),
    ("TASKDEFINITION\t", Problem::Output),
    ("CONTAINERDEFINITIONS\t", Problem::Output),
    ("DescribeTaskDefinition ", Problem::Output),
    ("taskDefinition:", Problem::Output),
    ("TaskDefinition(", Problem::Printout),
    ("DescribeTaskDefinitionResponse(", Problem::Printout),
    ("RegisterTaskDefinitionRequest(", Problem::Printout),
    ("OrderedDict(", Problem::Printout),
    ("&ecs.", Problem::Printout),
    ("&types.", Problem::Printout),
    ("&{", Problem::Printout),
    ("#<struct", Problem::Printout),
    ("#<Aws::ECS", Problem::Printout),
    ("Array\n", Problem::Printout),
    ("Array (", Problem::Printout),
    ("array(", Problem::Printout),
    ("map[", Problem::Printout),
    ("Amazon.ECS.Model", Problem::Printout),
    ("ContainerDefinitions  ", Problem::Printout),
];

/// What a text contains, and what it then is.
const ANYWHERE: &[(&str, Problem)] = &[
    ("jsonencode(", Problem::Terraform),
    ("std.extVar(", Problem::Jsonnet),
    ("std.native(", Problem::Jsonnet),
    ("importstr ", Problem::Jsonnet),
];

/// The words that begin an instruction of a template.
const CONTROL: &[&str] = &[
    "if", "else", "end", "range", "with", "define", "template", "block", "include", "for", "endif",
    "endfor",
];

/// What an error of AWS, of its CLI or of ECS contains.
const ERRORS: &[&str] = &[
    "An error occurred (",
    "Exception: ",
    "Exception) when calling",
    "Parameter validation failed",
    "Unknown parameter in ",
    "Invalid type for parameter ",
    "Missing required parameter in ",
    "ResourceInitializationError",
    "CannotPullContainerError",
    "CannotStartContainerError",
    "CannotCreateContainerError",
    "CannotPullImageManifestError",
    "OutOfMemoryError",
];

/// Names what somebody has pasted in place of a task definition, if it does not begin as JSON.
pub(super) fn instead(text: &str) -> Option<Problem> {
    let text = text.trim().trim_matches('"');
    if text.starts_with(['{', '[']) {
        return None;
    }
    let first = text.lines().next().unwrap_or_default();
    let is_alone = !text.contains('{');
    if is_alone && first.starts_with("arn:") && !text.contains(char::is_whitespace) {
        return Some(Problem::Arn);
    }
    let command = first.trim_start_matches(['$', '>', '%', '#', ' ']);
    if is_alone && command.starts_with("aws ") {
        return Some(Problem::Command);
    }
    let start = first.get(..14).unwrap_or(first).to_ascii_lowercase();
    if ["<!doctype html", "<html", "<head", "<body", "<?xml"]
        .iter()
        .any(|tag| start.starts_with(tag))
    {
        return Some(Problem::Html);
    }
    let is_definition = text.contains("\"containerDefinitions\"");
    let is_error = || ERRORS.iter().any(|part| text.contains(part));
    (!is_definition && is_error()).then_some(Problem::AwsError)
}

/// Names a text that can't be read after `fault`, if it is of a kind that is known.
pub(super) fn named(text: &str, fault: Fault) -> Fault {
    let found = match fault.problem {
        Problem::NoJson => whole_text(text).or_else(|| yaml(text)),
        Problem::ExpectedKey { .. }
        | Problem::ExpectedColon
        | Problem::ExpectedValue
        | Problem::ExpectedCommaOrBrace { .. }
        | Problem::ExpectedCommaOrBracket { .. } => {
            if let Some(fault) = at_fault(text, fault.at as usize) {
                return fault;
            }
            whole_text(text)
        }
        Problem::UnclosedString
        | Problem::BadNumber
        | Problem::BadEscape
        | Problem::TrailingText
        | Problem::MissingOpening => whole_text(text),
        _ => None,
    };
    found.map_or(fault, |problem| Fault { problem, ..fault })
}

/// What begins at byte `at`, or at the brace just before it.
fn at_fault(text: &str, at: usize) -> Option<Fault> {
    let brace = text.get(..at)?.rfind('{').filter(|brace| at - brace <= 3);
    [Some(at), brace].into_iter().flatten().find_map(|at| {
        let rest = text.get(at..)?;
        let mut rows = AT_FAULT.iter();
        let (_, problem) = rows.find(|(begins, _)| rest.starts_with(begins))?;
        Some(Fault::new(at, *problem))
    })
}

/// Names the text around a value that is no task definition.
pub(super) fn around(before: &str, after: &str) -> Option<Problem> {
    let several_lines = before.lines().nth(1).is_some();
    let named = whole_text(before).or_else(|| whole_text(after));
    named.or_else(|| yaml(before).filter(|_| several_lines))
}

fn whole_text(text: &str) -> Option<Problem> {
    let frame = [' ', '\t', '|'];
    let begins = line_starts(text).find_map(|(_, line)| {
        let begins = line.trim_start_matches(frame);
        let mut rows = LINES.iter().filter(|(known, _)| begins.starts_with(known));
        rows.next()
            .map(|&(_, problem)| problem)
            .or_else(|| code(line))
    });
    let anywhere = || {
        ANYWHERE
            .iter()
            .find(|(part, _)| text.contains(part))
            .map(|&(_, problem)| problem)
    };
    begins.or_else(anywhere)
}

/// What a line outside the document shows of it: that a program or a template makes it.
pub(super) fn code(line: &str) -> Option<Problem> {
    let line = line.trim();
    if line.starts_with("local ") && line.contains(" = ") {
        Some(Problem::Jsonnet)
    } else if is_control(line) || line.starts_with("{%") {
        Some(Problem::Template)
    } else {
        None
    }
}

/// Whether a word is an instruction of a template: in double braces or `<% … %>`, and no name of a
/// value.
pub(super) fn is_control(word: &str) -> bool {
    let word = word.trim();
    if word.starts_with("<%") {
        return !word.starts_with("<%=");
    }
    let Some((inner, _)) = word
        .strip_prefix("{{")
        .and_then(|inner| inner.split_once("}}"))
    else {
        return false;
    };
    let first = inner.trim_matches(['-', ' ']).split(' ').next();
    first.is_some_and(|first| CONTROL.contains(&first)) || !is_placeholder(&word[..inner.len() + 4])
}

/// Names YAML: the AWS CLI's, or another.
pub(super) fn yaml(text: &str) -> Option<Problem> {
    const OURS: [&str; 3] = ["taskDefinition:", "containerDefinitions:", "family:"];
    let ours = line_starts(text).any(|(_, line)| OURS.iter().any(|key| line.starts_with(key)));
    is_yaml(text).then_some(if ours { Problem::Output } else { Problem::Yaml })
}

/// Whether the first lines are `key: value` or `- value`.
fn is_yaml(text: &str) -> bool {
    let mut lines = text
        .lines()
        .map(str::trim_end)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .take(3)
        .peekable();
    lines.peek().is_some()
        && lines.all(|line| {
            let line = line.trim_start();
            let key = line.split_once(": ").map_or("", |(key, _)| key);
            line == "---"
                || line.starts_with("- ")
                || line.ends_with(':')
                || (!key.is_empty() && !key.contains([' ', '"', '{', '[']))
        })
}

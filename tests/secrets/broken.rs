//! Texts that are broken in one place, as typing, copying and cutting break them.

/// How a text can be broken at a place, and what it is broken at.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Break {
    /// The text ends before it.
    CutBefore(&'static str),
    /// The text ends in the middle of a value.
    CutWithin,
    /// It is missing.
    Without(&'static str),
    /// Another text stands in its place.
    Instead(&'static str, &'static str),
    /// A value has no quotes.
    Unquoted,
    /// A value has a text in its middle.
    Split(&'static str),
    /// A text follows a value.
    Followed(&'static str),
    /// A value stands in the place of the next key, or element, too.
    Twice,
}

use Break::{CutBefore, CutWithin, Followed, Instead, Split, Twice, Unquoted, Without};

/// Every way.
pub(crate) const BREAKS: [Break; 42] = [
    CutBefore("\""),
    CutBefore(":"),
    CutBefore(","),
    CutBefore("}"),
    CutWithin,
    Without("\""),
    Without(":"),
    Without(","),
    Without("{"),
    Without("}"),
    Without("["),
    Without("]"),
    Instead("\"", "'"),
    Instead("\"", "“"),
    Instead("\"", "`"),
    Instead("\"", "\\\""),
    Instead(":", ","),
    Instead(":", "="),
    Instead(",", ":"),
    Instead(",", ";"),
    Instead("{", "["),
    Instead("}", "]"),
    Instead("[", "{"),
    Instead(",", ", ..."),
    Unquoted,
    Split("\n"),
    Split("\""),
    Split("\\q"),
    Split("\u{1}"),
    Split("\": \""),
    Split("\" \""),
    Split("${"),
    Followed("\u{1b}"),
    Followed(" x"),
    Followed(" }"),
    Followed(" ]"),
    Followed(" = 1"),
    Followed(" : 1"),
    Followed(": \"x\""),
    Followed(" : {\"x\": 1}"),
    Followed(" /*"),
    Twice,
];

impl Break {
    /// The text, broken at each of some places: about `most`, spread over all of it. Values are what
    /// begins and ends with a quote and holds `mark`.
    pub(crate) fn all(self, text: &str, values: &[&str], most: usize) -> Vec<String> {
        let places: Vec<(usize, &str)> = match self {
            CutBefore(part) | Without(part) | Instead(part, _) => {
                text.match_indices(part).collect()
            }
            _ => values
                .iter()
                .filter_map(|value| Some((text.find(value)?, *value)))
                .collect(),
        };
        let step = places.len().div_ceil(most).max(1);
        let some = places.into_iter().step_by(step);
        some.map(|(at, part)| self.at(text, at, part)).collect()
    }

    fn at(self, text: &str, at: usize, part: &str) -> String {
        let (before, rest) = text.split_at(at);
        let after = &rest[part.len()..];
        let inner = part.trim_matches('"');
        let (left, right) = inner.split_at(inner.len() / 2);
        match self {
            CutBefore(_) => before.to_owned(),
            CutWithin => format!("{before}\"{left}"),
            Without(_) => format!("{before}{after}"),
            Instead(_, other) => format!("{before}{other}{after}"),
            Unquoted => format!("{before}{inner}{after}"),
            Split(between) => format!("{before}\"{left}{between}{right}\"{after}"),
            Followed(by) => format!("{before}{part}{by}{after}"),
            Twice => format!("{before}{part} {part}{after}"),
        }
    }
}

/// Texts of other kinds; `§` is a value.
pub(crate) const FOREIGN: [&str; 14] = [
    "DB_PASSWORD=§\nTOKEN=\"§\"\n",
    "export DB_PASSWORD='§'\n$ aws ecs register-task-definition --password § {\"password\": §}",
    "family: batch\ncontainerDefinitions:\n  - name: app\n    environment:\n      - §: §\n",
    "resource \"aws_ecs_task_definition\" \"§\" {\n  password = \"§\"\n}\n",
    "{'family': 'batch', 'password': '§', 'x': datetime(\"§\")",
    "<html><body>{\"password\": \"§\"}</body></html>",
    "--- a\n+++ b\n@@ -1 +1 @@\n-{\"password\": \"§\"}\n+{\"password\": \"§\"\n",
    "local password = '§';\n{ family: 'batch', password: '§' + § }",
    "{\"family\": \"{{ § }}\", {% if § %} \"password\": \"§\" {% endif %}}",
    "\"{\\\"family\\\": \\\"§\\\", \\\"password\\\": \\\"§\\\"}",
    "PS> Get-Content §\n{ \"password\" = \"§\" }",
    "password is § and §: §",
    "§",
    "{§: {§: [§, \"§\": §]}}",
];

//! Parses a template into a value with its placeholders replaced.

use super::bindings::{Binding, Bindings, substitute};
use crate::generate::value::{Entry, Function, Value};
use crate::lang::Localized;

/// The value of a template.
pub(in crate::generate) fn read(template: &'static str, bindings: &Bindings) -> Value {
    let mut reader = Reader {
        rest: template,
        depth: 0,
        line: "",
        bindings: [bindings, bindings],
    };
    reader.next();
    reader.block(0)
}

#[derive(Clone, Copy)]
struct Reader<'a> {
    /// The lines after the current one.
    rest: &'static str,
    /// The indentation of the current line.
    depth: usize,
    /// The current line without its indentation; empty at the end.
    line: &'static str,
    /// The bindings of the file, and those of the repeated entry.
    bindings: [&'a Bindings; 2],
}

impl<'a> Reader<'a> {
    fn next(&mut self) {
        let (line, rest) = self.rest.split_once('\n').unwrap_or((self.rest, ""));
        self.line = line.trim_start();
        self.depth = line.len() - self.line.len();
        self.rest = rest;
    }

    fn find(&self, name: &str) -> Option<&'a Binding> {
        Bindings::find(&self.bindings, name)
    }

    /// Reads the entries at this indentation, with everything below them.
    fn block(&mut self, depth: usize) -> Value {
        let mut entries = Vec::new();
        while self.depth == depth && !self.line.is_empty() {
            entries.append(&mut self.entry());
        }
        if entries.first().is_some_and(|first| first.key.is_empty()) {
            Value::List(entries)
        } else {
            Value::Map(entries)
        }
    }

    /// Reads an entry with its comment and conditions. Returns no entry if a condition fails,
    /// several if it is repeated.
    fn entry(&mut self) -> Vec<Entry> {
        let line = self.line;
        if let Some(en) = line.strip_prefix("#en ") {
            return self.explained(en);
        }
        if let Some(name) = line.strip_prefix('*') {
            self.next();
            return self.repeated(name);
        }
        if let Some(name) = line.strip_prefix('?') {
            let holds = match name.strip_prefix('!') {
                Some(name) => self.find(name).is_none(),
                None => self.find(name).is_some(),
            };
            self.next();
            let entries = self.entry();
            return if holds { entries } else { Vec::new() };
        }
        if let Some(element) = line.strip_prefix('-') {
            return self.element(element.trim_start());
        }
        let (key, value) = member(line).unwrap_or_default();
        let key = substitute(key, &self.bindings);
        let (value, aside) = parted(value);
        match self.value(value) {
            Some(value) => vec![Entry {
                aside,
                ..Entry::member(&key, value)
            }],
            None => Vec::new(),
        }
    }

    fn explained(&mut self, en: &'static str) -> Vec<Entry> {
        self.next();
        let ja = self.line.strip_prefix("#ja ").unwrap_or_default();
        let comment = super::comment(Localized { en, ja }, &self.bindings);
        self.next();
        let mut entries = self.entry();
        if let Some(first) = entries.first_mut() {
            first.comments.insert(0, comment);
        }
        entries
    }

    fn repeated(&mut self, name: &str) -> Vec<Entry> {
        let mut entries = Vec::new();
        let [outer, _] = self.bindings;
        for (known, binding) in outer.all() {
            if let (true, Binding::Each(inner)) = (*known == name, binding) {
                let mut reader = Reader {
                    bindings: [outer, inner],
                    ..*self
                };
                entries.append(&mut reader.entry());
            }
        }
        // Skips the entry that was read repeatedly.
        self.entry();
        entries
    }

    fn element(&mut self, element: &'static str) -> Vec<Entry> {
        let value = if member(element).is_some() {
            // A map whose first member is on the line of the dash.
            self.line = element;
            self.depth += 2;
            Some(self.block(self.depth))
        } else {
            self.value(element)
        };
        match value {
            None => Vec::new(),
            Some(Value::List(entries)) => entries,
            // Every member of the map was left out.
            Some(Value::Map(entries)) if entries.is_empty() => entries,
            Some(value) => vec![Entry::element(value)],
        }
    }

    /// Reads a value, on the line of its key or dash or in the lines below.
    fn value(&mut self, text: &'static str) -> Option<Value> {
        self.next();
        if text.is_empty() {
            return Some(self.block(self.depth));
        }
        if text == "|-" {
            let lines = self.lines(self.depth);
            return Some(Value::Text(substitute(&lines, &self.bindings)));
        }
        if let Some(name) = between(text, '«', '»') {
            return match self.find(name) {
                Some(Binding::Value(value)) => Some(value.clone()),
                _ => None,
            };
        }
        for function in [Function::Ref, Function::Sub, Function::GetAtt] {
            if let Some(argument) = text.strip_prefix(function.tag()) {
                let argument = substitute(argument.trim_start(), &self.bindings);
                return Some(function.call(Value::Text(argument)));
            }
        }
        Some(self.scalar(text))
    }

    fn scalar(&self, text: &str) -> Value {
        let is_number = |c: char| c.is_ascii_digit() || c == '.';
        match text {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            _ if text.chars().all(is_number) => Value::Number(text.to_owned()),
            _ => {
                let text = between(text, '\'', '\'').unwrap_or(text);
                Value::Text(substitute(text, &self.bindings))
            }
        }
    }

    /// Reads the lines of a block, keeping their additional indentation.
    fn lines(&mut self, depth: usize) -> String {
        let mut lines = String::new();
        while self.depth >= depth && !self.line.is_empty() {
            if !lines.is_empty() {
                lines.push('\n');
            }
            for _ in depth..self.depth {
                lines.push(' ');
            }
            lines.push_str(self.line);
            self.next();
        }
        lines
    }
}

/// A member's key and the rest of its line; `None` if the line contains no member.
fn member(line: &str) -> Option<(&str, &str)> {
    let (key, value) = match line.split_once(": ") {
        Some(parts) => parts,
        None => (line.strip_suffix(':')?, ""),
    };
    (!key.contains([' ', '"', '\''])).then_some((key, value))
}

/// A member's value, and what stands behind it for readers alone: `value # aside`, or in both languages
/// `value # en | ja`.
fn parted(value: &'static str) -> (&'static str, Localized) {
    match value.split_once(" # ") {
        Some((value, aside)) if !value.starts_with(['\'', '«']) => {
            let (en, ja) = aside.split_once(" | ").unwrap_or((aside, aside));
            (value, Localized { en, ja })
        }
        _ => (value, Localized { en: "", ja: "" }),
    }
}

/// The text between two delimiters, if there is nothing else.
fn between(text: &str, open: char, close: char) -> Option<&str> {
    let inner = text.strip_prefix(open)?.strip_suffix(close)?;
    (!inner.contains(open)).then_some(inner)
}

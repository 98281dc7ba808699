//! Drafts: generated files as they will stand, with holes and conditions. A draft is YAML of the
//! plainest kind, and besides:
//!
//! - `«name»` is a hole. A member or element that is nothing but a hole is left out, with its
//!   comment, if nothing fills it.
//! - `?name` has the next entry stand there only if there is something of this name, `?!name` only
//!   if there is not.
//! - `*name` repeats the next entry for each of this name.
//! - A list within a list stands for its elements, so that one condition can hold for several.
//! - A comment is two lines: `#en` and `#ja`.
//!
//! Nothing is quoted but what would be taken for a number or a boolean. What fills a hole is data:
//! it is never read as a part of the draft.

use super::holes::{Filling, Holes, fill};
use super::value::{Comment, Entry, Function, Value};
use crate::lang::Prose;

/// A draft from the file beside; it does not compile if a comment lacks a language.
macro_rules! draft {
    ($file:literal) => {{
        const TEXT: &str = include_str!($file);
        const { assert!($crate::generate::draft::speaks_every_language(TEXT)) };
        TEXT
    }};
}
pub(super) use draft;

/// A draft's value.
pub(super) fn read(draft: &'static str, holes: &Holes) -> Value {
    let mut reader = Reader {
        rest: draft,
        depth: 0,
        line: "",
        holes: vec![holes],
    };
    reader.next();
    reader.block(0)
}

#[derive(Clone)]
struct Reader<'a> {
    /// The lines below.
    rest: &'static str,
    /// How far the line is indented.
    depth: usize,
    /// The line without its indentation; empty at the end.
    line: &'static str,
    /// The holes of the file, and within a repeated entry its own.
    holes: Vec<&'a Holes>,
}

impl<'a> Reader<'a> {
    fn next(&mut self) {
        let (line, rest) = self.rest.split_once('\n').unwrap_or((self.rest, ""));
        self.line = line.trim_start();
        self.depth = line.len() - self.line.len();
        self.rest = rest;
    }

    fn find(&self, name: &str) -> Option<&'a Filling> {
        Holes::find(&self.holes, name)
    }

    /// Reads the entries that stand at this depth, with all that is below them.
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

    /// Reads an entry with what stands above it, and tells what becomes of it: none, or several.
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
        let key = fill(key, &self.holes);
        match self.value(value) {
            Some(value) => vec![Entry::member(&key, value)],
            None => Vec::new(),
        }
    }

    fn explained(&mut self, en: &'static str) -> Vec<Entry> {
        self.next();
        let ja = self.line.strip_prefix("#ja ").unwrap_or_default();
        let comment = Comment::filled(Prose { en, ja }, &self.holes);
        self.next();
        let mut entries = self.entry();
        if let Some(first) = entries.first_mut() {
            first.comments.insert(0, comment);
        }
        entries
    }

    fn repeated(&mut self, name: &str) -> Vec<Entry> {
        let mut entries = Vec::new();
        let outermost = self.holes[0].fillings();
        for (known, filling) in outermost {
            if let (true, Filling::Each(holes)) = (*known == name, filling) {
                let mut reader = self.clone();
                reader.holes.push(holes);
                entries.append(&mut reader.entry());
            }
        }
        // What was read again and again lies behind.
        self.entry();
        entries
    }

    fn element(&mut self, element: &'static str) -> Vec<Entry> {
        let value = if member(element).is_some() {
            // A map, whose first member stands behind the dash.
            self.line = element;
            self.depth += 2;
            Some(self.block(self.depth))
        } else {
            self.value(element)
        };
        match value {
            None => Vec::new(),
            Some(Value::List(entries)) => entries,
            // A list of which nothing is left.
            Some(Value::Map(entries)) if entries.is_empty() => entries,
            Some(value) => vec![Entry::element(value)],
        }
    }

    /// Reads a value, which stands behind its key or dash, or in the lines below.
    fn value(&mut self, text: &'static str) -> Option<Value> {
        self.next();
        if text.is_empty() {
            return Some(self.block(self.depth));
        }
        if text == "|-" {
            let lines = self.lines(self.depth);
            return Some(Value::Text(fill(&lines, &self.holes)));
        }
        if let Some(name) = between(text, '«', '»') {
            return match self.find(name) {
                Some(Filling::Value(value)) => Some(value.clone()),
                _ => None,
            };
        }
        for function in [Function::Ref, Function::Sub, Function::GetAtt] {
            if let Some(argument) = text.strip_prefix(function.tag()) {
                let argument = fill(argument.trim_start(), &self.holes);
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
                Value::Text(fill(text, &self.holes))
            }
        }
    }

    /// Reads the lines of a block; those that are indented further keep what is more.
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

/// A member's key, and what stands behind it on its line; nothing if the line is no member's.
fn member(line: &str) -> Option<(&str, &str)> {
    let (key, value) = match line.split_once(": ") {
        Some(parts) => parts,
        None => (line.strip_suffix(':')?, ""),
    };
    (!key.contains([' ', '"', '\''])).then_some((key, value))
}

/// What stands between two marks, if the text is nothing else.
fn between(text: &str, open: char, close: char) -> Option<&str> {
    let inner = text.strip_prefix(open)?.strip_suffix(close)?;
    (!inner.contains(open)).then_some(inner)
}

/// Whether each comment of a draft is there in every language.
pub(super) const fn speaks_every_language(draft: &str) -> bool {
    let text = draft.as_bytes();
    let (mut at, mut owed) = (0, false);
    while at + 3 < text.len() {
        if text[at] == b'#' && text[at + 3] == b' ' {
            match (text[at + 1], text[at + 2]) {
                (b'e', b'n') if !owed => owed = true,
                (b'j', b'a') if owed => owed = false,
                _ => return false,
            }
        }
        at += 1;
    }
    !owed
}

#[cfg(test)]
mod tests {
    use super::super::holes::Holes;
    use super::super::json::to_json;
    use super::{read, speaks_every_language};

    const DRAFT: &str = "\
count: 2
text: '2'
name: «name»
none: «none»
list:
  ?name
  -
    - a: of «name»
      b: !Ref «name»
    - |-
      one
        two
  ?!name
  - not there
  #en Above all.
  #ja 全部の上。
  *names
  - «each» of «name»
";

    #[test]
    fn fills_leaves_out_and_repeats() {
        let mut holes = Holes::one("name", "«none» it: #x");
        for name in ["1", "2"] {
            holes.each("names", Holes::one("each", name));
        }
        let value = read(DRAFT, &holes);
        let text = to_json(&value).replace(['\n', ' '], "");
        assert_eq!(
            text,
            r##"{"count":2,"text":"2","name":"«none»it:#x","list":[{"a":"of«none»it:#x","b":{"Ref":"«none»it:#x"}},"one\ntwo","1of«none»it:#x","2of«none»it:#x"]}"##
        );
        let commented = value.get("list").map(|list| {
            let entries = list.entries().iter();
            entries.map(|entry| entry.comments.len()).collect()
        });
        assert_eq!(commented, Some(vec![0, 0, 1, 0]));
    }

    #[test]
    fn knows_a_comment_that_lacks_a_language() {
        assert!(speaks_every_language(DRAFT));
        assert!(!speaks_every_language("#en alone\na: b\n"));
        assert!(!speaks_every_language("#ja 逆\n#en order\na: b\n"));
    }
}

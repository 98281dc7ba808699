//! The lenient reader: reads what people really paste as it was meant, and reports every mending.
//!
//! It accepts everything that [`super::strict`] accepts, and builds the same tree for it.

use super::mending::Mending;
use super::problem::{Fault, Problem};
use super::scan::{self, Scanner};
use super::strict::{DEPTH, number_length};
use crate::rule::Rule;
use crate::rules;
use crate::tree::{Kind, NONE, Node, NodeId, Span, Token, Tree, quote};

/// Reads one JSON value, mending what has one meaning.
///
/// # Errors
/// The text can't be read, even with mendings.
pub(super) fn read(text: &str, tree: &mut Tree) -> Result<Vec<Mending>, Fault> {
    let mut reader = Reader {
        scan: Scanner::new(text),
        tree,
    };
    reader.scan.leading_text()?;
    reader.value(&ValueContext::root(reader.scan.at))?;
    reader.scan.trailing_text()?;
    let mut mendings = reader.scan.mendings;
    mendings.sort_by_key(|mending| mending.at);
    Ok(mendings)
}

struct ValueContext {
    key: Token,
    start: usize,
    parent: NodeId,
    index: u32,
    depth: u32,
}

impl ValueContext {
    fn root(start: usize) -> Self {
        ValueContext {
            key: Token::EMPTY,
            start,
            parent: NONE,
            index: 0,
            depth: 0,
        }
    }
}

struct Reader<'a> {
    scan: Scanner<'a>,
    tree: &'a mut Tree,
}

impl Reader<'_> {
    fn value(&mut self, context: &ValueContext) -> Result<(), Fault> {
        let start = self.scan.at;
        match self.scan.peek() {
            Some('{') if self.scan.template_length() == 0 => self.object(context),
            Some('[') => self.list(context),
            Some(c) if scan::opens_string(c) => {
                let text = self.string()?;
                self.push(context, Kind::String, text, start);
                Ok(())
            }
            Some(_) => self.bare_value(context),
            None => self.scan.fail(Problem::ExpectedValue),
        }
    }

    fn object(&mut self, context: &ValueContext) -> Result<(), Fault> {
        let opened = self.scan.at as u32;
        let id = self.open(context, Kind::Object)?;
        let mut index = 0;
        let mut comma = None;
        loop {
            self.scan.space()?;
            match self.scan.peek() {
                None => return self.scan.fail(Problem::UnclosedObject { opened }),
                Some('}') => {
                    self.close(id, comma);
                    return Ok(());
                }
                Some(',') => self.extra_comma(&mut comma),
                Some(_) => {
                    let start = self.scan.at;
                    let key = self.key(opened)?;
                    self.value(&ValueContext {
                        key,
                        start,
                        parent: id,
                        index,
                        depth: context.depth + 1,
                    })
                    .map_err(|fault| {
                        unclosed(fault, Problem::UnclosedObject { opened }, self.scan.end())
                    })?;
                    index += 1;
                    comma = self.after_member(opened)?;
                }
            }
        }
    }

    fn list(&mut self, context: &ValueContext) -> Result<(), Fault> {
        let opened = self.scan.at as u32;
        let id = self.open(context, Kind::List)?;
        let mut index = 0;
        let mut comma = None;
        loop {
            self.scan.space()?;
            match self.scan.peek() {
                None => return self.scan.fail(Problem::UnclosedList { opened }),
                Some(']') => {
                    self.close(id, comma);
                    return Ok(());
                }
                Some(',') => self.extra_comma(&mut comma),
                Some(_) => {
                    let start = self.scan.at;
                    self.value(&ValueContext {
                        key: Token::EMPTY,
                        start,
                        parent: id,
                        index,
                        depth: context.depth + 1,
                    })?;
                    index += 1;
                    comma = self.after_element(start, opened)?;
                }
            }
        }
    }

    /// Reads the comma after a member, mends a missing one, or stops before the closing brace.
    fn after_member(&mut self, opened: u32) -> Result<Option<usize>, Fault> {
        let value_end = self.scan.at;
        self.scan.space()?;
        match self.scan.peek() {
            Some(',') => Ok(Some(self.scan.take_comma())),
            Some('}') | None => Ok(None),
            Some(_) if self.scan.at > value_end && self.scan.key_follows() => {
                self.mend(&rules::MISSING_COMMA, value_end);
                Ok(None)
            }
            Some(_) => self.scan.fail(Problem::ExpectedCommaOrBrace { opened }),
        }
    }

    /// Reads the comma after an element, mends a missing one, or stops before the closing bracket.
    fn after_element(&mut self, start: usize, opened: u32) -> Result<Option<usize>, Fault> {
        let value_end = self.scan.at;
        self.scan.space()?;
        let new_line = self.scan.text[value_end..self.scan.at].contains('\n');
        match self.scan.peek() {
            Some(',') => Ok(Some(self.scan.take_comma())),
            Some(']') | None => Ok(None),
            Some(':') => Err(Fault::new(start, Problem::MemberInList)),
            Some('{' | '[') => {
                self.mend(&rules::MISSING_COMMA, value_end);
                Ok(None)
            }
            Some('"') if new_line => {
                self.mend(&rules::MISSING_COMMA, value_end);
                Ok(None)
            }
            Some(_) => self.scan.fail(Problem::ExpectedCommaOrBracket { opened }),
        }
    }

    fn extra_comma(&mut self, comma: &mut Option<usize>) {
        self.mend(&rules::TRAILING_COMMA, self.scan.at);
        self.scan.at += 1;
        *comma = None;
    }

    fn key(&mut self, opened: u32) -> Result<Token, Fault> {
        let start = self.scan.at;
        let key = match self.scan.peek() {
            Some(c) if scan::opens_string(c) => self.string()?,
            _ => {
                let length = self.scan.identifier_length();
                if length == 0 {
                    return self.scan.fail(Problem::ExpectedKey { opened });
                }
                self.scan.at += length;
                self.mend(&rules::UNQUOTED_KEY, start);
                self.quoted(start, start + length)
            }
        };
        self.scan.space()?;
        if self.scan.peek() != Some(':') {
            return self.scan.fail(Problem::ExpectedColon);
        }
        self.scan.at += 1;
        self.scan.space()?;
        Ok(key)
    }

    fn string(&mut self) -> Result<Token, Fault> {
        let start = self.scan.at;
        Ok(match self.scan.string()? {
            None => Token::pasted(start as u32, self.scan.at as u32),
            Some(token) => self.tree.write(|out| out.push_str(&token)),
        })
    }

    /// Reads `true`, a number, or a word that lacks quotes.
    fn bare_value(&mut self, context: &ValueContext) -> Result<(), Fault> {
        let start = self.scan.at;
        let word = before_comment(self.scan.word());
        if word.is_empty() {
            return self.scan.fail(Problem::ExpectedValue);
        }
        let is_number = number_length(word.as_bytes()) == Some(word.len());
        if !is_number && !word.contains(|c: char| !c.is_ascii() || c.is_ascii_alphabetic()) {
            return self.scan.fail(Problem::BadNumber);
        }
        self.scan.at += word.len();
        let plain = Token::pasted(start as u32, self.scan.at as u32);
        let (kind, text) = match word {
            _ if is_number => (Kind::Number, plain),
            "null" => (Kind::Null, plain),
            "true" | "false" => (Kind::Boolean, plain),
            "None" | "undefined" | "NULL" => (Kind::Null, self.literal("null", start)),
            "True" | "TRUE" => (Kind::Boolean, self.literal("true", start)),
            "False" | "FALSE" => (Kind::Boolean, self.literal("false", start)),
            _ => {
                self.mend(&rules::BARE_WORD, start);
                (Kind::String, self.quoted(start, self.scan.at))
            }
        };
        self.push(context, kind, text, start);
        Ok(())
    }

    fn literal(&mut self, json: &str, at: usize) -> Token {
        self.mend(&rules::PYTHON_LITERAL, at);
        self.tree.write(|out| out.push_str(json))
    }

    fn quoted(&mut self, start: usize, end: usize) -> Token {
        let word = &self.scan.text[start..end];
        self.tree.write(|out| quote(word, out))
    }

    fn mend(&mut self, rule: &'static Rule, at: usize) {
        self.scan.mend(rule, at);
    }

    fn open(&mut self, context: &ValueContext, kind: Kind) -> Result<NodeId, Fault> {
        if context.depth >= DEPTH {
            return self.scan.fail(Problem::TooDeep);
        }
        let start = self.scan.at;
        self.scan.at += 1;
        Ok(self.push(context, kind, Token::EMPTY, start))
    }

    fn close(&mut self, id: NodeId, comma: Option<usize>) {
        if let Some(at) = comma {
            self.mend(&rules::TRAILING_COMMA, at);
        }
        self.scan.at += 1;
        self.tree.close(id);
        self.tree.node_mut(id).span.end = self.scan.at as u32;
    }

    fn push(&mut self, context: &ValueContext, kind: Kind, text: Token, value: usize) -> NodeId {
        let id = self.tree.len();
        self.tree.push(Node {
            kind,
            verbatim: false,
            plain_key: false,
            key: context.key,
            text,
            span: Span {
                start: context.start as u32,
                end: self.scan.at as u32,
            },
            value: value as u32,
            parent: context.parent,
            index: context.index,
            next: id + 1,
            origin: id,
        })
    }
}

/// A number or literal without a comment that directly follows it.
fn before_comment(word: &str) -> &str {
    let head = word.split(['/', '#']).next().unwrap_or(word);
    let rest = &word[head.len()..];
    let comment = ["//", "/*", "#"].iter().any(|mark| rest.starts_with(mark));
    let literal = matches!(
        head,
        "null"
            | "None"
            | "undefined"
            | "NULL"
            | "true"
            | "True"
            | "TRUE"
            | "false"
            | "False"
            | "FALSE"
    );
    if comment && (literal || number_length(head.as_bytes()) == Some(head.len())) {
        head
    } else {
        word
    }
}

/// Replaces "value expected" at the end of the text by "object not closed".
fn unclosed(fault: Fault, problem: Problem, end: usize) -> Fault {
    if fault.problem == Problem::ExpectedValue && fault.at as usize == end {
        Fault::new(end, problem)
    } else {
        fault
    }
}

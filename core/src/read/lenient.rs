//! The lenient reader: reads what people really paste as it was meant, and reports every mending.
//!
//! It accepts everything that [`super::strict`] accepts, and builds the same tree for it.

use super::MOST;
use super::bare::is_to_replace;
use super::foreign;
use super::lost_quote::{is_closed, key_meant};
use super::marks::Marks;
use super::mending::Mending;
use super::problem::{Fault, Problem};
use super::scan::Scanner;
use super::strict::DEPTH;
use crate::in_order::in_order;
use crate::rule::Rule;
use crate::rules;
use crate::tree::{Kind, NONE, Node, NodeId, NodeRef, Span, Token, Tree, quote};

/// Reads one JSON value, mending what has one meaning.
///
/// # Errors
/// The text can't be read, even with mendings.
pub(super) fn read(text: &str, tree: &mut Tree) -> Result<Vec<Mending>, Fault> {
    let mut reader = Reader {
        scan: Scanner::new(text, Marks::find(text)?),
        tree,
    };
    reader
        .document()
        .map_err(|fault| foreign::named(text, fault))?;
    reader.scan.is_mendable()?;
    let Scanner {
        mut mendings,
        marks,
        ..
    } = reader.scan;
    mendings.extend(
        marks
            .starts()
            .map(|at| Mending::new(&rules::SURROUNDING_TEXT, at)),
    );
    let order = in_order(mendings.iter().map(|mending| mending.at));
    Ok(order
        .into_iter()
        .map(|(_, place)| mendings[place])
        .collect())
}

pub(super) struct ValueContext {
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

/// What Node's console.log prints in brackets in place of a value: the whole word, or its beginning.
const CUT: [(&str, bool); 4] = [
    ("Object", true),
    ("Array", true),
    ("Circular", false),
    ("Function", false),
];

pub(super) struct Reader<'a> {
    pub(super) scan: Scanner<'a>,
    pub(super) tree: &'a mut Tree,
}

impl Reader<'_> {
    fn document(&mut self) -> Result<(), Fault> {
        self.scan.leading_text()?;
        let begins = self.scan.at;
        self.value(&ValueContext::root(begins))?;
        let root = NodeRef::root(self.scan.text, self.tree);
        self.scan.trailing_text(begins, root)
    }

    fn value(&mut self, context: &ValueContext) -> Result<(), Fault> {
        let start = self.scan.at;
        if self.tree.len() as usize >= MOST {
            return self.scan.fail(Problem::TooManyValues);
        }
        if self.scan.finds_string() {
            let text = self.string()?;
            self.push(context, Kind::String, text, start);
            return Ok(());
        }
        match self.scan.peek() {
            Some('{') if is_to_replace(self.scan.rest()) => self.scan.fail(Problem::ToReplace),
            Some('{') if self.scan.template_length() == 0 => self.object(context),
            Some('[') if self.is_cut() => self.scan.fail(Problem::Cut),
            Some('[') => self.list(context),
            Some(_) => self.bare_value(context),
            None => self.scan.fail(Problem::ExpectedValue),
        }
    }

    fn is_cut(&self) -> bool {
        let inner = self.scan.rest().strip_prefix('[').unwrap_or_default();
        CUT.iter().any(|(word, whole)| {
            let rest = inner.trim_start().strip_prefix(word);
            rest.is_some_and(|rest| !whole || rest.trim_start().starts_with(']'))
        })
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
        self.scan.take();
        *comma = None;
    }

    fn key(&mut self, opened: u32) -> Result<Token, Fault> {
        let start = self.scan.at;
        let key = if self.scan.finds_string() {
            self.string()?
        } else {
            let length = self.scan.identifier_length();
            if length == 0 {
                return self.scan.fail(Problem::ExpectedKey { opened });
            }
            self.scan.at += length;
            if is_closed(self.scan.rest()) {
                let meant = key_meant(&self.scan.text[start..start + length]);
                return Err(Fault::new(start, Problem::UnopenedKey { meant }));
            }
            self.mend(&rules::UNQUOTED_KEY, start);
            self.quoted(start, start + length)
        };
        self.scan.space()?;
        if self.scan.peek() != Some(':') {
            return self.scan.fail(Problem::ExpectedColon);
        }
        self.scan.take();
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

    pub(super) fn quoted(&mut self, start: usize, end: usize) -> Token {
        let word = &self.scan.text[start..end];
        self.tree.write(|out| quote(word, out))
    }

    pub(super) fn mend(&mut self, rule: &'static Rule, at: usize) {
        self.scan.mend(rule, at);
    }

    fn open(&mut self, context: &ValueContext, kind: Kind) -> Result<NodeId, Fault> {
        if context.depth >= DEPTH {
            return self.scan.fail(Problem::TooDeep);
        }
        let start = self.scan.at;
        self.scan.take();
        Ok(self.push(context, kind, Token::EMPTY, start))
    }

    fn close(&mut self, id: NodeId, comma: Option<usize>) {
        if let Some(at) = comma {
            self.mend(&rules::TRAILING_COMMA, at);
        }
        self.scan.take();
        self.tree.close(id);
        self.tree.node_mut(id).span.end = self.scan.at as u32;
    }

    pub(super) fn push(
        &mut self,
        context: &ValueContext,
        kind: Kind,
        text: Token,
        value: usize,
    ) -> NodeId {
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

/// Replaces "value expected" at the end of the text by "object not closed".
fn unclosed(fault: Fault, problem: Problem, end: usize) -> Fault {
    if fault.problem == Problem::ExpectedValue && fault.at as usize == end {
        Fault::new(end, problem)
    } else {
        fault
    }
}

//! An independent JSON reader: strict, and it keeps what other readers lose, namely duplicate keys,
//! every token's text, the order and the positions.

use std::fmt::Write as _;
use std::ops::Range;

/// The index of a node in [`Json::nodes`], parents before children.
pub(crate) type Id = usize;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Null,
    Boolean,
    Number,
    String,
    List,
    Object,
}

#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) kind: Kind,
    /// The key's token.
    pub(crate) key: Option<Range<usize>>,
    /// The value's text.
    pub(crate) value: Range<usize>,
    pub(crate) parent: Option<Id>,
    /// Its index among its parent's children.
    pub(crate) index: usize,
    pub(crate) children: Vec<Id>,
}

/// A text and its nodes.
#[derive(Debug)]
pub(crate) struct Json<'t> {
    pub(crate) text: &'t str,
    pub(crate) nodes: Vec<Node>,
}

impl<'t> Json<'t> {
    /// Reads strict JSON. The error contains the byte at which reading stopped.
    pub(crate) fn read(text: &'t str) -> Result<Self, String> {
        let mut reader = Reader {
            text,
            at: 0,
            nodes: Vec::new(),
        };
        reader.space();
        reader.value(None, None, 0)?;
        reader.space();
        if reader.at < text.len() {
            return Err(format!("not JSON at byte {}", reader.at));
        }
        Ok(Json {
            text,
            nodes: reader.nodes,
        })
    }

    pub(crate) fn node(&self, id: Id) -> &Node {
        &self.nodes[id]
    }

    pub(crate) fn kind(&self, id: Id) -> Kind {
        self.nodes[id].kind
    }

    pub(crate) fn children(&self, id: Id) -> &[Id] {
        &self.nodes[id].children
    }

    /// Whether it is a scalar, `[]` or `{}`.
    pub(crate) fn is_leaf(&self, id: Id) -> bool {
        self.nodes[id].children.is_empty()
    }

    /// The value's text, verbatim.
    pub(crate) fn token(&self, id: Id) -> &'t str {
        &self.text[self.nodes[id].value.clone()]
    }

    /// The key's token; empty for an element.
    pub(crate) fn key_token(&self, id: Id) -> &'t str {
        let key = self.nodes[id].key.clone();
        key.map_or("", |key| &self.text[key])
    }

    /// The key's characters; empty for an element.
    pub(crate) fn key(&self, id: Id) -> String {
        characters(self.key_token(id))
    }

    /// A string's characters.
    pub(crate) fn string(&self, id: Id) -> Option<String> {
        (self.kind(id) == Kind::String).then(|| characters(self.token(id)))
    }

    /// The last member with this key.
    pub(crate) fn get(&self, id: Id, key: &str) -> Option<Id> {
        let members = self.children(id).iter().rev();
        (self.kind(id) == Kind::Object)
            .then(|| members.copied().find(|&member| self.key(member) == key))?
    }

    /// The byte at which the member (with its key) or the element begins.
    pub(crate) fn begins(&self, id: Id) -> usize {
        let node = &self.nodes[id];
        node.key.as_ref().map_or(node.value.start, |key| key.start)
    }

    /// Its JSON pointer (RFC 6901).
    pub(crate) fn pointer(&self, id: Id) -> String {
        let node = &self.nodes[id];
        let Some(parent) = node.parent else {
            return String::new();
        };
        let above = self.pointer(parent);
        if node.key.is_some() {
            let key = self.key(id).replace('~', "~0").replace('/', "~1");
            format!("{above}/{key}")
        } else {
            format!("{above}/{}", node.index)
        }
    }

    /// The node and the lists and objects that contain it, innermost first.
    pub(crate) fn around(&self, id: Id) -> impl Iterator<Item = Id> {
        std::iter::successors(Some(id), |&id| self.nodes[id].parent)
    }

    /// The node and everything in it.
    pub(crate) fn within(&self, id: Id) -> Range<Id> {
        let mut last = id;
        while let Some(&child) = self.nodes[last].children.last() {
            last = child;
        }
        id..last + 1
    }

    pub(crate) fn leaves(&self, id: Id) -> impl Iterator<Item = Id> {
        self.within(id).filter(|&id| self.is_leaf(id))
    }

    /// The value without white space, each token verbatim.
    pub(crate) fn compact(&self, id: Id) -> String {
        let mut out = String::new();
        self.compact_into(id, &mut out);
        out
    }

    fn compact_into(&self, id: Id, out: &mut String) {
        let (open, close) = match self.kind(id) {
            Kind::List => ('[', ']'),
            Kind::Object => ('{', '}'),
            _ => return out.push_str(self.token(id)),
        };
        out.push(open);
        for (index, &child) in self.children(id).iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            if self.kind(id) == Kind::Object {
                let _ = write!(out, "{}:", self.key_token(child));
            }
            self.compact_into(child, out);
        }
        out.push(close);
    }
}

/// The characters of a string token; a lone surrogate becomes U+FFFD.
pub(crate) fn characters(token: &str) -> String {
    let inner = token
        .strip_prefix('"')
        .and_then(|token| token.strip_suffix('"'));
    let mut rest = inner.unwrap_or(token);
    let mut units: Vec<u16> = Vec::with_capacity(rest.len());
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        if c != '\\' {
            units.extend(c.encode_utf16(&mut [0; 2]).iter());
            continue;
        }
        let escape = rest.as_bytes()[0];
        rest = &rest[1..];
        units.push(match escape {
            b'b' => 8,
            b't' => 9,
            b'n' => 10,
            b'f' => 12,
            b'r' => 13,
            b'u' => {
                let (hex, after) = rest.split_at(4);
                rest = after;
                u16::from_str_radix(hex, 16).unwrap_or_default()
            }
            other => other.into(),
        });
    }
    String::from_utf16_lossy(&units)
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    nodes: Vec<Node>,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn wrong<T>(&self) -> Result<T, String> {
        Err(format!("not JSON at byte {}", self.at))
    }

    fn space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
    }

    fn take(&mut self, mark: char) -> bool {
        let taken = self.rest().starts_with(mark);
        self.at += usize::from(taken);
        taken
    }

    fn value(
        &mut self,
        key: Option<Range<usize>>,
        parent: Option<Id>,
        index: usize,
    ) -> Result<(), String> {
        let id = self.nodes.len();
        let start = self.at;
        self.nodes.push(Node {
            kind: Kind::Null,
            key,
            value: start..start,
            parent,
            index,
            children: Vec::new(),
        });
        if let Some(parent) = parent {
            self.nodes[parent].children.push(id);
        }
        self.nodes[id].kind = match self.rest().chars().next() {
            Some('{') => self.collection(id, Kind::Object, '}')?,
            Some('[') => self.collection(id, Kind::List, ']')?,
            Some('"') => {
                self.string()?;
                Kind::String
            }
            Some('-' | '0'..='9') => {
                self.number()?;
                Kind::Number
            }
            _ => {
                let words = [
                    ("null", Kind::Null),
                    ("true", Kind::Boolean),
                    ("false", Kind::Boolean),
                ];
                let word = words.iter().find(|(word, _)| self.rest().starts_with(word));
                let Some(&(word, kind)) = word else {
                    return self.wrong();
                };
                self.at += word.len();
                kind
            }
        };
        self.nodes[id].value.end = self.at;
        Ok(())
    }

    fn collection(&mut self, id: Id, kind: Kind, close: char) -> Result<Kind, String> {
        self.at += 1;
        self.space();
        if self.take(close) {
            return Ok(kind);
        }
        for index in 0.. {
            self.space();
            let mut key = None;
            if kind == Kind::Object {
                let start = self.at;
                self.string()?;
                key = Some(start..self.at);
                self.space();
                if !self.take(':') {
                    return self.wrong();
                }
                self.space();
            }
            self.value(key, Some(id), index)?;
            self.space();
            if self.take(close) {
                break;
            }
            if !self.take(',') {
                return self.wrong();
            }
        }
        Ok(kind)
    }

    fn string(&mut self) -> Result<(), String> {
        if !self.take('"') {
            return self.wrong();
        }
        loop {
            let bytes = self.rest().as_bytes();
            match bytes {
                [b'"', ..] => {
                    self.at += 1;
                    return Ok(());
                }
                [
                    b'\\',
                    b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't',
                    ..,
                ] => self.at += 2,
                [b'\\', b'u', hex @ ..]
                    if hex.len() >= 4 && hex[..4].iter().all(u8::is_ascii_hexdigit) =>
                {
                    self.at += 6;
                }
                [b'\\' | 0..=0x1f, ..] | [] => return self.wrong(),
                _ => {
                    let plain = |byte: &u8| !matches!(byte, b'"' | b'\\' | 0..=0x1f);
                    self.at += bytes.iter().take_while(|byte| plain(byte)).count();
                }
            }
        }
    }

    fn number(&mut self) -> Result<(), String> {
        self.take('-');
        if !self.take('0') {
            self.digits()?;
        }
        if self.take('.') {
            self.digits()?;
        }
        if self.take('e') || self.take('E') {
            let _ = self.take('+') || self.take('-');
            self.digits()?;
        }
        Ok(())
    }

    fn digits(&mut self) -> Result<(), String> {
        let rest = self.rest();
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if digits == 0 {
            return self.wrong();
        }
        self.at += digits;
        Ok(())
    }
}

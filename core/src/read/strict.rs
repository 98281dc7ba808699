//! The strict reader: JSON (RFC 8259) into a tree, without copying.

use super::MOST;
use super::problem::{Fault, Problem};
use crate::tree::{Kind, NONE, Node, NodeId, Span, Token, Tree};

/// The deepest nesting of lists and objects that is read; ECS needs seven levels. It bounds the
/// recursion of every walk over a tree.
pub(super) const DEPTH: u32 = 128;

/// Reads one JSON value that is the whole text.
///
/// # Errors
/// The text is not strict JSON.
pub(super) fn read(text: &str, tree: &mut Tree) -> Result<(), Fault> {
    let mut reader = Reader {
        bytes: text.as_bytes(),
        at: 0,
        tree,
    };
    reader.skip_space();
    if reader.at == reader.bytes.len() {
        return reader.fail(Problem::Empty);
    }
    reader.value(&ValueContext::ROOT)?;
    reader.skip_space();
    if reader.at < reader.bytes.len() {
        return reader.fail(Problem::TrailingText);
    }
    Ok(())
}

/// The position of a value in the tree.
struct ValueContext {
    key: Token,
    plain_key: bool,
    start: u32,
    parent: NodeId,
    index: u32,
    depth: u32,
}

impl ValueContext {
    /// The position of the root.
    const ROOT: ValueContext = ValueContext {
        key: Token::EMPTY,
        plain_key: false,
        start: u32::MAX,
        parent: NONE,
        index: 0,
        depth: 0,
    };
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    tree: &'a mut Tree,
}

impl Reader<'_> {
    fn fail<T>(&self, problem: Problem) -> Result<T, Fault> {
        Err(Fault::new(self.at, problem))
    }

    fn peek(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or(0)
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
    }

    fn value(&mut self, context: &ValueContext) -> Result<(), Fault> {
        if self.tree.len() as usize >= MOST {
            return self.fail(Problem::TooManyValues);
        }
        match self.peek() {
            b'"' => {
                let start = self.at;
                self.string()?;
                self.scalar(context, Kind::String, start);
                Ok(())
            }
            b'{' => self.object(context),
            b'[' => self.list(context),
            b'n' => self.word(context, b"null", Kind::Null),
            b't' => self.word(context, b"true", Kind::Boolean),
            b'f' => self.word(context, b"false", Kind::Boolean),
            b'-' | b'0'..=b'9' => {
                let start = self.at;
                self.number()?;
                self.scalar(context, Kind::Number, start);
                Ok(())
            }
            _ => self.fail(Problem::ExpectedValue),
        }
    }

    fn object(&mut self, context: &ValueContext) -> Result<(), Fault> {
        let opened = self.at as u32;
        let id = self.open(context, Kind::Object)?;
        let mut index = 0;
        self.skip_space();
        if self.peek() == b'}' {
            self.close(id);
            return Ok(());
        }
        loop {
            let start = self.at;
            if self.peek() != b'"' {
                return self.fail(Problem::ExpectedKey { opened });
            }
            let plain_key = self.string()?;
            let key = Token::pasted(start as u32, self.at as u32);
            self.skip_space();
            if self.peek() != b':' {
                return self.fail(Problem::ExpectedColon);
            }
            self.at += 1;
            self.skip_space();
            self.value(&ValueContext {
                key,
                plain_key,
                start: start as u32,
                parent: id,
                index,
                depth: context.depth + 1,
            })?;
            index += 1;
            self.skip_space();
            match self.peek() {
                b',' => self.at += 1,
                b'}' => {
                    self.close(id);
                    return Ok(());
                }
                _ => return self.fail(Problem::ExpectedCommaOrBrace { opened }),
            }
            self.skip_space();
        }
    }

    fn list(&mut self, context: &ValueContext) -> Result<(), Fault> {
        let opened = self.at as u32;
        let id = self.open(context, Kind::List)?;
        let mut index = 0;
        self.skip_space();
        if self.peek() == b']' {
            self.close(id);
            return Ok(());
        }
        loop {
            self.value(&ValueContext {
                key: Token::EMPTY,
                plain_key: false,
                start: u32::MAX,
                parent: id,
                index,
                depth: context.depth + 1,
            })?;
            index += 1;
            self.skip_space();
            match self.peek() {
                b',' => self.at += 1,
                b']' => {
                    self.close(id);
                    return Ok(());
                }
                _ => return self.fail(Problem::ExpectedCommaOrBracket { opened }),
            }
            self.skip_space();
        }
    }

    fn open(&mut self, context: &ValueContext, kind: Kind) -> Result<NodeId, Fault> {
        if context.depth >= DEPTH {
            return self.fail(Problem::TooDeep);
        }
        let start = self.at as u32;
        self.at += 1;
        Ok(self.push(context, kind, Token::EMPTY, start))
    }

    fn close(&mut self, id: NodeId) {
        self.at += 1;
        self.tree.close(id);
        self.tree.node_mut(id).span.end = self.at as u32;
    }

    fn scalar(&mut self, context: &ValueContext, kind: Kind, start: usize) {
        let text = Token::pasted(start as u32, self.at as u32);
        self.push(context, kind, text, start as u32);
    }

    fn push(&mut self, context: &ValueContext, kind: Kind, text: Token, value: u32) -> NodeId {
        let id = self.tree.len();
        self.tree.push(Node {
            kind,
            verbatim: false,
            plain_key: context.plain_key,
            key: context.key,
            text,
            span: Span {
                start: context.start.min(value),
                end: self.at as u32,
            },
            value,
            parent: context.parent,
            index: context.index,
            next: id + 1,
            origin: id,
        })
    }

    fn word(&mut self, context: &ValueContext, word: &[u8], kind: Kind) -> Result<(), Fault> {
        let start = self.at;
        if !self.bytes[start..].starts_with(word) {
            return self.fail(Problem::ExpectedValue);
        }
        self.at += word.len();
        self.scalar(context, kind, start);
        Ok(())
    }

    /// Reads a string. Returns whether it contains no escape.
    fn string(&mut self) -> Result<bool, Fault> {
        let opened = self.at;
        let mut plain = true;
        self.at += 1;
        loop {
            self.at += plain_run(&self.bytes[self.at..]);
            match self.bytes.get(self.at) {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(plain);
                }
                Some(b'\\') => {
                    plain = false;
                    self.escape()?;
                }
                Some(b'\n' | b'\r') | None => {
                    return Err(Fault::new(opened, Problem::UnclosedString));
                }
                Some(_) => return self.fail(Problem::ControlCharacter),
            }
        }
    }

    fn escape(&mut self) -> Result<(), Fault> {
        let length = match self.bytes.get(self.at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => 2,
            Some(b'u')
                if self.bytes.len() >= self.at + 6
                    && self.bytes[self.at + 2..self.at + 6]
                        .iter()
                        .all(u8::is_ascii_hexdigit) =>
            {
                6
            }
            _ => return self.fail(Problem::BadEscape),
        };
        self.at += length;
        Ok(())
    }

    fn number(&mut self) -> Result<(), Fault> {
        match number_length(&self.bytes[self.at..]) {
            Some(length) => {
                self.at += length;
                Ok(())
            }
            None => self.fail(Problem::BadNumber),
        }
    }
}

/// The number of bytes before the next quote, backslash or control character. Tests eight bytes at
/// a time.
fn plain_run(bytes: &[u8]) -> usize {
    // The lowest and the highest bit of each byte.
    const ONES: u64 = u64::MAX / 255;
    const HIGH: u64 = ONES << 7;
    let zero = |word: u64| word.wrapping_sub(ONES) & !word & HIGH;
    let (words, rest) = bytes.as_chunks::<8>();
    for (at, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        let control = word.wrapping_sub(ONES * 0x20) & !word & HIGH;
        let quote = zero(word ^ (ONES * u64::from(b'"')));
        let backslash = zero(word ^ (ONES * u64::from(b'\\')));
        // The lowest marked byte is right; a borrow may have marked those above it.
        let ends = control | quote | backslash;
        if ends != 0 {
            return at * 8 + ends.trailing_zeros() as usize / 8;
        }
    }
    let ends = |&byte: &u8| byte < 0x20 || byte == b'"' || byte == b'\\';
    let run = rest.iter().position(ends).unwrap_or(rest.len());
    bytes.len() - rest.len() + run
}

/// The length in bytes of the JSON number at the start of `bytes`; `None` if there is none.
pub(super) fn number_length(bytes: &[u8]) -> Option<usize> {
    let digits = |from: usize| {
        bytes[from..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count()
    };
    let mut at = usize::from(bytes.first() == Some(&b'-'));
    let whole = digits(at);
    if whole == 0 || (whole > 1 && bytes[at] == b'0') {
        return None;
    }
    at += whole;
    if bytes.get(at) == Some(&b'.') {
        let fraction = digits(at + 1);
        if fraction == 0 {
            return None;
        }
        at += 1 + fraction;
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
        let exponent = digits(at + 1 + sign);
        if exponent == 0 {
            return None;
        }
        at += 1 + sign + exponent;
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::{number_length, plain_run};

    #[test]
    fn ends_a_plain_run_at_the_first_byte_that_counts() {
        for length in 0..40 {
            for end in *b"\"\\\n\0\x1f" {
                let mut text = vec![b'a'; length];
                text.push(end);
                text.extend(b"z\"\\\0 ".repeat(3));
                assert_eq!(plain_run(&text), length);
            }
        }
        let high = "é😀\u{7f} !#[]".repeat(9);
        assert_eq!(plain_run(high.as_bytes()), high.len());
    }

    #[test]
    fn knows_json_numbers() {
        for number in ["0", "-0", "12", "1.5", "-1.5e+10", "1E3", "1e-3"] {
            assert_eq!(
                number_length(number.as_bytes()),
                Some(number.len()),
                "{number}"
            );
        }
        for other in ["", "-", "01", "1.", ".5", "1e", "+1", "x"] {
            assert_eq!(number_length(other.as_bytes()), None, "{other}");
        }
    }
}

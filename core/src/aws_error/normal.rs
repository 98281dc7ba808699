//! A pasted text in the form in which errors are compared: what terminals, shells, logs and JSON do to
//! the words does not count.

use memchr::memmem;

/// Lowercase letters and digits of ASCII, and where there was something else between them.
///
/// No white space is in it, so that a line that a terminal broke within a word is whole again.
#[derive(Debug)]
pub(crate) struct Normal {
    text: String,
    /// Of each byte of `text`, what else stood before it.
    before: Vec<Edge>,
    /// Which triples of letters and digits stand in it: most errors are none of a text by them alone.
    triples: Vec<bool>,
}

/// What parts two letters or digits. The greater parts more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Edge {
    /// Nothing: they are of one word.
    None,
    /// They are of two words.
    Word,
    /// They are of two sentences, or of what is quoted and what is not.
    Sentence,
}

/// How a report in Japanese writes "exit code".
const EXIT_CODE: (&str, &str) = ("終了コード", " exit code ");

/// The longest word that is looked at alone.
const LONGEST_WORD: usize = 40;

/// The letters and digits.
const LETTERS: usize = 36;

impl Normal {
    pub(crate) fn new(text: &str) -> Self {
        let mut letters = Letters::default();
        let mut pieces = text.split(EXIT_CODE.0);
        letters.add(pieces.next().unwrap_or_default());
        for piece in pieces {
            letters.add(EXIT_CODE.1);
            letters.add(piece);
        }
        let Letters { text, before } = letters;
        let mut triples = vec![false; LETTERS.pow(3)];
        for three in text.as_bytes().windows(3) {
            triples[triple(three)] = true;
        }
        Normal {
            text,
            before,
            triples,
        }
    }

    /// The letters and digits of a text alone.
    pub(crate) fn letters(text: &str) -> String {
        let mut letters = Letters::default();
        letters.add(text);
        letters.text
    }

    /// The letters and digits.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Where these words stand, not within others.
    pub(crate) fn places<'a>(&'a self, words: &'a str) -> impl Iterator<Item = usize> + 'a {
        let text = if self.may_have(words) { &self.text } else { "" };
        let found = memmem::find_iter(text.as_bytes(), words.as_bytes());
        found.filter(move |start| self.is_edge(*start) && self.is_edge(start + words.len()))
    }

    /// The word that begins at this byte, if it is not longer than a name.
    pub(crate) fn word_at(&self, start: usize) -> &str {
        let ends = (start + 1..=self.text.len()).take(LONGEST_WORD);
        let end = ends.into_iter().find(|end| self.is_edge(*end));
        self.text
            .get(start..end.unwrap_or(start))
            .unwrap_or_default()
    }

    /// Whether these words stand in it, by their triples.
    pub(crate) fn may_have(&self, words: &str) -> bool {
        let mut threes = words.as_bytes().windows(3);
        threes.all(|three| self.triples[triple(three)])
    }

    /// Whether a word begins or ends before this byte.
    fn is_edge(&self, at: usize) -> bool {
        self.edge(at) > Edge::None
    }

    /// Whether a sentence begins or ends before this byte.
    pub(crate) fn is_end(&self, at: usize) -> bool {
        self.edge(at) == Edge::Sentence
    }

    fn edge(&self, at: usize) -> Edge {
        self.before.get(at).copied().unwrap_or(Edge::Sentence)
    }
}

/// The number of three lowercase letters or digits.
fn triple(three: &[u8]) -> usize {
    let letters = three.iter().map(|byte| match byte {
        b'0'..=b'9' => usize::from(byte - b'0'),
        _ => usize::from(byte.saturating_sub(b'a')) % 26 + 10,
    });
    letters.fold(0, |number, letter| number * LETTERS + letter)
}

/// The letters and digits of a text while it is read.
#[derive(Default)]
struct Letters {
    text: String,
    before: Vec<Edge>,
}

impl Letters {
    fn add(&mut self, text: &str) {
        let mut rest = text;
        let mut edge = if self.text.is_empty() {
            Edge::Sentence
        } else {
            Edge::Word
        };
        while let Some(c) = rest.chars().next() {
            let (end, plain) = match c {
                '\\' => escape(rest),
                '&' => (entity(rest), Some(c)),
                '\u{1b}' => (colour(rest), Some(' ')),
                c => (c.len_utf8(), Some(c)),
            };
            rest = &rest[end..];
            match plain {
                Some(c) if c.is_ascii_alphanumeric() => {
                    self.text.push(c.to_ascii_lowercase());
                    self.before.push(edge);
                    edge = Edge::None;
                }
                other => edge = edge.max(edge_of(other, rest)),
            }
        }
    }
}

/// How much a character parts what stands around it: none is a line break that was escaped.
fn edge_of(c: Option<char>, rest: &str) -> Edge {
    match c {
        Some('-' | '_' | '/' | '@' | '=' | '#' | '$' | '%' | '*' | '+' | '~' | '&' | '\\') => {
            Edge::Word
        }
        Some('.') if !rest.is_empty() && !rest.starts_with(char::is_whitespace) => Edge::Word,
        Some(c) if c.is_alphanumeric() => Edge::Word,
        Some('\n' | '\r') | None => Edge::Sentence,
        Some(c) if c.is_whitespace() => Edge::Word,
        Some(_) => Edge::Sentence,
    }
}

/// The length of an escape of JSON at the start of a text, and the character if it is a plain one.
fn escape(text: &str) -> (usize, Option<char>) {
    let Some(next) = text[1..].chars().next() else {
        return (1, None);
    };
    let code = text.get(2..6).filter(|_| next == 'u');
    let code = code.and_then(|code| u32::from_str_radix(code, 16).ok());
    match (next, code) {
        (_, Some(code)) => (6, char::from_u32(code)),
        ('n' | 'r' | 't', _) => (2, None),
        _ => (1, None),
    }
}

/// The length of a character entity of HTML at the start of a text, or of its `&`.
fn entity(text: &str) -> usize {
    let known = [
        "&quot;", "&amp;", "&lt;", "&gt;", "&apos;", "&#39;", "&#x27;", "&#34;",
    ];
    let own = known.iter().find(|entity| text.starts_with(**entity));
    own.map_or(1, |entity| entity.len())
}

/// The length of a sequence that colours a terminal at the start of a text.
fn colour(text: &str) -> usize {
    let Some(rest) = text.strip_prefix("\u{1b}[") else {
        return 1;
    };
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != ';');
    end.map_or(text.len(), |end| {
        let last = rest[end..].chars().next().map_or(0, char::len_utf8);
        text.len() - rest.len() + end + last
    })
}

#[cfg(test)]
mod tests {
    use super::Normal;

    #[test]
    fn only_words_count() {
        for (text, normal) in [
            ("Role is not valid", "roleisnotvalid"),
            ("Role is not\n  valid.", "roleisnotvalid"),
            ("Role is no\nt valid", "roleisnotvalid"),
            (r#""Role\n is \"not\" valid""#, "roleisnotvalid"),
            (r"Role \u0069s\u0020not valid\u3002", "roleisnotvalid"),
            (
                "\u{1b}[31;1mRole is\u{1b}[0m not valid\u{1b}[",
                "roleisnotvalid",
            ),
            ("Role is &quot;not&quot; valid", "roleisnotvalid"),
            ("“Role” is ‘not’ valid、ですか", "roleisnotvalid"),
            ("app が終了コード 137 で", "appexitcode137"),
            ("\\", ""),
            ("\\u", "u"),
            ("\\u00é", "u00"),
            ("\\ué", "u"),
        ] {
            assert_eq!(Normal::new(text).text(), normal, "{text}");
        }
    }

    #[test]
    fn edges_are_where_something_else_stood() {
        let normal = Normal::new("exit code 13\n7");
        let edges: Vec<usize> = (0..=normal.text().len())
            .filter(|at| normal.is_edge(*at))
            .collect();
        assert_eq!(edges, [0, 4, 8, 10, 11]);
    }
}

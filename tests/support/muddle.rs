//! Undoes what the reader mends: turns strict JSON into what people paste, with the same meaning.

use std::collections::{BTreeMap, BTreeSet};

use crate::random::Random;

/// A muddled text.
pub(crate) struct Muddled {
    pub(crate) text: String,
    /// The ids of the rules that must mend it.
    pub(crate) rules: BTreeSet<&'static str>,
    /// Where each token of the strict text begins in the muddled one.
    pub(crate) moved: BTreeMap<usize, usize>,
}

/// The kinds of muddling, named after the rules that mend them.
const WAYS: &[&str] = &[
    "bare-word",
    "byte-order-mark",
    "comment",
    "control-character",
    "crlf",
    "curly-quotes",
    "missing-comma",
    "odd-space",
    "python-literal",
    "single-quotes",
    "surrounding-text",
    "trailing-comma",
    "unquoted-key",
];

/// Muddles strict JSON in several ways at once.
pub(crate) fn muddle(random: &mut Random, strict: &str) -> Muddled {
    let mut ways = BTreeSet::new();
    for _ in 0..=random.below(4) {
        ways.insert(random.pick(WAYS));
    }
    let mut muddler = Muddler {
        tokens: tokens(strict),
        often: random.pick(&[100, 400, 1000]),
        random,
        ways,
        out: Muddled {
            text: String::new(),
            rules: BTreeSet::new(),
            moved: BTreeMap::new(),
        },
    };
    muddler.document();
    muddler.out
}

#[derive(Debug, Clone, Copy)]
struct Token<'t> {
    start: usize,
    text: &'t str,
    /// Whether a colon follows.
    is_key: bool,
}

impl Token<'_> {
    fn is_mark(self) -> bool {
        matches!(self.text, "{" | "}" | "[" | "]" | ":" | ",")
    }

    fn is_space(self) -> bool {
        self.text.starts_with([' ', '\t', '\r', '\n'])
    }
}

/// The tokens of strict JSON, white space included.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let space = |c: char| matches!(c, ' ' | '\t' | '\r' | '\n');
        let length = match c {
            '"' => {
                let mut escaped = false;
                let end = rest[1..].find(|c| {
                    let end = c == '"' && !escaped;
                    escaped = c == '\\' && !escaped;
                    end
                });
                end.map_or(rest.len(), |end| end + 2)
            }
            '{' | '}' | '[' | ']' | ':' | ',' => 1,
            c if space(c) => rest.find(|c| !space(c)).unwrap_or(rest.len()),
            _ => {
                let ends = |c: char| space(c) || ",:{}[]\"".contains(c);
                rest.find(ends).unwrap_or(rest.len())
            }
        };
        let (token, after) = rest.split_at(length);
        if token == ":" {
            let key = tokens.iter_mut().rev().find(|token| !token.is_space());
            if let Some(key) = key {
                key.is_key = true;
            }
        }
        tokens.push(Token {
            start: text.len() - rest.len(),
            text: token,
            is_key: false,
        });
        rest = after;
    }
    tokens
}

struct Muddler<'m, 't> {
    tokens: Vec<Token<'t>>,
    random: &'m mut Random,
    ways: BTreeSet<&'static str>,
    often: usize,
    out: Muddled,
}

impl Muddler<'_, '_> {
    /// Whether to muddle this way here. Records it if so.
    fn now(&mut self, way: &'static str) -> bool {
        let now = self.ways.contains(way) && self.random.chance(self.often);
        if now {
            self.out.rules.insert(way);
        }
        now
    }

    fn write(&mut self, text: &str) {
        if self.ways.contains("crlf") && text.contains('\n') {
            self.out.rules.insert("crlf");
            self.out.text.push_str(&text.replace('\n', "\r\n"));
        } else {
            self.out.text.push_str(text);
        }
    }

    fn document(&mut self) {
        let surroundings = [
            ("```json\n", "\n```\n"),
            ("Here it is:\n\n```\n", "\n```"),
            (
                "$ aws ecs describe-task-definition --task-definition app\n",
                "\n$ \n",
            ),
            ("user@host:~$ cat taskdef.json\n", "\nuser@host:~$ "),
            ("taskdef.json\n", ""),
        ];
        let (before, after) = if self.now("surrounding-text") {
            self.random.pick(&surroundings)
        } else {
            ("", "")
        };
        self.write(before);
        if self.now("comment") {
            let comments = ["// taskdef.json\n", "# it's \"{\n", "/* a\n { */\n"];
            // The first of these lines that begins with a brace would be read as the document.
            let lines = if before.is_empty() { 3 } else { 2 };
            let comment = self.random.pick(&comments[..lines]);
            self.write(comment);
        }
        for at in 0..self.tokens.len() {
            self.token(at);
        }
        if self.now("trailing-comma") {
            self.write(",");
        }
        self.write(after);
        if self.now("byte-order-mark") {
            self.out.text.insert(0, '\u{feff}');
        }
    }

    fn token(&mut self, at: usize) {
        let token = self.tokens[at];
        let next = self.tokens[at + 1..]
            .iter()
            .copied()
            .find(|next| !next.is_space());
        let last = self.tokens[..at]
            .iter()
            .copied()
            .rfind(|last| !last.is_space());
        if token.is_space() {
            return self.write(token.text);
        }
        if matches!(token.text, "}" | "]")
            && last.is_some_and(|last| !matches!(last.text, "{" | "["))
            && self.now("trailing-comma")
        {
            self.write(",");
        }
        if token.text == ","
            && next.is_some_and(|next| self.may_do_without_comma(next))
            && self.now("missing-comma")
        {
            return self.write("\n");
        }
        self.out.moved.insert(token.start, self.out.text.len());
        match token.text {
            text if token.is_mark() => self.write(text),
            "null" | "true" | "false" if self.now("python-literal") => {
                let words = match token.text {
                    "null" => ["None", "undefined"],
                    "true" => ["True", "TRUE"],
                    _ => ["False", "FALSE"],
                };
                let word = self.random.pick(&words);
                self.write(word);
            }
            text if text.starts_with('"') => self.string(token),
            text => self.write(text),
        }
        let is_word = !token.is_mark() && !token.text.starts_with('"');
        if is_word && self.now("comment") {
            let comment = self.random.pick(&["// 1, }\n", "/* \" */", "# none\n"]);
            self.write(comment);
        }
        if matches!(token.text, "{" | "[" | "," | ":") && next.is_some() {
            self.gap();
        }
    }

    /// Whether the next token shows that a comma is missing before it.
    fn may_do_without_comma(&self, next: Token<'_>) -> bool {
        let straight = !self.ways.contains("single-quotes")
            && !self.ways.contains("curly-quotes")
            && !self.ways.contains("bare-word");
        next.is_key || matches!(next.text, "{" | "[") || (next.text.starts_with('"') && straight)
    }

    /// More white space than JSON allows.
    fn gap(&mut self) {
        if self.now("odd-space") {
            let space = self
                .random
                .pick(&["\u{a0}", "\u{3000}", " \u{200b} ", "\u{2028}"]);
            self.write(space);
        }
        if self.now("comment") {
            let comment = self.random.pick(&[
                "// it's, \"so\": {\n",
                " # none ]\n",
                "/* */",
                " /* a\n\"b\": 1, */ ",
            ]);
            self.write(comment);
        }
    }

    fn string(&mut self, token: Token<'_>) {
        let inner = &token.text[1..token.text.len() - 1];
        let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let is_name =
            inner.starts_with(|c: char| c.is_ascii_alphabetic()) && inner.chars().all(word);
        if token.is_key && is_name && self.now("unquoted-key") {
            return self.write(inner);
        }
        let is_image = inner.starts_with("registry.") || inner == "app:1";
        let is_variable = inner.starts_with("${") && inner.ends_with('}') && !inner.contains(' ');
        let is_constant = is_name && inner.len() > 5 && !inner.contains(|c: char| c.is_lowercase());
        let may_be_bare = !token.is_key && !inner.contains('\\');
        if may_be_bare && (is_image || is_variable || is_constant) && self.now("bare-word") {
            return self.write(inner);
        }
        let mut inner = inner.to_owned();
        if has_tab(&inner) && self.now("control-character") {
            inner = inner.replace("\\t", "\t");
        }
        if self.now("single-quotes") {
            let inner = inner.replace('\'', "\\'");
            self.write(&format!("'{inner}'"));
        } else if !inner.contains(['“', '”', '＂', '"', '„', '‘', '’', '\''])
            && self.now("curly-quotes")
        {
            let (open, close) = self
                .random
                .pick(&[('“', '”'), ('‘', '’'), ('”', '"'), ('„', '“')]);
            self.write(&format!("{open}{inner}{close}"));
        } else {
            self.write(&format!("\"{inner}\""));
        }
    }
}

/// Whether a string token contains `\t`, and not only the end of `\\t`.
fn has_tab(inner: &str) -> bool {
    inner.contains("\\t") && !inner.contains("\\\\")
}

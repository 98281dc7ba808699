//! Writes YAML that every parser reads alike, those of YAML 1.1 (CloudFormation, CodeBuild) and of
//! YAML 1.2: a string that either could read as something else is quoted.

use std::fmt::Write;

use super::value::{Comment, Entry, Value};
use super::wrap::wrap;
use crate::escape::escape;
use crate::lang::Lang;

/// The columns of the longest line, where there is a place to part it.
const WIDTH: usize = 120;

/// The form of a file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Form {
    /// The language of the comments.
    pub(super) lang: Lang,
    /// Whether the values must be ASCII, and English comments too: CloudFormation shows other characters
    /// as `?`.
    pub(super) ascii: bool,
}

impl Form {
    /// Whether the comments must be ASCII.
    fn ascii_comments(self) -> bool {
        self.ascii && self.lang == Lang::En
    }
}

/// Writes a value below the comments at the head of the file.
pub(super) fn write(head: &[Comment], value: &Value, form: Form) -> String {
    let mut out = Writer {
        text: String::new(),
        form,
    };
    // The first line is not wrapped, so that it contains the whole origin of the file.
    if let Some((first, rest)) = head.split_first() {
        out.comment_line(first.get(form.lang), 0);
        out.comments(rest, 0);
        out.text.push('\n');
    }
    out.below(value, 0);
    out.text
}

/// The comments of a value, in order, in a language that the file can't contain; each begins with
/// the name of the value it belongs to.
pub(super) fn comments_beside(value: &Value, lang: Lang) -> Vec<String> {
    let mut comments = Vec::new();
    collect(value, "", lang, &mut comments);
    comments
}

fn collect(value: &Value, name: &str, lang: Lang, comments: &mut Vec<String>) {
    for entry in value.entries() {
        let name = match entry.value.get("Sid") {
            Some(Value::Text(name)) => name,
            _ if entry.key.is_empty() => name,
            _ => &entry.key,
        };
        for comment in &entry.comments {
            comments.push(format!("{name}: {}", comment.get(lang)));
        }
        collect(&entry.value, name, lang, comments);
    }
}

struct Writer {
    text: String,
    form: Form,
}

impl Writer {
    fn comments(&mut self, comments: &[Comment], depth: usize) {
        for comment in comments {
            let text = comment.get(self.form.lang);
            for line in wrap(text, 96 - 2 * depth) {
                self.comment_line(&line, depth);
            }
        }
    }

    fn comment_line(&mut self, line: &str, depth: usize) {
        self.indent(depth);
        self.text.push_str("# ");
        self.text
            .push_str(&visible(line, self.form.ascii_comments()));
        self.text.push('\n');
    }

    /// Writes the entries of a list or map, each on its own lines.
    fn below(&mut self, value: &Value, depth: usize) {
        match value {
            Value::Map(entries) => {
                for (index, entry) in entries.iter().enumerate() {
                    self.part(entry, index, depth);
                    self.comments(&entry.comments, depth);
                    self.indent(depth);
                    self.member(entry, depth);
                }
            }
            Value::List(entries) => {
                for entry in entries {
                    self.comments(&entry.comments, depth);
                    self.indent(depth);
                    self.element(&entry.value, depth);
                }
            }
            _ => {
                self.indent(depth);
                self.after(value, depth);
            }
        }
    }

    /// An empty line separates top-level entries, and second-level lists and maps that have a
    /// comment.
    fn part(&mut self, entry: &Entry, index: usize, depth: usize) {
        let block =
            matches!(entry.value, Value::Map(_) | Value::List(_)) && !entry.comments.is_empty();
        if index > 0 && (depth == 0 || depth == 1 && block) {
            self.text.push('\n');
        }
    }

    fn member(&mut self, entry: &Entry, depth: usize) {
        let key = self.scalar(&entry.key);
        self.text.push_str(&key);
        self.text.push(':');
        self.after(&entry.value, depth);
        let aside = entry.aside.text(self.form.lang);
        if !aside.is_empty() && self.text.ends_with('\n') {
            self.text.truncate(self.text.len() - 1);
            self.text.push_str(" # ");
            self.text.push_str(aside);
            self.text.push('\n');
        }
    }

    /// Writes an element after its dash; a map's first member is on the same line.
    fn element(&mut self, value: &Value, depth: usize) {
        self.text.push('-');
        match value {
            Value::Map(entries) if !entries.is_empty() => {
                for (index, entry) in entries.iter().enumerate() {
                    if index == 0 && entry.comments.is_empty() {
                        self.text.push(' ');
                    } else {
                        if index == 0 {
                            self.text.push('\n');
                        }
                        self.comments(&entry.comments, depth + 1);
                        self.indent(depth + 1);
                    }
                    self.member(entry, depth + 1);
                }
            }
            _ => self.after(value, depth),
        }
    }

    /// Writes a value after its key or dash, and the end of its last line.
    fn after(&mut self, value: &Value, depth: usize) {
        match value {
            Value::Map(entries) if entries.is_empty() => self.text.push_str(" {}\n"),
            Value::List(entries) if entries.is_empty() => self.text.push_str(" []\n"),
            Value::Map(_) | Value::List(_) => {
                self.text.push('\n');
                self.below(value, depth + 1);
            }
            Value::Call(function, argument) => {
                self.text.push(' ');
                self.text.push_str(function.tag());
                self.after(argument, depth);
            }
            Value::Text(text) if is_block(text, self.form.ascii) => {
                self.text.push_str(" |-\n");
                for line in text.split('\n') {
                    if !line.is_empty() {
                        self.indent(depth + 1);
                        self.text.push_str(line);
                    }
                    self.text.push('\n');
                }
            }
            Value::Text(text) => {
                let text = self.scalar(text);
                match self.folded(&text, depth) {
                    Some(folded) => self.end(&folded),
                    None => self.end(&text),
                }
            }
            Value::Number(digits) => self.end(digits),
            Value::Bool(truth) => self.end(if *truth { "true" } else { "false" }),
        }
    }

    /// A plain string that would make its line too long, in double quotes on several lines: they join
    /// where a line ends with a backslash. It is parted within an ARN or a path only.
    fn folded(&self, plain: &str, depth: usize) -> Option<String> {
        let line = self.text.rsplit('\n').next().unwrap_or_default();
        let is_whole = is_plain(plain) && !plain.contains([' ', '"', '\\']);
        if !is_whole || line.len() + 1 + plain.len() <= WIDTH {
            return None;
        }
        let mut out = String::from("\"");
        let mut room = WIDTH.saturating_sub(line.len() + 4);
        let mut rest = plain;
        while rest.len() > room {
            let fits = rest.get(..room).unwrap_or_default();
            let mut ends = fits.rmatch_indices([':', '/']).map(|(at, _)| at + 1);
            let Some(end) = ends.find(|end| !is_within_reference(&rest[..*end])) else {
                break;
            };
            let (part, behind) = rest.split_at(end);
            out.push_str(part);
            out.push_str("\\\n");
            for _ in 0..=depth {
                out.push_str("  ");
            }
            rest = behind;
            room = WIDTH.saturating_sub(2 * depth + 4);
        }
        out.push_str(rest);
        out.push('"');
        Some(out)
    }

    fn end(&mut self, text: &str) {
        self.text.push(' ');
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn scalar(&self, text: &str) -> String {
        scalar(text, self.form.ascii)
    }

    fn indent(&mut self, depth: usize) {
        for _ in 0..depth {
            self.text.push_str("  ");
        }
    }
}

/// Whether a text ends within a `${…}`.
fn is_within_reference(text: &str) -> bool {
    text.rfind("${") > text.rfind('}')
}

/// A string on one line: plain if every parser reads it as a string, else in quotes.
fn scalar(text: &str, ascii: bool) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    if text.chars().all(|c| is_printable(c, ascii)) {
        return format!("'{}'", text.replace('\'', "''"));
    }
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if is_printable(c, ascii) => out.push(c),
            c if u32::from(c) <= 0xFFFF => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => {
                let _ = write!(out, "\\U{:08X}", u32::from(c));
            }
        }
    }
    out.push('"');
    out
}

/// Whether a string can be written without quotes. This is stricter than YAML, since quotes are
/// always correct.
fn is_plain(text: &str) -> bool {
    /// The words that YAML 1.1 reads as a boolean or null.
    const WORDS: [&str; 10] = [
        "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan",
    ];
    let mut chars = text.chars();
    let starts = |c: char| c.is_ascii_alphabetic() || c == '/' || c == '$';
    let placeholder = text.starts_with('<') && !text.starts_with("<<");
    (chars.next().is_some_and(starts) || placeholder)
        && text.chars().all(|c| (' '..='~').contains(&c))
        && !text.ends_with([' ', ':'])
        && !text.contains(": ")
        && !text.contains(" #")
        && !WORDS.contains(&text.to_ascii_lowercase().as_str())
}

/// Whether a string is most readable as a literal block, and reads back unchanged from it.
fn is_block(text: &str, ascii: bool) -> bool {
    (text.contains('\n') || text.contains('\'') && !is_plain(text))
        && !text.starts_with([' ', '\n', '\t'])
        && !text.ends_with('\n')
        && text.chars().all(|c| c == '\n' || is_printable(c, ascii))
}

/// Whether a character is literal in every version of YAML.
fn is_printable(c: char, ascii: bool) -> bool {
    (' '..='~').contains(&c)
        || !ascii
            && !c.is_control()
            && !matches!(
                c,
                '\u{a0}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
            )
            && escape(c.encode_utf8(&mut [0; 4])).chars().eq([c])
            && u32::from(c) <= 0xFFFF
}

/// A line of a comment with every other character escaped: a parser could read one as the end of
/// the line.
fn visible(line: &str, ascii: bool) -> String {
    let mut out = String::new();
    for c in line.chars() {
        if is_printable(c, ascii) {
            out.push(c);
        } else {
            let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Form, scalar, write};
    use crate::generate::value::{Entry, Value};
    use crate::lang::{Lang, Localized};

    #[test]
    fn quotes_what_a_parser_would_take_for_something_else() {
        for plain in [
            "mvn clean",
            "arn:aws:s3:::b",
            "$X/y",
            "/a#b",
            "<TASK_DEFINITION>",
        ] {
            assert_eq!(scalar(plain, false), plain);
        }
        for quoted in [
            "",
            "on",
            "Off",
            "Y",
            "null",
            "~",
            "0123",
            "1_000",
            "12:30:45",
            "2012-10-17",
            "1e3",
            "0x1f",
            ".inf",
            "- a",
            "a: b",
            "a #b",
            "a:",
            "a ",
            " a",
            "!Ref X",
            "*",
            "&a",
            "[a",
            "{a",
            "| a",
            "> a",
            "% a",
            "@a",
            "`a`",
            "=",
            "<<",
            "'a'",
            "\"a\"",
            "# a",
            "? a",
            "é",
        ] {
            let text = scalar(quoted, false);
            assert_eq!(text, format!("'{}'", quoted.replace('\'', "''")));
        }
        assert_eq!(scalar("a\nb\t\"\\\u{85}", false), r#""a\nb\t\"\\\u0085""#);
        assert_eq!(scalar("\u{202e}", false), r#""\u202E""#);
        assert_eq!(scalar("é😀", true), r#""\u00E9\U0001F600""#);
    }

    #[test]
    fn writes_lists_maps_blocks_and_comments() {
        let above = Localized {
            en: "above\nit",
            ja: "",
        };
        let mut block = Entry::element("a\n b\n\nc".into());
        block.comments.push(above.into());
        let map = Value::Map(vec![
            Entry::member("k", Value::Number("1".to_owned())),
            Entry::member("l", Value::Bool(true)),
        ]);
        let value = Value::Map(vec![
            Entry::member("version", Value::Number("0.0".to_owned())),
            Entry::member("list", Value::List(vec![block, Entry::element(map)])),
            Entry::member("none", Value::List(Vec::new())),
        ]);
        let form = Form {
            lang: Lang::En,
            ascii: false,
        };
        let text = write(&[], &value, form);
        assert_eq!(
            text,
            "version: 0.0\n\nlist:\n  # above\n  # it\n  - |-\n    a\n     b\n\n    c\n  - k: 1\n    l: true\n\nnone: []\n"
        );
    }

    #[test]
    fn parts_long_arns_where_they_are_parted() {
        let form = Form {
            lang: Lang::En,
            ascii: true,
        };
        let arn = format!(
            "arn:${{AWS::Partition}}:{}:${{AWS::Region}}/x",
            "a".repeat(80)
        );
        let value = Value::Map(vec![Entry::member("Resource", arn.as_str().into())]);
        let text = write(&[], &value, form);
        assert_eq!(
            text,
            format!(
                "Resource: \"arn:${{AWS::Partition}}:{}:\\\n  ${{AWS::Region}}/x\"\n",
                "a".repeat(80)
            )
        );
        let words = "a: b ".repeat(40);
        let value = Value::Map(vec![Entry::member("k", words.trim_end().into())]);
        assert_eq!(write(&[], &value, form).lines().count(), 1);
    }
}

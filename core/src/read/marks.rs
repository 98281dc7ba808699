//! Marks that a tool put at the start of each line of a document: line numbers, the signs of a diff,
//! the `>` of a quoted mail, the times of a log. And the colours of a terminal, which may stand anywhere.

use super::lines::line_starts;
use super::problem::{Fault, Problem};

/// The marks of a text: ranges of bytes that begin at the start of a line, in order. They are read
/// as white space.
#[derive(Debug, Default)]
pub(super) struct Marks(Vec<Mark>);

/// A range of bytes.
type Mark = (u32, u32);

impl Marks {
    /// Finds the marks: those of a block of lines whose first, without its mark, begins a document.
    ///
    /// # Errors
    /// The block is a diff in which lines were removed, or were left out.
    pub(super) fn find(text: &str) -> Result<Self, Fault> {
        for block in [block::<Numbers>, block::<Quotes>, block::<Times>] {
            let marks = block(text);
            if marks.len() > 1 {
                return Ok(Marks(marks));
            }
        }
        added_lines(text).map(Marks)
    }

    /// Where the line that begins at this byte begins without its mark.
    pub(super) fn after(&self, line: usize) -> usize {
        let found = self
            .0
            .binary_search_by_key(&(line as u32), |&(start, _)| start);
        found
            .ok()
            .and_then(|at| self.0.get(at))
            .map_or(line, |&(_, end)| end as usize)
    }

    /// The number of marks.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The bytes at which the marks begin.
    pub(super) fn starts(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().map(|&(start, _)| start as usize)
    }
}

/// A kind of mark.
trait Kind: Default {
    /// The length of the mark of the next line; `None` if it has none.
    fn length(&mut self, line: &str) -> Option<usize>;
}

/// The marks of the first block of lines of which each has one.
fn block<K: Kind>(text: &str) -> Vec<Mark> {
    let mut kind = K::default();
    let mut before = None;
    let mut marks: Vec<Mark> = Vec::new();
    for (at, line) in line_starts(text) {
        let begun = !marks.is_empty();
        let length = kind.length(line).or_else(|| {
            (!begun).then(|| {
                (kind, before) = (K::default(), None);
                kind.length(line)
            })?
        });
        match length {
            Some(length) if begun || begins_document(&line[length..]) => {
                marks.extend(before.take());
                marks.push(mark(at, length));
            }
            Some(length) => before = Some(mark(at, length)),
            None if !begun || line.trim().is_empty() => {}
            None => break,
        }
    }
    marks
}

fn mark(at: usize, length: usize) -> Mark {
    (at as u32, (at + length) as u32)
}

/// What a line of JSON begins with.
const JSON: [char; 5] = ['{', '}', '[', ']', '"'];

fn begins_document(line: &str) -> bool {
    line.trim_start().starts_with(['{', '['])
}

/// The lines that a diff adds to those that it shows unchanged.
fn added_lines(text: &str) -> Result<Vec<Mark>, Fault> {
    let mut added = Vec::new();
    let mut removed = None;
    let mut in_hunk = text.starts_with("@@ ") || text.contains("\n@@ ");
    let mut lines = line_starts(text)
        .skip_while(|(_, line)| !(line.starts_with([' ', '+']) && begins_document(&line[1..])));
    let end = lines.find_map(|(at, line)| {
        match line.as_bytes().first() {
            Some(b'+') => added.push(mark(at, 1)),
            Some(b'-') => removed = removed.or(Some(at)),
            Some(b' ' | b'\t' | b'\r' | b'\n') => {}
            _ => return Some((at, line)),
        }
        None
    });
    in_hunk |= !added.is_empty();
    match (removed, end) {
        (Some(at), _) if in_hunk => Err(Fault::new(at, Problem::Diff)),
        (_, Some((at, line))) if in_hunk && line.starts_with("@@ ") => {
            Err(Fault::new(at, Problem::Diff))
        }
        _ => Ok(added),
    }
}

/// Line numbers, which grow: `12`, `12:`, `12 |`, `12.`
#[derive(Default)]
struct Numbers {
    last: u32,
    /// Whether the last line was a number and nothing else: its text stands on the next one.
    alone: bool,
}

impl Kind for Numbers {
    fn length(&mut self, line: &str) -> Option<usize> {
        let digits = line.trim_start();
        let rest = digits.trim_start_matches(|c: char| c.is_ascii_digit());
        let number = digits[..digits.len() - rest.len()].parse::<u32>().ok();
        let mark = number
            .filter(|&number| number > self.last)
            .and_then(|number| {
                let after = rest.trim_start_matches([' ', '\t']);
                let text = after
                    .strip_prefix(['|', '│', ':', '.', ')'])
                    .unwrap_or(after);
                let apart =
                    text.len() < rest.len() || text.trim().is_empty() || text.starts_with(JSON);
                apart.then(|| (number, line.len() - text.len(), text.trim().is_empty()))
            });
        match mark {
            Some((number, length, alone)) => {
                self.last = number;
                self.alone = alone;
                Some(length)
            }
            None => std::mem::take(&mut self.alone).then_some(0),
        }
    }
}

/// The marks of quoted lines: `>`, `> > ` or `| `.
#[derive(Default)]
struct Quotes;

impl Kind for Quotes {
    fn length(&mut self, line: &str) -> Option<usize> {
        let rest = line.trim_start_matches(['>', '|', ' ']);
        let length = line.len() - rest.len();
        line[..length].contains(['>', '|']).then_some(length)
    }
}

/// The time at which a log got a line: `2024-02-01T09:00:00Z`, `[2024-02-01 09:00:00,000]`.
#[derive(Default)]
struct Times;

impl Kind for Times {
    fn length(&mut self, line: &str) -> Option<usize> {
        let date = line.strip_prefix('[').unwrap_or(line);
        let year = date.bytes().take_while(u8::is_ascii_digit).count();
        if year != 4 || !date[year..].starts_with('-') {
            return None;
        }
        let word = |from: usize| line[from..].find(char::is_whitespace).map(|end| from + end);
        let end = word(0)?;
        let time = end + 1;
        let is_time = line.get(time..).is_some_and(|rest| {
            rest.starts_with(|c: char| c.is_ascii_digit()) && rest.get(2..3) == Some(":")
        });
        if is_time { word(time) } else { Some(end) }
    }
}

/// The length of the code that changes a terminal's colours and begins here, raw or as `^[[0m` or
/// `[1;39m`; 0 if there is none.
pub(super) fn colour_length(text: &str) -> usize {
    let raw = text
        .strip_prefix("\u{1b}[")
        .or_else(|| text.strip_prefix("^[["));
    let shown = text.strip_prefix('[');
    let Some(code) = raw.or(shown) else {
        return 0;
    };
    let rest = code.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
    let parameters = &code[..code.len() - rest.len()];
    let colours = rest.starts_with('m') || (raw.is_some() && rest.starts_with('K'));
    let plain = raw.is_some() || parameters == "0" || parameters.contains(';');
    if colours && plain {
        text.len() - rest.len() + 1
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::{Marks, colour_length};
    use crate::read::problem::Problem;

    /// The text without its marks.
    fn unmarked(text: &str) -> Result<String, Problem> {
        let marks = Marks::find(text).map_err(|fault| fault.problem)?;
        let mut at = 0;
        let lines = text.split_inclusive('\n').map(|line| {
            let start = at;
            at += line.len();
            &text[marks.after(start)..at]
        });
        Ok(lines.collect())
    }

    #[test]
    fn finds_the_marks_of_a_block() {
        for (text, without) in [
            ("1\t{\n2\t  \"a\": 1\n3\t}\n", "{\n\"a\": 1\n}\n"),
            ("$ nl x\n  9 | {\n 10 | }\n$ ", "$ nl x\n {\n }\n$ "),
            ("12:{\n13:}\n", "{\n}\n"),
            ("1{\n2\"a\":1\n3}\n", "{\n\"a\":1\n}\n"),
            ("1\n{\n2\n\"a\": 1\n3\n}\n", "\n{\n\n\"a\": 1\n\n}\n"),
            ("> {\n>\n> }\nBye", "{\n\n}\nBye"),
            (">> {\n> > }", "{\n}"),
            ("2024-02-01T09:00:00Z {\n2024-02-01T09:00:00Z }", " {\n }"),
            (
                "[2024-02-01 09:00:00,5] {\n[2024-02-01 09:00:00,6] ]",
                " {\n ]",
            ),
            ("@@ -0,0 +1,2 @@\n+{\n+}\n", "@@ -0,0 +1,2 @@\n{\n}\n"),
            (" {\n+  \"a\": 1\n }\n", " {\n  \"a\": 1\n }\n"),
        ] {
            assert_eq!(unmarked(text).as_deref(), Ok(without), "{text}");
        }
    }

    #[test]
    fn leaves_other_lines_alone() {
        for text in [
            "{\n1\n2\n}",
            "[\n1,\n2\n]",
            "2\t{\n1\t}",
            "> {\n}",
            " {\n }\n-bash-4.2$ ",
            "{\n+\n}",
        ] {
            assert_eq!(unmarked(text).as_deref(), Ok(text), "{text}");
        }
    }

    #[test]
    fn a_diff_has_two_meanings() {
        for text in [
            "@@ -1,3 +1,3 @@\n {\n-  \"a\": 1\n+  \"a\": 2\n }",
            "@@ -1,2 +1,2 @@\n {\n   \"a\": 1,\n@@ -9,2 +9,2 @@\n   \"b\": 1\n }",
            " {\n-  \"a\": 1\n+  \"a\": 2\n }",
        ] {
            assert_eq!(unmarked(text), Err(Problem::Diff), "{text}");
        }
    }

    #[test]
    fn tells_colours_from_lists() {
        for (text, length) in [
            ("\u{1b}[1;39m{", 7),
            ("\u{1b}[0m", 4),
            ("\u{1b}[m", 3),
            ("^[[34;1mx", 8),
            ("[1;39m{", 6),
            ("[0m,", 3),
            ("[5m]", 0),
            ("[m]", 0),
            ("[1]", 0),
        ] {
            assert_eq!(colour_length(text), length, "{text}");
        }
    }
}

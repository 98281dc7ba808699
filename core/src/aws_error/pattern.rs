//! An error as it is looked for in a text: the words that are always the same, in their order, with
//! somebody's own between them.

use memchr::memmem;

use super::normal::Normal;

/// How much of somebody's own may stand between two parts, in letters and digits: a list of ARNs fits.
const LONGEST_GAP: usize = 600;
/// The fewest letters and digits that may be an error by themselves.
const SHORTEST: usize = 9;
/// Fewer letters and digits than these are an error only as a sentence: they are words of the language.
const SHORT: usize = 20;
/// How many words of a quote have to stand together.
const WORDS_TOGETHER: usize = 3;
/// The share of the letters and digits that is enough where a quote has somebody's words in it that
/// nobody marked, or where a part was cut off, in percent.
const ENOUGH: usize = 75;

/// The words of an error.
#[derive(Debug, Default)]
pub(crate) struct Pattern {
    /// What is always the same, in the form of [`Normal`].
    parts: Vec<String>,
    /// Words that are often the same. They decide between errors that are alike.
    names: Vec<String>,
    /// Whether all parts must be there.
    is_whole: bool,
    /// Whether it is so short that it has to be a sentence, to which nothing is added before or after.
    begins: bool,
    ends: bool,
}

/// Where an error was found in a text. The more of its words are there, the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Match {
    /// The letters and digits that are always the same.
    pub(crate) length: usize,
    /// The names that are there.
    pub(crate) names: usize,
    /// Where it begins in the text.
    pub(crate) start: usize,
    /// Where it ends.
    pub(crate) end: usize,
}

impl Pattern {
    /// That of a text in which `{}` stands for what is somebody's own.
    pub(crate) fn of_text(text: &str) -> Self {
        let parts = text.split("{}").map(Normal::letters);
        let parts = parts.filter(|part| !part.is_empty()).collect();
        let pattern = Pattern {
            parts,
            is_whole: true,
            ..Pattern::default()
        };
        let is_short = pattern.length() < SHORT;
        Pattern {
            begins: is_short && !text.starts_with("{}"),
            ends: is_short && !text.ends_with("{}"),
            ..pattern
        }
    }

    /// That of words which may stand anywhere in a sentence.
    pub(crate) fn of_words(words: &str) -> Self {
        Pattern {
            begins: false,
            ends: false,
            ..Pattern::of_text(words)
        }
    }

    /// That of a quote in which somebody's own words stand: what is quoted, or not written as a word, is
    /// taken for theirs. `is_name` says it of the others.
    pub(crate) fn of_quote(quote: &str, is_name: impl Fn(&str) -> bool) -> Self {
        let is_theirs = |piece: &str| {
            let word = piece.trim_matches(|c: char| !c.is_alphanumeric());
            let is_word = word.chars().skip(1).all(|c| c.is_ascii_lowercase());
            is_marked(piece) || !is_word || is_name(word)
        };
        let pattern = Pattern::of_pieces(quote, is_theirs);
        if pattern.length() >= SHORTEST {
            return pattern;
        }
        Pattern::of_pieces(quote, is_marked)
    }

    fn of_pieces(quote: &str, is_theirs: impl Fn(&str) -> bool) -> Self {
        let mut pattern = Pattern::default();
        let mut part = String::new();
        let mut words = 0;
        for piece in quote.split_whitespace() {
            if is_theirs(piece) {
                pattern.names.push(Normal::letters(piece));
            } else {
                part.push_str(&Normal::letters(piece));
                words += 1;
            }
            if is_theirs(piece) || words == WORDS_TOGETHER || piece.ends_with(['.', ',', ':', ';'])
            {
                pattern.parts.push(std::mem::take(&mut part));
                words = 0;
            }
        }
        pattern.parts.push(part);
        pattern.parts.retain(|part| !part.is_empty());
        pattern.names.retain(|name| !name.is_empty());
        let is_short = pattern.length() < SHORT;
        let is_own = |piece: Option<&str>| piece.is_some_and(|piece| !is_theirs(piece));
        pattern.begins = is_short && is_own(quote.split_whitespace().next());
        pattern.ends = is_short && is_own(quote.split_whitespace().next_back());
        pattern
    }

    /// The letters and digits that are always the same.
    fn length(&self) -> usize {
        self.parts.iter().map(String::len).sum()
    }

    /// Whether so many letters and digits of it are enough.
    fn is_enough(&self, found: usize) -> bool {
        if self.is_whole {
            found == self.length()
        } else {
            found >= SHORTEST && found * 100 >= self.length() * ENOUGH
        }
    }

    /// The most of it that is in a text, if that is enough.
    pub(crate) fn find(&self, text: &Normal) -> Option<Match> {
        if self.length() < SHORTEST {
            return None;
        }
        let parts = self.parts.iter().filter(|part| text.may_have(part));
        let possible: usize = parts.map(String::len).sum();
        if !self.is_enough(possible) {
            return None;
        }
        let found = self.longest_chain(text)?;
        self.is_enough(found.length).then(|| Match {
            names: self.names_in(text, found),
            ..found
        })
    }

    /// The most of the parts that stand in the text in their order, none too far from the one before it.
    fn longest_chain(&self, text: &Normal) -> Option<Match> {
        let mut best: Option<Match> = None;
        let mut chains: Vec<Vec<Match>> = Vec::new();
        for (at, part) in self.parts.iter().enumerate() {
            let begins = self.begins && at == 0;
            let ends = self.ends && at + 1 == self.parts.len();
            let mut nearest = vec![0; chains.len()];
            let mut here = Vec::new();
            let found = text.places(part);
            let found = found.filter(|start| !begins || text.is_end(*start));
            for start in found.filter(|start| !ends || text.is_end(start + part.len())) {
                let mut longest: Option<&Match> = None;
                for (ends, next) in chains.iter().zip(&mut nearest) {
                    while ends.get(*next).is_some_and(|chain| chain.end <= start) {
                        *next += 1;
                    }
                    let before = next.checked_sub(1).and_then(|last| ends.get(last));
                    let before = before.filter(|chain| start - chain.end <= LONGEST_GAP);
                    longest = longest.max_by_length(before);
                }
                let chain = Match {
                    length: part.len() + longest.map_or(0, |chain| chain.length),
                    names: 0,
                    start: longest.map_or(start, |chain| chain.start),
                    end: start + part.len(),
                };
                here.push(chain);
                best = best.max_by_length(Some(chain));
            }
            chains.push(here);
        }
        best
    }

    /// How many of the names stand in what was found, or around it.
    fn names_in(&self, text: &Normal, found: Match) -> usize {
        let bytes = text.text().as_bytes();
        let start = found.start.saturating_sub(LONGEST_GAP);
        let end = bytes.len().min(found.end + LONGEST_GAP);
        let around = &bytes[start..end];
        let names = self.names.iter();
        names
            .filter(|name| memmem::find(around, name.as_bytes()).is_some())
            .count()
    }
}

/// Whether a piece of a quote is marked as somebody's own: quoted, a number, or a hole of a format.
fn is_marked(piece: &str) -> bool {
    piece.starts_with(['\'', '"', '‘', '`', '<', '%'])
        || piece.starts_with(|c: char| c.is_ascii_digit())
}

/// The longer of two that may be there; the first if they are alike.
trait MaxByLength: Sized {
    fn max_by_length(self, other: Self) -> Self;
}

impl<M: std::borrow::Borrow<Match> + Copy> MaxByLength for Option<M> {
    fn max_by_length(self, other: Self) -> Self {
        match (self, other) {
            (Some(one), Some(two)) if two.borrow().length > one.borrow().length => Some(two),
            (None, other) => other,
            (one, _) => one,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Normal, Pattern};

    fn length(pattern: &Pattern, text: &str) -> Option<usize> {
        pattern.find(&Normal::new(text)).map(|found| found.length)
    }

    #[test]
    fn a_text_is_found_whole() {
        let pattern = Pattern::of_text("The log group {} does not exist in {}.");
        let length = |text| length(&pattern, text);
        assert_eq!(
            length("The log group /ecs/a does not exist in eu-west-1"),
            Some(25)
        );
        assert_eq!(
            length("x: the log\n group a,b does not ex\nist in b (400)"),
            Some(25)
        );
        for text in [
            "",
            "The log group /ecs/a does not exist",
            "does not exist in the log group",
            "The log groups a does not exist in b",
            "Breathe log group a does not exist in b",
        ] {
            assert_eq!(length(text), None, "{text}");
        }
        let far = format!("The log group {} does not exist in b", "x".repeat(700));
        assert_eq!(length(&far), None);
    }

    #[test]
    fn a_quote_may_have_other_names_and_be_cut_off() {
        let names = |word: &str| word == "awslogs";
        let pattern =
            Pattern::of_quote("Log driver awslogs requires options: awslogs-group", names);
        let length = |text| length(&pattern, text);
        assert_eq!(
            length("Log driver splunk requires options: splunk-url"),
            Some(24)
        );
        assert_eq!(length("driver splunk requires options"), None);
        let pattern = Pattern::of_quote(
            "Duplicate names found: a_b. Each name must be unique.",
            |_| false,
        );
        let found = pattern.find(&Normal::new(
            "Duplicate names found: X_Y. Each name must be unique",
        ));
        assert_eq!(
            found.map(|found| (found.length, found.names)),
            Some((39, 0))
        );
    }

    #[test]
    fn a_short_text_is_a_sentence() {
        let pattern = Pattern::of_quote("Role is not valid", |_| false);
        for text in [
            "Role is not valid",
            "x: Role is not valid.",
            "(Role is not valid)",
            "the role is not valid for S3. Role is not valid\nBuild failed",
        ] {
            assert_eq!(length(&pattern, text), Some(14), "{text}");
        }
        for text in [
            "the role is not valid",
            "Role is not valid here",
            "a-role is not valid",
        ] {
            assert_eq!(length(&pattern, text), None, "{text}");
        }
    }

    #[test]
    fn what_comes_often_is_found_once_and_fast() {
        let pattern = Pattern::of_text("a b {} a b {} a b {} c d e f g h i j k l m n o p");
        let text = Normal::new(&"a b ".repeat(200_000));
        assert_eq!(pattern.find(&text), None);
        let text = Normal::new(&("a b ".repeat(1000) + "c d e f g h i j k l m n o p"));
        assert_eq!(pattern.find(&text).map(|found| found.length), Some(20));
    }
}

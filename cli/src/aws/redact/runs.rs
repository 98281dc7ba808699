//! Texts by their runs of characters, to find parts of them in another text in one pass over it.

use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};
use std::ops::Range;

/// A run of so many characters that two texts have in common is no chance.
const LONG: usize = 8;

/// Texts of fewer characters are everyday words, such as `1` or `app`.
const SHORTEST: usize = 4;

/// Texts, each as the hashes of its runs. A text shorter than [`LONG`] is found as a whole word.
#[derive(Debug, Clone, Default)]
pub(super) struct Runs {
    hasher: RandomState,
    long: HashSet<u64>,
    short: HashSet<u64>,
}

impl Runs {
    pub(super) fn is_empty(&self) -> bool {
        self.long.is_empty() && self.short.is_empty()
    }

    /// Adds a text.
    pub(super) fn add(&mut self, text: &[char]) {
        let word = trimmed(text);
        if word.len() >= LONG {
            let runs = text.windows(LONG).map(|run| self.hasher.hash_one(run));
            self.long.extend(runs);
        } else if word.len() >= SHORTEST {
            self.short.insert(self.hasher.hash_one(word));
        }
    }

    fn has_run(&self, run: &[char]) -> bool {
        self.long.contains(&self.hasher.hash_one(run))
    }

    fn has_word(&self, word: &[char]) -> bool {
        self.short.contains(&self.hasher.hash_one(word))
    }

    /// The parts of a text that are in one of these texts, but for those that are in a harmless
    /// one too.
    pub(super) fn found_in(&self, text: &[char], harmless: &Runs) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(part) = self.next_part(text, from) {
            from = part.end;
            let mut runs = text[whole_words(text, &part)].windows(LONG);
            if runs.any(|run| self.has_run(run) && !harmless.has_run(run)) {
                found.push(part);
            }
        }
        let harmless_at = harmless.cover(text);
        found.extend(words_of(text).filter(|word| {
            self.has_word(&text[word.clone()])
                && !harmless.has_word(&text[word.clone()])
                && harmless_at[word.clone()].contains(&false)
        }));
        found
    }

    /// The next part of a text, from an index on, that consists of runs of these texts.
    fn next_part(&self, text: &[char], from: usize) -> Option<Range<usize>> {
        let mut part: Option<Range<usize>> = None;
        for (index, run) in text.get(from..)?.windows(LONG).enumerate() {
            let start = from + index;
            if part.as_ref().is_some_and(|part| start >= part.end) {
                break;
            }
            if self.has_run(run) {
                part.get_or_insert(start..start).end = start + LONG;
            }
        }
        part
    }

    /// Which characters of a text are part of these texts.
    fn cover(&self, text: &[char]) -> Vec<bool> {
        let mut cover = vec![false; text.len()];
        let mut covered = 0;
        for (start, run) in text.windows(LONG).enumerate() {
            if self.has_run(run) {
                cover[covered.max(start)..start + LONG].fill(true);
                covered = start + LONG;
            }
        }
        for word in words_of(text) {
            if self.has_word(&text[word.clone()]) {
                cover[word].fill(true);
            }
        }
        cover
    }
}

/// What may be a short text in another: it begins and ends where a word does.
fn words_of(text: &[char]) -> impl Iterator<Item = Range<usize>> {
    let starts = (0..text.len()).filter(|start| !is_inside(text, *start));
    starts.flat_map(|start| {
        let longest = (LONG - 1).min(text.len() - start);
        let ends = (start + SHORTEST)..=(start + longest);
        ends.filter(|end| !is_inside(text, *end))
            .map(move |end| start..end)
    })
}

/// A part of a text without the ends of words that begin before it or go on after it: what is a
/// copy would go on as its original does. The whole part if that leaves little.
fn whole_words(text: &[char], part: &Range<usize>) -> Range<usize> {
    let is_space = |at: usize| text.get(at) == Some(&' ');
    let mut starts = part.clone();
    let start = starts.find(|at| !is_inside(text, *at) && !is_space(*at));
    let mut ends = part.start + 1..=part.end;
    let end = ends.rfind(|at| !is_inside(text, *at) && !is_space(at - 1));
    match (start, end) {
        (Some(start), Some(end)) if end >= start + LONG => start..end,
        _ => part.clone(),
    }
}

/// Whether a place is between two characters of a word.
fn is_inside(text: &[char], at: usize) -> bool {
    let is_letter = |at: usize| text.get(at).is_some_and(char::is_ascii_alphanumeric);
    at > 0 && is_letter(at - 1) && is_letter(at)
}

/// A text without the spaces around it.
fn trimmed(text: &[char]) -> &[char] {
    let is_space = |c: &char| *c == ' ';
    let start = text.iter().take_while(|c| is_space(c)).count();
    let end = text.iter().rev().take_while(|c| is_space(c)).count();
    text.get(start..text.len() - end).unwrap_or_default()
}

//! The mendings that reading a text needed.

use crate::rule::Rule;
use crate::rules::BARE_WORD;

/// One mending: its rule, and the byte of the text at which it was made.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mending {
    /// The kind of mending.
    pub(crate) rule: &'static Rule,
    /// The byte of the text.
    pub(crate) at: u32,
}

impl Mending {
    pub(crate) fn new(rule: &'static Rule, at: usize) -> Self {
        Mending {
            rule,
            at: at as u32,
        }
    }
}

/// The mendings of one text.
#[derive(Debug, Default)]
pub(crate) struct Mendings {
    /// The mendings in the order of the report.
    list: Vec<Mending>,
    /// The byte of each mending, ascending.
    offsets: Vec<u32>,
    /// The bytes at which words without quotes begin, ascending.
    bare_words: Vec<u32>,
}

impl Mendings {
    pub(crate) fn new(list: Vec<Mending>) -> Self {
        let mut offsets: Vec<u32> = list.iter().map(|mending| mending.at).collect();
        offsets.sort_unstable();
        let bare = list.iter().filter(|mending| mending.rule == &BARE_WORD);
        let bare_words = bare.map(|mending| mending.at).collect();
        Mendings {
            list,
            offsets,
            bare_words,
        }
    }

    /// The mendings in the order of the report.
    pub(crate) fn iter(&self) -> std::slice::Iter<'_, Mending> {
        self.list.iter()
    }

    /// Whether the word at this byte was pasted without quotes.
    pub(crate) fn is_bare_word(&self, at: u32) -> bool {
        self.bare_words.binary_search(&at).is_ok()
    }

    /// Whether anything in the range `start..end` was mended.
    pub(crate) fn touches(&self, start: u32, end: u32) -> bool {
        let next = self.offsets.partition_point(|&at| at < start);
        self.offsets.get(next).is_some_and(|&at| at < end)
    }
}

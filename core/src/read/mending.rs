//! What was mended so that a text could be read.

use crate::rule::Rule;
use crate::rules::BARE_WORD;

/// One mending: the rule that names it, and the byte of the text at which it was made.
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
    /// In the order of the report.
    list: Vec<Mending>,
    /// Where each was made, in rising order.
    offsets: Vec<u32>,
    /// Where a word without quotes was read, in rising order.
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

    /// Whether the word at this byte had no quotes.
    pub(crate) fn is_bare_word(&self, at: u32) -> bool {
        self.bare_words.binary_search(&at).is_ok()
    }

    /// Whether something between these bytes was mended; `end` is not among them.
    pub(crate) fn touches(&self, start: u32, end: u32) -> bool {
        let next = self.offsets.partition_point(|&at| at < start);
        self.offsets.get(next).is_some_and(|&at| at < end)
    }
}

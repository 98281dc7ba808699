//! The words of what there is to learn. They come with the second part of the wasm, which alone may reach
//! them.

mod en;
mod ja;

use taskdef_core::Lang;

/// All that is said there beside what [`Words`](super::Words) has, in one language. No text is also one of
/// those: the linker would have one of both, and parts can't share what the first one has not.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct LearnWords {
    pub menu: &'static str,
    pub exercises: &'static str,
    pub topics: &'static str,
    pub by_class: &'static str,
    pub first: [&'static str; 2],
    pub mine: [&'static str; 2],
    pub errors: [&'static str; 2],
    pub glossary: [&'static str; 2],
    pub all: [&'static str; 2],
    pub nothing_mine: &'static str,
    pub first_time: &'static str,
    pub tour_hint: &'static str,
    pub search: &'static str,
    pub search_hint: &'static str,
    pub found: &'static str,
    pub rules: fn(usize) -> String,
    pub aws_errors: fn(usize) -> String,
    pub fields: fn(usize) -> String,
    pub terms: fn(usize) -> String,
    pub left_out: fn(&str, &str) -> String,
    pub no_such: fn(&str) -> String,
    pub copy_group_link: &'static str,
    pub aws_says: &'static str,
    pub also: &'static str,
    pub goes: &'static str,
    pub stays: &'static str,
    pub nothing: &'static str,
    pub told: &'static str,
    pub told_hint: &'static str,
    pub told_example: &'static str,
    pub told_found: fn(usize) -> String,
    pub told_nothing: &'static str,
    pub in_yours: &'static str,
    pub no_paste: &'static str,
    pub unread_paste: &'static str,
    pub no_line: &'static str,
    pub required: &'static str,
    pub optional: &'static str,
    pub read_only: &'static str,
    pub deprecated: &'static str,
    pub one_of: &'static str,
    pub exercise: fn(usize) -> String,
    pub kinds: fn(usize) -> String,
    pub your_text: &'static str,
    pub mended: fn(usize, usize) -> String,
    pub solved: &'static str,
    pub unread: &'static str,
    pub is_mended: &'static str,
    pub is_left: &'static str,
    pub is_new: &'static str,
    pub hint: &'static str,
    pub solution: &'static str,
    pub again: &'static str,
    pub bring_back: &'static str,
    pub next_exercise: &'static str,
    pub more_of_word: &'static str,
}

/// The words in one language.
#[must_use]
pub fn learn(lang: Lang) -> &'static LearnWords {
    match lang {
        Lang::En => &en::EN,
        Lang::Ja => &ja::JA,
    }
}

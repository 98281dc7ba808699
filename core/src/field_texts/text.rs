//! The texts of a structure's members and of the words that they may have.

use crate::lang::{Lang, Localized};

/// What the members of one structure mean.
#[derive(Debug)]
pub(super) struct StructureText {
    /// AWS's name of the structure.
    pub(super) name: &'static str,
    /// Its members.
    pub(super) members: &'static [FieldText],
}

/// What a member means, and each word that AWS allows as its value.
#[derive(Debug)]
pub struct FieldText {
    /// The member's name.
    pub(super) name: &'static str,
    /// What it is: its unit and default, what it does to a running task, and what it is mixed up with.
    pub text: Localized,
    /// Each word that AWS allows, with what it means.
    pub(super) words: &'static [(&'static str, Localized)],
}

impl FieldText {
    /// Each word that AWS allows, in the order of its model, with what it means.
    pub fn words(&self, lang: Lang) -> impl Iterator<Item = (&'static str, &'static str)> {
        let words = self.words.iter();
        words.map(move |(word, text)| (*word, text.text(lang)))
    }

    /// What a word means as the value of this member, or as an element of its list; `None` if AWS does
    /// not know the word.
    #[must_use]
    pub fn word(&self, word: &str) -> Option<&'static Localized> {
        let mut words = self.words.iter();
        words.find_map(|(known, text)| (*known == word).then_some(text))
    }
}

/// The texts of a structure, in English and Japanese: of each member, and of each word it may have.
macro_rules! texts {
    {
        $name:ident, $structure:literal;
        $($member:literal: $en:literal, $ja:literal $(=> {
            $($word:literal: $word_en:literal, $word_ja:literal;)*
        })?;)*
    } => {
        pub(super) static $name: $crate::field_texts::text::StructureText =
            $crate::field_texts::text::StructureText {
                name: $structure,
                members: &[$($crate::field_texts::text::FieldText {
                    name: $member,
                    text: $crate::lang::Localized { en: $en, ja: $ja },
                    words: &[$($((
                        $word,
                        $crate::lang::Localized { en: $word_en, ja: $word_ja },
                    )),*)?],
                }),*],
            };
    };
}
pub(super) use texts;

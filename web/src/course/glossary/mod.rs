//! The glossary: words that somebody who knows Docker may not know of AWS, each in one or two sentences.

mod account;
mod ecs;
mod parts;
mod pipeline;
mod running;

use taskdef_core::{Lang, Localized};

pub use parts::{Part, parts};

/// A word.
#[derive(Debug)]
pub struct Term {
    /// Its id in an address.
    pub id: &'static str,
    /// What is said of it.
    pub said: Localized<Said>,
}

/// A word in one language, as one text, which takes fewer bytes than several.
#[derive(Debug, Clone, Copy)]
pub struct Said(&'static str);

impl Said {
    /// Its forms in texts, of which the first is its name; in English without regard to case.
    pub fn forms(&self) -> impl Iterator<Item = &'static str> {
        let (forms, _) = self.unpack();
        forms.split('|').filter(|form| !form.is_empty())
    }

    /// What it is, in one or two sentences.
    #[must_use]
    pub fn text(&self) -> &'static str {
        self.unpack().1
    }

    fn unpack(self) -> (&'static str, &'static str) {
        self.0.split_once('\u{1f}').unwrap_or_default()
    }
}

/// Words are equal if their ids are.
impl PartialEq for Term {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Term {
    /// Its name in one language.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &'static str {
        self.said.get(lang).forms().next().unwrap_or(self.id)
    }

    /// What it is, in one language.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &'static str {
        self.said.get(lang).text()
    }
}

/// Every word, in the order of learning.
pub fn all() -> impl Iterator<Item = &'static Term> {
    let families = [ecs::TERMS, running::TERMS, account::TERMS, pipeline::TERMS];
    families.into_iter().flatten()
}

/// The word with this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Term> {
    all().find(|term| term.id == id)
}

/// A family of words: of each its id, its forms and its text in English, and the same in Japanese.
macro_rules! terms {
    ($($id:literal [$($en:literal)*] $said:literal [$($ja:literal)*] $said_ja:literal)*) => {
        pub(super) const TERMS: &[$crate::course::glossary::Term] = &[$($crate::course::glossary::Term {
            id: $id,
            said: taskdef_core::Localized {
                en: $crate::course::glossary::Said(concat!($($en, "|",)* "\u{1f}", $said)),
                ja: $crate::course::glossary::Said(concat!($($ja, "|",)* "\u{1f}", $said_ja)),
            },
        }),*];
    };
}
use terms;

#[cfg(test)]
mod tests {
    use super::{all, find};
    use taskdef_core::Lang;

    #[test]
    fn each_word_is_short_said_in_both_languages_and_no_other_has_its_forms() {
        let mut forms = Vec::new();
        for term in all() {
            assert_eq!(find(term.id), Some(term), "{} is there twice", term.id);
            for (lang, longest) in [(Lang::En, 320), (Lang::Ja, 170)] {
                let text = term.text(lang);
                let length = text.chars().count();
                assert!((20..=longest).contains(&length), "{}: {length}", term.id);
                assert!(text.ends_with(['.', '。']), "{}", term.id);
                for form in term.said.get(lang).forms() {
                    let form = (lang == Lang::En, form.to_lowercase());
                    assert!(!forms.contains(&form), "{form:?} is two words");
                    forms.push(form);
                }
            }
        }
    }

    #[test]
    fn what_a_reader_did_not_understand_is_explained() {
        for id in [
            "register",
            "revision",
            "family",
            "fargate",
            "eventbridge",
            "codedeploy",
            "buildspec",
            "task-role",
            "execution-role",
            "vcpu",
            "policy",
            "botocore",
            "strict",
            "literally",
        ] {
            assert!(find(id).is_some(), "{id}");
        }
    }
}

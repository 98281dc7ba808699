//! The texts of the rules: their words, in a table for each language, and their examples.
//!
//! They are no part of [`Rule`], so that a program carries the tables that it reads and no other. With
//! the feature `late-words` it begins without words, and is given those of a language by `provide`.

#[cfg(any(test, feature = "late-words"))]
mod late;
mod tables;

use crate::lang::Lang;
use crate::rule::{Example, PackedWords, Rule, Words};

#[cfg(feature = "late-words")]
pub use late::provide;
pub use tables::{ENGLISH, JAPANESE, RuleWords};

impl Rule {
    /// The words in one language. They are empty if the rule is not in the catalog, or if its words
    /// have not been provided.
    #[must_use]
    pub fn words(&self, lang: Lang) -> Words {
        let words = words_in(lang).zip(tables::place(self));
        let words = words.and_then(|(words, place)| words.at(place));
        words.unwrap_or(PackedWords::NONE).unpack()
    }

    /// The pattern, and its result; empty if the rule is not in the catalog.
    #[must_use]
    pub fn example(&self) -> &'static Example {
        tables::place(self).map_or(&Example::NONE, tables::example)
    }
}

#[cfg(feature = "late-words")]
use late::given as words_in;

#[cfg(not(feature = "late-words"))]
#[expect(
    clippy::unnecessary_wraps,
    reason = "with `late-words` there may be none"
)]
fn words_in(lang: Lang) -> Option<&'static RuleWords> {
    Some(match lang {
        Lang::En => &ENGLISH,
        Lang::Ja => &JAPANESE,
    })
}

#[cfg(test)]
mod tests {
    use super::tables::written;
    use crate::catalog::find;
    use crate::lang::Lang;
    use crate::rule::{Class, Rule};

    /// The titles of a rule, and the pattern of its example.
    fn texts(rule: &Rule) -> [&'static str; 3] {
        let (en, ja) = (rule.words(Lang::En), rule.words(Lang::Ja));
        [en.title, ja.title, rule.example().before]
    }

    #[test]
    fn each_rule_has_the_texts_of_its_file() {
        #[cfg(feature = "late-words")]
        {
            use super::{ENGLISH, JAPANESE, provide};
            let titles = || find("null-value").map(|rule| texts(rule).map(str::is_empty));
            assert_eq!(titles(), Some([true, true, false]));
            provide(Lang::Ja, &JAPANESE);
            assert_eq!(titles(), Some([true, false, false]));
            provide(Lang::En, &ENGLISH);
        }
        let mut count = 0;
        for &(id, words, example) in written() {
            let (en, ja) = (words.en.unpack(), words.ja.unpack());
            let own = [en.title, ja.title, example.before];
            assert!(!en.title.is_empty() && en.title != ja.title, "{id}");
            assert_eq!(find(id).map(texts), Some(own), "{id}");
            count += 1;
        }
        assert!(count > 150, "only {count} rules");
    }

    #[test]
    fn a_rule_out_of_the_catalog_has_no_texts() {
        for id in ["", "null-valu", "null-value-", "zzz"] {
            let planted = Rule {
                id,
                class: Class::Warning,
                aws: "",
                source: "",
            };
            assert_eq!(texts(&planted), ["", "", ""], "{id}");
        }
    }
}

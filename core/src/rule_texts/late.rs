//! Words that a program is given while it runs.

use std::sync::OnceLock;

use super::tables::RuleWords;
use crate::lang::{Lang, Localized};

/// The words that were given, for each language.
struct Late(Localized<OnceLock<&'static RuleWords>>);

impl Late {
    const fn new() -> Self {
        Late(Localized {
            en: OnceLock::new(),
            ja: OnceLock::new(),
        })
    }

    fn provide(&self, lang: Lang, words: &'static RuleWords) {
        // Whoever comes second has the same words.
        let _ = self.0.get(lang).set(words);
    }

    fn given(&self, lang: Lang) -> Option<&'static RuleWords> {
        self.0.get(lang).get().copied()
    }
}

#[cfg(feature = "late-words")]
static GIVEN: Late = Late::new();

/// Gives the words of a language, [`ENGLISH`](super::ENGLISH) or [`JAPANESE`](super::JAPANESE). Until
/// then [`Rule::words`](crate::rule::Rule::words) has empty ones; once given, they stay.
#[cfg(feature = "late-words")]
pub fn provide(lang: Lang, words: &'static RuleWords) {
    GIVEN.provide(lang, words);
}

/// The words of a language, if they have been given.
#[cfg(feature = "late-words")]
pub(super) fn given(lang: Lang) -> Option<&'static RuleWords> {
    GIVEN.given(lang)
}

#[cfg(test)]
mod tests {
    use super::super::{ENGLISH, JAPANESE, RuleWords};
    use super::Late;
    use crate::lang::Lang;

    #[test]
    fn a_language_has_the_words_that_were_given_first() {
        let late = Late::new();
        let label = |words: &RuleWords| words.at(0).map(|words| words.unpack().label);
        let labels = || [Lang::En, Lang::Ja].map(|lang| late.given(lang).and_then(label));
        let (en, ja) = (label(&ENGLISH), label(&JAPANESE));
        assert!(en.is_some() && ja.is_some() && en != ja);
        assert_eq!(labels(), [None, None]);
        late.provide(Lang::Ja, &JAPANESE);
        assert_eq!(labels(), [None, ja]);
        late.provide(Lang::En, &ENGLISH);
        late.provide(Lang::Ja, &ENGLISH);
        assert_eq!(labels(), [en, ja]);
    }
}

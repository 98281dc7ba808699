//! Keys that lost the quote before them, and a letter or two with it.

use crate::model;
use crate::suggest::suggest;

/// The most letters that a key has lost.
const LOST: usize = 2;

/// Whether a closing quote and a colon follow a word.
pub(super) fn is_closed(rest: &str) -> bool {
    let after = rest.strip_prefix(['"', '\'']);
    after.is_some_and(|after| after.trim_start_matches([' ', '\t']).starts_with(':'))
}

/// The name of AWS's model that was meant.
pub(super) fn key_meant(word: &str) -> Option<&'static str> {
    let names: Vec<&'static str> = model::paths().map(|(_, member)| member.name).collect();
    let lost = |name: &str| name.len() - word.len();
    let ends = names
        .iter()
        .copied()
        .filter(|name| name.ends_with(word) && lost(name) <= LOST);
    let meant = ends.min_by_key(|name| lost(name));
    meant.or_else(|| suggest(word, names.into_iter()).first().copied())
}

#[cfg(test)]
mod tests {
    use super::key_meant;

    #[test]
    fn finds_the_key_that_was_meant() {
        assert_eq!(key_meant("ecrets"), Some("secrets"));
        assert_eq!(key_meant("secrets"), Some("secrets"));
        assert_eq!(key_meant("mage"), Some("image"));
        assert_eq!(key_meant("nvironmnt"), Some("environment"));
        assert_eq!(key_meant("hunter2"), None);
    }
}

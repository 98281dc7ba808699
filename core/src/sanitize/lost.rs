//! Characters that were lost before the text came here.

use memchr::memchr2_iter;

use super::Walk;
use crate::rules;
use crate::tree::unquote;

impl Walk<'_> {
    /// Reports every key and every string of the result in which a character was lost.
    pub(super) fn lost_characters(&mut self) {
        let texts = [self.input.source, self.out.side_buffer()];
        if !texts.into_iter().any(may_have_lost) {
            return;
        }
        for to in 0..self.out.len() {
            let view = self.written(to);
            if lost(view.key_token()) || lost(view.token()) {
                self.finding(&rules::LOST_CHARACTER, view.node().origin, to);
            }
        }
    }
}

/// Whether a text has U+FFFD, or an escape that may stand for it or for a surrogate: most have none.
fn may_have_lost(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr2_iter(b'\\', REPLACEMENT[0], bytes).any(|at| {
        matches!(
            bytes[at..],
            [b'\\', b'u', b'd' | b'D', b'8'..=b'9' | b'A'..=b'F' | b'a'..=b'f', ..]
                | [b'\\', b'u', b'f' | b'F', b'f' | b'F', ..]
        ) || bytes[at..].starts_with(&REPLACEMENT)
    })
}

/// U+FFFD in UTF-8.
const REPLACEMENT: [u8; 3] = [0xEF, 0xBF, 0xBD];

/// Whether a token has U+FFFD, or half of a character, which becomes U+FFFD in its characters.
fn lost(token: &str) -> bool {
    unquote(token).contains(char::REPLACEMENT_CHARACTER)
}

#[cfg(test)]
mod tests {
    use super::{lost, may_have_lost};

    #[test]
    fn tells_lost_characters_from_whole_ones() {
        for token in [
            r#""K�ln""#,
            r#""K\ufffdln""#,
            r#""K\uFFfDln\ud83d""#,
            r#""\ud83d""#,
            r#""\uDE00""#,
            r#""\ude00\ud83d""#,
            r#""\ud83d\ud83d\ude00""#,
            r#""\ud83d\u0041""#,
            r#""\\\ud83d \\ufffd""#,
        ] {
            assert!(may_have_lost(token) && lost(token), "{token}");
        }
        for token in [
            "",
            r#""😀""#,
            r#""\ud83d\ude00""#,
            r#""\uD83D\uDE00\udbff\udfff""#,
            r#""\\ud83d""#,
            r#""\\ufffd""#,
            r#""\ufffc\ud7ff\ue000""#,
        ] {
            assert!(!lost(token), "{token}");
        }
    }
}

//! Characters that were lost before the text came here.

use memchr::memchr2_iter;

use super::Walk;
use crate::lang::Localized;
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
            if let Some(reason) = lost(view.key_token()).or_else(|| lost(view.token())) {
                let origin = view.node().origin;
                self.finding(&rules::LOST_CHARACTER, origin, to)
                    .arg("reason", reason);
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

/// What a token has in the place of a character, if one was lost.
fn lost(token: &str) -> Option<&'static Localized> {
    // In the characters of a token, a lone surrogate is U+FFFD as well.
    if !unquote(token).contains(char::REPLACEMENT_CHARACTER) {
        return None;
    }
    let escapes = token.replace("\\\\", "").to_ascii_lowercase();
    if escapes.contains([char::REPLACEMENT_CHARACTER]) || escapes.contains("\\ufffd") {
        Some(&rules::REPLACEMENT)
    } else {
        Some(&rules::LONE_SURROGATE)
    }
}

#[cfg(test)]
mod tests {
    use super::{lost, may_have_lost};
    use crate::rules::{LONE_SURROGATE, REPLACEMENT};

    #[test]
    fn tells_lost_characters_from_whole_ones() {
        for (token, reason) in [
            (r#""K�ln""#, &REPLACEMENT),
            (r#""K\ufffdln""#, &REPLACEMENT),
            (r#""K\uFFfDln\ud83d""#, &REPLACEMENT),
            (r#""\ud83d""#, &LONE_SURROGATE),
            (r#""\uDE00""#, &LONE_SURROGATE),
            (r#""\ude00\ud83d""#, &LONE_SURROGATE),
            (r#""\ud83d\ud83d\ude00""#, &LONE_SURROGATE),
            (r#""\ud83d\u0041""#, &LONE_SURROGATE),
            (r#""\\\ud83d \\ufffd""#, &LONE_SURROGATE),
        ] {
            assert!(may_have_lost(token), "{token}");
            assert!(
                lost(token).is_some_and(|found| std::ptr::eq(found, reason)),
                "{token}"
            );
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
            assert!(lost(token).is_none(), "{token}");
        }
    }
}

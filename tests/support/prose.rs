//! How prose is written in each language.

/// What is wrong with a text in English, which is a sentence or a heading.
pub(crate) fn fault_in_english(text: &str, is_sentence: bool) -> Option<&'static str> {
    if text.ends_with(['.', '?']) != is_sentence {
        return Some("a full stop is missing or too many");
    }
    let wide = |c: char| is_japanese(c) || "。、「」（）：".contains(c);
    text.contains(wide).then_some("has Japanese letters")
}

/// The same of a text in Japanese.
pub(crate) fn fault_in_japanese(text: &str, is_sentence: bool) -> Option<&'static str> {
    if is_sentence {
        if !text.ends_with('。') {
            return Some("does not end with 。");
        }
        // The words of a reason are Japanese: the rows of `boundaries/` show it.
        if !text.contains("{reason}") && !text.chars().any(is_japanese) {
            return Some("is not in Japanese");
        }
    } else if text.ends_with(['。', '.']) {
        return Some("ends with a full stop");
    }
    let plain = without_code(text);
    if plain.contains(['(', ')', ';', '!', '?', '[', ']']) {
        return Some("has half-width punctuation");
    }
    let letters: Vec<char> = plain.chars().collect();
    let in_three = letters.windows(3).find_map(|three| match *three {
        [before, ' ', after] if is_wide(before) && is_wide(after) => {
            Some("has a space between Japanese letters")
        }
        [before, c, _] if ",.:".contains(c) && is_wide(before) => {
            Some("has half-width punctuation after a Japanese letter")
        }
        _ => None,
    });
    let latin = |c: char| c.is_ascii_alphanumeric();
    let in_two = letters.windows(2).find_map(|two| match *two {
        [before, after]
            if is_japanese(before) && latin(after) || latin(before) && is_japanese(after) =>
        {
            Some("has no space between Japanese and Latin letters")
        }
        [before, ' '] if "。、「（".contains(before) => {
            Some("has a stray space after punctuation")
        }
        [' ', after] if "。、」）".contains(after) => {
            Some("has a stray space before punctuation")
        }
        _ => None,
    });
    in_three.or(in_two)
}

/// The text with each placeholder and each part in backquotes replaced by a Latin letter, and
/// without quotations in 「」.
fn without_code(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let close = match c {
            '{' => Some('}'),
            '`' => Some('`'),
            _ => None,
        };
        let after = &rest[c.len_utf8()..];
        match (c, close.and_then(|close| after.split_once(close))) {
            (_, Some((_, tail))) => {
                out.push('x');
                rest = tail;
            }
            ('「', None) => {
                out.push_str("「」");
                rest = after.split_once('」').map_or("", |(_, tail)| tail);
            }
            _ => {
                out.push(c);
                rest = after;
            }
        }
    }
    out
}

fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}')
}

fn is_wide(c: char) -> bool {
    is_japanese(c) || "。、「」（）：・".contains(c)
}

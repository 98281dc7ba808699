//! What differs between the two texts of an example, word by word.

/// A part of one of the two texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// Its text.
    pub(super) text: String,
    /// Whether the other text lacks it.
    pub(super) differs: bool,
}

/// Parts both texts, by the longest sequence of words that they share. Time and memory grow with
/// the product of their lengths: examples are short.
pub(super) fn difference(old: &str, new: &str) -> [Vec<Part>; 2] {
    let (old, new) = (words(old), words(new));
    let shared = shared(&old, &new);
    let (mut olds, mut news) = (Vec::new(), Vec::new());
    let (mut at, mut to) = (0, 0);
    while at < old.len() || to < new.len() {
        if at < old.len() && to < new.len() && old[at] == new[to] {
            push(&mut olds, old[at], false);
            push(&mut news, new[to], false);
            (at, to) = (at + 1, to + 1);
        } else if to == new.len() || (at < old.len() && shared[at + 1][to] >= shared[at][to + 1]) {
            push(&mut olds, old[at], true);
            at += 1;
        } else {
            push(&mut news, new[to], true);
            to += 1;
        }
    }
    [olds, news]
}

fn push(parts: &mut Vec<Part>, text: &str, differs: bool) {
    match parts.last_mut() {
        Some(last) if last.differs == differs => last.text.push_str(text),
        _ => parts.push(Part {
            text: text.to_owned(),
            differs,
        }),
    }
}

/// How many words the rests of two texts share, by the words at which the rests begin.
fn shared(old: &[&str], new: &[&str]) -> Vec<Vec<u16>> {
    let mut shared = vec![vec![0; new.len() + 1]; old.len() + 1];
    for at in (0..old.len()).rev() {
        for to in (0..new.len()).rev() {
            shared[at][to] = if old[at] == new[to] {
                shared[at + 1][to + 1] + 1
            } else {
                shared[at + 1][to].max(shared[at][to + 1])
            };
        }
    }
    shared
}

/// Letters and digits in a row are one word, every other character is one of its own.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let word = rest.find(|c: char| !c.is_ascii_alphanumeric());
        let length = match word {
            Some(0) => first.len_utf8(),
            Some(length) => length,
            None => rest.len(),
        };
        let (word, after) = rest.split_at(length);
        words.push(word);
        rest = after;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::difference;

    fn marked(old: &str, new: &str) -> [String; 2] {
        difference(old, new).map(|parts| {
            let parts = parts.into_iter().map(|part| {
                if part.differs {
                    format!("<{}>", part.text)
                } else {
                    part.text
                }
            });
            parts.collect()
        })
    }

    #[test]
    fn only_what_differs_is_marked() {
        for (old, new, olds, news) in [
            (
                r#""cpu": 256"#,
                r#""cpu": "256""#,
                r#""cpu": 256"#,
                r#""cpu": <">256<">"#,
            ),
            ("\u{feff}{}", "{}", "<\u{feff}>{}", "{}"),
            ("arn:xx:a", "arn:12:a", "arn:<xx>:a", "arn:<12>:a"),
            ("same", "same", "same", "same"),
            ("", "a b", "", "<a b>"),
            ("a b", "", "<a b>", ""),
            ("日本", "日木", "日<本>", "日<木>"),
        ] {
            assert_eq!(marked(old, new), [olds, news]);
        }
    }
}

//! Finds the words of the glossary in a text.

use taskdef_core::Lang;

use super::{Term, all};

/// A part of a text.
#[derive(Debug, PartialEq)]
pub enum Part<'a> {
    /// Text as it is.
    Text(&'a str),
    /// A word of the glossary, in the form that stands there.
    Word(&'static Term, &'a str),
}

/// Parts a text without code at the words of the glossary for which `wants` says so: of several words at
/// one place the longest counts.
pub fn parts(
    text: &str,
    lang: Lang,
    mut wants: impl FnMut(&'static Term) -> bool,
) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    // Where the text begins that is not in a part yet, and where the next word is looked for.
    let (mut from, mut at) = (0, 0);
    while let Some(next) = text[at..].chars().next() {
        let Some((term, length)) = word_at(text, at, lang) else {
            at += next.len_utf8();
            continue;
        };
        if wants(term) {
            if from < at {
                parts.push(Part::Text(&text[from..at]));
            }
            from = at + length;
            parts.push(Part::Word(term, &text[at..from]));
        }
        at += length;
    }
    if from < text.len() {
        parts.push(Part::Text(&text[from..]));
    }
    parts
}

/// The longest word of the glossary that begins at a place of a text, and its length in bytes.
fn word_at(text: &str, at: usize, lang: Lang) -> Option<(&'static Term, usize)> {
    let rest = &text[at..];
    let before = text[..at].chars().next_back();
    let first = rest.chars().next()?;
    if before.is_some_and(|before| belongs(before, first)) {
        return None;
    }
    let length = |form: &str| {
        let start = rest.get(..form.len())?;
        let last = start.chars().next_back()?;
        let after = rest[form.len()..].chars().next();
        let is_whole = !after.is_some_and(|after| belongs(last, after));
        (is_whole && start.eq_ignore_ascii_case(form)).then_some(form.len())
    };
    let words = all().flat_map(|term| {
        let forms = term.said.get(lang).forms();
        forms.filter_map(move |form| Some((term, length(form)?)))
    });
    words.max_by_key(|(_, length)| *length)
}

/// Whether two neighbouring characters are of one word: letters and digits, or two of katakana.
fn belongs(left: char, right: char) -> bool {
    let is_latin = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_');
    let is_katakana = |c: char| ('\u{30a1}'..='\u{30fa}').contains(&c) || c == 'ー';
    (is_latin(left) && is_latin(right)) || (is_katakana(left) && is_katakana(right))
}

#[cfg(test)]
mod tests {
    use super::{Part, parts};
    use taskdef_core::Lang;

    fn marked(text: &str, lang: Lang) -> String {
        let mut seen = Vec::new();
        let parts = parts(text, lang, |term| {
            let is_new = !seen.contains(&term.id);
            seen.push(term.id);
            is_new
        });
        let parts = parts.iter().map(|part| match part {
            Part::Text(text) => (*text).to_owned(),
            Part::Word(term, text) => format!("[{}:{text}]", term.id),
        });
        parts.collect()
    }

    #[test]
    fn the_longest_whole_word_is_marked_where_it_stands_first() {
        for (lang, text, found) in [
            (
                Lang::En,
                "A task definition has revisions; a Task of a revision is a task.",
                "A [task-definition:task definition] has [revision:revisions]; a [task:Task] of a revision is a task.",
            ),
            (
                Lang::En,
                "multitasking, taskdef, asks",
                "multitasking, taskdef, asks",
            ),
            (
                Lang::En,
                "the task execution role",
                "the [execution-role:task execution role]",
            ),
            (
                Lang::Ja,
                "タスク実行ロールとロールと、コントロール。",
                "[execution-role:タスク実行ロール]と[iam-role:ロール]と、コントロール。",
            ),
            (
                Lang::Ja,
                "ECSのタスク定義を登録",
                "[ecs:ECS]の[task-definition:タスク定義]を[register:登録]",
            ),
            (Lang::Ja, "", ""),
        ] {
            assert_eq!(marked(text, lang), found);
        }
    }

    #[test]
    fn nothing_of_a_text_is_lost() {
        for text in ["日本 ECS 日本", "İ task", "task", "タ", "e\u{301} tag"] {
            for lang in [Lang::En, Lang::Ja] {
                let parts = parts(text, lang, |_| true);
                let parts = parts.iter().map(|part| match part {
                    Part::Text(text) | Part::Word(_, text) => *text,
                });
                assert_eq!(parts.collect::<String>(), text);
            }
        }
    }
}

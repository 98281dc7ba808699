//! Wraps the text of comments, and of what people read in a terminal.

/// Wraps a text to lines of about `width` columns: at spaces and, in Japanese, where a phrase ends. A newline always ends a line.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for line in text.split('\n') {
        // A command to be copied is not wrapped.
        if line.starts_with("  ") {
            lines.push(line.to_owned());
        } else {
            wrap_line(line, width, &mut lines);
        }
    }
    lines
}

fn wrap_line(text: &str, width: usize, lines: &mut Vec<String>) {
    // The lines of a list item are aligned behind its dash.
    let hanging = if text.starts_with("- ") { "  " } else { "" };
    let mut line = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let mut at = end(rest, ends_phrase);
        // A phrase that is longer than a line is broken where Japanese may be broken at all.
        if columns(rest[..at].trim_end()) + hanging.len() > width {
            at = end(rest, ends_letters);
        }
        let (piece, behind) = rest.split_at(at);
        add(piece, width, hanging, &mut line, &mut *lines);
        rest = behind;
    }
    lines.push(line.trim_end().to_owned());
}

/// Adds a piece to the line, or to a new one if it does not fit.
fn add(piece: &str, width: usize, hanging: &str, line: &mut String, lines: &mut Vec<String>) {
    let fits = columns(line) + columns(piece.trim_end()) <= width;
    if !fits && !line.trim_start().is_empty() {
        lines.push(line.trim_end().to_owned());
        hanging.clone_into(line);
    }
    line.push_str(piece);
}

/// The first byte after which a line may be broken, by the characters before and behind it.
fn end(text: &str, breaks: fn(char, char) -> bool) -> usize {
    let mut chars = text.char_indices();
    let Some((_, mut c)) = chars.next() else {
        return 0;
    };
    for (at, next) in chars {
        if breaks(c, next) {
            return at;
        }
        c = next;
    }
    text.len()
}

/// Whether a phrase ends here: at a space, after a mark, before a bracket, or after a particle.
fn ends_phrase(c: char, next: char) -> bool {
    if c == ' ' {
        return next != ' ';
    }
    if next == ' ' || never_starts(next) || never_ends(c) {
        return false;
    }
    let after_mark = "、。，．）」』】：".contains(c);
    let before_bracket = "（「『【".contains(next);
    let after_particle = "をはがにでともへのや".contains(c) && !is_hiragana(next);
    after_mark || before_bracket || after_particle
}

/// Whether Japanese may be broken here.
fn ends_letters(c: char, next: char) -> bool {
    if c == ' ' {
        return next != ' ';
    }
    let between_wide = is_wide(c) && next != ' ' || is_wide(next);
    let within_word = is_katakana(c) && is_katakana(next);
    between_wide && !within_word && !never_starts(next) && !never_ends(c)
}

fn columns(text: &str) -> usize {
    text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}')
}

fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309f}')
}

fn is_katakana(c: char) -> bool {
    matches!(c, '\u{30a0}'..='\u{30ff}')
}

/// Characters that must not begin a Japanese line.
fn never_starts(c: char) -> bool {
    "、。，．）」』】・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ,.)]}:;!?".contains(c)
}

/// Characters that must not end a Japanese line.
fn never_ends(c: char) -> bool {
    "（「『【([{".contains(c)
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn breaks_at_spaces_and_between_wide_letters() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("a\nb", 7), ["a", "b"]);
        assert_eq!(
            wrap("- one two\n  a command stays", 7),
            ["- one", "  two", "  a command stays"]
        );
        // Where no phrase fits, between any letters.
        assert_eq!(
            wrap("タスク定義を登録します。", 10),
            ["タスク", "定義を登", "録します。"]
        );
        assert_eq!(
            wrap("https://long.example.com/x y", 5),
            ["https://long.example.com/x", "y"]
        );
    }

    #[test]
    fn breaks_japanese_where_a_phrase_ends() {
        let text =
            "リビジョンを指定しているものは、切り替えるまで過去の開始日のリビジョンのままです。";
        let lines = wrap(text, 40);
        let wanted = [
            "リビジョンを指定しているものは、",
            "切り替えるまで過去の開始日の",
            "リビジョンのままです。",
        ];
        assert_eq!(lines, wanted);
        let lines = wrap("パラメータ（値）が必要です。", 20);
        assert_eq!(lines, ["パラメータ（値）が", "必要です。"]);
    }
}

//! Wraps the text of comments.

/// Wraps a text to lines of about `width` columns: at spaces, and between the characters of
/// languages written without spaces. A newline always ends a line.
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
        let (fragment, behind) = rest.split_at(piece_end(rest));
        let fits = columns(&line) + columns(fragment.trim_end()) <= width;
        if !fits && !line.trim_start().is_empty() {
            lines.push(line.trim_end().to_owned());
            hanging.clone_into(&mut line);
        }
        line.push_str(fragment);
        rest = behind;
    }
    lines.push(line.trim_end().to_owned());
}

/// The first byte after which a line may be broken.
fn piece_end(text: &str) -> usize {
    let mut chars = text.char_indices();
    let Some((_, mut c)) = chars.next() else {
        return 0;
    };
    for (at, next) in chars {
        let between_wide = is_wide(c) && next != ' ' || is_wide(next) && c != ' ';
        let after_space = c == ' ' && next != ' ';
        let within_word = is_katakana(c) && is_katakana(next);
        if after_space || between_wide && !within_word && !never_starts(next) && !never_ends(c) {
            return at;
        }
        c = next;
    }
    text.len()
}

fn columns(text: &str) -> usize {
    text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}')
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
        assert_eq!(
            wrap("タスク定義を登録します。", 10),
            ["タスク定義", "を登録しま", "す。"]
        );
        assert_eq!(
            wrap("https://long.example.com/x y", 5),
            ["https://long.example.com/x", "y"]
        );
    }
}

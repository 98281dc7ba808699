//! The lines of a text.

/// The lines with the byte offset of each; endings are included.
pub(super) fn line_starts(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line)
    })
}

/// Whether a line looks like a shell prompt: `$ …`, `user@host:~$ …`, `[user@host ~]$ …`, `PS C:\>
/// …`.
pub(super) fn is_prompt(line: &str) -> bool {
    let line = line.trim();
    let Some(mark) = line.find(['$', '%', '#', '>']) else {
        return false;
    };
    let after = &line[mark + 1..];
    let before = &line[..mark];
    (after.is_empty() || after.starts_with(' ')) && !before.contains(['{', '"', ','])
}

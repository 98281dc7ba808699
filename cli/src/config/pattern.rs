//! The patterns of files in a `.taskdef.toml`.

use fast_glob::ErrorKind;
use serde::Deserialize;

/// Refuses a pattern in the text of a `.taskdef.toml` that fits no file; the message has its line.
pub(super) fn validate(pattern: &str, text: &str) -> Result<(), String> {
    why_useless(pattern).map_or(Ok(()), |why| {
        let line = line_of(text, pattern);
        let line = line.map_or_else(String::new, |line| format!("line {line}: "));
        Err(format!("{line}the pattern `{pattern}` {why}"))
    })
}

/// Why a pattern fits no file. A path has neither a `./` nor a `/` before it.
fn why_useless(pattern: &str) -> Option<&'static str> {
    if pattern.trim().is_empty() {
        return Some("fits no file: name one, or leave `file` out to accept all files");
    }
    if ["/", "./", "../"]
        .iter()
        .any(|start| pattern.starts_with(start))
    {
        return Some("fits no file: write the path from the folder of this file");
    }
    if pattern.ends_with('/') {
        return Some("fits no file: write `/**` at its end for all files below");
    }
    if pattern
        .split('/')
        .any(|step| ["", ".", ".."].contains(&step))
    {
        return Some("fits no file: a path has no `.`, no `..` and no `//`");
    }
    let error = fast_glob::validate(pattern).err()?;
    Some(match error.kind {
        ErrorKind::UnclosedBrace => "has a `{` without a `}`",
        ErrorKind::UnclosedBracket => "has a `[` without a `]`",
        ErrorKind::TrailingBackslash => "ends with a `\\`, which escapes nothing",
        _ => "has too many `{`",
    })
}

/// The line, from 1, that says `file = "PATTERN"`.
fn line_of(text: &str, pattern: &str) -> Option<usize> {
    #[derive(Deserialize)]
    struct Line {
        file: String,
    }
    let says = |line| basic_toml::from_str(line).is_ok_and(|Line { file }| file == pattern);
    text.lines().position(says).map(|index| index + 1)
}

#[cfg(test)]
mod tests {
    use fast_glob::glob_match;

    use super::{line_of, why_useless};

    #[test]
    fn patterns_are_what_people_write() {
        for (pattern, path, fits) in [
            ("batch/*.json", "batch/daily.json", true),
            ("*", "a.json", true),
            ("a*json", "a.b.json", true),
            ("batch/*.json", "batch/old/daily.json", false),
            ("batch/*.json", "daily.json", false),
            ("*.json", "daily.jsonx", false),
            ("**/*.json", "x.json", true),
            ("**/*.json", "jobs/a/x.json", true),
            ("jobs/**", "jobs/a/x.json", true),
            ("{jobs,batch}/[a-c].json", "batch/b.json", true),
            ("x.json", "jobs/x.json", false),
        ] {
            assert_eq!(glob_match(pattern, path), fits, "{pattern} {path}");
        }
    }

    /// A matcher whose cost is exponential in the stars would not return.
    #[test]
    fn many_stars_return() {
        let path = "a".repeat(5_000) + ".json";
        assert!(!glob_match("*a*a*a*a*a*a*a*a*ab", path));
    }

    #[test]
    fn a_pattern_that_fits_nothing_is_an_error() {
        for pattern in [
            "",
            " ",
            "./x.json",
            "/x.json",
            "../x.json",
            "a/",
            "a//b",
            "a/./b",
            "a/../b",
            "[a",
            "{a,b",
            "a\\",
        ] {
            assert!(why_useless(pattern).is_some(), "{pattern}");
        }
        assert_eq!(why_useless("**/*.json"), None);
        let text = "[[accept]]\nfile = \"a\"\n[[accept]]\nfile = '[a'\n";
        assert_eq!(line_of(text, "[a"), Some(4));
    }
}

//! Words of a POSIX shell.

use std::borrow::Cow;

/// A text as one word of a POSIX shell: as it is where that is safe, else in single quotes.
#[must_use]
pub fn quote(text: &str) -> Cow<'_, str> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "_-./:=@,+".contains(c);
    if !text.is_empty() && text.chars().all(plain) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(format!("'{}'", text.replace('\'', r"'\''")))
}

#[cfg(test)]
mod tests {
    use super::quote;

    #[test]
    fn quotes_what_a_shell_would_read() {
        assert_eq!(quote("xxxx-dev-batch"), "xxxx-dev-batch");
        assert_eq!(quote(""), "''");
        assert_eq!(quote("$(x) 'y'"), r"'$(x) '\''y'\'''");
        assert_eq!(quote("a\nb"), "'a\nb'");
    }
}

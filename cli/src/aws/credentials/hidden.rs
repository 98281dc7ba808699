//! What a `credential_process` says, without what may be a secret of it. The AWS CLI shows all of it; a log
//! of a build is read by more people than a terminal is.

/// What stands in place of a secret.
const HIDDEN: &str = "***";
/// Names of secrets, in lowercase and without word separators.
const NAMES: [&str; 8] = [
    "password",
    "passphrase",
    "passwd",
    "secret",
    "token",
    "credential",
    "accesskey",
    "apikey",
];
/// The least characters of a key or token: that of an access key id.
const LEAST: usize = 16;

/// The same words, but for values of what is called a secret, and for what is written like a key or a token: fail
/// closed, so that a path or an id may be hidden too.
pub(super) fn without_secrets(words: &str) -> String {
    let mut shown = String::with_capacity(words.len());
    let mut is_named = false;
    for piece in words.split_inclusive(|c: char| !is_of_a_value(c)) {
        let value = piece.trim_end_matches(|c: char| !is_of_a_value(c));
        let is_hidden = !value.is_empty() && (is_named || is_like_a_key(value));
        shown += if is_hidden { HIDDEN } else { value };
        let rest = &piece[value.len()..];
        shown += rest;
        if !value.is_empty() {
            is_named = is_of_a_secret(value) && !is_hidden;
        }
        // A sentence about a secret names no value of it.
        let is_given = value.starts_with("--") || shown.trim_end().ends_with([':', '=']);
        is_named &= !rest.contains(' ') || is_given;
    }
    shown
}

fn is_of_a_value(c: char) -> bool {
    c.is_alphanumeric() || "+/_-.~%!$^&*@#".contains(c)
}

/// Whether a word is the name of a secret.
fn is_of_a_secret(word: &str) -> bool {
    let plain = word.chars().filter(|c| c.is_alphanumeric());
    let plain: String = plain.flat_map(char::to_lowercase).collect();
    NAMES.iter().any(|name| plain.contains(name))
}

/// Whether a word is long, and has digits and letters as no word of a language has.
fn is_like_a_key(word: &str) -> bool {
    let has = |of: fn(&char) -> bool| word.chars().any(|c| of(&c));
    let has_case = has(char::is_ascii_uppercase) && has(char::is_ascii_lowercase);
    let has_digit = has(char::is_ascii_digit);
    let is_upper = has(char::is_ascii_uppercase) && !has(char::is_ascii_lowercase);
    word.chars().count() >= LEAST
        && (has_digit && (has_case || is_upper) || word.len() >= 2 * LEAST)
}

#[cfg(test)]
mod tests {
    use super::without_secrets;

    #[test]
    fn what_may_be_a_secret_is_hidden() {
        for (words, shown) in [
            ("it ended with 3. Stderr: no vault here", None),
            ("the security token has expired", None),
            ("open ~/.vault/key: permission denied", None),
            ("/usr/local/bin/vault: not found", None),
            ("password=hunter2 is wrong", Some("password=*** is wrong")),
            ("wrong password: hunter2", Some("wrong password: ***")),
            (
                r#"{"SecretAccessKey": "abc", "Version": 2}"#,
                Some(r#"{"SecretAccessKey": "***", "Version": 2}"#),
            ),
            ("key AKIAABCDEFGHIJKLMN12 is off", Some("key *** is off")),
            (
                "got wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzzKEY",
                Some("got ***"),
            ),
            ("--token abcdef", Some("--token ***")),
        ] {
            assert_eq!(without_secrets(words), shown.unwrap_or(words));
        }
    }
}

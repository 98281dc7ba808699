//! What a `credential_process` says, without what may be a secret of it. The AWS CLI shows all of it; a log
//! of a build is read by more people than a terminal is.

/// What stands in place of a secret.
const HIDDEN: &str = "***";
/// Parts of the names of secrets, in lowercase and without word separators.
const NAMES: [&str; 13] = [
    "pass", "pwd", "secret", "token", "cred", "key", "auth", "bearer", "basic", "code", "otp",
    "pin", "cookie",
];
/// What may follow such a name in a sentence, and is no value of it.
const OF_A_SENTENCE: [&str; 32] = [
    "a",
    "and",
    "are",
    "can",
    "cannot",
    "could",
    "denied",
    "error",
    "expired",
    "failed",
    "file",
    "for",
    "found",
    "from",
    "has",
    "in",
    "invalid",
    "is",
    "missing",
    "must",
    "no",
    "not",
    "of",
    "or",
    "permission",
    "process",
    "provider",
    "required",
    "the",
    "to",
    "was",
    "with",
];
/// The least characters of a key or token: that of an access key id.
const LEAST: usize = 16;
/// The least digits of a number that may be a code.
const DIGITS: usize = 5;

/// The same words, but for what follows the name of a secret or an equals sign, for what stands before the `@` of
/// a URL, and for what is written like a key, a token or a code: fail closed, so that a path or an id may be
/// hidden too.
pub(super) fn without_secrets(words: &str) -> String {
    let mut shown = String::with_capacity(words.len());
    let mut is_named = false;
    for piece in words.split_inclusive(|c: char| !is_of_a_value(c)) {
        let value = piece.trim_end_matches(|c: char| !is_of_a_value(c));
        let rest = &piece[value.len()..];
        if value.is_empty() {
            shown += rest;
            continue;
        }
        let is_value = is_named && !OF_A_SENTENCE.contains(&&*value.to_lowercase());
        let is_set = shown.ends_with('=') || shown.ends_with("=\"") || shown.ends_with("='");
        let is_hidden = is_value || is_set || is_like_a_key(value) || value.contains('@');
        shown += if is_hidden { HIDDEN } else { value };
        shown += rest;
        is_named = is_of_a_secret(value) && !rest.contains(['.', ';']);
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
    let is_long = word.chars().count() >= LEAST;
    let digits = word.chars().filter(char::is_ascii_digit).count();
    digits >= DIGITS || is_long && (has_digit && (has_case || is_upper) || word.len() >= 2 * LEAST)
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
            ("pass=hunter2 pwd=hunter3", Some("pass=*** pwd=***")),
            (
                "Authorization: Bearer abcdef",
                Some("Authorization: *** ***"),
            ),
            ("at https://bob:hunter4@vault/x", Some("at https://bob:***")),
            ("PIN 123456 is wrong", Some("PIN *** is wrong")),
            ("say 123456", Some("say ***")),
            ("region=eu-west-1", Some("region=***")),
            ("use code 'ab12'", Some("use code '***'")),
        ] {
            assert_eq!(without_secrets(words), shown.unwrap_or(words));
        }
    }
}

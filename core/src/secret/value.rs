//! What a value says of itself.

use crate::placeholder::is_placeholder;

/// Whether a value is none of what stands in the place of a secret: a word, a number, a reference to
/// where the secret is, or what is to be replaced.
pub(super) fn could_be_secret(value: &str) -> bool {
    const WORDS: [&str; 24] = [
        "true",
        "false",
        "yes",
        "no",
        "on",
        "off",
        "none",
        "null",
        "nil",
        "default",
        "enabled",
        "disabled",
        "required",
        "optional",
        "auto",
        "env",
        "file",
        "header",
        "cookie",
        "bearer",
        "basic",
        "undefined",
        "unset",
        "empty",
    ];
    const REFERS: [&str; 18] = [
        "arn:",
        "/",
        "./",
        "../",
        "~/",
        "s3:",
        "ssm:",
        "sm:",
        "vault:",
        "file:",
        "http:",
        "https:",
        "op:",
        "env:",
        "secret:",
        "secretsmanager:",
        "azurekeyvault:",
        "gcp:",
    ];
    const FILES: [&str; 9] = [
        ".json", ".pem", ".txt", ".key", ".crt", ".jks", ".p12", ".env", ".yml",
    ];
    let lower = value.to_ascii_lowercase();
    let number = value.len() < 4 && value.bytes().all(|byte| byte.is_ascii_digit());
    !is_stand_in(value)
        && !number
        && !is_duration(value)
        && !is_path(value)
        && !WORDS.contains(&&*lower)
        && !REFERS.iter().any(|start| lower.starts_with(start))
        && !FILES.iter().any(|end| lower.ends_with(end))
}

/// Whether a text is too short to be a secret, a variable to be replaced, or a dummy value.
pub(super) fn is_stand_in(text: &str) -> bool {
    const MARKS: [&str; 11] = [
        "change",
        "dummy",
        "example",
        "placeholder",
        "redacted",
        "replace",
        "todo",
        "your",
        "insert",
        "masked",
        "fake",
    ];
    const OPEN: [&str; 6] = ["${", "$(", "{{", "<%", "#{", "%("];
    let lower = text.to_ascii_lowercase();
    text.len() < 3
        || text.starts_with([':', '$', '@', '?', '['])
        || (text.starts_with('<') && text.ends_with('>'))
        || is_placeholder(text)
        || OPEN.iter().any(|open| text.contains(open))
        || text.chars().all(|c| "xX*.-_?•".contains(c))
        || [
            "test",
            "testing",
            "foo",
            "bar",
            "n/a",
            "local",
            "secret-name",
        ]
        .contains(&&*lower)
        || MARKS.iter().any(|mark| lower.contains(mark))
}

/// Whether a value is as varied as a key that a program has made: at least 16 characters, letters and
/// digits mixed, and no words.
pub(super) fn is_random(value: &str) -> bool {
    const LEAST: usize = 16;
    const DISTINCT: usize = 9;
    let of_key = |c: char| c.is_ascii_alphanumeric() || "+/=_-.:~".contains(c);
    let value = value.strip_prefix("base64:").unwrap_or(value);
    if value.len() < LEAST || !could_be_secret(value) || !value.chars().all(of_key) {
        return false;
    }
    let mut seen = [false; 128];
    for byte in value.bytes() {
        seen[usize::from(byte) & 127] = true;
    }
    let distinct = seen.iter().filter(|&&seen| seen).count();
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let letters = value.bytes().filter(u8::is_ascii_alphabetic).count();
    distinct >= DISTINCT && digits >= 2 && letters >= 2 && !has_words(value)
}

/// Whether the parts of a value are words, numbers and versions.
fn has_words(value: &str) -> bool {
    let parts = value.split(['-', '_', '.', '/', ':', '=', '+']);
    let mut parts = parts.filter(|part| !part.is_empty());
    parts.all(|part| {
        let letters = part.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = part.len() - letters.len();
        letters.bytes().all(|byte| byte.is_ascii_alphabetic())
            && (digits <= 4 || letters.is_empty())
    })
}

/// Whether a value is `user:password`.
pub(super) fn is_login(value: &str) -> bool {
    let Some((user, password)) = value.split_once(':') else {
        return false;
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || "_.-@".contains(c);
    let port = password.len() < 6 && password.bytes().all(|byte| byte.is_ascii_digit());
    !user.is_empty() && user.chars().all(plain) && !port && could_be_secret(password)
}

/// `30s`, `15m`, `1h30m`.
fn is_duration(value: &str) -> bool {
    let last = value.chars().next_back();
    value.len() < 10
        && value.starts_with(|c: char| c.is_ascii_digit())
        && last.is_some_and(|c| "smhdw".contains(c))
        && value
            .chars()
            .all(|c| c.is_ascii_digit() || "smhdw".contains(c))
}

/// The name of a secret where it is kept, such as `prod/db/password`.
fn is_path(value: &str) -> bool {
    let mut parts = value.split('/');
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
    value.contains('/')
        && parts.all(|part| {
            part.starts_with(|c: char| c.is_ascii_lowercase()) && part.chars().all(plain)
        })
}

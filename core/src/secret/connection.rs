//! Passwords in connection strings, URLs, options and headers.

use super::names::{Says, says};
use super::value::{could_be_secret, is_stand_in};

/// The most bytes of a name before a sign, and of a value after it, that are looked at.
const LONGEST_NAME: usize = 64;
const LONGEST_VALUE: usize = 512;

/// Whether a text has a password in it.
pub(super) fn has_password(text: &str) -> bool {
    in_url(text) || in_login(text) || assigned(text) || in_header(text)
}

/// `scheme://user:password@host`.
fn in_url(text: &str) -> bool {
    text.match_indices("://").any(|(at, _)| {
        let scheme = text[..at].chars().next_back();
        let rest = &text[at + 3..];
        let end = rest.find(|c: char| c.is_whitespace() || "/?#\"'`".contains(c));
        let authority = &rest[..end.unwrap_or(rest.len())];
        scheme.is_some_and(|c| c.is_ascii_alphanumeric()) && has_user_and_password(authority)
    })
}

fn has_user_and_password(authority: &str) -> bool {
    let user = authority.rsplit_once('@').map(|(user, _)| user);
    let password = user.and_then(|user| Some(user.split_once(':')?.1));
    password.is_some_and(|password| !is_stand_in(password))
}

/// `user:password@tcp(host)` of Go's drivers, and `thin:user/password@host` of Oracle's.
fn in_login(text: &str) -> bool {
    let before = |mark: &str| text.split_once(mark).map(|(before, _)| before);
    let go = before("@tcp(").or_else(|| before("@unix("));
    let go = go.and_then(|login| Some(last_word(login).split_once(':')?.1));
    let oracle = text.split_once(":thin:").and_then(|(_, rest)| {
        let (login, _) = rest.split_once('@')?;
        Some(login.split_once('/')?.1)
    });
    let mut passwords = go.into_iter().chain(oracle);
    passwords.any(|password| !is_stand_in(password))
}

fn last_word(text: &str) -> &str {
    let start = text.rfind(|c: char| c.is_whitespace() || "\"'`=".contains(c));
    start.map_or(text, |at| &text[at + 1..])
}

/// `password=…`, in a URL's query, a list of settings or a line of a shell; `"password": "…"`.
fn assigned(text: &str) -> bool {
    let signs = text.match_indices(['=', ':']);
    let mut signs = signs.filter(|(at, _)| !text[at + 1..].starts_with(['/', '=']));
    signs.any(|(at, sign)| {
        let before = text[..at].trim_end_matches(' ');
        let bare = before.trim_end_matches(['"', '\'', '\\']);
        let quoted = bare.len() < before.len();
        // Prose has colons, too.
        if sign == ":" && !quoted {
            return false;
        }
        let name = name_at_end(bare);
        !name.is_empty()
            && says(name) == Says::Secret
            && could_be_secret(first_value(&text[at + 1..]))
    })
}

fn name_at_end(text: &str) -> &str {
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || "_.-".contains(c);
    let length = text
        .bytes()
        .rev()
        .take(LONGEST_NAME)
        .take_while(|&byte| is_of_name(char::from(byte)));
    &text[text.len() - length.count()..]
}

/// The value that a text begins with, without the quotes around it.
fn first_value(text: &str) -> &str {
    let text = beginning(text).trim_start_matches([' ', '\\']);
    let (text, end) = match text.chars().next() {
        Some(quote @ ('"' | '\'')) => (&text[1..], text[1..].find([quote, '\\'])),
        _ => (
            text,
            text.find(|c: char| c.is_whitespace() || ";&,\"'`)}]".contains(c)),
        ),
    };
    &text[..end.unwrap_or(text.len())]
}

/// As much of a text as is looked at for each sign in it, so that many signs do not cost more than
/// their number.
fn beginning(text: &str) -> &str {
    let mut end = text.len().min(LONGEST_VALUE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// `Authorization: Bearer …`.
fn in_header(text: &str) -> bool {
    const NAMES: [&str; 4] = ["authorization", "x-api-key", "api-key", "x-auth-token"];
    const SCHEMES: [&str; 6] = ["bearer", "basic", "token", "apikey", "api-key", "key"];
    text.match_indices([':', '=']).any(|(at, _)| {
        let name = name_at_end(&text[..at]);
        if !NAMES.iter().any(|known| name.eq_ignore_ascii_case(known)) {
            return false;
        }
        let rest = beginning(&text[at + 1..]);
        let words = rest.split(|c: char| c.is_whitespace() || "\"'`,;\\".contains(c));
        let mut words = words.filter(|word| !word.is_empty());
        let mut word = words.next().unwrap_or_default();
        if SCHEMES.iter().any(|known| word.eq_ignore_ascii_case(known)) {
            word = words.next().unwrap_or_default();
        }
        word.len() >= 8 && could_be_secret(word)
    })
}

//! Whether a text is a secret: by its own form, or by its name together with a value that such a
//! name could have.
//!
//! `check` reports what is found here, and nothing that is found here is ever shown (`mask`). False
//! alarms cost more than missed secrets that look like ordinary text.
//!
//! The forms are facts that vendors publish and that kept collections gather: [gitleaks],
//! [Kingfisher] and [trivy].
//!
//! [gitleaks]: https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml
//! [Kingfisher]: https://github.com/mongodb/kingfisher/tree/main/data/rules
//! [trivy]: https://github.com/aquasecurity/trivy/blob/main/pkg/fanal/secret/builtin-rules.go

mod connection;
mod names;
mod tokens;
mod value;

use names::Says;

/// The shortest text that is a secret by its form.
const SHORTEST: usize = 8;

/// Whether a text is a secret whatever its name, or has one in it.
pub(crate) fn by_shape(text: &str) -> bool {
    text.len() >= SHORTEST
        && (tokens::has_token(text)
            || tokens::has_private_key(text)
            || (text.contains([':', '='])
                && (tokens::has_hook(text) || connection::has_password(text))))
}

/// Whether the value of something of this name is a secret.
pub(crate) fn by_name(name: &str, value: &str) -> bool {
    match names::says(name) {
        Says::Secret => value::could_be_secret(value),
        Says::Perhaps => value::is_random(value),
        Says::Login => value::is_random(value) || value::is_login(value),
        Says::Nothing => false,
    }
}

/// The places of the words of a command that are secrets by the option before them, such as
/// `--password hunter2` or `curl -u me:hunter2`.
pub(crate) fn by_option(words: &[&str]) -> Vec<usize> {
    let curl = words.iter().any(|word| word.ends_with("curl"));
    let mut found = Vec::new();
    for (at, pair) in words.windows(2).enumerate() {
        let (option, word) = (pair[0], pair[1]);
        let Some(name) = option.strip_prefix('-') else {
            continue;
        };
        let login = curl && ["u", "-user", "U", "-proxy-user"].contains(&name);
        if !word.starts_with('-')
            && (login && value::is_login(word) || name.len() > 2 && by_name(name, word))
        {
            found.push(at + 1);
        }
    }
    found
}

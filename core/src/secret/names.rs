//! What a name says of its value.

/// What a name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// Its value is a secret, unless it looks like none.
    Secret,
    /// Its value is a user with a password, or a secret if it looks like one.
    Login,
    /// Its value is a secret if it looks like one.
    Perhaps,
    /// Nothing.
    Nothing,
}

/// Endings of the names of secrets, in lowercase and without word separators.
const ENDINGS: [&str; 40] = [
    "password",
    "passwd",
    "passphrase",
    "passcode",
    "passwort",
    "basicauth",
    "pwd",
    "secret",
    "token",
    "credential",
    "credentials",
    "apikey",
    "secretkey",
    "accesskey",
    "accesskeyid",
    "privatekey",
    "privkey",
    "signingkey",
    "signaturekey",
    "encryptionkey",
    "decryptionkey",
    "encryptkey",
    "masterkey",
    "secretkeybase",
    "authkey",
    "appkey",
    "applicationkey",
    "licensekey",
    "licencekey",
    "accountkey",
    "sharedkey",
    "sharedaccesskey",
    "storagekey",
    "servicekey",
    "serverkey",
    "ingestkey",
    "ingestionkey",
    "insertkey",
    "connectionstring",
    "engineauthdata",
];

/// Last words that say so only as words of their own.
const WORDS: [&str; 3] = ["pw", "pat", "psk"];

/// Words that end with `pass` and are none.
const PASSES: [&str; 5] = ["bypass", "compass", "overpass", "surpass", "underpass"];

/// Words behind a name that say of which stage or form its value is.
const BEHIND: [&str; 18] = [
    "prod",
    "production",
    "stg",
    "staging",
    "dev",
    "test",
    "live",
    "main",
    "primary",
    "secondary",
    "default",
    "old",
    "new",
    "value",
    "plain",
    "plaintext",
    "base64",
    "b64",
];

/// Words before `key`, `token`, `secret` and the like that make it another thing.
const OTHERS: [&str; 40] = [
    "public",
    "cache",
    "partition",
    "sort",
    "primary",
    "foreign",
    "object",
    "routing",
    "group",
    "lookup",
    "translation",
    "feature",
    "hash",
    "range",
    "row",
    "map",
    "lock",
    "queue",
    "dedup",
    "idempotency",
    "stop",
    "eos",
    "bos",
    "pad",
    "unk",
    "sep",
    "mask",
    "cls",
    "end",
    "start",
    "separator",
    "delimiter",
    "next",
    "page",
    "continuation",
    "max",
    "min",
    "cors",
    "allow",
    "with",
];

/// Bundlers put these variables into the page, so they are public whatever their name.
const PUBLIC: [&str; 7] = [
    "NEXT_PUBLIC_",
    "REACT_APP_",
    "VITE_",
    "NUXT_PUBLIC_",
    "GATSBY_",
    "EXPO_PUBLIC_",
    "PUBLIC_",
];

/// What a name says of its value.
pub(super) fn says(name: &str) -> Says {
    if PUBLIC.iter().any(|prefix| name.starts_with(prefix)) {
        return Says::Nothing;
    }
    let words = words(name);
    let behind =
        |word: &String| BEHIND.contains(&&**word) || word.bytes().all(|byte| byte.is_ascii_digit());
    let tail = words.iter().rev().take_while(|word| behind(word)).count();
    // A name of nothing else says nothing.
    let words = &words[..words.len() - tail];
    let Some((last, before)) = words.split_last() else {
        return Says::Nothing;
    };
    let last = last.trim_end_matches(|c: char| c.is_ascii_digit());
    if before.iter().any(|word| OTHERS.contains(&&**word)) {
        return Says::Nothing;
    }
    let plain = before.concat() + last;
    let pass = last.ends_with("pass") && !PASSES.contains(&last);
    if pass || WORDS.contains(&last) || ENDINGS.iter().any(|ending| plain.ends_with(ending)) {
        Says::Secret
    } else if last == "auth" {
        Says::Login
    } else if [
        "key",
        "keys",
        "tokens",
        "secrets",
        "salt",
        "pepper",
        "signature",
    ]
    .contains(&last)
    {
        Says::Perhaps
    } else {
        Says::Nothing
    }
}

/// The words of a name, in lowercase: `DB_PASS`, `db.pass` and `dbPass` have the same.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut lower_before = false;
    let mut apart = true;
    for c in name.chars() {
        if !c.is_ascii_alphanumeric() {
            apart = true;
            continue;
        }
        if apart || (lower_before && c.is_ascii_uppercase()) {
            words.push(String::new());
        }
        apart = false;
        lower_before = c.is_ascii_lowercase();
        if let Some(word) = words.last_mut() {
            word.push(c.to_ascii_lowercase());
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{Says, says};

    #[test]
    fn a_name_says_so_in_every_notation() {
        for name in [
            "DB_PASS",
            "db.pass",
            "dbPass",
            "password2",
            "storepass",
            "API_KEY_PROD",
            "spring.datasource.password",
            "AWS_ACCESS_KEY_ID",
            "ECS_ENGINE_AUTH_DATA",
        ] {
            assert_eq!(says(name), Says::Secret, "{name}");
        }
        for name in [
            "",
            "2",
            "COMPASS",
            "BYPASS",
            "PASSWORD_FILE",
            "TOKEN_TTL",
            "PUBLIC_KEY",
            "PARTITION_KEY",
            "EOS_TOKEN",
            "NEXT_PUBLIC_TOKEN",
            "CORS_ALLOW_CREDENTIALS",
        ] {
            assert_eq!(says(name), Says::Nothing, "{name}");
        }
        assert_eq!(says("REDIS_AUTH"), Says::Login);
        assert_eq!(says("JWT_KEY"), Says::Perhaps);
    }
}

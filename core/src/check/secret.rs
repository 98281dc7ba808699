//! Whether a value is a secret: by its own form, or by its name together with a value that such a
//! name could have. False alarms cost more than missed secrets that look like ordinary text.

/// Prefixes of keys and tokens, with the minimum number of characters after them.
///
/// The prefixes of [AWS] (`AKIA`, `ASIA`), [GitHub] (`ghp_`, `gho_`, `ghs_`, `github_pat_`),
/// [GitLab] (`glpat-`), [npm] (`npm_`), [Stripe] (`rk_live_`, `sk_live_`) and Slack ([tokens]
/// `xoxb-`, `xoxp-`;
/// [webhooks]) are in the vendors' documentation. For Google's `AIza`, Twilio's `SG.` and
/// Docker's `dckr_pat_` no such source is known. Neither is one for the lengths: vendors rarely
/// promise any. Each is at most the length of the tokens in use.
///
/// [AWS]: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
/// [GitHub]:
/// https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github
/// [GitLab]: https://docs.gitlab.com/security/tokens/
/// [npm]: https://github.blog/security/announcing-npms-new-access-token-format
/// [Stripe]: https://docs.stripe.com/keys
/// [tokens]: https://docs.slack.dev/authentication/tokens
/// [webhooks]: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
const PREFIXES: [(&str, usize); 16] = [
    ("AKIA", 16),
    ("ASIA", 16),
    ("AIza", 35),
    ("SG.", 40),
    ("dckr_pat_", 20),
    ("ghp_", 36),
    ("gho_", 36),
    ("ghs_", 36),
    ("github_pat_", 36),
    ("glpat-", 20),
    ("npm_", 36),
    ("rk_live_", 20),
    ("sk_live_", 20),
    ("xoxb-", 20),
    ("xoxp-", 20),
    ("https://hooks.slack.com/services/T", 20),
];

/// Endings of the names of secrets, in lowercase and without word separators.
const ENDINGS: [&str; 17] = [
    "password",
    "passwd",
    "passphrase",
    "pwd",
    "secret",
    "token",
    "credentials",
    "apikey",
    "secretkey",
    "accesskey",
    "privatekey",
    "signingkey",
    "encryptionkey",
    "masterkey",
    "secretkeybase",
    "authkey",
    "connectionstring",
];

/// Whether a text is a secret whatever its name.
pub(crate) fn by_shape(text: &str) -> bool {
    is_key(text) || is_private_key(text) || is_web_token(text) || has_password_in_url(text)
}

/// Whether the value of a variable of this name is a secret.
pub(crate) fn by_name(name: &str, value: &str) -> bool {
    names_secret(name) && could_be_secret(value)
}

fn is_key(text: &str) -> bool {
    let part_of_key = |c: char| c.is_ascii_alphanumeric() || "_-./".contains(c);
    PREFIXES.iter().any(|(prefix, least)| {
        let rest = text.strip_prefix(prefix);
        rest.is_some_and(|rest| {
            rest.len() >= *least && rest.chars().all(part_of_key) && !rest.ends_with("EXAMPLE")
        })
    })
}

fn is_private_key(text: &str) -> bool {
    text.contains("-----BEGIN ") && text.contains("PRIVATE KEY-----")
}

/// A JSON Web Token: three base64url parts, of which the first two are JSON objects.
fn is_web_token(text: &str) -> bool {
    let parts: Vec<&str> = text.split('.').collect();
    let base64 = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    parts.len() == 3
        && parts[..2].iter().all(|part| part.starts_with("eyJ"))
        && parts
            .iter()
            .all(|part| part.len() > 8 && part.chars().all(base64))
}

/// `scheme://user:password@host`.
fn has_password_in_url(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else {
        return false;
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let Some((user, _)) = authority.rsplit_once('@') else {
        return false;
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || "+.-".contains(c);
    let password = user.split_once(':').map(|(_, password)| password);
    scheme.chars().all(plain) && password.is_some_and(|password| !is_stand_in(password))
}

fn names_secret(name: &str) -> bool {
    // Bundlers put these variables into the page, so they are public whatever their name.
    let public = ["NEXT_PUBLIC_", "REACT_APP_", "VITE_", "NUXT_PUBLIC_"];
    if public.iter().any(|prefix| name.starts_with(prefix)) {
        return false;
    }
    let plain = name.chars().filter(char::is_ascii_alphanumeric);
    let plain: String = plain.map(|c| c.to_ascii_lowercase()).collect();
    let plain = plain.trim_end_matches(|c: char| c.is_ascii_digit());
    ENDINGS.iter().any(|ending| plain.ends_with(ending))
}

fn could_be_secret(value: &str) -> bool {
    let words = [
        "true", "false", "yes", "no", "on", "off", "none", "null", "default",
    ];
    let number = value.len() < 4 && value.bytes().all(|byte| byte.is_ascii_digit());
    let refers = [
        "arn:", "/", "./", "s3:", "ssm:", "vault:", "file:", "http:", "https:", "op:",
    ];
    !is_stand_in(value)
        && !number
        && !words.contains(&&*value.to_ascii_lowercase())
        && !refers.iter().any(|start| value.starts_with(start))
}

/// Whether a text is too short to be a secret, a variable to be replaced, or a dummy value.
fn is_stand_in(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let marks = [
        "change",
        "dummy",
        "example",
        "placeholder",
        "redacted",
        "todo",
        "your",
        "insert",
    ];
    text.len() < 3
        || text.contains(['$', '{', '<', '%'])
        || text.chars().all(|c| "xX*.-_?".contains(c))
        || marks.iter().any(|mark| lower.contains(mark))
}

#[cfg(test)]
mod tests {
    use super::{by_name, by_shape};

    #[test]
    fn knows_secrets_by_their_shape() {
        for text in [
            "AKIAQWERTYUIOPASDFGH",
            "ghp_0123456789abcdefghijklmnopqrstuvwxyz",
            "-----BEGIN RSA PRIVATE KEY-----\nMIIE",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlc2lnbmF0dXJl",
            "postgres://batch:s3cr3t@db.example.com:5432/jobs",
            "redis://:s3cr3t@cache:6379",
        ] {
            assert!(by_shape(text), "{text}");
        }
        for text in [
            "AKIAIOSFODNN7EXAMPLE",
            "AKIA",
            "postgres://batch@db.example.com/jobs",
            "postgres://batch:${DB_PASSWORD}@db.example.com/jobs",
            "https://example.com/a:b@c",
            "mailto:team@example.com",
            "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
            "job.example.com.jobs",
        ] {
            assert!(!by_shape(text), "{text}");
        }
    }

    #[test]
    fn needs_name_and_shape_to_agree() {
        for (name, value) in [
            ("DB_PASSWORD", "hunter22"),
            ("spring.datasource.password", "hunter22"),
            ("apiKey", "f00dfeed"),
            ("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCY"),
            ("SECRET_KEY_BASE", "0123abcd"),
            ("PASSWORD2", "0123456"),
            ("splunk-token", "f00dfeed-0000"),
        ] {
            assert!(by_name(name, value), "{name}={value}");
        }
        for (name, value) in [
            ("PASSWORD_MIN_LENGTH", "8"),
            ("TOKEN_EXPIRES_IN", "3600s"),
            ("DB_PASSWORD_FILE", "/run/secrets/db"),
            ("DB_PASSWORD", "/run/secrets/db"),
            (
                "DB_SECRET",
                "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db",
            ),
            ("SECRET_NAME", "batch/db"),
            ("TOKEN_URL", "https://auth.example.com/token"),
            ("USE_TOKEN", "true"),
            ("PASSWORD", "${DB_PASSWORD}"),
            ("PASSWORD", "********"),
            ("PASSWORD", ""),
            ("PASSWORD", "changeme"),
            ("PUBLIC_KEY", "ssh-ed25519 AAAA"),
            ("CACHE_KEY", "batch:v2"),
            ("MAX_TOKENS", "4096"),
            ("NEXT_PUBLIC_MAP_TOKEN", "pk.f00dfeed"),
        ] {
            assert!(!by_name(name, value), "{name}={value}");
        }
    }
}

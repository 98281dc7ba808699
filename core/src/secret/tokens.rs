//! Tokens and keys that are known by how they begin.

/// The beginnings of tokens, with the least number of characters after them; sorted. A vendor rarely
/// promises a length: each is at most that of the tokens in use.
const PREFIXES: &[(&str, usize)] = &[
    ("A3T", 17),
    ("ABIA", 16),
    ("ABSK", 80),
    ("ACCA", 16),
    ("AGE-SECRET-KEY-1", 50),
    ("AIza", 35),
    ("AKCp", 60),
    ("AKIA", 16),
    ("API-", 26),
    ("AQVN", 35),
    ("ASIA", 16),
    ("ATATT3x", 40),
    ("ATBB", 28),
    ("ATCTT3x", 40),
    ("CCIPAT_", 20),
    ("CLOJARS_", 40),
    ("EAAAE", 40),
    ("EAACEdEose0cBA", 10),
    ("EZAK", 40),
    ("EZTK", 40),
    ("FLWSECK", 12),
    ("GOCSPX-", 20),
    ("GR1348941", 20),
    ("HRKU-", 30),
    ("LS0tLS1CRUdJTiBEU0EgUFJJ", 20),
    ("LS0tLS1CRUdJTiBFQyBQUkl", 20),
    ("LS0tLS1CRUdJTiBFTkNSWVBU", 20),
    ("LS0tLS1CRUdJTiBPUEVOU1NI", 20),
    ("LS0tLS1CRUdJTiBQUklWQVRF", 20),
    ("LS0tLS1CRUdJTiBSU0EgUFJJ", 20),
    ("LTAI", 16),
    ("MMM-", 30),
    ("NRAK-", 20),
    ("NRII-", 20),
    ("PMAK-", 40),
    ("SG.", 40),
    ("SK", 32),
    ("api_org_", 30),
    ("bkua_", 30),
    ("cmVmd", 55),
    ("dapi", 32),
    ("dckr_oat_", 20),
    ("dckr_pat_", 20),
    ("doo_v1_", 40),
    ("dop_v1_", 40),
    ("dor_v1_", 40),
    ("dp.ct.", 30),
    ("dp.pt.", 30),
    ("dp.sa.", 30),
    ("dp.scim.", 30),
    ("dp.st.", 30),
    ("dt0c01.", 40),
    ("dt0s01.", 40),
    ("duffel_live_", 30),
    ("duffel_test_", 30),
    ("eyJrIjoi", 60),
    ("figd_", 30),
    ("fio-u-", 40),
    ("fm1a_", 80),
    ("fm1r_", 80),
    ("fm2_", 80),
    ("fo1_", 40),
    ("gho_", 36),
    ("ghp_", 36),
    ("ghr_", 36),
    ("ghs_", 36),
    ("ghu_", 36),
    ("github_pat_", 36),
    ("glagent-", 20),
    ("glc_", 32),
    ("glcbt-", 20),
    ("gldt-", 20),
    ("glffct-", 20),
    ("glft-", 20),
    ("glimt-", 20),
    ("gloas-", 20),
    ("glpat-", 20),
    ("glptt-", 20),
    ("glrt-", 20),
    ("glsa_", 32),
    ("glsoat-", 20),
    ("gsk_", 40),
    ("hf_", 30),
    ("hvb.", 40),
    ("hvs.", 24),
    ("ico-", 32),
    ("jina_", 40),
    ("key-", 32),
    ("lin_api_", 32),
    ("lsv2_pt_", 30),
    ("lsv2_sk_", 30),
    ("npm_", 36),
    ("ntn_", 40),
    ("nvapi-", 40),
    ("oy2", 40),
    ("pcsk_", 40),
    ("phx_", 30),
    ("pnu_", 30),
    ("pplx-", 40),
    ("pscale_oauth_", 32),
    ("pscale_pw_", 32),
    ("pscale_tkn_", 32),
    ("pul-", 40),
    ("pypi-", 50),
    ("r8_", 36),
    ("rdme_", 40),
    ("rk_live_", 10),
    ("rk_test_", 10),
    ("rnd_", 28),
    ("rubygems_", 40),
    ("sb_secret_", 20),
    ("sbp_", 36),
    ("secret_", 43),
    ("sgp_", 36),
    ("sha256~", 43),
    ("shippo_live_", 30),
    ("shippo_test_", 30),
    ("shpat_", 32),
    ("shpca_", 32),
    ("shppa_", 32),
    ("shpss_", 32),
    ("sk-", 32),
    ("sk-admin-", 20),
    ("sk-ant-", 20),
    ("sk-or-v1-", 20),
    ("sk-proj-", 20),
    ("sk-svcacct-", 20),
    ("sk.eyJ", 60),
    ("sk_live_", 10),
    ("sk_test_", 10),
    ("sl.", 100),
    ("sm_aat_", 16),
    ("sm_pat_", 16),
    ("sm_sat_", 16),
    ("sntrys_", 40),
    ("sntryu_", 40),
    ("sq0atp-", 22),
    ("sq0csp-", 30),
    ("sqa_", 40),
    ("sqp_", 40),
    ("squ_", 40),
    ("tfp_", 40),
    ("tk-us-", 40),
    ("tskey-", 20),
    ("tvly-", 20),
    ("v1.0-", 150),
    ("whsec_", 24),
    ("xai-", 60),
    ("xapp-", 20),
    ("xkeysib-", 60),
    ("xoxa-", 20),
    ("xoxb-", 20),
    ("xoxe-", 20),
    ("xoxe.xox", 20),
    ("xoxo-", 20),
    ("xoxp-", 20),
    ("xoxr-", 20),
    ("xoxs-", 20),
];

/// The shortest token.
const SHORTEST: usize = 18;

/// Addresses that let whoever knows them post messages or start something.
const HOOKS: [&str; 6] = [
    "://hooks.slack.com/services/",
    "://hooks.slack.com/workflows/",
    "://hooks.slack.com/triggers/",
    "://discord.com/api/webhooks/",
    "://discordapp.com/api/webhooks/",
    ".webhook.office.com/webhookb2/",
];

/// Whether a word of the text is a token.
pub(super) fn has_token(text: &str) -> bool {
    // Most words are shorter than any token.
    let mut start = 0;
    for (at, byte) in text.bytes().enumerate() {
        if is_between_words(byte) {
            if at - start >= SHORTEST && is_secret(&text[start..at]) {
                return true;
            }
            start = at + 1;
        }
    }
    text.len() - start >= SHORTEST && is_secret(&text[start..])
}

/// Whether a byte stands between words: white space, or a mark that no token has.
fn is_between_words(byte: u8) -> bool {
    const MARKS: [bool; 128] = {
        let mut marks = [false; 128];
        let mut at = 0;
        while at < BETWEEN.len() {
            marks[BETWEEN[at] as usize] = true;
            at += 1;
        }
        marks
    };
    const BETWEEN: &[u8] = b" \t\r\n\"'`,;()[]{}<>|&=@/:?#\\";
    MARKS.get(usize::from(byte)).is_some_and(|&mark| mark)
}

fn is_secret(word: &str) -> bool {
    is_token(word) || is_web_token(word) || is_marked(word)
}

fn is_token(word: &str) -> bool {
    let part = |c: char| c.is_ascii_alphanumeric() || "_-.~+".contains(c);
    // Those that begin with the same character; there are at most a few dozen.
    let first = word.as_bytes().first();
    let start = PREFIXES.partition_point(|(prefix, _)| prefix.as_bytes().first() < first);
    let alike = PREFIXES[start..].iter();
    let mut alike = alike.take_while(|(prefix, _)| prefix.as_bytes().first() == first);
    alike.any(|&(prefix, least)| {
        word.strip_prefix(prefix).is_some_and(|rest| {
            rest.len() >= least
                && rest.chars().all(part)
                && !rest.ends_with("EXAMPLE")
                && fits(prefix, rest)
        })
    })
}

/// Whether what follows a short beginning has no other characters than its tokens have.
fn fits(prefix: &str, rest: &str) -> bool {
    let all = |is: fn(&u8) -> bool| rest.bytes().all(|byte| is(&byte));
    match prefix {
        "AKIA" | "ASIA" | "ABIA" | "ACCA" | "A3T" | "API-" => {
            all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        }
        "SK" | "dapi" | "key-" => rest.len() <= 34 && all(u8::is_ascii_hexdigit),
        "sk-" | "oy2" | "rnd_" | "secret_" | "ATBB" => all(u8::is_ascii_alphanumeric),
        _ => true,
    }
}

/// A JSON Web Token: three base64url parts, of which the first two are JSON objects.
fn is_web_token(word: &str) -> bool {
    let base64 = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let mut parts = word.split('.');
    let (Some(head), Some(body), Some(end), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    [head, body].iter().all(|part| part.starts_with("eyJ"))
        && [head, body, end]
            .iter()
            .all(|part| part.len() > 8 && part.chars().all(base64))
}

/// Tokens with a mark in their middle: those of HCP Terraform, client secrets of Microsoft Entra, and
/// license keys of `MaxMind`.
fn is_marked(word: &str) -> bool {
    let bytes = word.as_bytes();
    let entra = bytes.len() >= 34 && bytes[3].is_ascii_digit() && word.get(4..6) == Some("Q~");
    word.get(14..23) == Some(".atlasv1.") || entra || (bytes.len() == 40 && word.ends_with("_mmk"))
}

/// Whether the text has a private key, of whatever kind.
pub(super) fn has_private_key(text: &str) -> bool {
    let pem = text
        .split_once("-----BEGIN ")
        .is_some_and(|(_, rest)| rest.contains("PRIVATE KEY"));
    pem || text.contains("PuTTY-User-Key-File-")
}

/// Whether the text has an address to which whoever knows it may post.
pub(super) fn has_hook(text: &str) -> bool {
    let path = |c: char| c.is_ascii_alphanumeric() || "/_-@.".contains(c);
    HOOKS.iter().any(|hook| {
        text.split_once(hook).is_some_and(|(_, rest)| {
            let end = rest.find(|c| !path(c)).unwrap_or(rest.len());
            end >= 20 && !rest.starts_with("XXX") && !rest[end..].starts_with(['$', '{', '<'])
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{PREFIXES, has_token};

    #[test]
    fn the_beginnings_are_sorted() {
        assert!(PREFIXES.is_sorted(), "a search by the first character");
    }

    #[test]
    fn a_token_is_found_at_its_length() {
        for (prefix, least) in PREFIXES {
            let shortest = format!("{prefix}{}", "A".repeat(*least));
            let shortest = shortest.replace("SKA", "SKa");
            if prefix.len() + least >= super::SHORTEST {
                assert!(has_token(&shortest), "{shortest}");
            }
            assert!(has_token(&format!("run --with {shortest} now")), "{prefix}");
        }
    }
}

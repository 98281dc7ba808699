//! How a build gets taskdef itself: from a URL with its checksum, as a wheel with its hash, or by the action.

use super::request::Request;
use super::template::{self, Bindings, template};
use super::value::Value;

/// How many ways the request names.
pub(super) fn ways(request: &Request) -> usize {
    let named = [
        request.taskdef_url.is_some() || request.taskdef_sha256.is_some(),
        request.taskdef_wheel_sha256.is_some(),
        request.github_action.is_some(),
    ];
    named.into_iter().filter(|is_named| *is_named).count()
}

/// Whether a text is `OWNER/NAME@HASH`, with the hash of a commit.
pub(super) fn is_pinned_action(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    let is_name = |name: &str| !name.is_empty() && name.chars().all(plain);
    let is_hash = |hash: &str| hash.len() == 40 && hash.bytes().all(|b| b.is_ascii_hexdigit());
    text.split_once('@').is_some_and(|(action, hash)| {
        let parts = action.split_once('/');
        is_hash(hash) && parts.is_some_and(|(owner, name)| is_name(owner) && is_name(name))
    })
}

/// The variables that the commands read, each with its value if that is known.
pub(super) fn variables(request: &Request) -> Vec<(&'static str, Option<String>)> {
    if request.github_action.is_some() {
        return Vec::new();
    }
    if let Some(sum) = &request.taskdef_wheel_sha256 {
        let version = env!("CARGO_PKG_VERSION").to_owned();
        return vec![
            ("TASKDEF_VERSION", Some(version)),
            ("TASKDEF_WHEEL_SHA256", Some(sum.clone())),
        ];
    }
    vec![
        ("TASKDEF_URL", request.taskdef_url.clone()),
        ("TASKDEF_SHA256", request.taskdef_sha256.clone()),
    ]
}

/// The commands that get the wheel, as `$TASKDEF_BIN/taskdef`.
pub(super) fn by_wheel() -> Value {
    template::read(template!("wheel.tmpl"), &Bindings::new())
}

#[cfg(test)]
mod tests {
    use super::is_pinned_action;

    #[test]
    fn an_action_is_named_by_a_commit() {
        let hash = "3d3c42e5aac5ba805825da76410c181273ba90b1";
        for (text, is_pinned) in [
            (format!("owner/taskdef@{hash}"), true),
            (format!("owner/taskdef@{}", &hash[1..]), false),
            (format!("owner@{hash}"), false),
            (format!("/taskdef@{hash}"), false),
            (format!("owner/task def@{hash}"), false),
            ("owner/taskdef@v1".to_owned(), false),
        ] {
            assert_eq!(is_pinned_action(&text), is_pinned, "{text}");
        }
    }
}

//! Placeholders: values, or parts of them, that a pipeline fills in later, such as CodeDeploy's
//! `<IMAGE1_NAME>` or the tag of `registry.example.com/app:${IMAGE_TAG}`.
//!
//! The notations are those of the tools that fill them in: `<NAME>` (CodeDeploy, people), `${NAME}`,
//! `$NAME`, `$$$NAME$$$` and `$(NAME)` (shells, CloudFormation, Azure Pipelines), `{{NAME}}` and `{NAME}` (Go,
//! Jinja, Python), `#{NAME}#` (Replace Tokens, Octopus), `%NAME%` (`sed`, batch files), `__NAME__`
//! in capitals, and `<%= … %>` (ERB). Look for them only where AWS takes the text literally, since
//! none of these characters has a meaning there; the same text in an environment value, a command, a
//! label or most options is data.

use std::ops::Range;

/// Whether a whole value is one placeholder.
#[must_use]
pub fn is_placeholder(text: &str) -> bool {
    length(text) == Some(text.len())
}

/// Whether a value is a placeholder or contains one.
#[must_use]
pub fn has_placeholder(text: &str) -> bool {
    placeholders(text).next().is_some()
}

/// The placeholders in a value, in order.
pub(crate) fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    spans(text).map(|span| &text[span])
}

/// The bytes of the placeholders in a value, in order.
pub(crate) fn spans(text: &str) -> impl Iterator<Item = Range<usize>> {
    let (mut before, mut end) = (None, 0);
    text.char_indices().filter_map(move |(at, c)| {
        // `__` only counts as a mark between words.
        let inside_a_word = c == '_' && before.is_some_and(is_of_a_name);
        before = Some(c);
        if at < end || inside_a_word {
            return None;
        }
        end = at + length(&text[at..])?;
        Some(at..end)
    })
}

/// The length in bytes of the placeholder that the text begins with.
pub(crate) fn length(text: &str) -> Option<usize> {
    match text.as_bytes().first()? {
        b'<' => enclosed(text, "<", ">"),
        b'{' => enclosed(text, "{{", "}}").or_else(|| enclosed(text, "{", "}")),
        b'#' => {
            let end = enclosed(text, "#{", "}")?;
            Some(end + usize::from(text[end..].starts_with('#')))
        }
        b'$' => enclosed(text, "${", "}")
            .or_else(|| enclosed(text, "$(", ")"))
            .or_else(|| variable(text)),
        b'%' => {
            let end = 1 + name(&text[1..])?;
            text[end..].starts_with('%').then_some(end + 1)
        }
        b'_' => underlined(text),
        _ => None,
    }
}

/// The length of `open`, a text without such brackets, and `close`.
fn enclosed(text: &str, open: &str, close: &str) -> Option<usize> {
    let inner = text.strip_prefix(open)?;
    // The search ends at the next bracket of either kind, which keeps it linear.
    let brackets = |c: char| open.ends_with(c) || close.starts_with(c);
    let (name, rest) = inner.split_at(inner.find(brackets)?);
    let closed = rest.starts_with(close) && !name.trim().is_empty();
    closed.then_some(open.len() + name.len() + close.len())
}

/// The length of a variable: `$NAME`, or `$$$NAME$$$` with up to four of them.
fn variable(text: &str) -> Option<usize> {
    let signs = text.bytes().take(4).take_while(|&byte| byte == b'$');
    let inner = &text[signs.count()..];
    let end = name(inner)?;
    let rest = inner[end..].trim_start_matches('$');
    Some(text.len() - rest.len())
}

/// The length of the variable's name that the text begins with.
fn name(text: &str) -> Option<usize> {
    let end = text.find(|c| !is_of_a_name(c)).unwrap_or(text.len());
    (end > 0 && !text.starts_with(|c: char| c.is_ascii_digit())).then_some(end)
}

/// The length of a name in capitals between two double underscores: `__IMAGE_TAG__`.
fn underlined(text: &str) -> Option<usize> {
    let inner = text.strip_prefix("__")?;
    let capital = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
    let word = &inner[..inner.find(|c| !capital(c)).unwrap_or(inner.len())];
    let name = word.strip_suffix("__")?;
    let ends = !inner[word.len()..].starts_with(is_of_a_name);
    (ends && name.starts_with(|c: char| c.is_ascii_uppercase())).then_some(2 + word.len())
}

fn is_of_a_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// Whether a word pasted without quotes is a variable: a placeholder, `env.NAME`, or capitals such
/// as `ROLE_ARN`.
#[must_use]
pub(crate) fn is_bare_variable(word: &str) -> bool {
    let is_name = |name: &str| {
        !name.is_empty()
            && name
                .chars()
                .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
    };
    is_placeholder(word) || is_name(word) || word.strip_prefix("env.").is_some_and(is_name)
}

#[cfg(test)]
mod tests {
    use super::{has_placeholder, is_placeholder, placeholders};

    #[test]
    fn finds_each_placeholder() {
        let found: Vec<&str> = placeholders("a/${A}-<B>/$C:%D%").collect();
        assert_eq!(found, ["${A}", "<B>", "$C", "%D%"]);
    }

    #[test]
    fn tells_placeholders_from_data() {
        for text in [
            "<IMAGE1_NAME>",
            "<your account>",
            "<%= image %>",
            "${IMAGE}",
            "${TAG:-latest}",
            "${AWS::AccountId}",
            "$PORT",
            "$$$PORT$$$",
            "$(Build.BuildId)",
            "{{image}}",
            "{{ must_env `IMAGE` }}",
            "{account}",
            "%ROLE%",
            "__IMAGE__",
            "__IMAGE_TAG__",
            "#{Image}#",
            "#{Image}",
        ] {
            assert!(is_placeholder(text), "{text}");
            for around in [
                format!("app:{text}"),
                format!("{text}/app"),
                format!("a.{text}.b"),
            ] {
                assert!(has_placeholder(&around), "{around}");
                assert!(!is_placeholder(&around), "{around}");
            }
        }
        for text in [
            "",
            "$",
            "$1",
            "<>",
            "< >",
            "${}",
            "{}",
            "{{}}",
            "app:1",
            "100%",
            "%1%",
            "a__b",
            "__init__",
            "__A",
            "____",
            "TEAM__JOB__DB",
            "/ecs/#1",
            "arn:aws:iam::111122223333:role/a",
        ] {
            assert!(!has_placeholder(text), "{text}");
        }
        assert!(!is_placeholder("$A/$B"));
        assert!(!is_placeholder("${A}:${B}"));
    }
}

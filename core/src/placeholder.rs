//! Placeholders: values that a pipeline fills in later, such as CodeDeploy's `<IMAGE1_NAME>`.

/// Whether a whole value is a placeholder: `<NAME>`, `${NAME}`, `$NAME` or `{{NAME}}`.
///
/// Use it only where AWS takes the value literally: an image, a role's ARN, a size, a number or a
/// boolean. The same text in an environment value, a command, a label or an option is data.
#[must_use]
pub fn is_placeholder(text: &str) -> bool {
    let name = [("<", ">"), ("${", "}"), ("{{", "}}"), ("$", "")]
        .iter()
        .find_map(|(open, close)| text.strip_prefix(open)?.strip_suffix(close));
    name.is_some_and(|name| {
        let name = name.trim();
        !name.is_empty()
            && name
                .chars()
                .all(|c| !c.is_ascii() || c.is_ascii_alphanumeric() || "_-. ".contains(c))
    })
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
    use super::is_placeholder;

    #[test]
    fn tells_placeholders_from_data() {
        for text in [
            "<IMAGE1_NAME>",
            "${IMAGE}",
            "$PORT",
            "{{image}}",
            "{{ image }}",
        ] {
            assert!(is_placeholder(text), "{text}");
        }
        for text in [
            "",
            "$",
            "<>",
            "app:1",
            "repo/${X}:1",
            "$A/$B",
            "a<b>",
            "${A}:${B}",
        ] {
            assert!(!is_placeholder(text), "{text}");
        }
    }
}

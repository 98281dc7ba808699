//! Calls where a value stands, as Python and JavaScript print values that JSON has no form for.

use super::strict::number_length;

/// The longest call that is read, in bytes.
const LONGEST: usize = 512;

/// The length of the call that begins here, such as `datetime.datetime(2024, 2, 1)`,
/// `new Date("2024-02-01")` or `$(command)`; 0 if there is none.
pub(super) fn call_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let bytes = bytes.get(..LONGEST).unwrap_or(bytes);
    let start = if text.starts_with("new ") { 4 } else { 0 };
    let mut name = bytes.iter().skip(start);
    let part = |&byte: &u8| !(byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'$'));
    let Some(open) = name.position(part).map(|length| start + length) else {
        return 0;
    };
    if open == start || bytes.get(open) != Some(&b'(') {
        return 0;
    }
    let mut depth = 0_u32;
    let mut quote = None;
    for (at, &byte) in bytes.iter().enumerate().skip(open) {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'(') => depth += 1,
            (None, b')') if depth == 1 => return at + 1,
            (None, b')') => depth -= 1,
            _ => {}
        }
    }
    0
}

/// The number in a call that only says its type, such as `Decimal('256')`.
pub(super) fn wrapped_number(word: &str) -> Option<&str> {
    const TYPES: [&str; 4] = ["Decimal", "NumberInt", "NumberLong", "NumberDecimal"];
    let (name, argument) = word.strip_suffix(')')?.split_once('(')?;
    let number = argument.trim_matches(['\'', '"']);
    let is_number = TYPES.contains(&name) && number_length(number.as_bytes()) == Some(number.len());
    is_number.then_some(number)
}

#[cfg(test)]
mod tests {
    use super::{call_length, wrapped_number};

    #[test]
    fn a_call_ends_at_its_own_parenthesis() {
        for (text, call) in [
            (
                "datetime.datetime(2024, 2, 1, tzinfo=tzlocal()), 'a'",
                "datetime.datetime(2024, 2, 1, tzinfo=tzlocal())",
            ),
            ("new Date(\")\")}", "new Date(\")\")"),
            ("$(aws sts x) ", "$(aws sts x)"),
            ("Date", ""),
            ("f(1", ""),
            ("(1)", ""),
            ("new (1)", ""),
        ] {
            assert_eq!(call_length(text), call.len(), "{text}");
        }
        assert_eq!(call_length(&format!("f({})", "1".repeat(600))), 0);
    }

    #[test]
    fn a_number_in_its_type_is_that_number() {
        assert_eq!(wrapped_number("Decimal('256')"), Some("256"));
        assert_eq!(wrapped_number("NumberLong(5)"), Some("5"));
        assert_eq!(wrapped_number("Decimal('x')"), None);
        assert_eq!(wrapped_number("max(5)"), None);
    }
}

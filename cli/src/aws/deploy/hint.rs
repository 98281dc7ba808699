//! A command that a person is told to run next: it reaches AWS as the one did that tells it.

use taskdef_core::quote;

use super::request::GivenOption;

/// `taskdef` with these words, and with what the command line said of how AWS is reached and of the language.
pub(crate) fn hint(words: &[&str], given: &[GivenOption]) -> String {
    let general = given.iter().filter(|option| option.is_general);
    line(words, general)
}

/// `taskdef` with these words and options.
pub(super) fn line<'a>(
    words: &[&str],
    options: impl IntoIterator<Item = &'a GivenOption>,
) -> String {
    let mut line: Vec<&str> = [&["taskdef"], words].concat();
    for option in options {
        line.push(&option.name);
        line.extend(option.value.as_deref());
    }
    let line = line.iter().map(|word| quote(word));
    line.collect::<Vec<_>>().join(" ")
}

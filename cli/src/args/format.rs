//! The option for the form of the output.

use std::ffi::OsString;

use clap::ValueEnum;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Text,
    /// For programs
    Json,
}

/// Whether a command line, which clap may refuse, says `--format json`. That of `generate` is the form
/// of a file.
pub(crate) fn asks_for_json(words: impl IntoIterator<Item = OsString>) -> bool {
    let words = options(words);
    is_json(&words, "--format") && command(&words) != Some("generate")
}

/// Whether a command line, which clap may refuse, says `--progress json`: stderr holds JSON alone.
pub(crate) fn asks_for_json_lines(words: impl IntoIterator<Item = OsString>) -> bool {
    is_json(&options(words), "--progress")
}

/// What stands before the command of a task.
fn options(words: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    words.into_iter().take_while(|word| word != "--").collect()
}

fn is_json(words: &[OsString], option: &str) -> bool {
    let joined = OsString::from(format!("{option}=json"));
    let mut pairs = words.windows(2);
    words.contains(&joined) || pairs.any(|pair| pair[0] == option && pair[1] == "json")
}

/// The first word that is neither an option nor the value of one: before the command stands `--lang` at
/// most.
fn command(words: &[OsString]) -> Option<&str> {
    let mut words = words.iter().skip(1);
    loop {
        match words.next()?.to_str()? {
            "--lang" => {
                words.next()?;
            }
            word if word.starts_with('-') => {}
            word => return Some(word),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::asks_for_json;

    #[test]
    fn json_is_asked_for_by_the_option_alone() {
        for (line, asks) in [
            ("taskdef check --format json a.json", true),
            ("taskdef check --format=json a.json", true),
            ("taskdef --format json", true),
            ("taskdef deploy --cluster --format json", true),
            ("taskdef --lang ja status --format json", true),
            ("taskdef --lang=ja status --format json", true),
            ("taskdef", false),
            ("taskdef check json", false),
            ("taskdef check --format text", false),
            ("taskdef check --format sarif json", false),
            ("taskdef check -- --format json", false),
            ("taskdef fetch batch --report json", false),
            ("taskdef generate policy --format json", false),
            ("taskdef --lang ja generate policy --format=json", false),
        ] {
            assert_eq!(
                asks_for_json(line.split(' ').map(Into::into)),
                asks,
                "{line}"
            );
        }
    }
}

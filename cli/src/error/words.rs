//! What is said of an error.

use taskdef_core::{Lang, Localized, catalog, escape};

use super::Error;
use crate::text::{text, texts};

impl Error {
    /// What went wrong, in one sentence or two; empty for what has a report of its own.
    pub(super) fn message(&self, lang: Lang) -> String {
        match self {
            Error::File(_) | Error::Reported(_) => String::new(),
            #[cfg(feature = "aws")]
            Error::Several(_) | Error::Aws(_) => String::new(),
            #[cfg(feature = "aws")]
            Error::Blocked { file, .. } => {
                let file = escape(file);
                text!(
                    lang,
                    "{file} is not ready, so nothing is sent",
                    "{file} はまだ登録できる状態ではないので、何も送信しません"
                )
            }
            Error::Form { option, form } => {
                let form = form.text(lang);
                text!(
                    lang,
                    "the value of {option} should be {form}",
                    "{option} の値が正しくありません。正しい形: {form}"
                )
            }
            Error::Variable { place, problem } => {
                format!("{}: {}", escape(place), problem.text(lang))
            }
            Error::Edit(error) => error.message(lang),
            Error::Unreadable { error, .. } => error.message(lang),
            #[cfg(feature = "generate")]
            Error::Refused(refusal) => refusal.message(lang),
            Error::NothingToExplain { topic, suggestions } => {
                nothing_to_explain(topic.as_deref(), suggestions, lang)
            }
            Error::NoSuchRule { id } => no_such_rule(id).get(lang).clone(),
            Error::Config { path, message } => {
                let (path, message) = (path.to_string_lossy(), message.get(lang));
                format!("{}: {}", escape(&path), escape(message))
            }
            Error::FixStdin => text!(
                lang,
                "--fix needs a FILE; stdin cannot be changed in place",
                "--fix には FILE が必要です。stdin をその場で書き換えることはできません"
            ),
            Error::NoSuchCommand { name } => {
                let name = escape(name);
                text!(
                    lang,
                    "there is no command `{name}`",
                    "`{name}` というコマンドはありません"
                )
            }
        }
    }
}

/// The message for a topic that `explain` does not know.
fn nothing_to_explain(topic: Option<&str>, suggestions: &[String], lang: Lang) -> String {
    let Some(topic) = topic else {
        return text!(
            lang,
            "no error of AWS that is known stands in this text; other services’ errors are not among them",
            "このテキストに、既知の AWS のエラーは見つかりません（ほかのサービスのエラーは対象外です）"
        );
    };
    let (shown, suggestions) = (escape(topic), suggestions.join("`, `"));
    if suggestions.is_empty() {
        text!(
            lang,
            "no rule or field is named `{shown}`",
            "`{shown}` という名前のルールや項目はありません"
        )
    } else {
        text!(
            lang,
            "no rule or field is named `{shown}`; did you mean `{suggestions}`?",
            "`{shown}` という名前のルールや項目はありません。もしかして `{suggestions}` ですか？"
        )
    }
}

/// The message for an unknown rule id, with the most similar one.
pub(crate) fn no_such_rule(id: &str) -> Localized<String> {
    let id = escape(id);
    match catalog::suggestions(&id).first() {
        Some(near) => texts!(
            "no rule is named `{id}`; did you mean `{near}`?",
            "`{id}` という名前のルールはありません。もしかして `{near}` ですか？"
        ),
        None => texts!(
            "no rule is named `{id}`; `taskdef explain` lists them",
            "`{id}` という名前のルールはありません。ルールの一覧は `taskdef explain` で表示できます"
        ),
    }
}

/// Whether a topic is the text of an error and no name. AWS's errors repeat values.
pub(crate) fn is_sentence(topic: &str) -> bool {
    topic.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::path::PathBuf;

    use taskdef_core::{Localized, Options, Pasted};

    use super::{Error, Lang, texts};
    use crate::files::FileError;
    use crate::status::Status;
    use crate::text::assert_japanese;

    fn path() -> PathBuf {
        PathBuf::from("x")
    }

    /// Why a text is no task definition, or an edit of it is wrong.
    fn failure(text: &str, options: &Options) -> Option<taskdef_core::Failure> {
        taskdef_core::convert(&Pasted::text(text), options).err()
    }

    /// The kind after another one. A new kind does not compile until it has a place here.
    fn after(error: &Error) -> Option<Error> {
        let x = || "x".to_owned();
        let unknown = |topic: Option<&str>, suggestions: &[&str]| Error::NothingToExplain {
            topic: topic.map(str::to_owned),
            suggestions: suggestions.iter().map(ToString::to_string).collect(),
        };
        Some(match error {
            Error::File(FileError::Read { .. }) => {
                let error = io::Error::other("x");
                FileError::Write {
                    path: path(),
                    error,
                }
                .into()
            }
            Error::File(FileError::Write { .. }) => {
                let error = io::Error::other("x");
                FileError::Stdout { error }.into()
            }
            Error::File(FileError::Stdout { .. }) => FileError::NothingToRead.into(),
            Error::File(FileError::NothingToRead) => FileError::PipeClosed.into(),
            Error::File(FileError::PipeClosed) => Error::Reported(Status::Usage),
            Error::Reported(_) => Error::Form {
                option: "--x".to_owned(),
                form: Localized { en: "x", ja: "x" },
            },
            Error::Form { .. } => Error::Variable {
                place: x(),
                problem: Localized {
                    en: "x",
                    ja: "値です",
                },
            },
            Error::Variable { .. } => {
                let edit = taskdef_core::Edit::Tag {
                    key: "aws:x".to_owned(),
                    value: Some(x()),
                };
                let options = Options {
                    edits: vec![edit],
                    ..Options::default()
                };
                let text = r#"{"family":"a","containerDefinitions":[{"name":"a","image":"a"}]}"#;
                match failure(text, &options) {
                    Some(taskdef_core::Failure::Edit(error)) => Error::Edit(error),
                    _ => return None,
                }
            }
            Error::Edit(_) => match failure("{", &Options::default()) {
                Some(taskdef_core::Failure::Unreadable(error)) => {
                    Error::Unreadable { file: x(), error }
                }
                _ => return None,
            },
            Error::Unreadable { .. } => unknown(None, &[]),
            Error::NothingToExplain { topic, .. } if topic.is_none() => unknown(Some("x"), &[]),
            Error::NothingToExplain { suggestions, .. } if suggestions.is_empty() => {
                unknown(Some("x"), &["y"])
            }
            Error::NothingToExplain { .. } => Error::NoSuchRule { id: x() },
            Error::NoSuchRule { id } if id == "x" => Error::NoSuchRule {
                id: "nul-value".to_owned(),
            },
            Error::NoSuchRule { .. } => Error::Config {
                path: path(),
                message: texts!("x", "値です"),
            },
            Error::Config { .. } => Error::FixStdin,
            Error::FixStdin => Error::NoSuchCommand { name: x() },
            #[cfg(feature = "generate")]
            Error::NoSuchCommand { .. } => FileError::Taken {
                paths: vec![path()],
            }
            .into(),
            #[cfg(not(feature = "generate"))]
            Error::NoSuchCommand { .. } => return None,
            #[cfg(feature = "generate")]
            Error::File(FileError::Taken { .. }) => return None,
            // These have words and tests of their own.
            #[cfg(feature = "generate")]
            Error::Refused(_) => return None,
            #[cfg(feature = "aws")]
            Error::Aws(_) | Error::Blocked { .. } | Error::Several(_) => return None,
        })
    }

    #[test]
    fn every_kind_is_told_in_japanese() {
        let mut told = 0;
        let first = FileError::read(&path(), io::Error::other("x"));
        let mut error = Some(Error::from(first));
        while let Some(one) = error {
            for report in one.reports(Lang::Ja) {
                assert_japanese(&report.message);
                told += 1;
            }
            error = after(&one);
        }
        assert_eq!(told, 16 + usize::from(cfg!(feature = "generate")));
    }
}

//! Edits that match nothing.

use super::{ContainerField, EditTarget};
use crate::escape::escape;
use crate::lang::{Lang, Localized};

const LOG_DRIVER: EditTarget = EditTarget::Container(ContainerField::LogDriver);

const NO_LOG_CONFIGURATION: Localized = Localized {
    en: "a log option needs a `logConfiguration` with its `logDriver`, and the container has none",
    ja: "ログのオプションには logConfiguration（logDriver を含む）が必要ですが、このコンテナにはありません",
};

/// Why an edit can't be made.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum EditError {
    /// No container has this name.
    NoSuchContainer { name: String, known: Vec<String> },
    /// A name holds a colon, and what stands before it is no container.
    NoSuchPrefix { name: String, known: Vec<String> },
    /// There are several containers, and the edit names none.
    WhichContainer { known: Vec<String> },
    /// There is no container at all.
    NoContainer,
    /// There is nothing of this name to remove.
    NothingToUnset { what: &'static str, name: String },
    /// The same name is both set and removed.
    Contradiction { what: &'static str, name: String },
    /// Log options are set, but there is no log configuration with a driver.
    NoLogConfiguration,
    /// The value is empty, but must not be.
    Empty { what: &'static str },
    /// The name of something to be set or removed is empty.
    EmptyName { what: &'static str },
    /// Not an integer where AWS takes one. Only another number is repeated: a text may be a secret
    /// that went to the wrong option.
    NotANumber {
        what: &'static str,
        number: Option<String>,
    },
    /// An image reference that contains white space.
    BadImage,
    /// A tag that only AWS may set.
    ReservedTag { key: String },
    /// The pasted value is no object, where AWS has nothing else.
    NotAnObject { what: &'static str },
    /// The pasted value is neither a list nor an object.
    NotACollection { what: &'static str },
}

impl EditError {
    /// What is wrong and how to fix it.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let message = match lang {
            Lang::En => self.english(),
            Lang::Ja => self.japanese(),
        };
        escape(&message).into_owned()
    }

    /// The same for somebody without a command line: whole sentences that speak of no option and no
    /// shell.
    #[must_use]
    pub fn plain_message(&self, lang: Lang) -> String {
        let message = match (self, lang) {
            (EditError::WhichContainer { known }, Lang::En) => {
                format!(
                    "there are several containers ({}); say which one",
                    list(known, ", ")
                )
            }
            (EditError::WhichContainer { known }, Lang::Ja) => format!(
                "コンテナが複数あります（{}）。どのコンテナかを指定してください",
                list(known, "、")
            ),
            (EditError::NoSuchPrefix { name, known }, _) => EditError::NoSuchContainer {
                name: prefix(name).to_owned(),
                known: known.clone(),
            }
            .message(lang),
            (EditError::NoLogConfiguration, Lang::En) => NO_LOG_CONFIGURATION.en.to_owned(),
            (EditError::NoLogConfiguration, Lang::Ja) => NO_LOG_CONFIGURATION.ja.to_owned(),
            (EditError::Empty { what }, Lang::En) => format!("the new value for `{what}` is empty"),
            (EditError::Empty { what }, Lang::Ja) => format!("`{what}` の新しい値が空です"),
            (EditError::EmptyName { what }, Lang::En) => format!("a name for `{what}` is empty"),
            (EditError::EmptyName { what }, Lang::Ja) => format!("`{what}` の名前が空です"),
            (other, _) => return lang.sentence(other.message(lang)),
        };
        lang.sentence(escape(&message).into_owned())
    }

    fn english(&self) -> String {
        match self {
            EditError::NoSuchContainer { name, known } => {
                format!(
                    "no container is named `{name}`; there is {}",
                    list(known, ", ")
                )
            }
            EditError::NoSuchPrefix { name, known } => format!(
                "no container is named `{}`; there is {}. A name that holds a colon itself is given behind its \
                 container: CONTAINER:{name}",
                prefix(name),
                list(known, ", ")
            ),
            EditError::WhichContainer { known } => format!(
                "there are several containers ({}); say which one, as CONTAINER=VALUE, or before a name as \
                 CONTAINER:NAME=VALUE",
                list(known, ", ")
            ),
            EditError::NoContainer => "the task definition has no container to edit".into(),
            EditError::NothingToUnset { what, name } if what == name => {
                format!("`{name}` can't be removed: there is none")
            }
            EditError::NothingToUnset { what, name } => {
                format!("`{name}` can't be removed: `{what}` has none")
            }
            EditError::Contradiction { what, name } => {
                format!("`{name}` in `{what}` is both set and removed; ask for one of them")
            }
            EditError::NoLogConfiguration => format!(
                "{}; --{} sets one",
                NO_LOG_CONFIGURATION.en,
                LOG_DRIVER.option()
            ),
            EditError::Empty { what } => {
                format!("the new value for `{what}` is empty; is a shell variable not set?")
            }
            EditError::EmptyName { what } => {
                format!("a name for `{what}` is empty; is a shell variable not set?")
            }
            EditError::NotANumber { what, number } => {
                let not = number.as_ref().map(|number| format!(", not `{number}`"));
                let not = not.unwrap_or_default();
                format!("a container's `{what}` is a whole number up to 2147483647{not}")
            }
            EditError::BadImage => {
                "the new value for `image` is no image reference: it holds white space".into()
            }
            EditError::ReservedTag { key } => {
                format!("the tag `{key}` can't be set: only AWS sets tags that start with aws:")
            }
            EditError::NotAnObject { what } => {
                format!("`{what}` is not an object, so nothing can be set in it")
            }
            EditError::NotACollection { what } => {
                format!("`{what}` is neither a list nor an object, so nothing can be set in it")
            }
        }
    }

    fn japanese(&self) -> String {
        match self {
            EditError::NoSuchContainer { name, known } => format!(
                "`{name}` という名前のコンテナはありません。あるのは {} です",
                list(known, "、")
            ),
            EditError::NoSuchPrefix { name, known } => format!(
                "`{}` という名前のコンテナはありません。あるのは {} です。名前そのものにコロンがあるなら、CONTAINER:{name} \
                 のようにコンテナの後に書いてください",
                prefix(name),
                list(known, "、")
            ),
            EditError::WhichContainer { known } => format!(
                "コンテナが複数あります（{}）。CONTAINER=VALUE の形で、名前があるものは CONTAINER:NAME=VALUE の形で、\
                 どのコンテナかを指定してください",
                list(known, "、")
            ),
            EditError::NoContainer => "編集するコンテナがありません".into(),
            EditError::NothingToUnset { what, name } if what == name => {
                format!("`{name}` がないので、取り除けません")
            }
            EditError::NothingToUnset { what, name } => {
                format!("`{what}` に `{name}` がないので、取り除けません")
            }
            EditError::Contradiction { what, name } => format!(
                "`{what}` の `{name}` に、設定と削除の両方が指定されています。どちらか一方にしてください"
            ),
            EditError::NoLogConfiguration => format!(
                "{}。--{} で設定できます",
                NO_LOG_CONFIGURATION.ja,
                LOG_DRIVER.option()
            ),
            EditError::Empty { what } => {
                format!("`{what}` の新しい値が空です。シェル変数が設定されていないかもしれません")
            }
            EditError::EmptyName { what } => {
                format!("`{what}` の名前が空です。シェル変数が設定されていないかもしれません")
            }
            EditError::NotANumber { what, number } => {
                let not = number
                    .as_ref()
                    .map(|number| format!("。`{number}` は指定できません"));
                let not = not.unwrap_or_default();
                format!("コンテナの `{what}` は 2147483647 までの整数です{not}")
            }
            EditError::BadImage => {
                "`image` の新しい値は空白を含むので、イメージとして使えません".into()
            }
            EditError::ReservedTag { key } => {
                format!("タグ `{key}` は設定できません。aws: で始まるタグは AWS だけが付けられます")
            }
            EditError::NotAnObject { what } => {
                format!("`{what}` がオブジェクトではないので、設定できません")
            }
            EditError::NotACollection { what } => {
                format!("`{what}` がリストでもオブジェクトでもないので、設定できません")
            }
        }
    }
}

/// What stands before the first colon.
fn prefix(name: &str) -> &str {
    name.split_once(':').map_or(name, |(prefix, _)| prefix)
}

fn list(names: &[String], comma: &str) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(comma)
}

#[cfg(test)]
mod tests {
    use super::{EditError, Lang};

    #[test]
    fn a_plain_message_speaks_of_no_command_line() {
        let known = vec!["app".to_owned(), "log".to_owned()];
        let name = || "x".to_owned();
        for error in [
            EditError::NoSuchContainer {
                name: name(),
                known: known.clone(),
            },
            EditError::NoSuchPrefix {
                name: "x:y".to_owned(),
                known: known.clone(),
            },
            EditError::WhichContainer { known },
            EditError::NoContainer,
            EditError::NothingToUnset {
                what: "environment",
                name: name(),
            },
            EditError::Contradiction {
                what: "environment",
                name: name(),
            },
            EditError::NoLogConfiguration,
            EditError::Empty { what: "image" },
            EditError::EmptyName {
                what: "environment",
            },
            EditError::NotANumber {
                what: "cpu",
                number: None,
            },
            EditError::BadImage,
            EditError::ReservedTag { key: name() },
            EditError::NotAnObject {
                what: "dockerLabels",
            },
            EditError::NotACollection {
                what: "environment",
            },
        ] {
            for (lang, end) in [(Lang::En, '.'), (Lang::Ja, '。')] {
                let message = error.plain_message(lang);
                assert!(message.ends_with(end), "{message}");
                for word in ["CONTAINER", "VALUE", "--", "shell", "シェル"] {
                    assert!(!message.contains(word), "{message}");
                }
            }
        }
    }
}

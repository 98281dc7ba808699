//! Why a task is not even started: what is asked for does not fit its definition.

use taskdef_core::{EditError, Lang, escape};

use crate::text::{comma, text};

/// A run that can't be as it is asked for. Nothing was started.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// An override that fits no definition.
    Edit(EditError),
    /// Several containers are essential, and none is named.
    WhichContainer { known: Vec<String> },
    /// A container is named, and nothing is other for it.
    NothingFor { container: String },
    /// A value has a NUL, which neither an argument nor a variable can hold.
    Nul { container: String },
    /// A command without a word.
    EmptyCommand { container: String },
    /// More than ECS takes.
    TooLong { characters: usize, most: usize },
    /// Nothing says which network a task is to run in.
    NoNetwork { family: String },
    /// What it is to be started like does not start the family on the cluster.
    NotLike { like: String, family: String },
}

impl Refusal {
    /// The refusal after another one. A new one does not compile until it has a place here.
    #[cfg(test)]
    pub(super) fn after(&self) -> Option<Self> {
        use Refusal as R;
        let x = || "x".to_owned();
        Some(match self {
            R::NoNetwork { .. } => R::NotLike {
                like: x(),
                family: x(),
            },
            R::NotLike { .. } => R::WhichContainer { known: vec![x()] },
            R::WhichContainer { .. } => R::NothingFor { container: x() },
            R::NothingFor { .. } => R::Nul { container: x() },
            R::Nul { .. } => R::EmptyCommand { container: x() },
            R::EmptyCommand { .. } => R::TooLong {
                characters: 2,
                most: 1,
            },
            // The words of an edit are the core's.
            R::TooLong { .. } | R::Edit(_) => return None,
        })
    }

    pub(crate) fn message(&self, lang: Lang) -> String {
        let message = match self {
            Refusal::Edit(error) => return error.message(lang),
            Refusal::WhichContainer { known } => {
                let known = list(known, lang);
                text!(
                    lang,
                    "the definition has several containers ({known}): say which one runs the command and \
                     takes the variables, with --container NAME (--run-first-container for deploy)",
                    "タスク定義に複数のコンテナがあります（{known}）。どのコンテナのコマンドや変数を上書きするかを、\
                     --container NAME（deploy では --run-first-container）で指定してください"
                )
            }
            Refusal::NothingFor { container } => text!(
                lang,
                "container `{container}` is named, and nothing is given for it: give a command or a variable, or \
                 leave the option out",
                "コンテナ `{container}` が指定されていますが、上書きするものがありません。コマンドか環境変数を指定するか、\
                 このオプションを外してください"
            ),
            Refusal::Nul { container } => text!(
                lang,
                "a value for container `{container}` has a NUL character, which no argument and no \
                 environment variable can hold",
                "コンテナ `{container}` の値に NUL 文字が含まれています。引数や環境変数に NUL は使えません"
            ),
            Refusal::EmptyCommand { container } => text!(
                lang,
                "the command for container `{container}` has no word: an override can't take the \
                 definition's command away",
                "コンテナ `{container}` のコマンドが空です。上書きでタスク定義のコマンドを取り除くことはできません"
            ),
            Refusal::TooLong { characters, most } => text!(
                lang,
                "the overrides of the containers have {characters} characters as JSON, and ECS takes \
                 {most}: put what is long into the image, into Parameter Store, or into a file in S3",
                "コンテナの上書きが JSON で {characters} 文字あり、ECS の上限の {most} 文字を超えています。\
                 長い値はイメージ、パラメータストア、または S3 のファイルに入れてください"
            ),
            Refusal::NoNetwork { family } => text!(
                lang,
                "no rule, schedule or service tells in which network {family} runs: name one that does \
                 (`taskdef run --like service/NAME`, or --service of `taskdef deploy`), or run it with \
                 --subnet and --security-group",
                "{family} をどのネットワークで実行するかを示すルール、スケジュール、サービスがありません。\
                 それを示すもの（`taskdef run --like service/NAME`、`taskdef deploy` では --service）を\
                 指定するか、`taskdef run` に --subnet と --security-group を指定してください"
            ),
            Refusal::NotLike { like, family } => text!(
                lang,
                "{like} does not start {family} on this cluster, so nothing can be started like it; \
                 `taskdef schedules {family}` lists what does",
                "{like} はこのクラスターで {family} を起動しないので、同じようには起動できません。\
                 起動するものは `taskdef schedules {family}` で確認できます"
            ),
        };
        escape(&message).into_owned()
    }
}

impl From<EditError> for Refusal {
    fn from(error: EditError) -> Self {
        Refusal::Edit(error)
    }
}

fn list(names: &[String], lang: Lang) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(comma(lang))
}

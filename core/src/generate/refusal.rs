//! Why a file is not generated.

use crate::lang::{Lang, Prose};
use crate::report::mask::shown;

/// Why a file is not generated.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Refusal {
    /// There is no family to deploy.
    NoFamily,
    /// The role needs no right at all.
    NothingNeeded,
    /// No container has this name.
    NoSuchContainer { name: String, known: Vec<String> },
    /// There is no container at all.
    NoContainer,
    /// No container listens to a port, and none is given.
    NoPort,
    /// The image is a placeholder, and none is given.
    NoImage,
    /// A text would make CloudFormation fetch a secret.
    DynamicReference,
    /// The address of taskdef names no version.
    Unpinned,
    /// The checksum is none.
    BadChecksum,
    /// The builder has no runtime whose version could be chosen.
    NoRuntime,
}

impl Refusal {
    /// A stable name of the reason.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Refusal::NoFamily => "no-family",
            Refusal::NothingNeeded => "nothing-needed",
            Refusal::NoSuchContainer { .. } => "no-such-container",
            Refusal::NoContainer => "no-container",
            Refusal::NoPort => "no-port",
            Refusal::NoImage => "no-image",
            Refusal::DynamicReference => "dynamic-reference",
            Refusal::Unpinned => "unpinned",
            Refusal::BadChecksum => "bad-checksum",
            Refusal::NoRuntime => "no-runtime",
        }
    }

    /// What is wrong and how to mend it.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        let words = self.words().in_lang(lang);
        let Refusal::NoSuchContainer { name, known } = self else {
            return words.to_owned();
        };
        let known: Vec<String> = known
            .iter()
            .map(|name| format!("`{}`", shown(name)))
            .collect();
        let between = match lang {
            Lang::En => ", ",
            Lang::Ja => "、",
        };
        let known = known.join(between);
        words
            .replace("{known}", &known)
            .replace("{name}", &shown(name))
    }

    /// Whether other options would do, and not only another task definition.
    #[must_use]
    pub fn is_about_options(&self) -> bool {
        match self {
            Refusal::NoSuchContainer { .. }
            | Refusal::NoPort
            | Refusal::NoImage
            | Refusal::Unpinned
            | Refusal::BadChecksum
            | Refusal::NoRuntime => true,
            Refusal::NoFamily
            | Refusal::NothingNeeded
            | Refusal::NoContainer
            | Refusal::DynamicReference => false,
        }
    }

    fn words(&self) -> Prose {
        match self {
            Refusal::NoFamily => Prose {
                en: "the task definition has no family; add one to it",
                ja: "タスク定義に family がありません。追加してください",
            },
            Refusal::NothingNeeded => Prose {
                en: "this task definition needs no right: it has no image in ECR, no secret and no log in \
                    CloudWatch; name an image's repository with --repository",
                ja: "このタスク定義に必要な権限はありません。ECR のイメージも、シークレットも、CloudWatch のログも\
                    ありません。イメージのリポジトリは --repository で指定できます",
            },
            Refusal::NoSuchContainer { .. } => Prose {
                en: "no container is named `{name}`; there is {known}",
                ja: "`{name}` という名前のコンテナはありません。あるのは {known} です",
            },
            Refusal::NoContainer => Prose {
                en: "the task definition has no container",
                ja: "タスク定義にコンテナがありません",
            },
            Refusal::NoPort => Prose {
                en: "no container has a port mapping; name the port that the load balancer sends to with --port",
                ja: "ポートマッピングのあるコンテナがありません。ロードバランサーの送信先ポートを --port で指定してください",
            },
            Refusal::NoImage => Prose {
                en: "the container's image is missing or a placeholder; give the pushed image with --image",
                ja: "コンテナのイメージがないか、仮の値のままです。プッシュしたイメージを --image で指定してください",
            },
            Refusal::DynamicReference => Prose {
                en: "a name holds `{{resolve:`, in whose place CloudFormation would put a secret; rename it",
                ja: "名前に `{{resolve:` が含まれています。CloudFormation がシークレットの値に置き換えてしまうため、\
                    名前を変えてください",
            },
            Refusal::Unpinned => Prose {
                en: "--taskdef-url should be the address of one release, not of the latest: https://, s3:// or a \
                    file of the repository",
                ja: "--taskdef-url には latest ではなく特定のリリースを、https://、s3://、またはリポジトリ内のファイルで\
                    指定してください",
            },
            Refusal::BadChecksum => Prose {
                en: "--taskdef-sha256 should be 64 hexadecimal digits, as `sha256sum` prints them",
                ja: "--taskdef-sha256 には `sha256sum` が表示する 64 桁の 16 進数を指定してください",
            },
            Refusal::NoRuntime => Prose {
                en: "--runtime needs a builder that has one: maven, gradle or node",
                ja: "--runtime を使えるのはビルダーが maven、gradle、node の場合だけです",
            },
        }
    }
}

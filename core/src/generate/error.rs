//! Why a file can't be generated.

use std::borrow::Cow;

use crate::escape::escape;
use crate::lang::{Lang, Localized};
use crate::outline::Container;

/// Why a file can't be generated, and how to fix it. Each reason is a constant of its own, so that
/// a program contains only the texts of reasons that it can return.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GenerateError {
    id: &'static str,
    about_options: bool,
    words: Localized<Cow<'static, str>>,
    /// The option that fixes it, as the end of the message.
    option: Localized,
}

/// For what no option fixes.
const NO_OPTION: Localized = Localized { en: "", ja: "" };

impl GenerateError {
    /// The task definition has no family.
    pub const NO_FAMILY: Self = Self::of_paste(
        "no-family",
        Localized {
            en: "the task definition has no family; add one to it",
            ja: "タスク定義に family がありません。追加してください",
        },
    );

    /// The role needs no permission at all.
    pub const NOTHING_NEEDED: Self = Self::of_paste(
        "nothing-needed",
        Localized {
            en: "this task definition needs no right: it has no image in ECR, no secret and no log in \
            CloudWatch",
            ja: "このタスク定義に必要な権限はありません。ECR のイメージも、シークレットも、CloudWatch のログも\
            ありません",
        },
    )
    .with_option(Localized {
        en: "; name an image's repository with --repository",
        ja: "。イメージのリポジトリは --repository で指定できます",
    });

    /// The task definition has no container.
    pub const NO_CONTAINER: Self = Self::of_paste(
        "no-container",
        Localized {
            en: "the task definition has no container",
            ja: "タスク定義にコンテナがありません",
        },
    );

    /// No container has a port, and the options give none.
    pub const NO_PORT: Self = Self::of_options(
        "no-port",
        Localized {
            en: "no container has a port mapping; name the port that the load balancer sends to with --port",
            ja: "ポートマッピングのあるコンテナがありません。ロードバランサーの送信先ポートを --port で指定してください",
        },
    );

    /// The image is a placeholder, and the options give none.
    pub const NO_IMAGE: Self = Self::of_options(
        "no-image",
        Localized {
            en: "the container's image is missing or a placeholder",
            ja: "コンテナのイメージがないか、仮の値のままです",
        },
    )
    .with_option(Localized {
        en: "; give the pushed image with --image",
        ja: "。プッシュしたイメージを --image で指定してください",
    });

    /// A text contains a dynamic reference, with which CloudFormation would fetch a secret.
    pub const DYNAMIC_REFERENCE: Self = Self::of_paste(
        "dynamic-reference",
        Localized {
            en: "a name holds `{{resolve:`, in whose place CloudFormation would put a secret; rename it",
            ja: "名前に `{{resolve:` が含まれています。CloudFormation がシークレットの値に置き換えてしまうため、\
            名前を変えてください",
        },
    );

    /// The URL of taskdef contains no version.
    pub const UNPINNED: Self = Self::of_options(
        "unpinned",
        Localized {
            en: "--taskdef-url should be the address of one release, not of the latest: https://, s3:// or a \
            file of the repository",
            ja: "--taskdef-url には latest ではなく特定のリリースを、https://、s3://、またはリポジトリ内のファイルで\
            指定してください",
        },
    );

    /// Not a SHA-256 checksum in hexadecimal digits.
    pub const BAD_CHECKSUM: Self = Self::of_options(
        "bad-checksum",
        Localized {
            en: "--taskdef-sha256 should be 64 hexadecimal digits, as `sha256sum` prints them",
            ja: "--taskdef-sha256 には `sha256sum` が表示する 64 桁の 16 進数を指定してください",
        },
    );

    /// The builder has no language version to choose.
    pub const NO_RUNTIME: Self = Self::of_options(
        "no-runtime",
        Localized {
            en: "--runtime needs a builder that has one: maven, gradle or node",
            ja: "--runtime を使えるのはビルダーが maven、gradle、node の場合だけです",
        },
    );

    /// No container has this name.
    pub(super) fn no_such_container(name: &str, containers: &[Container]) -> Self {
        let mut known = Vec::new();
        for container in containers {
            known.push(format!("`{}`", escape(&container.name)));
        }
        let name = escape(name);
        let (en, ja) = (known.join(", "), known.join("、"));
        GenerateError {
            id: "no-such-container",
            about_options: true,
            words: Localized {
                en: format!("no container is named `{name}`; there is {en}").into(),
                ja: format!("`{name}` という名前のコンテナはありません。あるのは {ja} です").into(),
            },
            option: NO_OPTION,
        }
    }

    const fn of_options(id: &'static str, words: Localized) -> Self {
        Self::new(id, true, words)
    }

    const fn of_paste(id: &'static str, words: Localized) -> Self {
        Self::new(id, false, words)
    }

    const fn new(id: &'static str, about_options: bool, words: Localized) -> Self {
        GenerateError {
            id,
            about_options,
            words: Localized {
                en: Cow::Borrowed(words.en),
                ja: Cow::Borrowed(words.ja),
            },
            option: NO_OPTION,
        }
    }

    const fn with_option(mut self, option: Localized) -> Self {
        self.option = option;
        self
    }

    /// A stable id of the reason.
    #[must_use]
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// What is wrong and how to fix it.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        [self.words.get(lang), self.option.text(lang)].concat()
    }

    /// The same for somebody without a command line: it names no option.
    #[must_use]
    pub fn plain_message(&self, lang: Lang) -> String {
        self.words.get(lang).clone().into_owned()
    }

    /// Whether other options would fix it, instead of another task definition.
    #[must_use]
    pub fn is_about_options(&self) -> bool {
        self.about_options
    }
}

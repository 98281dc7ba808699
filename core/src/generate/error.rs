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

    /// Nothing says what starts the job.
    pub const NO_STARTER: Self = Self::of_options(
        "no-starter",
        Localized {
            en: "it is not said what starts the job; say it with --started-by, or name a --service, --rule or --schedule",
            ja: "ジョブを何が起動するかがわかりません。--started-by で指定するか、--service、--rule、--schedule で名前を\
            指定してください",
        },
    );

    /// Only the trigger of a connection knows paths.
    pub const PATHS_OF_CODECOMMIT: Self = Self::of_options(
        "paths-of-codecommit",
        Localized {
            en: "--path needs --source connection: CodePipeline filters the changes of a connection by their paths, and \
                not those of CodeCommit",
            ja: "--path には --source connection が必要です。CodePipeline が変更をパスで絞り込めるのは接続の場合だけで、\
                CodeCommit ではできません",
        },
    );

    /// A batch build with the AWS CLI would run each of its families.
    pub const RUN_IN_BATCH: Self = Self::of_options(
        "run-in-batch",
        Localized {
            en: "with the AWS CLI, --run is for one family: its commands are written for the one thing that starts it. \
                In a batch take --style taskdef, which finds out how each family is started, or leave --run out and run \
                each family with taskdef run",
            ja: "AWS CLI を使う --run は、起動元が 1 つに決まる 1 ファミリー用のコマンドを生成します。バッチでは、ファミリーごとに\
                起動のしかたを調べる --style taskdef を使うか、--run を外して taskdef run で実行してください",
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

    /// The batch service role is asked for, but no batch.
    pub const NO_BATCH: Self = Self::of_options(
        "no-batch",
        Localized {
            en: "the batch service role is for a build of several families; name them with --batch or --batch-file",
            ja: "バッチのサービスロールは、複数のファミリーを 1 つのビルドで扱う場合のものです。--batch か \
                --batch-file で指定してください",
        },
    );

    /// Nothing shows what the task role needs.
    pub const NOTHING_SHOWN: Self = Self::of_paste(
        "nothing-shown",
        Localized {
            en: "nothing in this task definition shows that its task role needs a right: what the application calls, it \
            does not say; --exec adds what ECS Exec needs",
            ja: "このタスク定義からは、タスクロールに必要な権限は見つかりません。アプリケーションが何を呼び出すかはタスク定義に\
            ありません。ECS Exec に必要な権限は --exec で追加できます",
        },
    );

    /// All that needs a right is still a placeholder.
    pub const STILL_OPEN: Self = Self::of_paste(
        "still-open",
        Localized {
            en: "nothing to allow can be named yet: what this task definition refers to is still a placeholder, or \
                nothing that ECS reads there; fill it in first",
            ja: "許可する対象をまだ特定できません。タスク定義が参照しているのはプレースホルダーか、ECS がそこでは読み取れないものです。\
                先に記入してください",
        },
    );

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
            ja: "コンテナのイメージがないか、プレースホルダーのままです",
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
            en: "a checksum of taskdef should be 64 hexadecimal digits, as `sha256sum` prints them",
            ja: "taskdef のチェックサムには `sha256sum` が表示する 64 桁の 16 進数を指定してください",
        },
    );

    /// taskdef comes from several places.
    pub const SEVERAL_TOOLS: Self = Self::of_options(
        "several-tools",
        Localized {
            en: "--taskdef-url, --taskdef-wheel-sha256 and --action each say where taskdef comes from; give one of them",
            ja: "--taskdef-url、--taskdef-wheel-sha256、--action は、どれも taskdef の取得元を表します。1 つだけ指定してください",
        },
    );

    /// The action is not named by a commit.
    pub const BAD_ACTION: Self = Self::of_options(
        "bad-action",
        Localized {
            en: "--action should be OWNER/NAME@HASH, with the 40 digits of a commit: a tag can be moved",
            ja: "--action は OWNER/NAME@HASH の形で、コミットの 40 桁のハッシュを指定してください。タグは付け替えられるためです",
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

    /// There are several containers, and the options name none.
    pub(super) fn several_containers(containers: &[Container]) -> Self {
        let (en, ja) = names(containers);
        GenerateError {
            id: "several-containers",
            about_options: true,
            words: Localized {
                en: format!(
                    "there are several containers ({en}), and which one is meant is not said"
                )
                .into(),
                ja: format!("コンテナが複数あり（{ja}）、どれが対象か指定されていません").into(),
            },
            option: Localized {
                en: "; name it with --container",
                ja: "。--container で指定してください",
            },
        }
    }

    /// A word of `--batch` that means nothing.
    pub(super) fn batch_word(word: &str) -> Self {
        let word = escape(word);
        Self::of_batch(Localized {
            en: format!(
                "--batch does not know `{word}`: it takes a family, then folder=, container=, role=, service=, rule= \
                and schedule= of that family"
            ),
            ja: format!(
                "--batch の `{word}` は読めません。ファミリーの後に、そのファミリーの folder=、container=、role=、\
                service=、rule=、schedule= を指定します"
            ),
        })
    }

    /// The table of a batch can't be read, at this JSON pointer.
    pub(super) fn batch_table(at: &str) -> Self {
        let at = escape(at);
        let at = if at.is_empty() { "its root" } else { &*at };
        Self::of_batch(Localized {
            en: format!(
                "the table of the batch can't be read at {at}: it is a JSON list of objects with family, folder, \
                container, roles, services, rules and schedules, the last four lists of names"
            ),
            ja: format!(
                "バッチの表の {at} が読めません。family、folder、container、roles、services、rules、schedules（後の 4 つは\
                名前のリスト）を持つオブジェクトの JSON リストで書いてください"
            ),
        })
    }

    /// Two families of a batch share what each must have alone.
    pub(super) fn batch_twice(what: &str) -> Self {
        let what = escape(what);
        Self::of_batch(Localized {
            en: format!(
                "the batch has the {what} twice: it would end as the later build leaves it"
            ),
            ja: format!(
                "バッチに {what} が 2 回あります。後に終わったビルドの結果だけが残ってしまいます"
            ),
        })
    }

    /// A name of a batch that AWS does not take.
    pub(super) fn batch_name(name: &str) -> Self {
        let name = escape(name);
        Self::of_batch(Localized {
            en: format!(
                "`{name}` can't be a name in the batch: AWS would not take it, or it leaves the repository"
            ),
            ja: format!(
                "バッチの名前に `{name}` は使えません。AWS が受け付けないか、リポジトリの外を指しています"
            ),
        })
    }

    fn of_batch(words: Localized<String>) -> Self {
        GenerateError {
            id: "batch",
            about_options: true,
            words: Localized {
                en: words.en.into(),
                ja: words.ja.into(),
            },
            option: NO_OPTION,
        }
    }

    /// No container has this name.
    pub(super) fn no_such_container(name: &str, containers: &[Container]) -> Self {
        let name = escape(name);
        let (en, ja) = names(containers);
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

    /// An option was given something else than the ARN that it takes.
    pub(super) fn no_arn(option: &str, example: &str) -> Self {
        GenerateError {
            id: "no-arn",
            about_options: true,
            words: Localized {
                en: format!("{option} takes an ARN such as {example}").into(),
                ja: format!("{option} には {example} のような ARN を指定してください").into(),
            },
            option: NO_OPTION,
        }
    }

    /// `--mail` was given something else than an address.
    pub const NO_ADDRESS: Self = Self::of_options(
        "no-address",
        Localized {
            en: "--mail takes an address of mail; --topic takes the ARN of a topic",
            ja: "--mail にはメールアドレスを指定してください。トピックの ARN は --topic で指定します",
        },
    );

    /// A base image that is not in ECR.
    pub const BASE_ELSEWHERE: Self = Self::of_options(
        "base-elsewhere",
        Localized {
            en: "--base-image is for images in private repositories of ECR, named in full; others need no right of AWS",
            ja: "--base-image には、ECR のプライベートリポジトリのイメージを完全な名前で指定してください。ほかのイメージに \
            AWS の権限は不要です",
        },
    );

    /// No repository of GitHub.
    pub const GITHUB_REPOSITORY: Self = Self::of_options(
        "github",
        Localized {
            en: "--github is OWNER/NAME or, with the numbers that GitHub gives them, OWNER@ID/NAME@ID",
            ja: "--github は OWNER/NAME、または GitHub の番号を付けた OWNER@ID/NAME@ID の形で指定してください",
        },
    );

    /// What moves is named for a whole batch.
    pub const MOVES_OF_ALL: Self = Self::of_options(
        "batch",
        Localized {
            en: "in a batch, each family says what it moves: --batch FAMILY,service=NAME, or --batch-file. --service, \
            --service-variable, --rule and --schedule would give every family the same",
            ja: "バッチでは、切り替えるものをファミリーごとに指定します（--batch FAMILY,service=NAME または \
            --batch-file）。--service、--service-variable、--rule、--schedule は全ファミリーで同じものになってしまいます",
        },
    );

    /// One repository for images that are built one by one.
    pub const ONE_REPOSITORY: Self = Self::of_options(
        "batch",
        Localized {
            en: "every family of the batch would push its own image to this one --repository under the same tag; \
            leave it out, or build one image for all with --one-image",
            ja: "バッチの全ファミリーが、それぞれのイメージを同じタグでこの --repository にプッシュすることになります。\
            --repository を外すか、--one-image で 1 つのイメージを共有してください",
        },
    );

    /// One container for a whole batch.
    pub const ONE_CONTAINER: Self = Self::of_options(
        "batch",
        Localized {
            en: "in a batch, each family names its own container: --batch FAMILY,container=NAME, or --batch-file",
            ja: "バッチでは、コンテナをファミリーごとに指定します（--batch FAMILY,container=NAME または --batch-file）",
        },
    );

    /// One image for no batch.
    pub const ONE_IMAGE_OF_NONE: Self = Self::of_options(
        "batch",
        Localized {
            en: "--one-image is for the families of --batch or --batch-file, and there are none",
            ja: "--one-image は --batch か --batch-file のファミリーのためのものですが、ファミリーがありません",
        },
    );

    /// One image, which nobody builds.
    pub const ONE_IMAGE_UNBUILT: Self = Self::of_options(
        "batch",
        Localized {
            en: "--one-image builds an image, and --builder none builds nothing: take one of them",
            ja: "--one-image はイメージをビルドし、--builder none は何もビルドしません。どちらかにしてください",
        },
    );

    /// More builds than CodeBuild takes.
    pub const TOO_MANY_BUILDS: Self = Self::of_options(
        "batch",
        Localized {
            en: "CodeBuild takes at most 100 builds in a batch: part the families into several",
            ja: "CodeBuild のバッチは 100 ビルドまでです。ファミリーを複数のバッチに分けてください",
        },
    );

    pub(super) const fn of_options(id: &'static str, words: Localized) -> Self {
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

/// The names of containers, as a list in each language.
fn names(containers: &[Container]) -> (String, String) {
    let mut known = Vec::new();
    for container in containers {
        known.push(format!("`{}`", escape(&container.name)));
    }
    (known.join(", "), known.join("、"))
}

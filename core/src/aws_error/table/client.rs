//! What the AWS CLI and the SDKs say before they send anything. What they say of a definition’s fields is
//! a rule’s.

use crate::aws_error::error::{AwsError, COMMON, SaidBy, answer};

const CLIENT: AwsError = AwsError {
    said_by: SaidBy::Client,
    ..COMMON
};

pub(super) const CLIENTS: &[AwsError] = &[
    AwsError {
        id: "input-no-json",
        texts: &[
            "Error parsing parameter 'cli-input-json': Invalid JSON received",
            "Error parsing parameter '--cli-input-json': Invalid JSON received",
            "Error parsing parameter 'cli-input-json': Invalid JSON",
            "Error parsing parameter '--cli-input-json': Invalid JSON",
            "Error parsing parameter 'container-definitions': Invalid JSON",
            "Error parsing parameter '--container-definitions': Invalid JSON",
        ],
        words: answer! {
            title: "What the CLI got is not JSON", "AWS CLI に渡されたものが JSON ではありません";
            meaning: "The file is not valid JSON, or `file://` is missing before its name, so that the CLI reads the \
                      name itself as JSON.",
                     "ファイルが正しい JSON ではないか、ファイル名の前に `file://` がなく、名前そのものが JSON として読まれています。";
            cure: "Write `--cli-input-json file://taskdef.json`; `taskdef convert` mends the JSON and says what was \
                   wrong.",
                  "`--cli-input-json file://taskdef.json` と書いてください。`taskdef convert` は JSON を補い、誤りを示します。";
            plain_cure: "Write `--cli-input-json file://taskdef.json`. Pasted here, the JSON is mended, and what was \
                         wrong is said.",
                        "`--cli-input-json file://taskdef.json` と書いてください。このページに貼り付けると、JSON を補い、誤りを\
                         示します。";
        },
        source: "https://github.com/DataDog/documentation/pull/17020",
        ..CLIENT
    },
    AwsError {
        id: "input-no-shorthand",
        texts: &["Error parsing parameter '--container-definitions': Expected: '=', received"],
        words: answer! {
            title: "The CLI read the JSON as its shorthand", "JSON が AWS CLI の短縮形式として読まれました";
            meaning: "The shell took the quotes away, or `file://` is missing, so that the CLI sees no JSON.",
                     "シェルが引用符を取り除いたか、`file://` がないため、JSON として認識されていません。";
            cure: "Put the definition into a file and pass it as `file://…`.",
                  "定義をファイルに保存し、`file://…` で渡してください。";
        },
        source: "https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-quoting-strings.html",
        ..CLIENT
    },
    AwsError {
        id: "input-file-missing",
        texts: &["Unable to load paramfile {} No such file or directory"],
        words: answer! {
            title: "The CLI does not find the file", "AWS CLI がファイルを見つけられません";
            meaning: "The path after `file://` is not there; it is relative to the folder in which the command runs.",
                     "`file://` の後のパスにファイルがありません。相対パスはコマンドを実行するフォルダーからのものです。";
            cure: "Check the path; in a pipeline the file must be among the step’s input artifacts.",
                  "パスを確認してください。パイプラインでは、そのステップの入力アーティファクトに含まれている必要があります。";
        },
        source: "https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-file.html",
        ..CLIENT
    },
    AwsError {
        id: "wait-gave-up",
        texts: &[
            "Waiter ServicesStable failed: Max attempts exceeded",
            "Waiter TasksStopped failed: Max attempts exceeded",
            "Resource is not in the state servicesStable",
            "Resource is not in the state tasksStopped",
        ],
        is_general: true,
        words: answer! {
            title: "The client stopped waiting; ECS may go on", "待機が打ち切られました（ECS の処理は続いていることがあります）";
            meaning: "The service was not stable within the client’s own limit (ten minutes for the CLI). It says \
                      nothing of why: the deployment is slow, or its tasks fail.",
                     "クライアントの制限時間（CLI では 10 分）内に安定しませんでした。理由は示されず、デプロイに時間がかかっているか、\
                      タスクが失敗しています。";
            cure: "Look at the service’s events and the reasons of its stopped tasks (`taskdef wait` tells both).",
                  "サービスのイベントと停止したタスクの理由を確認してください（`taskdef wait` は両方を表示します）。";
            plain_cure: "Look at the service’s events and the reasons of its stopped tasks.",
                        "サービスのイベントと停止したタスクの理由を確認してください。";
        },
        source: "https://docs.aws.amazon.com/cli/latest/reference/ecs/wait/services-stable.html",
        ..CLIENT
    },
    AwsError {
        id: "no-credentials",
        texts: &[
            "Unable to locate credentials. You can configure credentials by running",
            "Unable to locate credentials",
            "NoCredentialProviders: no valid providers in chain",
            "Could not load credentials from any providers",
            "no EC2 IMDS role found",
        ],
        words: answer! {
            title: "No credentials were found", "認証情報が見つかりません";
            meaning: "Neither the environment, nor the profile, nor the machine’s role gave any.",
                     "環境変数、プロファイル、マシンのロールのいずれからも得られませんでした。";
            cure: "Set `AWS_PROFILE`, run `aws sso login` or `aws configure`, or give the machine or the build a \
                   role.",
                  "`AWS_PROFILE` を設定するか、`aws sso login` や `aws configure` を実行するか、マシンやビルドにロールを与えてください。";
        },
        source: "https://docs.aws.amazon.com/cli/latest/userguide/cli-chap-troubleshooting.html",
        ..CLIENT
    },
    AwsError {
        id: "no-region",
        texts: &[
            "You must specify a region. You can also configure your region by running",
            "You must specify a region",
            "MissingRegion: could not find region configuration",
            "Invalid Configuration: Missing Region",
        ],
        words: answer! {
            title: "No region is set", "リージョンが設定されていません";
            meaning: "Neither `--region`, nor `AWS_REGION`, nor the profile says where to call.",
                     "`--region`、`AWS_REGION`、プロファイルのいずれにも指定がありません。";
            cure: "Set `AWS_REGION` or pass `--region`.",
                  "`AWS_REGION` を設定するか、`--region` を指定してください。";
        },
        source: "https://docs.aws.amazon.com/cli/latest/userguide/cli-chap-troubleshooting.html",
        ..CLIENT
    },
    AwsError {
        id: "no-connection",
        texts: &[
            "Could not connect to the endpoint URL: \"https://ecs.{}",
            "Connect timeout on endpoint URL: \"https://ecs.{}",
        ],
        words: answer! {
            title: "The endpoint of ECS can’t be reached", "ECS のエンドポイントに接続できません";
            meaning: "The region is misspelt or has no ECS, or a proxy, a firewall or a private subnet is in \
                      between.",
                     "リージョンの綴りの誤り、プロキシ、ファイアウォール、プライベートサブネットなどが原因です。";
            cure: "Check the region, `HTTPS_PROXY` and `NO_PROXY`; in a private subnet use VPC endpoints for ECS.",
                  "リージョン、`HTTPS_PROXY`、`NO_PROXY` を確認し、プライベートサブネットなら ECS の VPC エンドポイントを使ってください。";
        },
        source: "https://docs.aws.amazon.com/cli/latest/userguide/cli-chap-troubleshooting.html",
        ..CLIENT
    },
];

//! The comments of a buildspec.

use crate::lang::Prose;

pub(super) const WHAT: Prose = Prose {
    en: "It builds an image, pushes it, registers the task definition and lets the services, rules and schedules \
        use it. It is for tasks without a load balancer, which CodeDeploy can't deploy.",
    ja: "イメージをビルドしてプッシュし、タスク定義を登録して、サービス、ルール、スケジュールに使わせます。CodeDeploy で\
        デプロイできない、ロードバランサーのないタスクのためのものです。",
};

pub(super) const ENDPOINTS: Prose = Prose {
    en: "A build without internet needs the VPC endpoints {endpoints}.",
    ja: "インターネットに出られないビルドには、VPC エンドポイント {endpoints} が必要です。",
};

pub(super) const FAST_FAIL: Prose = Prose {
    en: "One family's failure does not stop the others.",
    ja: "1 つのファミリーが失敗しても、ほかは続けます。",
};

pub(super) const MATRIX: Prose = Prose {
    en: "A build for each family, in parallel, each in the repository's folder of that name. The project needs a \
        batch service role that may start its builds.",
    ja: "ファミリーごとに 1 つのビルドを並列に実行します。各ビルドは、リポジトリのファミリーと同じ名前のフォルダーを\
        使います。プロジェクトには、ビルドを開始できるバッチサービスロールが必要です。",
};

pub(super) const VARIABLES: Prose = Prose {
    en: "A variable of the same name in the project, or given when the build starts, wins.",
    ja: "プロジェクトやビルド開始時に同じ名前の変数を指定すると、そちらが優先されます。",
};

pub(super) const PARAMETERS: Prose = Prose {
    en: "From Parameter Store, so that no password stands in the repository.",
    ja: "パスワードをリポジトリに置かないよう、パラメータストアから読みます。",
};

pub(super) const EXPORTED: Prose = Prose {
    en: "Later stages of a pipeline can use these.",
    ja: "パイプラインの後のステージで使えます。",
};

pub(super) const RUNTIME: Prose = Prose {
    en: "One that CodeBuild's image has; corretto11 is there too.",
    ja: "CodeBuild のイメージにあるバージョンです。corretto11 も指定できます。",
};

pub(super) const REQUIRED: Prose = Prose {
    en: "Not in the task definition, so that somebody has to say it.",
    ja: "タスク定義にないため、指定が必要な変数です。",
};

pub(super) const FLOOR: Prose = Prose {
    en: "`aws ecr get-login` is gone from AWS CLI version 2; `get-login-password` came with {one} and {two}.",
    ja: "`aws ecr get-login` は AWS CLI バージョン 2 にありません。`get-login-password` は {one} と {two} で\
        追加されました。",
};

pub(super) const FLOOR_OF_MEMBER: Prose = Prose {
    en: "An AWS CLI older than {one} or {two} does not know {member} and refuses the file.",
    ja: "{one} または {two} より古い AWS CLI は {member} を知らず、ファイルを拒否します。",
};

pub(super) const FOLDER: Prose = Prose {
    en: "This family's folder: its taskdef-update.json, and what its image is built from.",
    ja: "このファミリーのフォルダーです。taskdef-update.json と、イメージのビルドに使うファイルを置きます。",
};

pub(super) const FROM_FILE: Prose = Prose {
    en: "The repository and the container are those of the first container in the family's file.",
    ja: "リポジトリとコンテナの名前は、ファミリーのファイルにある最初のコンテナから読みます。",
};

pub(super) const COMMIT_TAG: Prose = Prose {
    en: "The commit names the image, so that every revision tells what runs. A repository with immutable tags \
        refuses the same commit twice.",
    ja: "コミットをイメージのタグにするので、何が動いているかがリビジョンからわかります。タグがイミュータブルな\
        リポジトリでは、同じコミットを 2 回プッシュできません。",
};

pub(super) const LATEST_TAG: Prose = Prose {
    en: "The commit's tag is pushed beside `latest`.",
    ja: "`latest` に加えて、コミットのタグもプッシュします。",
};

pub(super) const DOCKER_HUB: Prose = Prose {
    en: "Base images from Docker Hub, without the limit for anonymous pulls.",
    ja: "Docker Hub のベースイメージを、匿名プルの制限を受けずに取得します。",
};

pub(super) const ECR_LOGIN: Prose = Prose {
    en: "The registry and its region are in the repository's address.",
    ja: "レジストリとリージョンは、リポジトリの URI に含まれています。",
};

pub(super) const WITH_TESTS: Prose = Prose {
    en: "The repository's own wrapper, if it has one. The tests run, and a failed one ends the build.",
    ja: "リポジトリにラッパーがあれば使います。テストを実行し、失敗すればビルドも失敗します。",
};

pub(super) const WITHOUT_TESTS: Prose = Prose {
    en: "The repository's own wrapper, if it has one. The tests are left out.",
    ja: "リポジトリにラッパーがあれば使います。テストは実行しません。",
};

pub(super) const NODE_TESTS: Prose = Prose {
    en: "Have your test runner write junit.xml.",
    ja: "テストランナーが junit.xml を出力するように設定してください。",
};

pub(super) const BUILD: Prose = Prose {
    en: "docker needs the project's privileged mode.",
    ja: "docker を使うには、プロジェクトの特権モードが必要です。",
};

pub(super) const ABORT: Prose = Prose {
    en: "CodeBuild would run post_build even after a failure here.",
    ja: "指定しないと、ここで失敗しても CodeBuild は post_build を実行します。",
};

pub(super) const GUARD: Prose = Prose {
    en: "A second lock: after a failed build nothing below runs.",
    ja: "二重の安全策です。ビルドが失敗していれば、以下は何も実行しません。",
};

pub(super) const PUSH: Prose = Prose {
    en: "The image is there before anything refers to it.",
    ja: "何かが参照する前に、イメージをプッシュします。",
};

pub(super) const LATEST: Prose = Prose {
    en: "The task definition keeps `latest`. What that costs: a revision does not tell which image it runs, going \
        back to an old revision does not go back to the old image, and the tag can't be immutable.",
    ja: "タスク定義は `latest` のままです。その代わり、どのイメージが動いているかがリビジョンからわからず、古い\
        リビジョンに戻しても古いイメージには戻らず、タグをイミュータブルにできません。",
};

pub(super) const IMAGE_DETAIL: Prose = Prose {
    en: "A record of what was pushed. Only CodePipeline's action from ECS to CodeDeploy reads it; a pipeline of \
        source and build alone does not.",
    ja: "プッシュしたイメージの記録です。読むのは CodePipeline の CodeDeployToECS アクションだけで、ソースとビルド\
        だけのパイプラインでは使われません。",
};

pub(super) const KEEP_LATEST: Prose = Prose {
    en: "Registered as it stands in the repository.",
    ja: "リポジトリにあるとおりに登録します。",
};

pub(super) const SET_IMAGE: Prose = Prose {
    en: "The pushed image goes into the file; all else stays as it stands in the repository.",
    ja: "プッシュしたイメージをファイルに書き込みます。ほかはリポジトリにあるとおりです。",
};

pub(super) const REGISTER: Prose = Prose {
    en: "From here on the build uses exactly this revision, whatever others register meanwhile.",
    ja: "ほかで何が登録されても、以降はこのリビジョンだけを使います。",
};

pub(super) const SERVICE: Prose = Prose {
    en: "The service starts the new revision's tasks and stops the old one's.",
    ja: "サービスが新しいリビジョンのタスクを起動し、古いタスクを停止します。",
};

pub(super) const WAIT: Prose = Prose {
    en: "Up to ten minutes, so that the build fails if the deployment does.",
    ja: "最大 10 分待ち、デプロイが失敗すればビルドも失敗にします。",
};

pub(super) const ROLLED_BACK: Prose = Prose {
    en: "The deployment circuit breaker ends in a stable service too: the old one.",
    ja: "デプロイサーキットブレーカーが働いた場合も、古いリビジョンのままサービスは安定します。",
};

pub(super) const RULE: Prose = Prose {
    en: "A target that names a revision stays with it: each one of this family gets the new one, and keeps the rest. \
        A target without a revision follows the latest by itself.",
    ja: "リビジョンを指定したターゲットは、そのままでは古いリビジョンを起動し続けます。このファミリーのターゲットだけを\
        新しいリビジョンにし、ほかの設定は残します。リビジョンのないターゲットは、自動的に最新を使います。",
};

pub(super) const FAILED_ENTRIES: Prose = Prose {
    en: "put-targets succeeds even if targets are refused; it only counts them.",
    ja: "put-targets は、拒否されたターゲットがあっても成功として終わり、その数を返すだけです。",
};

pub(super) const SCHEDULE: Prose = Prose {
    en: "update-schedule resets whatever it is not given, so that the whole schedule is written back. A start date in \
        the past has done its work, and may be refused.",
    ja: "update-schedule は渡されなかった設定を初期値に戻すため、スケジュール全体を書き戻します。過去の開始日は\
        役目を終えており、拒否されることがあるため除きます。",
};

pub(super) const FETCH: Prose = Prose {
    en: "A fixed release of taskdef: never a script in a pipe, never the latest.",
    ja: "特定のリリースの taskdef を取得します。スクリプトをパイプで実行したり、latest を使ったりはしません。",
};

pub(super) const VERIFY: Prose = Prose {
    en: "Not run unless it is that very file.",
    ja: "チェックサムが一致しなければ実行しません。",
};

pub(super) const RECORD: Prose = Prose {
    en: "What is registered, as an artifact.",
    ja: "登録する内容を、アーティファクトとして残します。",
};

pub(super) const DEPLOY: Prose = Prose {
    en: "Registers, and has everything use the new revision. Fails if the deployment does.",
    ja: "登録し、すべてに新しいリビジョンを使わせます。デプロイが失敗すればビルドも失敗します。",
};

pub(super) const REPORTS: Prose = Prose {
    en: "The report group is made by itself, named after the project.",
    ja: "レポートグループは、プロジェクト名に基づいて自動的に作成されます。",
};

pub(super) const ARTIFACTS: Prose = Prose {
    en: "What was built and what was registered, kept by the pipeline.",
    ja: "ビルドしたイメージと登録した内容を、パイプラインに残します。",
};

pub(super) const NOTE_REQUIRED: Prose = Prose {
    en: "Set these variables in the CodeBuild project, since the task definition does not say them: {names}.",
    ja: "タスク定義にないため、CodeBuild プロジェクトに次の変数を設定してください: {names}。",
};

pub(super) const NOTE_PARAMETERS: Prose = Prose {
    en: "Create the parameters for Docker Hub once:",
    ja: "Docker Hub のパラメータを一度だけ作成してください:",
};

pub(super) const NOTE_NO_REPORTS: Prose = Prose {
    en: "With this builder no tests run that CodeBuild could report: --reports does nothing.",
    ja: "このビルダーでは CodeBuild にレポートできるテストを実行しないため、--reports は効果がありません。",
};

pub(super) const NOTE_ARM: Prose = Prose {
    en: "The task runs on ARM64: choose an ARM image for the CodeBuild project, or the container won't start.",
    ja: "タスクは ARM64 で動作します。CodeBuild プロジェクトにも ARM のイメージを選ばないと、コンテナが起動しません。",
};

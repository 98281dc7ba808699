//! The comments of a pipeline.

use crate::lang::Prose;

pub(super) const BEFORE: Prose = Prose {
    en: "The source repository, the ECR repository, the cluster and the service have to exist. Create the stack with \
        --capabilities CAPABILITY_IAM.",
    ja: "ソースのリポジトリ、ECR リポジトリ、クラスター、サービスは先に用意してください。スタックは \
        --capabilities CAPABILITY_IAM を付けて作成します。",
};

pub(super) const CREATE_PARAMETERS: Prose = Prose {
    en: "So have the parameters that the build reads. These commands create them:",
    ja: "ビルドが読むパラメータも、次のコマンドで作成してください:",
};

/// Indented, so that it is not broken into lines.
pub(super) const COMMAND: Prose = Prose {
    en: "  {command}",
    ja: "  {command}",
};

pub(super) const DIFFERS: Prose = Prose {
    en: "What differs from the article on CI/CD for scheduled ECS tasks from which this stack comes:\n\
        - The rights to ECS and iam:PassRole are on the build's role. In the article the pipeline's role has them, so \
        that its own buildspec fails.\n\
        - AmazonSSMFullAccess, ec2:*, rds:*, ecs:* and the like, and the resource *, gave way to what is used. Bucket \
        actions stood on objects, where they allow nothing.\n\
        - Of its eight variables, those that are used are left, under one name each: REPOSITORY_URI, ContainerName, \
        DOCKERHUB_USER and DOCKERHUB_PASS (its buildspec called the latter two DOCKER_USER and DOCKER_TOKEN). \
        AWS_DEFAULT_REGION is CodeBuild's own, IMAGE_REPO_NAME and AWS_ACCOUNT_ID are parts of REPOSITORY_URI, and \
        IMAGE_TAG comes from the commit.\n\
        - The image aws/codebuild/standard:4.0 is no longer maintained.\n\
        - Roles and bucket have no fixed names: they clash with nothing, and need no CAPABILITY_NAMED_IAM.\n\
        - Trust policies name the account and the resource; any partition of AWS will do.\n\
        - imageDetail.json is still written. In a pipeline of source and build alone nothing reads it; the action \
        from ECS to CodeDeploy would.",
    ja: "元にした、スケジュール起動の ECS タスクの CI/CD の記事との違い:\n\
        - ECS の権限と iam:PassRole はビルドのロールにあります。記事ではパイプラインのロールにあるため、記事の \
        buildspec は失敗します。\n\
        - AmazonSSMFullAccess、ec2:*、rds:*、ecs:* などと、リソースの * は、実際に使うものに置き換えました。記事では\
        バケットへの操作がオブジェクトに対して書かれており、何も許可していませんでした。\n\
        - 8 つの変数のうち使うものだけを、それぞれ 1 つの名前で残しました: REPOSITORY_URI、ContainerName、\
        DOCKERHUB_USER、DOCKERHUB_PASS（後の 2 つは記事の buildspec では DOCKER_USER と DOCKER_TOKEN）。\
        AWS_DEFAULT_REGION は CodeBuild が設定し、IMAGE_REPO_NAME と AWS_ACCOUNT_ID は REPOSITORY_URI に含まれ、\
        IMAGE_TAG はコミットから決まります。\n\
        - イメージ aws/codebuild/standard:4.0 はもう保守されていません。\n\
        - ロールとバケットに固定の名前を付けていません。名前が重複せず、CAPABILITY_NAMED_IAM も不要です。\n\
        - 信頼ポリシーでアカウントとリソースを限定しています。AWS のどのパーティションでも使えます。\n\
        - imageDetail.json は引き続き出力します。ソースとビルドだけのパイプラインでは使われず、読むのは \
        CodeDeployToECS アクションです。",
};

pub(super) const BUCKET: Prose = Prose {
    en: "What the source stage hands to the build, and what the build leaves.",
    ja: "ソースステージからビルドに渡すものと、ビルドの成果物を置きます。",
};

pub(super) const LIFECYCLE: Prose = Prose {
    en: "Nothing reads an artifact after its run.",
    ja: "実行が終わったアーティファクトは使われないため、自動的に削除します。",
};

pub(super) const RETAIN: Prose = Prose {
    en: "CloudFormation can't delete a bucket that holds something.",
    ja: "中身のあるバケットは CloudFormation では削除できません。",
};

pub(super) const TLS: Prose = Prose {
    en: "Nobody reads or writes without TLS.",
    ja: "TLS を使わない読み書きを拒否します。",
};

pub(super) const PIPELINE_ROLE: Prose = Prose {
    en: "The pipeline fetches the source and starts the build.",
    ja: "パイプラインはソースを取得し、ビルドを開始します。",
};

pub(super) const PIPELINE: Prose = Prose {
    en: "Two stages: the build deploys, since CodeDeploy can't deploy a task without a load balancer.",
    ja: "2 つのステージです。ロードバランサーのないタスクは CodeDeploy でデプロイできないため、ビルドがデプロイします。",
};

pub(super) const NO_POLLING: Prose = Prose {
    en: "The event rule below starts the pipeline.",
    ja: "下のイベントルールがパイプラインを開始します。",
};

pub(super) const CODEBUILD_ROLE: Prose = Prose {
    en: "The build does the work: it pushes, registers and deploys.",
    ja: "プッシュ、登録、デプロイはビルドが行います。",
};

pub(super) const BATCH_ROLE: Prose = Prose {
    en: "A role of its own, so that a build can't start builds.",
    ja: "ビルドがほかのビルドを開始できないよう、別のロールにします。",
};

pub(super) const PROJECT: Prose = Prose {
    en: "The build itself.",
    ja: "ビルドのプロジェクトです。",
};

pub(super) const BUILDSPEC: Prose = Prose {
    en: "The commands are in buildspec.yml, in the root of the repository.",
    ja: "コマンドは、リポジトリのルートにある buildspec.yml に書きます。",
};

pub(super) const BATCH: Prose = Prose {
    en: "A build for each family, as buildspec.yml lists them.",
    ja: "buildspec.yml にあるファミリーごとにビルドします。",
};

pub(super) const IMAGE: Prose = Prose {
    en: "With AWS CLI version 2, jq and docker.",
    ja: "AWS CLI バージョン 2、jq、docker が入っています。",
};

pub(super) const PRIVILEGED: Prose = Prose {
    en: "docker build needs it.",
    ja: "docker build に必要です。",
};

pub(super) const VARIABLES: Prose = Prose {
    en: "These win over variables of the same name in buildspec.yml.",
    ja: "buildspec.yml の同じ名前の変数より優先されます。",
};

pub(super) const EVENT_ROLE: Prose = Prose {
    en: "The rule may start this pipeline.",
    ja: "ルールがこのパイプラインだけを開始できます。",
};

pub(super) const EVENT_RULE: Prose = Prose {
    en: "A push to the branch starts the pipeline.",
    ja: "ブランチへのプッシュでパイプラインを開始します。",
};

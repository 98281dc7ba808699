//! The comments at the head of a pipeline.

use crate::lang::Localized;

pub(super) const BEFORE: Localized = Localized {
    en: "The source repository, the ECR repository and what the deploy moves have to exist. Create the stack with \
        --capabilities CAPABILITY_IAM.",
    ja: "ソースのリポジトリ、ECR リポジトリ、デプロイで切り替えるものは先に用意してください。スタックは \
        --capabilities CAPABILITY_IAM を付けて作成します。",
};

pub(super) const CREATE_PARAMETERS: Localized = Localized {
    en: "So have the parameters that the build reads. These commands create them:",
    ja: "ビルドが読むパラメータも、次のコマンドで作成してください:",
};

/// Indented, so that it is not wrapped.
pub(super) const COMMAND: Localized = Localized {
    en: "  «command»",
    ja: "  «command»",
};

pub(super) const DIFFERS: Localized = Localized {
    en: "What differs from the article on CI/CD for scheduled ECS tasks from which this stack comes:\n\
        - The rights to ECS and iam:PassRole are on the build's role. In the article the pipeline's role has them, so \
        that its own buildspec fails.\n\
        - AmazonSSMFullAccess, ec2:*, rds:*, ecs:* and the like, and the resource *, gave way to what is used. Bucket \
        actions stood on objects, where they allow nothing.\n\
        - Of its eight variables, those that are used are left, under one name each: REPOSITORY_URI, ContainerName, \
        DOCKERHUB_USER and DOCKERHUB_PASS, the first two from the stack's parameters (its buildspec called the latter two DOCKER_USER and DOCKER_TOKEN). \
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

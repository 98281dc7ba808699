//! Words of the way from a file to AWS, and of this page.

use super::terms;

terms! {
    "console" ["console" "AWS console"]
    "The website of AWS on which one sees and changes what is in an account. Its tab JSON shows a revision with all \
     that AWS has added to it."
    ["コンソール"]
    "AWS アカウントの中身を見て変更する Web サイトです。［JSON］タブには、AWS が付け加えたものも含めて\
     リビジョンが表示されます。"

    "aws-cli" ["AWS CLI"]
    "The command `aws`, with which one calls AWS from a terminal or a script."
    ["AWS CLI"]
    "ターミナルやスクリプトから AWS を呼ぶコマンド `aws` のことです。"

    "botocore" ["botocore"]
    "The Python library inside the AWS CLI. It has AWS’s own description of every call, which this page checks \
     fields against."
    ["botocore"]
    "AWS CLI の中で使われている Python ライブラリです。AWS 自身による API の記述を含み、このページもそれに照らして\
     項目を調べます。"

    "pipeline" ["pipeline" "pipelines" "CodePipeline"]
    "Steps that run by themselves when code changes: build the image, test it, register, deploy. AWS’s own product \
     for it is CodePipeline."
    ["パイプライン" "CodePipeline"]
    "コードが変わるたびに、ビルド、テスト、登録、デプロイを自動で進める仕組みです。AWS の製品は CodePipeline です。"

    "codebuild" ["CodeBuild"]
    "The service of AWS that runs the commands of a build in a container, as `buildspec.yml` lists them."
    ["CodeBuild"]
    "`buildspec.yml` に書かれたコマンドを、コンテナの中で実行する AWS のビルドサービスです。"

    "buildspec" ["buildspec"]
    "The file `buildspec.yml` in a repository, which tells CodeBuild what to run."
    ["buildspec"]
    "CodeBuild が実行する内容を書いたファイル `buildspec.yml` です。リポジトリに置きます。"

    "codedeploy" ["CodeDeploy"]
    "The service of AWS that can move a service to a new revision step by step. In a pipeline it also fills in \
     `<IMAGE1_NAME>`; nothing else does."
    ["CodeDeploy"]
    "サービスを新しいリビジョンへ段階的に切り替えられる AWS のサービスです。パイプラインの中では `<IMAGE1_NAME>` も\
     置き換えます。"

    "cloudformation" ["CloudFormation"]
    "AWS creates things from a file, a template, and changes them with it. What one template made is a stack."
    ["CloudFormation"]
    "テンプレートというファイルから AWS のリソースを作り、変更するサービスです。1 つのテンプレートで作ったものを\
     スタックと呼びます。"

    "repository" ["repository" "repositories"]
    "Of code, the folder that Git keeps the history of. Of images, a named place in a registry such as ECR."
    ["リポジトリ"]
    "コードでは、Git が履歴を管理するフォルダです。イメージでは、ECR などのレジストリの中の名前付きの置き場です。"

    "pull-request" ["pull request" "pull requests"]
    "A change of code that is shown to others before it is taken over."
    ["プルリクエスト"]
    "コードの変更を、取り込む前にほかの人に見せて確認してもらう仕組みです。"

    "literally" ["literally" "takes it literally"]
    "Just as it is written: `<IMAGE1_NAME>` is then taken for the name of an image, and no such image can be pulled."
    ["書かれたとおり" "文字どおり"]
    "書かれた文字のまま扱うことです。`<IMAGE1_NAME>` なら、そういう名前のイメージとして扱われ、取得できません。"

    "strict" ["--strict"]
    "An option of the command `taskdef`: it then ends with an error and writes nothing if a placeholder, a warning \
     or an unknown field is left, so that a build stops there."
    ["--strict"]
    "コマンド `taskdef` のオプションです。プレースホルダー、注意、未知の項目が残っていると、何も書かずにエラーで\
     終わるので、ビルドをそこで止められます。"

    "null" ["null"]
    "JSON’s word for “no value”. The console writes it for each field that is not set."
    ["null"]
    "JSON で「値がない」ことを表す語です。コンソールは、指定のない項目に null と表示します。"
}

//! `placeholder`: an image, a role, a size or the like that is not filled in, or only in part.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// A placeholder such as `<IMAGE1_NAME>`, kept byte for byte.
pub static PLACEHOLDER: Rule = Rule {
    id: "placeholder",
    class: Class::Warning,
    aws: "",
    source: "https://docs.aws.amazon.com/codepipeline/latest/userguide/\
        action-reference-ECSbluegreen.html",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Placeholder",
        title: "A placeholder that is not filled in",
        message: "{name} is not filled in yet: {before}.",
        why: "It stands for a value that something fills in before registering. An image is filled in \
            by a build that gives it, as the generated `buildspec.yml` does, or, written as \
            `<IMAGE1_NAME>`, by CodePipeline’s action “Amazon ECS (Blue/Green)”, which then registers \
            the file itself. Registered as it is, it is refused, or the task stops as there is no such \
            image (`CannotPullContainerError`).",
        cure: "Give the value; for an image, with `--image`. Keep it only if your build gives it, or if \
            you use CodeDeploy, which a scheduled job never does: the pipeline’s deploy action is \
            “Amazon ECS (Blue/Green)”, the repository has an `appspec.yaml`, and the service’s \
            `deploymentController` is `CODE_DEPLOY`.",
        plain_cure: "Give the value. Keep it only if your build gives it, or if you use CodeDeploy, which \
            a scheduled job never does: the pipeline’s deploy action is “Amazon ECS (Blue/Green)”, the \
            repository has an `appspec.yaml`, and the service’s `deploymentController` is \
            `CODE_DEPLOY`.",
    },
    ja: words! {
        label: "プレースホルダー",
        title: "置き換えていないプレースホルダー",
        message: "{name} にプレースホルダー（{before}）が残っています。",
        why: "登録の前に実際の値に置き換えるためのものです。イメージは、生成した `buildspec.yml` のように\
            ビルドで指定すれば置き換わります。`<IMAGE1_NAME>` は、CodePipeline のアクション「Amazon ECS \
            (Blue/Green)」でも置き換わり、そのまま登録まで行われます。残したまま登録すると、AWS に拒否されるか、\
            イメージを取得できずにタスクが停止します（`CannotPullContainerError`）。",
        cure: "値を入れてください。イメージなら `--image` で指定します。残してよいのは、ビルドで指定する場合と、\
            CodeDeploy を使う場合だけです。パイプラインのデプロイアクションが「Amazon ECS (Blue/Green)」で、\
            リポジトリに `appspec.yaml` があり、サービスの `deploymentController` が `CODE_DEPLOY` なら、\
            CodeDeploy を使っています。スケジュールで動くジョブでは CodeDeploy を使いません。",
        plain_cure: "値を入れてください。残してよいのは、ビルドで指定する場合と、CodeDeploy を使う場合だけです。\
            パイプラインのデプロイアクションが「Amazon ECS (Blue/Green)」で、リポジトリに `appspec.yaml` があり、\
            サービスの `deploymentController` が `CODE_DEPLOY` なら、CodeDeploy を使っています。スケジュールで\
            動くジョブでは CodeDeploy を使いません。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Text,
    before: concat!(
        r#"{"family":"batch","containerDefinitions":[{"name":"app","#,
        r#""image":"<IMAGE1_NAME>"}]}"#,
    ),
    after: concat!(
        r#"{"family":"batch","containerDefinitions":[{"name":"app","#,
        r#""image":"<IMAGE1_NAME>"}]}"#,
    ),
};

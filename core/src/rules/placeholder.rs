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
        why: "It stands for a value that something fills in before registering. `<IMAGE1_NAME>` is \
            filled in by CodePipeline’s action “Amazon ECS (Blue/Green)” alone, which then registers \
            the file itself. Registered in any other way, it is refused, or the task stops as there \
            is no such image (`CannotPullContainerError`).",
        cure: "Give the value; for an image, with `--image`. Keep it only if you use CodeDeploy: the \
            pipeline’s deploy action is “Amazon ECS (Blue/Green)”, the repository has an \
            `appspec.yaml`, and the service’s `deploymentController` is `CODE_DEPLOY`. A scheduled \
            job never does.",
        plain_cure: "Give the value. Keep it only if you use CodeDeploy: the pipeline’s deploy action \
            is “Amazon ECS (Blue/Green)”, the repository has an `appspec.yaml`, and the service’s \
            `deploymentController` is `CODE_DEPLOY`. A scheduled job never does.",
    },
    ja: words! {
        label: "プレースホルダー",
        title: "置き換えていないプレースホルダー",
        message: "{name} にプレースホルダー（{before}）が残っています。",
        why: "登録の前に実際の値に置き換えるためのものです。`<IMAGE1_NAME>` を置き換えるのは \
            CodePipeline のアクション「Amazon ECS (Blue/Green)」だけで、置き換えたうえで登録まで\
            行います。ほかの方法で登録すると、AWS に拒否されるか、イメージを取得できずにタスクが停止\
            します（`CannotPullContainerError`）。",
        cure: "値を入れてください。イメージなら `--image` で指定します。残してよいのは CodeDeploy を使う\
            場合だけです。パイプラインのデプロイアクションが「Amazon ECS (Blue/Green)」で、リポジトリに \
            `appspec.yaml` があり、サービスの `deploymentController` が `CODE_DEPLOY` なら、\
            CodeDeploy を使っています。スケジュールで動くジョブでは使いません。",
        plain_cure: "値を入れてください。残してよいのは CodeDeploy を使う場合だけです。パイプラインの\
            デプロイアクションが「Amazon ECS (Blue/Green)」で、リポジトリに `appspec.yaml` があり、サービスの \
            `deploymentController` が `CODE_DEPLOY` なら、CodeDeploy を使っています。スケジュールで動くジョブでは\
            使いません。",
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

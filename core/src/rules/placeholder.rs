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
        why: "taskdef keeps it byte for byte, as CodeDeploy or a template fills it in later. \
            Registered as it is, AWS refuses it or takes it literally.",
        cure: "Give the value; for an image, with `--image`. If CodeDeploy fills it in, keep it.",
        plain_cure: "Give the value. If CodeDeploy fills it in, keep it.",
    },
    ja: words! {
        label: "仮の値",
        title: "実際の値が入っていません",
        message: "{name}（{before}）に仮の値が残っています。",
        why: "CodeDeploy やテンプレートがあとで置き換える目印として、書かれたとおりに残します。\
            このまま登録すると、AWS に断られるか、文字どおりの値として扱われます。",
        cure: "値を入れてください。イメージなら `--image` で指定します。CodeDeploy で使うなら、\
            このままで構いません。",
        plain_cure: "値を入れてください。CodeDeploy で使うなら、このままで構いません。",
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

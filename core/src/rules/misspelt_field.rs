//! `misspelt-field`: an unknown field whose name is similar to a known one.

use super::{Class, Evidence, Example, Localized, PackedWords, Rule, Scope, refusal, words};

/// A likely typing error, which AWS may silently ignore.
pub static MISSPELT_FIELD: Rule = Rule {
    id: "misspelt-field",
    class: Class::Error,
    aws: "Unknown parameter in containerDefinitions[0].portMappings[0]: \"name\", must be one \
        of: containerPort, hostPort, protocol",
    source: "https://github.com/boto/botocore/tree/develop/botocore/data/ecs/2014-11-13",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Misspelt",
        title: "A field name that is almost right",
        message: "There is no {name} here. Did you mean {suggestion}?",
        why: "AWS has no field of this name here, but one that is spelt almost the same. The AWS \
            CLI refuses it. Sent past the CLI, it may be ignored without a word, and the \
            container then starts without the setting.",
        cure: "Correct the name.",
    },
    ja: words! {
        label: "つづり",
        title: "項目名のつづりが違うようです",
        message: "{name} という項目はありません。{suggestion} ではありませんか。",
        why: "AWS のこの場所にこの名前の項目はなく、つづりのよく似た項目があります。\
            AWS CLI は受け付けません。API に直接送ると、何も知らされずに無視され、\
            コンテナが設定のないまま起動するおそれがあります。",
        cure: "項目名を直してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""enviroment": [{"name": "MODE", "value": "daily"}]"#,
    after: r#""enviroment": [{"name": "MODE", "value": "daily"}]"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    MISSPELT_FIELD.aws,
    "https://github.com/aws/aws-cli/issues/7531",
)];

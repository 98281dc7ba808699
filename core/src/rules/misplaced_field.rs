//! `misplaced-field`: a field that AWS knows in another place.

use super::{Class, Evidence, Example, Localized, Rule, Scope, Words, refusal};

/// Such as valueFrom in environment, which belongs in secrets.
pub static MISPLACED_FIELD: Rule = Rule {
    id: "misplaced-field",
    class: Class::Error,
    words: Localized {
        en: Words {
            label: "Misplaced",
            title: "A field in the wrong place",
            message: "{name} is not a field here. AWS takes it in {suggestion}.",
            why: "AWS has a field of this name, but in another place. valueFrom, for one, belongs in \
                secrets and not in environment.",
            cure: "Move it there. taskdef does not move it, as that could change what is meant.",
        },
        ja: Words {
            label: "置き場所",
            title: "項目の置き場所が違うようです",
            message: "{name} はここの項目ではありません。{suggestion} に書く項目です。",
            why: "この名前の項目は、AWS では別の場所にあります。たとえば valueFrom は、\
                environment ではなく secrets に書きます。",
            cure: "正しい場所に移してください。意味が変わるおそれがあるので、\
                taskdef は自動では移しません。",
        },
    },
    aws: "Unexpected key 'valueFrom' found in params.containerDefinitions[2].environment[0]",
    source: "https://github.com/boto/botocore/tree/develop/botocore/data/ecs/2014-11-13",
    example: Example {
        scope: Scope::Task,
        before: r#""environment": [{"name": "MODE", "value": "daily"}]"#,
        after: r#""environment": [{"name": "MODE", "value": "daily"}]"#,
    },
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    MISPLACED_FIELD.aws,
    "https://github.com/aws-actions/amazon-ecs-deploy-task-definition/issues/44",
)];

//! `odd-variable-name`: an environment variable’s name that no shell can read.

use super::{Check, Class, Definition, Example, Findings, Localized, Rule, Scope, Words};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "odd-variable-name",
        class: Class::Warning,
        words: Localized {
            en: Words {
                label: "Environment",
                title: "An environment variable’s name that no shell can read",
                message: "{path} has a space or = in it.",
                why: "A name ends at its first `=`, and no shell reads a variable with a space in \
                    its name.",
                cure: "Take the space or `=` out.",
            },
            ja: Words {
                label: "環境変数",
                title: "シェルから読めない環境変数名",
                message: "{path} に空白または = が含まれています。",
                why: "名前は最初の `=` で終わりとみなされます。空白を含む変数は、シェルから読めませ\
                    ん。",
                cure: "空白や `=` を取り除いてください。",
            },
        },
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KeyValuePair.html",
        example: Example {
            scope: Scope::Container,
            before: r#""environment": [{"name": "MODE ", "value": "daily"}]"#,
            after: r#""environment": [{"name": "MODE", "value": "daily"}]"#,
        },
    },
    check,
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let secrets = definition.each("secrets");
    for (_, variable) in definition.each("environment").into_iter().chain(secrets) {
        if let Some(at) = variable.member("name")
            && let Some(name) = at.string()
            && name.contains(|c: char| c == '=' || c.is_whitespace())
        {
            findings.report(at);
        }
    }
}

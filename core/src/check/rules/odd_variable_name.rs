//! `odd-variable-name`: an environment variable’s name that no shell can read.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "odd-variable-name",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KeyValuePair.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Environment",
        title: "An environment variable’s name that no shell can read",
        message: "{path} {reason}.",
        why: "A shell reads names of letters, digits and `_` that don’t begin with a digit, \
            and any program ends a name at its first `=`.",
        cure: "Choose such a name.",
    },
    ja: words! {
        label: "環境変数",
        title: "シェルから読めない環境変数名",
        message: "{path} {reason}。",
        why: "シェルから読めるのは、英数字と `_` からなり、数字で始まらない名前です。また、名\
            前は最初の `=` で終わりとみなされます。",
        cure: "そのような名前に変えてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""environment": [{"name": "MODE ", "value": "daily"}]"#,
    after: r#""environment": [{"name": "MODE", "value": "daily"}]"#,
};

pub(super) static SPACE: Localized = Localized {
    en: "has a space in it",
    ja: " に空白が含まれています",
};

static EQUALS: Localized = Localized {
    en: "has an = in it",
    ja: " に = が含まれています",
};

static DIGIT: Localized = Localized {
    en: "begins with a digit",
    ja: " が数字で始まっています",
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let secrets = definition.each("secrets");
    for variable in definition.each("environment").into_iter().chain(secrets) {
        if let Some(at) = variable.member("name")
            && let Some(reason) = at.string().and_then(|name| fault(&name))
        {
            findings.report(at).arg("reason", reason);
        }
    }
}

fn fault(name: &str) -> Option<&'static Localized> {
    if name.contains('=') {
        Some(&EQUALS)
    } else if name.contains(char::is_whitespace) {
        Some(&SPACE)
    } else if name.starts_with(|first: char| first.is_ascii_digit()) {
        Some(&DIGIT)
    } else {
        None
    }
}

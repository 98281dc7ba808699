//! `command-as-one-string`: a whole command in one string.

use super::{
    Check, Class, Definition, Example, Findings, Kind, Localized, PackedWords, Rule, Scope, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "command-as-one-string",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Command",
        title: "A command in one string",
        message: "{path} is one string with spaces, which is taken as the name of a program.",
        why: "ECS hands the list to the container as it is, without a shell that would split \
            it at its spaces.",
        cure: "Write each word as a string of its own, or `[\"sh\", \"-c\", \"…\"]`.",
    },
    ja: words! {
        label: "コマンド",
        title: "1 つの文字列になっているコマンド",
        message: "{path} は空白を含む 1 つの文字列なので、全体が 1 つのプログラム名として扱\
            われます。",
        why: "ECS はリストをそのままコンテナに渡します。空白で区切るシェルは間に入りません。",
        cure: "単語ごとに別の文字列にするか、`[\"sh\", \"-c\", \"…\"]` の形にしてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""command": ["java -jar app.jar"]"#,
    after: r#""command": ["java", "-jar", "app.jar"]"#,
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for container in &definition.containers {
        let entry = container.member("entryPoint");
        let first = entry.or(container.member("command"));
        let Some(list) = first.filter(|list| list.kind() == Kind::List) else {
            continue;
        };
        let mut words = list.children();
        let (Some(only), None) = (words.next(), words.next()) else {
            continue;
        };
        // The image's entry point may be a shell; one word with spaces is still rarely intended.
        let text = only.string().unwrap_or_default();
        if text.trim().contains(' ') && !text.contains(['/', '"', '\'', '$', '{']) {
            findings.report(only);
        }
    }
}

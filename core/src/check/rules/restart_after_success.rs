//! `restart-after-success`: a container that starts again when it is done.

use super::{
    Check, Class, Definition, Example, Findings, Localized, NodeRef, PackedWords, Rule, Scope,
    is_open, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "restart-after-success",
        class: Class::Advice,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/\
            container-restart-policy.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Restart",
        title: "A container that starts again when it is done",
        message: "The container {value} starts again after exit code 0 too.",
        why: "That is right for a service. A job that has done its work does it once \
            more, again and again, and its task never ends.",
        cure: "For a job, write `\"ignoredExitCodes\": [0]`.",
    },
    ja: words! {
        label: "再起動",
        title: "正常終了しても再起動するコンテナ",
        message: "コンテナ {value} は、終了コード 0 でも再起動します。",
        why: "サービスならそれでかまいません。ジョブは、終わった処理を何度も繰り返し、タス\
            クがいつまでも終わりません。",
        cure: "ジョブなら `\"ignoredExitCodes\": [0]` を指定してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""restartPolicy": {"enabled": true}"#,
    after: r#""restartPolicy": {"enabled": true, "ignoredExitCodes": [0]}"#,
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for container in &definition.containers {
        let Some(policy) = container.member("restartPolicy") else {
            continue;
        };
        let codes = policy.member("ignoredExitCodes");
        let mut codes = codes.into_iter().flat_map(NodeRef::children);
        let enabled = policy.member("enabled").filter(|at| at.token() == "true");
        if let Some(at) = enabled
            && !codes.any(|code| code.integer() == Some(0) || is_open(code))
        {
            findings.report(at).arg("value", container.called());
        }
    }
}

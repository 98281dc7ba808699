//! `root-user`: a container that runs as root.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, Severity,
    words,
};
use crate::check::users::{NON_ROOT_CONTROLS, User};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "root-user",
        class: Class::Security(Severity::Warning),
        aws: "",
        source: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-20",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Root",
        title: "A container that runs as root",
        message: "The container {value} runs as root.",
        why: "Whoever breaks into the program then has every right inside the container, \
            and a shorter way out of it.",
        cure: "Name a user without rights, such as `1000:1000`, who can read and write \
            what the program needs.",
    },
    ja: words! {
        label: "ユーザー",
        title: "root で動くコンテナ",
        message: "コンテナ {value} は root で動きます。",
        why: "プログラムに侵入されると、コンテナの中では何でもでき、外へ抜け出すのも容易に\
            なります。",
        cure: "`1000:1000` など、権限のないユーザーを指定してください。プログラムが使うフ\
            ァイルを読み書きできる必要があります。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""user": "0:0""#,
    after: r#""user": "1000:1000""#,
};

/// What others call it.
pub(super) const ALSO: &[&str] = NON_ROOT_CONTROLS;

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    if definition.shares_host_network() {
        // `root-in-host-network` says it.
        return;
    }
    for (container, user) in definition.users() {
        if let User::Root(at) = user {
            findings.report(at).arg("value", container.called());
        }
    }
}

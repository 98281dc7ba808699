//! `no-user`: a container whose user is not named.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, Severity,
    words,
};
use crate::check::users::{NON_ROOT_CONTROLS, User};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "no-user",
        class: Class::Security(Severity::Advice),
        aws: "",
        source: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-20",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "User",
        title: "A container whose user is not named",
        message: "The container {value} names no user, so that it is root unless its \
            image says otherwise.",
        why: "What an image says can change with the next build, and Security Hub counts \
            a container without `user` as root.",
        cure: "Name the user that the image is made for, such as `1000:1000`.",
    },
    ja: words! {
        label: "root",
        title: "ユーザーの指定がないコンテナ",
        message: "コンテナ {value} にはユーザーの指定がないので、イメージに指定がなければ \
            root で動きます。",
        why: "イメージの指定は、次のビルドで変わることがあります。Security Hub は `user` \
            のないコンテナを root とみなします。",
        cure: "`1000:1000` など、イメージに合ったユーザーを指定してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""command": ["run"]"#,
    after: r#""command": ["run"], "user": "1000:1000""#,
};

/// What others call it.
pub(super) const ALSO: &[&str] = NON_ROOT_CONTROLS;

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    if definition.shares_host_network() {
        // `root-in-host-network` says it.
        return;
    }
    for (container, user) in definition.users() {
        if matches!(user, User::Unnamed) {
            let at = container.name_or_self();
            findings.report(at).arg("value", container.called());
        }
    }
}

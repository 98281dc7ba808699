//! `root-in-host-network`: root in the network of its instance.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, Severity,
    words,
};
use crate::check::users::User;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "root-in-host-network",
        class: Class::Security(Severity::Warning),
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerDefinition.html#ECS-Type-ContainerDefinition-user",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Host network",
        title: "Root in the network of its instance",
        message: "The container {value} {reason}, in the network of its instance.",
        why: "Root there can listen on every port of the instance and change its network. \
            AWS warns of it by name.",
        cure: "Name another `user`, such as `1000`, or use `awsvpc`.",
    },
    ja: words! {
        label: "root",
        title: "インスタンスのネットワークで動く root",
        message: "コンテナ {value} は、インスタンスのネットワークを使い、{reason}。",
        why: "root なら、インスタンスのどのポートでも待ち受けられ、ネットワークの設定も変\
            えられます。AWS も名指しで注意しています。",
        cure: "`1000` など別の `user` を指定するか、`awsvpc` を使ってください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""networkMode": "host""#,
    after: concat!(
        r#""networkMode": "host", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "user": "1000"}]"#,
    ),
};

/// What others call it.
pub(super) const ALSO: &[&str] = &[
    "ECS.1",
    "ECS.20",
    "ECS.21",
    "CT.ECS.PR.3",
    "CT.ECS.PR.8",
    "ECS_TASK_DEFINITION_LINUX_USER_NON_ROOT",
    "ECS_TASK_DEFINITION_NONROOT_USER",
    "ECS_TASK_DEFINITION_USER_FOR_HOST_MODE_CHECK",
    "ecs_task_definitions_host_networking_mode_users",
    "NIST.800.53.R5-ECSTaskDefinitionUserForHostMode",
];

static ROOT: Localized = Localized {
    en: "runs as root",
    ja: "root で動きます",
};

static UNNAMED: Localized = Localized {
    en: "names no user, so that it is root unless its image says otherwise",
    ja: "ユーザーの指定がないので、イメージに指定がなければ root で動きます",
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    if !definition.shares_host_network() {
        return;
    }
    for (container, user) in definition.users() {
        let (at, reason) = match user {
            User::Root(at) => (at, &ROOT),
            User::Unnamed => (container.name_or_self(), &UNNAMED),
            User::Other => continue,
        };
        findings
            .report(at)
            .arg("value", container.called())
            .arg("reason", reason);
    }
}

//! `docker-socket`: a mount that gives the instance away.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, Severity,
    words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "docker-socket",
        class: Class::Security(Severity::Warning),
        aws: "",
        source: "https://docs.docker.com/engine/security/protect-access/",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Host mount",
        title: "A mount that gives the instance away",
        message: "{path} {reason}.",
        why: "Through it a container starts others as root on the instance, or reads its \
            files: who breaks into the one has them all, with the roles of every task \
            there. `readOnly` does not help.",
        cure: "Mount the one folder that the program reads. Where it has to watch \
            containers, use the task metadata endpoint or a log driver.",
    },
    ja: words! {
        label: "ホストのマウント",
        title: "インスタンスを明け渡すマウント",
        message: "{path} {reason}。",
        why: "これを通してインスタンスで root のコンテナを起動でき、ファイルも読めます。侵\
            入されると、そこで動くすべてのタスクとそのロールが奪われます。`readOnly` でも\
            防げません。",
        cure: "プログラムが読むフォルダーだけをマウントしてください。コンテナを監視するな\
            ら、タスクメタデータエンドポイントかログドライバーを使ってください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: concat!(
        r#""volumes": [{"name": "socket", "#,
        r#""host": {"sourcePath": "/var/run/docker.sock"}}], "memory": "512", "#,
        r#""containerDefinitions": [{"name": "app", "image": "app:1", "#,
        r#""mountPoints": [{"sourceVolume": "socket", "#,
        r#""containerPath": "/var/run/docker.sock"}]}]"#,
    ),
    after: concat!(
        r#""volumes": [{"name": "data", "host": {"sourcePath": "/srv/data"}}], "#,
        r#""memory": "512", "containerDefinitions": [{"name": "app", "#,
        r#""image": "app:1", "mountPoints": [{"sourceVolume": "data", "#,
        r#""containerPath": "/data"}]}]"#,
    ),
};

static SOCKET: Localized = Localized {
    en: "leads to the socket by which containers of the instance are started",
    ja: " から、インスタンスのコンテナを起動するソケットに届きます",
};

static FILES: Localized = Localized {
    en: "holds the files on which the instance and its containers depend",
    ja: " には、インスタンスとそのコンテナを動かすファイルがあります",
};

/// Names of the sockets of container runtimes.
const SOCKETS: [&str; 6] = [
    "docker.sock",
    "dockershim.sock",
    "containerd.sock",
    "crio.sock",
    "podman.sock",
    "docker_engine",
];

/// Where those sockets are.
const RUN: [&str; 5] = [
    "/run",
    "/var/run",
    "/run/containerd",
    "/var/run/containerd",
    "/var/run/docker",
];

/// What whoever owns the instance owns.
const OWNED: [&str; 7] = [
    "",
    "/boot",
    "/etc",
    "/root",
    "/var/lib/containerd",
    "/var/lib/docker",
    "/var/lib/ecs",
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    if definition.is_fargate() {
        return;
    }
    for volume in definition.root.member_elements("volumes") {
        let host = volume.member("host");
        let Some(at) = host.and_then(|host| host.member("sourcePath")) else {
            continue;
        };
        let path = at.string().unwrap_or_default();
        if let Some(reason) = danger(&path) {
            findings.report(at).arg("reason", reason);
        }
    }
}

fn danger(path: &str) -> Option<&'static Localized> {
    let path = path.trim();
    let folder = path.trim_end_matches('/');
    let name = folder.rsplit(['/', '\\']).next().unwrap_or_default();
    if SOCKETS.contains(&name) || RUN.contains(&folder) {
        Some(&SOCKET)
    } else {
        (!path.is_empty() && OWNED.contains(&folder)).then_some(&FILES)
    }
}

//! The topics of the rules: what somebody wants to learn about, whatever is done about it.

use taskdef_core::Localized;
use taskdef_core::catalog::RULES;
use taskdef_core::rule::Rule;

/// A topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Topic {
    /// Its id in an address.
    pub id: &'static str,
    /// Its name.
    pub name: Localized,
    /// The ids of its rules.
    rules: &'static [&'static str],
}

impl Topic {
    /// Every topic, in the order of learning.
    pub fn all() -> impl Iterator<Item = &'static Topic> {
        TOPICS.iter()
    }

    /// That of a rule; each has one.
    #[must_use]
    pub fn of(rule: &Rule) -> Option<&'static Topic> {
        TOPICS.iter().find(|topic| topic.has(rule))
    }

    /// Whether a rule is of this topic.
    #[must_use]
    pub fn has(&self, rule: &Rule) -> bool {
        self.rules.contains(&rule.id)
    }

    /// Its rules, in the order of learning.
    pub fn rules(&self) -> impl Iterator<Item = &'static Rule> {
        let known = |id: &&str| RULES.iter().copied().find(|rule| rule.id == *id);
        self.rules.iter().filter_map(known)
    }
}

macro_rules! topics {
    ($($id:literal $en:literal $ja:literal { $($rule:literal)* })*) => {
        static TOPICS: &[Topic] = &[$(Topic {
            id: $id,
            name: Localized { en: $en, ja: $ja },
            rules: &[$($rule),*],
        }),*];
    };
}

topics! {
    "aws-values" "AWS’s values and null" "AWS が付ける値・null" {
        "read-only-field" "null-value" "wrapper-field" "tags-beside" "null-in-list" "empty-list" "empty-object"
        "empty-role" "duplicate-tag" "reserved-tag" "editor-key" "inactive-revision" "owned-by-a-stack"
        "registered-by-other-account"
    }
    "types" "Types and field names" "型と項目名" {
        "number-for-string" "string-for-integer" "float-for-integer" "boolean-for-string" "string-for-boolean"
        "environment-as-object" "element-for-list" "wrong-type" "unknown-field" "misspelt-field"
        "misplaced-field" "missing-member" "union-members" "misspelt-value" "refused-value" "unknown-value"
        "blank-value" "below-minimum" "above-maximum" "too-many-elements" "deprecated-field"
    }
    "blanks" "What is not filled in" "埋まっていない値" {
        "placeholder" "redacted-account" "redacted-region" "cut-off-value" "lost-character" "several-accounts"
        "several-regions"
    }
    "size" "CPU, memory and disk" "CPU・メモリ・ディスク" {
        "fargate-size-pair" "fargate-size-missing" "fargate-unknown-cpu" "unreadable-size" "task-cpu-range"
        "fargate-windows-size" "container-cpu-sum" "container-memory-missing" "container-memory-over-task"
        "container-memory-sum" "container-reservation-sum" "memory-below-reservation" "memory-too-small"
        "no-memory-limit" "swappiness-without-max-swap" "ephemeral-storage-size"
        "ephemeral-storage-off-fargate" "resource-requirement" "ulimit-order" "duplicate-ulimit" "out-of-range"
    }
    "fargate" "Where it runs: Fargate, Managed Instances, Windows" "実行環境（Fargate・マネージドインスタンス・Windows）" {
        "fargate-unsupported" "fargate-volume" "fargate-log-driver" "fargate-capability" "fargate-pid-mode"
        "fargate-timeout" "fargate-windows-version" "managed-instances-unsupported"
        "managed-instances-network-mode" "managed-instances-log-driver" "managed-instances-windows"
        "managed-instances-only" "windows-unsupported" "windows-on-arm" "fault-injection-unsupported"
        "placement-without-expression" "system-control" "credential-spec" "attestation-policy-missing"
    }
    "network" "Network and ports" "ネットワークとポート" {
        "fargate-network-mode" "external-network-mode" "host-port-mismatch" "ports-without-network"
        "port-missing" "port-out-of-range" "container-port-range" "duplicate-port" "possible-duplicate-port"
        "port-name" "duplicate-port-name" "protocol-of-unnamed-port" "port-name-in-host-network"
        "windows-network-mode" "links-outside-bridge" "unknown-link" "hostname-in-awsvpc"
        "extra-hosts-in-awsvpc" "proxy-configuration" "proxy-container" "proxy-outside-awsvpc"
    }
    "variables" "Environment, secrets and roles" "環境変数・シークレット・ロール" {
        "plaintext-secret" "secret-reference" "environment-and-secret" "duplicate-secret" "duplicate-variable"
        "variable-without-name" "odd-variable-name" "environment-file" "execution-role-missing" "role-form"
        "same-role-twice" "credentials-for-ecr"
    }
    "containers" "Containers and images" "コンテナとイメージ" {
        "no-container" "container-without-name" "container-without-image" "duplicate-container" "invalid-name"
        "image-form" "image-latest" "version-consistency-off" "anonymous-docker-hub" "no-essential-container"
        "too-many-containers" "definition-too-large" "command-as-one-string" "tag-characters"
        "duplicate-tag-key"
    }
    "start" "Order, health and restarts" "起動順・ヘルスチェック・再起動" {
        "unknown-dependency" "dependency-cycle" "dependency-on-essential" "dependency-without-health-check"
        "health-check-command" "health-check-shell-arguments" "health-check-interval" "no-health-check"
        "restart-after-success" "restart-setting-while-off"
    }
    "logs" "Logs" "ログ" {
        "no-log-configuration" "awslogs-option-missing" "awslogs-prefix-missing" "awslogs-two-patterns"
        "unknown-log-option" "log-option-value" "log-mode-unsaid" "logs-in-other-region"
        "splunk-option-missing" "firelens-missing" "firelens-unused" "firelens-option" "several-log-routers"
    }
    "volumes" "Volumes" "ボリューム" {
        "mount-without-volume" "mount-incomplete" "mount-path" "unused-volume" "duplicate-volume"
        "unknown-volume-source" "volume-of-several-kinds" "several-volumes-at-launch" "efs-settings"
        "efs-without-encryption" "autoprovision-of-task-scope"
    }
    "isolation" "Rights and isolation" "権限と分離" {
        "privileged-container" "dangerous-capability" "unconfined-profile" "docker-socket" "host-pid" "host-ipc"
        "host-network" "root-in-host-network" "root-user" "no-user" "writable-root-file-system"
    }
    "json" "JSON that can’t be read" "読めない JSON" {
        "trailing-comma" "missing-comma" "comment" "single-quotes" "curly-quotes" "unquoted-key" "bare-word"
        "python-literal" "control-character" "odd-space" "surrounding-text" "duplicate-key" "byte-order-mark"
        "utf-16" "crlf"
    }
    "edits" "Edits that were asked for" "指定した編集" { "requested-edit" "requested-addition" "requested-removal" }
}

#[cfg(test)]
mod tests {
    use super::Topic;
    use taskdef_core::catalog::RULES;

    #[test]
    fn every_rule_has_one_topic() {
        let mut listed = 0;
        for topic in Topic::all() {
            assert_eq!(topic.rules().count(), topic.rules.len(), "{}", topic.id);
            listed += topic.rules.len();
        }
        for rule in RULES {
            assert!(Topic::of(rule).is_some(), "{} has no topic", rule.id);
        }
        assert_eq!(listed, RULES.len());
    }
}

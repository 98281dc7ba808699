//! What others check of a task definition: AWS's Security Hub and Control Tower, checkov, trivy and
//! more. Which of our rules says it first stands at the rule (`ALSO` in its file); what no rule of
//! ours says has its reason here.

use crate::lang::Localized;

/// A control or a check of somebody else's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Control {
    /// Whose it is.
    pub by: Author,
    /// Its id, such as `ECS.3`.
    pub id: &'static str,
    /// What it asks for, in short.
    pub asks: &'static str,
    /// Why no rule of ours says it; `None` if one does.
    pub left_out: Option<Reason>,
}

/// Who checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Author {
    /// AWS Security Hub.
    SecurityHub,
    /// AWS Control Tower, its proactive controls.
    ControlTower,
    /// AWS Config, its managed rules.
    Config,
    /// checkov, by Prisma Cloud.
    Checkov,
    /// trivy, by Aqua Security.
    Trivy,
    /// KICS, by Checkmarx.
    Kics,
    /// prowler.
    Prowler,
    /// cdk-nag, its packs of AWS Solutions and of NIST 800-53.
    CdkNag,
    /// cfn-lint, by AWS.
    CfnLint,
}

impl Author {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Author::SecurityHub => "Security Hub",
            Author::ControlTower => "Control Tower",
            Author::Config => "AWS Config",
            Author::Checkov => "checkov",
            Author::Trivy => "trivy",
            Author::Kics => "KICS",
            Author::Prowler => "prowler",
            Author::CdkNag => "cdk-nag",
            Author::CfnLint => "cfn-lint",
        }
    }

    /// Where its controls are described.
    #[must_use]
    pub fn source(self) -> &'static str {
        match self {
            Author::SecurityHub => {
                "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html"
            }
            Author::ControlTower => {
                "https://docs.aws.amazon.com/controltower/latest/controlreference/ecs-rules.html"
            }
            Author::Config => {
                "https://docs.aws.amazon.com/config/latest/developerguide/\
                 managed-rules-by-aws-config.html"
            }
            Author::Checkov => {
                "https://github.com/bridgecrewio/checkov/tree/main/checkov/terraform/checks/resource/aws"
            }
            Author::Trivy => {
                "https://github.com/aquasecurity/trivy-checks/tree/main/checks/cloud/aws/ecs"
            }
            Author::Kics => "https://docs.kics.io/latest/queries/cloudformation-queries/",
            Author::Prowler => {
                "https://github.com/prowler-cloud/prowler/tree/master/prowler/providers/aws/services/ecs"
            }
            Author::CdkNag => {
                "https://github.com/cdklabs/cdk-nag/blob/main/src/packs/aws-solutions.ts"
            }
            Author::CfnLint => {
                "https://github.com/aws-cloudformation/cfn-lint/blob/main/docs/rules.md"
            }
        }
    }
}

/// Why no rule of ours says what a control asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It is about a cluster.
    Cluster,
    /// It is about a service or a task set.
    Service,
    /// It is about a capacity provider.
    CapacityProvider,
    /// It compares a service with its task definition.
    ServiceAndDefinition,
    /// Which tags there should be is known to their owner alone.
    Tags,
    /// It would be said of nearly every definition on EC2, where `bridge` is the default.
    Awsvpc,
    /// A program that calls no API of AWS needs no task role.
    TaskRole,
}

impl Reason {
    /// The reason in a sentence.
    #[must_use]
    pub fn text(self) -> Localized {
        match self {
            Reason::Cluster => Localized {
                en: "It is about the cluster, of which a task definition says nothing.",
                ja: "クラスターについての項目で、タスク定義には書かれていません。",
            },
            Reason::Service => Localized {
                en: "It is about the service, of which a task definition says nothing.",
                ja: "サービスについての項目で、タスク定義には書かれていません。",
            },
            Reason::CapacityProvider => Localized {
                en: "It is about the capacity provider, of which a task definition says nothing.",
                ja: "キャパシティープロバイダーについての項目で、タスク定義には書かれていません。",
            },
            Reason::ServiceAndDefinition => Localized {
                en: "It compares a service with its task definition, and here is no service.",
                ja: "サービスとタスク定義を照らし合わせる項目ですが、ここにサービスはありません。",
            },
            Reason::Tags => Localized {
                en: "Which tags there should be is your own convention.",
                ja: "必要なタグは、組織ごとの取り決めで決まります。",
            },
            Reason::Awsvpc => Localized {
                en: "It would be said of nearly every definition on EC2. What is dangerous, the \
                     network of the host, is found by `host-network`.",
                ja: "EC2 のタスク定義のほとんどが当てはまってしまいます。危険なホストネットワークは \
                     `host-network` が知らせます。",
            },
            Reason::TaskRole => Localized {
                en: "A program that calls no API of AWS needs no task role.",
                ja: "AWS の API を呼ばないプログラムには、タスクロールは要りません。",
            },
        }
    }
}

/// The control of this id: in whatever case, in brackets as Security Hub shows it, with the prefix
/// `AVD-` that trivy had, or with hyphens as AWS Config shows its rules.
#[must_use]
pub fn find(id: &str) -> Option<&'static Control> {
    let id = id.trim_start_matches('[').trim_end_matches(']');
    let id = id.strip_prefix("AVD-").unwrap_or(id);
    let plain = |byte: u8| match byte {
        b'-' => b'_',
        other => other.to_ascii_lowercase(),
    };
    let mut all = CONTROLS.iter();
    all.find(|control| control.id.bytes().map(plain).eq(id.bytes().map(plain)))
}

/// Lists controls: whose they are, their ids, what they ask for, and why no rule says it.
macro_rules! controls {
    ($($by:ident { $($id:literal $asks:literal $(- $reason:ident)?;)* })*) => {
        /// Every known control about a task definition, and what its owner lists beside it.
        pub const CONTROLS: &[Control] = &[$($(Control {
            by: Author::$by,
            id: $id,
            asks: $asks,
            left_out: controls!(@reason $($reason)?),
        },)*)*];
    };
    (@reason) => { None };
    (@reason $reason:ident) => { Some(Reason::$reason) };
}

controls! {
    SecurityHub {
        "ECS.1" "no root in the network of the host (retired in March 2026)";
        "ECS.2" "no public IP addresses of services" - Service;
        "ECS.3" "no process namespace of the host";
        "ECS.4" "no privileged containers";
        "ECS.5" "a read-only root file system";
        "ECS.8" "no access keys in environment variables";
        "ECS.9" "a log configuration";
        "ECS.10" "the latest Fargate platform version" - Service;
        "ECS.12" "Container Insights" - Cluster;
        "ECS.13" "tags of services" - Service;
        "ECS.14" "tags of clusters" - Cluster;
        "ECS.15" "tags of task definitions" - Tags;
        "ECS.16" "no public IP addresses of task sets" - Service;
        "ECS.17" "no network mode `host`";
        "ECS.18" "encryption in transit of EFS volumes";
        "ECS.19" "managed termination protection" - CapacityProvider;
        "ECS.20" "a user other than root, on Linux";
        "ECS.21" "a user other than the administrator, on Windows";
    }
    ControlTower {
        "CT.ECS.PR.1" "the latest Fargate platform version" - Service;
        "CT.ECS.PR.2" "Container Insights" - Cluster;
        "CT.ECS.PR.3" "a user other than root";
        "CT.ECS.PR.4" "network mode `awsvpc`" - Awsvpc;
        "CT.ECS.PR.5" "a log configuration";
        "CT.ECS.PR.6" "a read-only root file system";
        "CT.ECS.PR.7" "a limit of memory";
        "CT.ECS.PR.8" "no root in the network of the host";
        "CT.ECS.PR.9" "no public IP addresses of services" - Service;
        "CT.ECS.PR.10" "no process namespace of the host";
        "CT.ECS.PR.11" "no privileged containers";
        "CT.ECS.PR.12" "no access keys in environment variables";
    }
    Config {
        "ECS_AWSVPC_NETWORKING_ENABLED" "network mode `awsvpc`" - Awsvpc;
        "ECS_CONTAINERS_NONPRIVILEGED" "no privileged containers";
        "ECS_CONTAINERS_READONLY_ACCESS" "a read-only root file system";
        "ECS_CONTAINER_INSIGHTS_ENABLED" "Container Insights" - Cluster;
        "ECS_FARGATE_LATEST_PLATFORM_VERSION" "the latest Fargate platform version" - Service;
        "ECS_NO_ENVIRONMENT_SECRETS" "no access keys in environment variables";
        "ECS_TASK_DEFINITION_EFS_ENCRYPTION_ENABLED" "encryption in transit of EFS volumes";
        "ECS_TASK_DEFINITION_LINUX_USER_NON_ROOT" "a user other than root, on Linux";
        "ECS_TASK_DEFINITION_LOG_CONFIGURATION" "a log configuration";
        "ECS_TASK_DEFINITION_MEMORY_HARD_LIMIT" "a limit of memory";
        "ECS_TASK_DEFINITION_NETWORK_MODE_NOT_HOST" "no network mode `host`";
        "ECS_TASK_DEFINITION_NONROOT_USER" "a user other than root";
        "ECS_TASK_DEFINITION_PID_MODE_CHECK" "no process namespace of the host";
        "ECS_TASK_DEFINITION_USER_FOR_HOST_MODE_CHECK" "no root in the network of the host";
        "ECS_TASK_DEFINITION_WINDOWS_USER_NON_ADMIN"
            "a user other than the administrator, on Windows";
    }
    Checkov {
        "CKV_AWS_65" "Container Insights" - Cluster;
        "CKV_AWS_97" "encryption in transit of EFS volumes";
        "CKV_AWS_223" "logs of ECS Exec" - Cluster;
        "CKV_AWS_224" "encrypted logs of ECS Exec" - Cluster;
        "CKV_AWS_249" "two roles for the task and for ECS";
        "CKV_AWS_332" "the latest Fargate platform version" - Service;
        "CKV_AWS_333" "no public IP addresses of services" - Service;
        "CKV_AWS_334" "no privileged containers";
        "CKV_AWS_335" "no process namespace of the host";
        "CKV_AWS_336" "a read-only root file system";
    }
    Trivy {
        "AWS-0034" "Container Insights" - Cluster;
        "AWS-0035" "encryption in transit of EFS volumes";
        "AWS-0036" "no secrets in environment variables";
    }
    Kics {
        "4d46ff3b-7160-41d1-a310-71d6d370b08f" "encryption in transit of EFS volumes";
        "9f4a9409-9c60-4671-be96-9716dbf63db1" "network mode `awsvpc`" - Awsvpc;
        "027a4b7a-8a59-4938-a04f-ed532512cf45" "network mode `awsvpc`" - Awsvpc;
        "7f384a5f-b5a2-4d84-8ca3-ee0a5247becb" "a task role" - TaskRole;
        "d24389b4-b209-4ff0-8345-dc7a4569dcdd" "a health check";
    }
    Prowler {
        "ecs_cluster_container_insights_enabled" "Container Insights" - Cluster;
        "ecs_service_fargate_latest_platform_version" "the latest Fargate platform version" - Service;
        "ecs_service_no_assign_public_ip" "no public IP addresses of services" - Service;
        "ecs_task_definitions_containers_readonly_access" "a read-only root file system";
        "ecs_task_definitions_host_namespace_not_shared" "no process namespace of the host";
        "ecs_task_definitions_host_networking_mode_users" "no root in the network of the host";
        "ecs_task_definitions_logging_block_mode" "a log mode that does not hold up the container";
        "ecs_task_definitions_logging_enabled" "a log configuration";
        "ecs_task_definitions_no_environment_secrets" "no secrets in environment variables";
        "ecs_task_definitions_no_privileged_containers" "no privileged containers";
        "ecs_task_set_no_assign_public_ip" "no public IP addresses of task sets" - Service;
    }
    CdkNag {
        "AwsSolutions-ECS2" "no environment variables in the definition";
        "AwsSolutions-ECS4" "Container Insights" - Cluster;
        "AwsSolutions-ECS7" "a log configuration";
        "NIST.800.53.R5-ECSTaskDefinitionUserForHostMode" "no root in the network of the host";
    }
    CfnLint {
        "E3042" "an essential container";
        "E3044" "a scheduling strategy that the definition allows" - ServiceAndDefinition;
        "E3046" "every option that `awslogs` needs";
        "E3047" "a pair of sizes that Fargate has";
        "E3048" "what Fargate needs";
        "E3049" "a health check that dynamic ports allow" - ServiceAndDefinition;
        "E3052" "a network configuration beside `awsvpc`" - ServiceAndDefinition;
        "E3053" "one port on both sides in `awsvpc`";
        "E3054" "what a service on Fargate needs" - ServiceAndDefinition;
        "E3713" "a log driver that a service on Fargate can use" - ServiceAndDefinition;
    }
}

#[cfg(test)]
mod tests {
    use super::{CONTROLS, find};

    #[test]
    fn an_id_is_found_as_its_owner_writes_it() {
        for (written, id) in [
            ("ckv_aws_335", "CKV_AWS_335"),
            ("ecs.3", "ECS.3"),
            ("[ECS.3]", "ECS.3"),
            ("AVD-AWS-0035", "AWS-0035"),
            (
                "ecs-task-definition-pid-mode-check",
                "ECS_TASK_DEFINITION_PID_MODE_CHECK",
            ),
        ] {
            assert_eq!(find(written).map(|it| it.id), Some(id));
        }
        assert_eq!(find("ECS.6"), None);
        assert_eq!(find(""), None);
    }

    #[test]
    fn every_id_stands_once() {
        for control in CONTROLS {
            assert_eq!(find(control.id), Some(control), "{}", control.id);
        }
    }
}

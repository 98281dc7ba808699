//! The defaults that ECS fills in when it registers a task definition.

use super::item::{Item, Network};
use crate::tree::Kind;

/// A member that ECS fills in, by AWS's names of structure and member.
pub(crate) struct FillIn {
    pub(crate) structure: &'static str,
    pub(crate) member: &'static str,
    value: Filled,
}

/// The value that ECS fills in.
enum Filled {
    /// This JSON token.
    Token(&'static str),
    /// The value of `containerPort`, in network mode `awsvpc`.
    ContainerPort,
    /// 0, which means a dynamic host port, in network mode `bridge`.
    AnyPort,
    /// `{}`.
    Nothing,
}

/// The members that ECS fills in: omitting one is the same as giving the value here.
///
/// A row needs two pieces of evidence: definitions returned by ECS with a value that nobody has to
/// write, and AWS's statement that it is the default. Empty lists need no row, since `convert`
/// removes them, and neither do empty maps (`Item::is_empty_map`). Not in the table because one of
/// the two is missing: `networkMode`, `runtimePlatform`, `versionConsistency`, a health check's
/// `startPeriod`, a mount point's `readOnly`, and `transitEncryption` of an EFS volume.
///
/// Sources: 21 copies from the ECS console in public repositories (of their 29 containers, 24 had
/// `cpu` 0 and all had `essential`; all of their 29 ports had `hostPort` and `protocol`); AWS's
/// [pages] on the defaults; for the ports and the health check, Terraform's [provider], which has
/// to compare what ECS returns with what was sent; for `enableFaultInjection`, which ECS returned
/// for everyone from January 2025, this [issue]. `rootDirectory` of an EFS volume: it came back as
/// `/` where nobody had [written] it, and AWS's [reference] says that `/` has "the same effect as
/// omitting this parameter" and that an access point allows these two only. A volume's `host`: it
/// came back as `{}`, of which AWS's [page][volumes] says that Docker chooses the path; its [agent]
/// takes no bind mount without a `host`, so that ECS adds it to a volume that has a name alone.
///
/// [pages]:
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
/// [provider]:
/// https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/ecs/container_definitions.go
/// [issue]: https://github.com/aws-actions/amazon-ecs-deploy-task-definition/issues/701
/// [written]: https://github.com/CircleCI-Public/aws-ecs-orb/issues/105
/// [reference]:
/// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html
/// [volumes]: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HostVolumeProperties.html
/// [agent]: https://github.com/aws/amazon-ecs-agent/blob/master/agent/api/task/taskvolume.go
pub(crate) const FILL_INS: &[FillIn] = &[
    row("ContainerDefinition", "cpu", Filled::Token("0")),
    row("ContainerDefinition", "essential", Filled::Token("true")),
    row("PortMapping", "protocol", Filled::Token("\"tcp\"")),
    row("PortMapping", "hostPort", Filled::ContainerPort),
    row("PortMapping", "hostPort", Filled::AnyPort),
    row("HealthCheck", "interval", Filled::Token("30")),
    row("HealthCheck", "timeout", Filled::Token("5")),
    row("HealthCheck", "retries", Filled::Token("3")),
    row("Volume", "host", Filled::Nothing),
    row(
        "EFSVolumeConfiguration",
        "rootDirectory",
        Filled::Token("\"/\""),
    ),
    row(
        "RegisterTaskDefinitionRequest",
        "enableFaultInjection",
        Filled::Token("false"),
    ),
];

const fn row(structure: &'static str, member: &'static str, value: Filled) -> FillIn {
    FillIn {
        structure,
        member,
        value,
    }
}

/// Whether ECS would fill in exactly this value if it were omitted.
pub(super) fn is_filled_in(item: Item<'_>) -> bool {
    let Some(slot) = item.slot else {
        return false;
    };
    let rows = FILL_INS.iter();
    let mut rows = rows.filter(|row| slot.is(row.structure, row.member));
    rows.any(|row| row.value.is(item))
}

impl Filled {
    fn is(&self, item: Item<'_>) -> bool {
        let view = item.view;
        match self {
            Filled::Token(token) => view.token() == *token,
            Filled::ContainerPort => {
                let port = view
                    .parent()
                    .and_then(|around| around.member("containerPort"));
                item.network == Network::Awsvpc
                    && port.is_some_and(|port| {
                        port.kind() == Kind::Number && port.token() == view.token()
                    })
            }
            Filled::Nothing => view.kind() == Kind::Object && view.is_leaf(),
            Filled::AnyPort => item.network == Network::Bridge && view.token() == "0",
        }
    }
}

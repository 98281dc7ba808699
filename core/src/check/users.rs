//! Whom a container runs as.

use super::definition::{Definition, StructView};
use super::values::{is_blank, is_open};
use crate::tree::NodeRef;

/// What others call it that a container runs as root, or may. Source:
/// <https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html>
pub(super) const NON_ROOT_CONTROLS: &[&str] = &[
    "ECS.20",
    "ECS.21",
    "CT.ECS.PR.3",
    "ECS_TASK_DEFINITION_LINUX_USER_NON_ROOT",
    "ECS_TASK_DEFINITION_NONROOT_USER",
    "ECS_TASK_DEFINITION_WINDOWS_USER_NON_ADMIN",
];

/// The user of a container.
pub(crate) enum User<'a> {
    /// None is named: it is the image's, which is root if that names none either.
    Unnamed,
    /// Root, or the administrator of Windows containers.
    Root(NodeRef<'a>),
    /// Another one, or one that is still to be filled in.
    Other,
}

impl<'a> Definition<'a> {
    /// Whether its containers are in the network of their instance.
    pub(crate) fn shares_host_network(&self) -> bool {
        self.is_network_mode("host") && !self.is_fargate()
    }

    /// Each container with its user.
    pub(crate) fn users(&self) -> impl Iterator<Item = (&StructView<'a>, User<'a>)> {
        let containers = self.containers.iter();
        containers.map(|container| (container, of(container)))
    }
}

fn of<'a>(container: &StructView<'a>) -> User<'a> {
    match container.member("user") {
        None => User::Unnamed,
        Some(at) if is_blank(at) => User::Unnamed,
        Some(at) if !is_open(at) && at.string().is_some_and(|user| is_root(&user)) => {
            User::Root(at)
        }
        Some(_) => User::Other,
    }
}

/// Whether a user, with or without a group, is root or `ContainerAdministrator`. Source: ECS.20 and
/// ECS.21 of <https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html>
fn is_root(user: &str) -> bool {
    let name = user.split(':').next().unwrap_or_default().trim();
    let name = name.rsplit('\\').next().unwrap_or_default();
    let zero = !name.is_empty() && name.bytes().all(|byte| byte == b'0');
    zero || name == "root" || name.eq_ignore_ascii_case("ContainerAdministrator")
}

#[cfg(test)]
mod tests {
    use super::is_root;

    #[test]
    fn root_has_several_names() {
        for user in [
            "root",
            "0",
            "0:0",
            "root:1000",
            "00",
            "containeradministrator",
            "User Manager\\ContainerAdministrator",
        ] {
            assert!(is_root(user), "{user}");
        }
        for user in [
            "", ":", ":0", "1000:0", "1000", "rooted", "app:root", "Root",
        ] {
            assert!(!is_root(user), "{user}");
        }
    }
}

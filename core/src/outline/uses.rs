//! What the containers of a task use of AWS with the task role: file systems and logs that `FireLens`
//! routes.

use serde::Serialize;

use super::{list, text};
use crate::tree::{Kind, NodeRef};

/// A volume on Amazon EFS, or on Amazon S3 Files.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FileSystem {
    /// The volume's name.
    pub volume: String,
    /// The file system's id; on S3 Files its ARN.
    pub id: String,
    /// The access point's id, if there is one.
    pub access_point: Option<String>,
    /// Whether the task role mounts it, as it always does on S3 Files.
    pub by_role: bool,
    /// Whether it is on S3 Files.
    pub is_s3_files: bool,
    /// Whether a container may write to it.
    pub writes: bool,
}

/// Where `FireLens` sends the log of a container.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Output {
    /// The plugin, in lower case; empty if the router's own configuration says where.
    pub plugin: String,
    /// The region.
    pub region: Option<String>,
    /// The log group, the stream or the bucket, whichever the plugin takes.
    pub target: Option<String>,
    /// The role that the plugin assumes.
    pub role: Option<String>,
    /// Whether it creates the log group.
    pub creates: bool,
    /// Whether it sets how long the log group keeps.
    pub retains: bool,
}

impl FileSystem {
    /// Every volume on EFS or S3 Files.
    pub(super) fn all(root: NodeRef<'_>) -> Vec<Self> {
        let volumes = list(root, "volumes");
        volumes
            .filter_map(|volume| Self::read(volume, root))
            .collect()
    }

    fn read(volume: NodeRef<'_>, root: NodeRef<'_>) -> Option<Self> {
        let name = text(volume, "name").unwrap_or_default();
        let containers = list(root, "containerDefinitions");
        let mut mounts = containers.flat_map(|container| list(container, "mountPoints"));
        let writes = mounts.any(|mount| {
            let is_ours = text(mount, "sourceVolume").as_deref() == Some(&*name);
            is_ours && !mount.is_member_true("readOnly")
        });
        if let Some(files) = volume.member("s3filesVolumeConfiguration") {
            return Some(FileSystem {
                id: text(files, "fileSystemArn")?,
                access_point: text(files, "accessPointArn"),
                by_role: true,
                is_s3_files: true,
                volume: name,
                writes,
            });
        }
        let efs = volume.member("efsVolumeConfiguration")?;
        let authorization = efs.member("authorizationConfig");
        Some(FileSystem {
            id: text(efs, "fileSystemId")?,
            access_point: authorization.and_then(|it| text(it, "accessPointId")),
            by_role: authorization.and_then(|it| text(it, "iam")).as_deref() == Some("ENABLED"),
            is_s3_files: false,
            volume: name,
            writes,
        })
    }
}

impl Output {
    /// The output of a container whose log driver is `awsfirelens`. Names of options are those of
    /// Fluent Bit, in any case, and Fluentd's `@type`.
    pub(super) fn read(logging: NodeRef<'_>) -> Option<Self> {
        if text(logging, "logDriver")? != "awsfirelens" {
            return None;
        }
        let options = logging.member("options");
        let option = |names: &[&str]| {
            let options = options.filter(|options| options.kind() == Kind::Object)?;
            let mut members = options.children();
            let named = |member: &NodeRef<'_>| {
                let key = member.key();
                names.iter().any(|name| key.eq_ignore_ascii_case(name))
            };
            members
                .find(named)?
                .string()
                .map(std::borrow::Cow::into_owned)
        };
        let is_on = |value: Option<String>| {
            value.is_some_and(|value| {
                value.eq_ignore_ascii_case("true") || value.eq_ignore_ascii_case("on")
            })
        };
        let plugin = option(&["Name", "@type"])
            .unwrap_or_default()
            .to_ascii_lowercase();
        Some(Output {
            region: option(&["region"]),
            target: option(&[
                "log_group_name",
                "delivery_stream",
                "delivery_stream_name",
                "stream",
                "stream_name",
                "bucket",
                "s3_bucket",
            ]),
            role: option(&["role_arn"]),
            creates: is_on(option(&["auto_create_group", "auto_create_stream"])),
            retains: option(&["log_retention_days"]).is_some_and(|days| days != "0"),
            plugin,
        })
    }
}

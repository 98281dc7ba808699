//! The first AWS CLI that knows a member of the model. An older one refuses it: `Unknown parameter
//! in input`.

/// A member that some AWS CLI which can log in to ECR does not know, with the first versions that
/// do.
pub(crate) struct MemberSince {
    /// The lists on the path to it.
    pub(crate) under: &'static [&'static str],
    pub(crate) name: &'static str,
    /// The first version 1 and the first version 2 of the AWS CLI, from [their changelogs].
    ///
    /// [their changelogs]: https://github.com/aws/aws-cli/blob/v2/CHANGELOG.rst
    pub(crate) first: [Version; 2],
}

/// `major.minor.patch` of the AWS CLI.
pub(crate) type Version = [u32; 3];

const CONTAINERS: &[&str] = &["containerDefinitions"];
const PORTS: &[&str] = &["containerDefinitions", "portMappings"];

#[rustfmt::skip]
pub(crate) static SINCE: &[MemberSince] = &[
    MemberSince { under: &[], name: "ephemeralStorage", first: [[1, 19, 61], [2, 2, 1]] },
    MemberSince { under: &[], name: "runtimePlatform", first: [[1, 21, 6], [2, 3, 2]] },
    MemberSince { under: PORTS, name: "appProtocol", first: [[1, 27, 17], [2, 9, 2]] },
    MemberSince { under: PORTS, name: "containerPortRange", first: [[1, 27, 31], [2, 9, 9]] },
    MemberSince { under: CONTAINERS, name: "credentialSpecs", first: [[1, 27, 165], [2, 12, 7]] },
    MemberSince { under: &["volumes"], name: "configuredAtLaunch", first: [[1, 32, 17], [2, 15, 10]] },
    MemberSince { under: CONTAINERS, name: "restartPolicy", first: [[1, 33, 44], [2, 17, 31]] },
    MemberSince { under: CONTAINERS, name: "versionConsistency", first: [[1, 36, 6], [2, 22, 1]] },
    MemberSince { under: &[], name: "enableFaultInjection", first: [[1, 36, 24], [2, 22, 19]] },
    MemberSince { under: &["volumes"], name: "s3filesVolumeConfiguration", first: [[1, 44, 75], [2, 34, 26]] },
];

//! The oldest AWS CLI that can do what a buildspec asks of it. An older one refuses a member of the
//! task definition that it does not know: `Unknown parameter in input`.

use crate::outline::Outline;

/// A member that came after the AWS CLI's own floor, and the first versions that know it.
pub(crate) struct Younger {
    /// The lists that lead to it.
    pub(crate) under: &'static [&'static str],
    pub(crate) name: &'static str,
    /// Of AWS CLI version 1 and of version 2, from [their changelogs].
    ///
    /// [their changelogs]: https://github.com/aws/aws-cli/blob/v2/CHANGELOG.rst
    first: [Version; 2],
}

type Version = [u32; 3];

/// `aws ecr get-login-password`, which took the place of `get-login`.
const LOGIN: [Version; 2] = [[1, 17, 10], [2, 0, 0]];

const CONTAINERS: &[&str] = &["containerDefinitions"];
const PORTS: &[&str] = &["containerDefinitions", "portMappings"];

#[rustfmt::skip]
pub(crate) static YOUNGER: &[Younger] = &[
    Younger { under: &[], name: "ephemeralStorage", first: [[1, 19, 61], [2, 2, 1]] },
    Younger { under: &[], name: "runtimePlatform", first: [[1, 21, 6], [2, 3, 2]] },
    Younger { under: PORTS, name: "appProtocol", first: [[1, 27, 17], [2, 9, 2]] },
    Younger { under: PORTS, name: "containerPortRange", first: [[1, 27, 31], [2, 9, 9]] },
    Younger { under: CONTAINERS, name: "credentialSpecs", first: [[1, 27, 165], [2, 12, 7]] },
    Younger { under: &["volumes"], name: "configuredAtLaunch", first: [[1, 32, 17], [2, 15, 10]] },
    Younger { under: CONTAINERS, name: "restartPolicy", first: [[1, 33, 44], [2, 17, 31]] },
    Younger { under: CONTAINERS, name: "versionConsistency", first: [[1, 36, 6], [2, 22, 1]] },
    Younger { under: &[], name: "enableFaultInjection", first: [[1, 36, 24], [2, 22, 19]] },
    Younger { under: &["volumes"], name: "s3filesVolumeConfiguration", first: [[1, 44, 75], [2, 34, 26]] },
];

/// The floor of AWS CLI version 1 and of version 2, and the member that asks for it, if one does.
pub(super) fn floor(outline: &Outline) -> ([String; 2], Option<&'static str>) {
    let (mut first, mut youngest) = (LOGIN, None);
    for member in YOUNGER {
        let is_younger = youngest.is_none() || member.first >= first;
        if is_younger && outline.younger_members.contains(&member.name) {
            (first, youngest) = (member.first, Some(member.name));
        }
    }
    let [one, two] = first;
    ([written(one), written(two)], youngest)
}

fn written([major, minor, patch]: Version) -> String {
    format!("{major}.{minor}.{patch}")
}

//! The oldest AWS CLI that a buildspec can use. An older one refuses a member of the task
//! definition that it does not know: `Unknown parameter in input`.

use crate::model::since::{SINCE, Version};
use crate::outline::Outline;

/// The first AWS CLIs with `aws ecr get-login-password`, which replaced `get-login`.
const LOGIN: [Version; 2] = [[1, 17, 10], [2, 0, 0]];

/// The oldest suitable AWS CLI of version 1 and of version 2, and the member that requires it, if
/// any.
pub(super) fn minimum_cli(outline: &Outline) -> ([String; 2], Option<&'static str>) {
    let (mut first, mut youngest) = (LOGIN, None);
    for member in SINCE {
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

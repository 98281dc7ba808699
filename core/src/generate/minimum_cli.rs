//! The oldest AWS CLI that can do what a buildspec asks of it. An older one refuses a member of the
//! task definition that it does not know: `Unknown parameter in input`.

use crate::model::since::{SINCE, Version};
use crate::outline::Outline;

/// `aws ecr get-login-password`, which took the place of `get-login`.
const LOGIN: [Version; 2] = [[1, 17, 10], [2, 0, 0]];

/// The oldest AWS CLI of version 1 and of version 2 that will do, and the member that needs it, if one
/// does.
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

//! The oldest AWS CLI that a buildspec can use, where the images that AWS maintains may have an older
//! one. That one refuses a member of the task definition that it does not know: `Unknown parameter in
//! input`.

use crate::model::since::{SINCE, Version};
use crate::outline::Outline;

/// What every image that CodeBuild maintains has: they install the AWS CLI that is the newest when AWS
/// builds them, the last ones in April 2026.
///
/// Source: the Dockerfiles of <https://github.com/aws/aws-codebuild-docker-images> (`ubuntu/standard/8.0`,
/// `al/aarch64/standard/4.0`)
const OF_IMAGES: Version = [2, 34, 0];

/// The AWS CLI of version 1 and of version 2 that first knows every member of the definition, and the
/// member that needs it; `None` if every maintained image has it.
pub(super) fn minimum_cli(outline: &Outline) -> Option<([String; 2], &'static str)> {
    let used = SINCE
        .iter()
        .filter(|member| outline.younger_members.contains(&member.name));
    let youngest = used.max_by_key(|member| member.first)?;
    let [one, two] = youngest.first;
    (two > OF_IMAGES).then(|| ([written(one), written(two)], youngest.name))
}

fn written([major, minor, patch]: Version) -> String {
    format!("{major}.{minor}.{patch}")
}

//! The options of a workflow of GitHub Actions.

use super::Takes::Text;
use super::build::COMMENTS;
use super::{FileOption, Group, option};

/// The repository that the role trusts.
pub(super) const GITHUB: FileOption = option(
    "github",
    "github",
    "The repository on GitHub, with its numbers if it was made since 15 July 2026",
    Text("OWNER[@ID]/NAME[@ID]", |it, name| it.github = Some(name)),
);

/// The branch that is deployed.
pub(super) const BRANCH: FileOption = option(
    "branch",
    "branch",
    "The branch on GitHub whose changes are deployed [default: main]",
    Text("NAME", |it, name| it.github_branch = Some(name)),
);

/// Where a workflow runs, and as whom.
pub(super) static WORKFLOW: Group = Group {
    heading: "",
    type_name: "",
    options: &[
        BRANCH,
        option(
            "role",
            "role",
            "The role that it takes on [default: the variable AWS_ROLE_ARN of the repository]",
            Text("ARN", |it, arn| it.github_role = Some(arn)),
        ),
        option(
            "region",
            "region",
            "The region [default: that of the pasted ARN, log or image]",
            Text("REGION", |it, region| it.region = Some(region)),
        ),
        option(
            "action",
            "action",
            "The action that brings taskdef and checks, by the hash of its commit, instead of --taskdef-url",
            Text("OWNER/NAME@HASH", |it, action| {
                it.github_action = Some(action);
            }),
        ),
        COMMENTS,
    ],
};

//! The options that name what a task definition does not.

use super::Takes::{Nothing, Number, Text, Texts, Word as OneOf};
use super::build::{COMMENTS, VPC};
use super::github::{BRANCH, GITHUB};
use super::{FileOption, Group, option, word};
use crate::generate::request::{Format, Kind, PolicyFor};

/// The container that an image is for.
pub(super) const CONTAINER: FileOption = option(
    "container",
    "container",
    "The container that the image is for, if there are several",
    Text("NAME", |it, name| it.container = Some(name)),
);

/// The queue for starts that failed for good.
pub(super) const DEAD_LETTERS: FileOption = option(
    "dead-letter-queue",
    "deadLetterQueue",
    "The queue to which a schedule sends starts that failed for good",
    Text("NAME", |it, name| it.dead_letter_queue = Some(name)),
);

/// Where an image goes.
pub(super) static IMAGE_TARGET: Group = Group {
    heading: "Image",
    type_name: "Place",
    options: &[
        option(
            "repository",
            "repository",
            "The ECR repository, by name or URI [default: that of the image]",
            Text("NAME|URI", |it, name| it.repository = Some(name)),
        ),
        CONTAINER,
        option(
            "base-image",
            "baseImages",
            "An image in a private repository of ECR that the Dockerfile builds from",
            Texts("IMAGE", |it, images| it.base_images = images),
        ),
    ],
};

/// The image of a file that holds one.
pub(super) static IMAGE: Group = Group {
    heading: "",
    type_name: "",
    options: &[
        CONTAINER,
        option(
            "image",
            "image",
            "The image that was pushed [default: the container's]",
            Text("IMAGE", |it, image| it.image = Some(image)),
        ),
    ],
};

/// The container whose image gives way to a placeholder.
pub(super) static REPLACED: Group = Group {
    heading: "",
    type_name: "",
    options: &[CONTAINER],
};

/// Where a load balancer sends to.
pub(super) static BALANCED: Group = Group {
    heading: "",
    type_name: "",
    options: &[
        option(
            "container",
            "container",
            "The container that the load balancer sends to, if several have a port",
            Text("NAME", |it, name| it.container = Some(name)),
        ),
        option(
            "port",
            "port",
            "Its port [default: its first port mapping]",
            Number("PORT", |it, port| it.port = Some(port)),
        ),
    ],
};

/// Roles and keys that the task definition does not name.
pub(super) static ROLES_AND_KEYS: Group = Group {
    heading: "Roles and keys",
    type_name: "Passed",
    options: &[
        option(
            "rule-role",
            "ruleRole",
            "The role with which the rules start the task",
            Text("ARN", |it, arn| it.rule_role = Some(arn)),
        ),
        option(
            "schedule-role",
            "scheduleRole",
            "The role with which the schedules start the task",
            Text("ARN", |it, arn| it.schedule_role = Some(arn)),
        ),
        option(
            "kms-key",
            "kmsKeys",
            "A customer managed key that encrypts secrets",
            Texts("ARN", |it, arns| it.kms_keys = arns),
        ),
    ],
};

/// The options of a policy alone.
pub(super) static POLICY: Group = Group {
    heading: "",
    type_name: "",
    options: &[
        option(
            "for",
            "for",
            "Whose policy it is",
            OneOf(
                "ROLE",
                &[
                    word("codebuild", "The CodeBuild project that deploys", |it| {
                        it.kind = Kind::Policy(PolicyFor::CodeBuild);
                    }),
                    word(
                        "execution-role",
                        "The task execution role: secrets, images and logs",
                        |it| it.kind = Kind::Policy(PolicyFor::ExecutionRole),
                    ),
                    word(
                        "task-role",
                        "The task role, as far as the definition shows what it needs",
                        |it| it.kind = Kind::Policy(PolicyFor::TaskRole),
                    ),
                    word(
                        "task-events",
                        "The role with which EventBridge starts the task",
                        |it| it.kind = Kind::Policy(PolicyFor::TaskEvents),
                    ),
                    word(
                        "github-actions",
                        "The workflow of GitHub Actions that deploys",
                        |it| it.kind = Kind::Policy(PolicyFor::GitHubActions),
                    ),
                    word(
                        "batch",
                        "The batch service role of the CodeBuild project",
                        |it| {
                            it.kind = Kind::Policy(PolicyFor::Batch);
                        },
                    ),
                ],
            ),
        ),
        option(
            "format",
            "format",
            "The policy document alone, or the role with it",
            OneOf(
                "FORMAT",
                &[
                    word("json", "", |it| it.format = Format::Json),
                    word("cloudformation", "", |it| it.format = Format::Yaml),
                ],
            ),
        ),
        COMMENTS,
        option(
            "trust",
            "trust",
            "The role's trust policy, which says who may take it on, in place of its rights",
            Nothing(|it| it.trust = true),
        ),
        option(
            "exec",
            "exec",
            "The task role: somebody opens a shell in a container with ECS Exec",
            Nothing(|it| it.exec = true),
        ),
        option(
            "region",
            "region",
            "The region [default: that of the pasted ARN, log or image]",
            Text("REGION", |it, region| it.region = Some(region)),
        ),
        option(
            "account",
            "account",
            "The account's id [default: that of the pasted ARNs or image]",
            Text("ID", |it, id| it.account = Some(id)),
        ),
        option(
            "project",
            "project",
            "The CodeBuild project",
            Text("NAME", |it, name| it.project = Some(name)),
        ),
        option(
            "bucket",
            "bucket",
            "The bucket of the pipeline's artifacts",
            Text("NAME", |it, name| it.bucket = Some(name)),
        ),
        DEAD_LETTERS,
        GITHUB,
        BRANCH,
        VPC,
    ],
};

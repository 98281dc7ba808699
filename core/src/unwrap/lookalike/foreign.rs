//! Documents of other programs.

use super::{DESCRIBE, Lookalike, NOTHING_OF_ECS, both, row};

pub(super) static DOCKERRUN: Lookalike = row(
    "dockerrun",
    &["AWSEBDockerrunVersion"],
    both(
        "this looks like a Dockerrun.aws.json of Elastic Beanstalk",
        "Elastic Beanstalk の Dockerrun.aws.json のようです",
    ),
    &NOTHING_OF_ECS,
);

pub(super) static TABLE: &[Lookalike] = &[
    row(
        "terraform",
        &[
            "terraform_version",
            "planned_values",
            "resource/aws_ecs_task_definition",
        ],
        both(
            "this looks like a state, a plan or a configuration of Terraform",
            "Terraform の state、plan か設定のようです",
        ),
        &DESCRIBE,
    ),
    row(
        "compose",
        &["services/*/image", "services/*/build"],
        both(
            "this looks like a Docker Compose file",
            "Docker Compose のファイルのようです",
        ),
        &NOTHING_OF_ECS,
    ),
    row(
        "docker-inspect",
        &["HostConfig", "0/HostConfig", "RepoTags", "0/RepoTags"],
        both(
            "this looks like the output of `docker inspect`",
            "`docker inspect` の出力のようです",
        ),
        &NOTHING_OF_ECS,
    ),
    row(
        "kubernetes",
        &["apiVersion kind"],
        both(
            "this looks like a Kubernetes object",
            "Kubernetes のマニフェストのようです",
        ),
        &NOTHING_OF_ECS,
    ),
    row(
        "package-json",
        &["dependencies", "devDependencies", "version scripts"],
        both("this looks like a package.json", "package.json のようです"),
        &NOTHING_OF_ECS,
    ),
];

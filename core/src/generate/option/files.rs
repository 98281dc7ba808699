//! The files that can be generated, each with its options.

use super::build::{BUILD, BUILDSPEC, FORMAT, PIPELINE};
use super::github::WORKFLOW;
use super::moves::{BATCH, MOVES};
use super::names::{BALANCED, IMAGE, IMAGE_TARGET, POLICY, REPLACED, ROLES_AND_KEYS};
use super::starter::{ALERTS, RUN, STARTER, TIME};
use super::{File, Group};
use crate::generate::request::{Kind, PolicyFor, Trigger};

/// Every file, in the order of the help.
pub static FILES: &[File] = &[
    file(
        "buildspec",
        "CodeBuild's buildspec.yml: build, push, register, deploy",
        Kind::Buildspec,
        &[&BUILDSPEC, &FORMAT, &MOVES, &BATCH, &BUILD, &IMAGE_TARGET],
    ),
    file(
        "github-actions",
        "A workflow of GitHub Actions: check, build, push, register, deploy",
        Kind::GitHubActions,
        &[&WORKFLOW, &BUILDSPEC, &MOVES, &BUILD, &IMAGE_TARGET],
    ),
    file(
        "policy",
        "A least-privilege IAM policy with what this task definition needs",
        Kind::Policy(PolicyFor::CodeBuild),
        &[
            &POLICY,
            &MOVES,
            &BATCH,
            &BUILD,
            &IMAGE_TARGET,
            &ROLES_AND_KEYS,
        ],
    ),
    file(
        "pipeline",
        "A CloudFormation stack: source, build, artifacts and roles",
        Kind::Pipeline,
        &[
            &PIPELINE,
            &FORMAT,
            &MOVES,
            &BATCH,
            &BUILD,
            &IMAGE_TARGET,
            &ROLES_AND_KEYS,
        ],
    ),
    file(
        "appspec",
        "CodeDeploy's appspec.yaml, for a service behind a load balancer",
        Kind::AppSpec,
        &[&BALANCED, &FORMAT],
    ),
    file(
        "imagedefinitions",
        "imagedefinitions.json, for CodePipeline's action \"Amazon ECS\"",
        Kind::ImageDefinitions,
        &[&IMAGE],
    ),
    file(
        "imagedetail",
        "imageDetail.json, for CodePipeline's action \"Amazon ECS (Blue/Green)\"",
        Kind::ImageDetail,
        &[&IMAGE],
    ),
    file(
        "taskdef",
        "CodeDeploy's taskdef.json, with a placeholder for the image; it holds the values of environment \
         variables",
        Kind::TaskDefinition,
        &[&REPLACED],
    ),
    file(
        "eventbridge",
        "What runs the latest revision on schedule, as CloudFormation: a rule, a schedule or a state machine",
        Kind::EventBridge(Trigger::Schedule),
        &[&STARTER, &TIME, &RUN, &FORMAT],
    ),
    file(
        "alerts",
        "Mails about tasks that failed or did not start, as CloudFormation",
        Kind::Alerts,
        &[&ALERTS, &FORMAT],
    ),
];

const fn file(
    word: &'static str,
    about: &'static str,
    kind: Kind,
    groups: &'static [&'static Group],
) -> File {
    File {
        word,
        about,
        kind,
        groups,
    }
}

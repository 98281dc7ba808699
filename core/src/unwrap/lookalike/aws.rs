//! Documents of other services of AWS.

use super::{DESCRIBE, Lookalike, NOTHING_OF_ECS, both, row};

pub(super) static TABLE: &[Lookalike] = &[
    row(
        "imagedefinitions",
        &["0/imageUri"],
        both(
            "this looks like imagedefinitions.json, which names images for CodePipeline's ECS action",
            "CodePipeline の ECS アクションが読む imagedefinitions.json のようです",
        ),
        &DESCRIBE,
    ),
    row(
        "image-detail",
        &["ImageURI"],
        both(
            "this looks like imageDetail.json, which names an image for CodeDeploy",
            "CodeDeploy が読む imageDetail.json のようです",
        ),
        &DESCRIBE,
    ),
    row(
        "appspec",
        &["Resources/*/TargetService"],
        both(
            "this looks like a CodeDeploy AppSpec",
            "CodeDeploy の AppSpec のようです",
        ),
        &DESCRIBE,
    ),
    row(
        "cloudformation-template",
        &["AWSTemplateFormatVersion", "Resources", "TemplateBody"],
        both(
            "this looks like a CloudFormation template",
            "CloudFormation テンプレートのようです",
        ),
        &DESCRIBE,
    ),
    row(
        "cloudtrail-event",
        &[
            "eventVersion",
            "Records/*/eventType",
            "Records/*/requestParameters/family",
            "Events/*/CloudTrailEvent",
        ],
        both(
            "this looks like a CloudTrail event",
            "CloudTrail のイベントのようです",
        ),
        &DESCRIBE,
    ),
    row(
        "eventbridge-event",
        &["detail-type"],
        both(
            "this looks like an EventBridge event",
            "EventBridge のイベントのようです",
        ),
        &DESCRIBE,
    ),
    row(
        "state-machine",
        &["StartAt", "stateMachineArn"],
        both(
            "this looks like a Step Functions state machine",
            "Step Functions のステートマシンのようです",
        ),
        &DESCRIBE,
    ),
    row(
        "batch-job-definition",
        &[
            "jobDefinitionName",
            "jobDefinitions",
            "containerProperties",
            "ecsProperties",
        ],
        both(
            "this looks like an AWS Batch job definition",
            "AWS Batch のジョブ定義のようです",
        ),
        &NOTHING_OF_ECS,
    ),
];

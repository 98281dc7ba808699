//! What each role needs, for definitions of every kind: a table with its sources. A policy holds these
//! rights and no other, so that without any of its statements a call of the table fails.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::needless_pass_by_value,
    clippy::panic,
    reason = "a test fails by panicking, and a table takes values as they are written"
)]

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::{Value, json};
use taskdef_core::generate::option::{FILES, Takes};
use taskdef_core::generate::{Builder, Kind, PolicyFor, Request, generate};
use taskdef_core::{Lang, Options, Pasted, convert};

/// A definition, a role, and all that AWS's documents say that the role needs.
struct Row {
    name: &'static str,
    role: PolicyFor,
    definition: Value,
    /// `ACTION RESOURCE`, and ` if KEY=VALUE` where a condition limits it.
    needs: &'static [&'static str],
    /// What the notes have to say, each by a word of it.
    notes: &'static [&'static str],
    /// Where AWS or the plugin's author says so.
    source: &'static str,
    options: fn(&mut Request),
}

const ECR: &str =
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html";
const ECR_ELSEWHERE: &str =
    "https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html";
const CACHE: &str =
    "https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-iam.html";
const PRIVATE: &str =
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html";
const AWSLOGS: &str =
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html";
const SECRETS: &str = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html";
const PARAMETERS: &str = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-ssm-paramstore.html";
const SECRETS_ELSEWHERE: &str = "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html";
const SHARED_PARAMETERS: &str = "https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-shared-parameters.html";
const FILES_OF_VARIABLES: &str =
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html";
const FIRELENS: &str =
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html";
const FIRELENS_FILE: &str = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef-customconfig.html";
const LOGS_PLUGIN: &str = "https://docs.fluentbit.io/manual/data-pipeline/outputs/cloudwatch";
const GO_LOGS_PLUGIN: &str =
    "https://github.com/aws/amazon-cloudwatch-logs-for-fluent-bit#permissions";
const FIREHOSE: &str = "https://docs.fluentbit.io/manual/data-pipeline/outputs/firehose";
const KINESIS: &str = "https://docs.fluentbit.io/manual/data-pipeline/outputs/kinesis";
const S3: &str = "https://docs.fluentbit.io/manual/data-pipeline/outputs/s3";
const GMSA: &str = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/linux-gmsa.html";
const FARGATE_GMSA: &str =
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-linux-gmsa.html";
const BUILD_IN_VPC: &str = "https://docs.aws.amazon.com/codebuild/latest/userguide/auth-and-access-control-iam-identity-based-access-control.html";
const S3_FILES: &str = "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonS3FilesClientReadWriteAccess.html";
const EFS: &str = "https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html";
const EXEC: &str =
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html";
const XRAY: &str = "https://docs.aws.amazon.com/xray/latest/devguide/xray-daemon-ecs.html";
const KMS: &str = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html";
const BUILD: &str = "https://docs.aws.amazon.com/codebuild/latest/userguide/sample-ecr.html";

/// A definition of these containers in an account and region.
fn of(containers: Value) -> Value {
    json!({
        "taskDefinitionArn": "arn:aws:ecs:eu-west-1:111122223333:task-definition/job:3",
        "family": "job",
        "containerDefinitions": containers,
    })
}

/// A definition of one container with these members.
fn one(members: Value) -> Value {
    let mut container = json!({"name": "app", "image": "app:1"});
    merge(&mut container, members);
    of(json!([container]))
}

/// A definition with these members of its own.
fn with(mut definition: Value, members: Value) -> Value {
    merge(&mut definition, members);
    definition
}

fn merge(into: &mut Value, members: Value) {
    let (Some(into), Value::Object(members)) = (into.as_object_mut(), members) else {
        panic!("objects")
    };
    into.extend(members);
}

fn routed(options: Value) -> Value {
    one(json!({"logConfiguration": {"logDriver": "awsfirelens", "options": options}}))
}

fn on_efs(authorization: Value, read_only: bool) -> Value {
    let mount = json!({"sourceVolume": "data", "containerPath": "/data", "readOnly": read_only});
    let efs = json!({"fileSystemId": "fs-0a1b", "transitEncryption": "ENABLED", "authorizationConfig": authorization});
    with(
        one(json!({"mountPoints": [mount]})),
        json!({"volumes": [{"name": "data", "efsVolumeConfiguration": efs}]}),
    )
}

fn row(
    name: &'static str,
    role: PolicyFor,
    definition: Value,
    needs: &'static [&'static str],
    source: &'static str,
) -> Row {
    Row {
        name,
        role,
        definition,
        needs,
        notes: &[],
        source,
        options: |_| {},
    }
}

impl Row {
    fn told(self, notes: &'static [&'static str]) -> Self {
        Row { notes, ..self }
    }

    fn given(self, options: fn(&mut Request)) -> Self {
        Row { options, ..self }
    }
}

const PULL: &[&str] = &[
    "ecr:GetAuthorizationToken *",
    "ecr:BatchCheckLayerAvailability arn:aws:ecr:eu-west-1:111122223333:repository/team/app",
    "ecr:GetDownloadUrlForLayer arn:aws:ecr:eu-west-1:111122223333:repository/team/app",
    "ecr:BatchGetImage arn:aws:ecr:eu-west-1:111122223333:repository/team/app",
];

fn of_the_execution_role() -> Vec<Row> {
    let role = PolicyFor::ExecutionRole;
    let image = |image: &str| one(json!({"image": image}));
    let secret = |from: &str| one(json!({"secrets": [{"name": "S", "valueFrom": from}]}));
    let spec = |from: &str| one(json!({"credentialSpecs": [from]}));
    vec![
        row("its image in ECR", role, image("111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/app:1"), PULL, ECR),
        row("its image at a FIPS endpoint", role, image("111122223333.dkr.ecr-fips.eu-west-1.amazonaws.com/team/app:1"), PULL, ECR),
        row("an image of another account and region", role, image("444455556666.dkr.ecr.us-east-1.amazonaws.com/base/app@sha256:0"), &[
            "ecr:GetAuthorizationToken *",
            "ecr:BatchCheckLayerAvailability arn:aws:ecr:us-east-1:444455556666:repository/base/app",
            "ecr:GetDownloadUrlForLayer arn:aws:ecr:us-east-1:444455556666:repository/base/app",
            "ecr:BatchGetImage arn:aws:ecr:us-east-1:444455556666:repository/base/app",
        ], ECR_ELSEWHERE).told(&["repository's policy over there"]),
        row("an image of a pull-through cache", role, image("111122223333.dkr.ecr.eu-west-1.amazonaws.com/docker-hub/library/nginx:1"), &[
            "ecr:GetAuthorizationToken *",
            "ecr:BatchCheckLayerAvailability arn:aws:ecr:eu-west-1:111122223333:repository/docker-hub/library/nginx",
            "ecr:GetDownloadUrlForLayer arn:aws:ecr:eu-west-1:111122223333:repository/docker-hub/library/nginx",
            "ecr:BatchGetImage arn:aws:ecr:eu-west-1:111122223333:repository/docker-hub/library/nginx",
        ], CACHE).told(&["ecr:BatchImportUpstreamImage"]),
        row("a sidecar from public ECR needs nothing", role, of(json!([
            {"name": "app", "image": "111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/app:1"},
            {"name": "side", "image": "public.ecr.aws/team/side:1"},
        ])), PULL, ECR),
        row("an image in China", role, json!({
            "taskDefinitionArn": "arn:aws-cn:ecs:cn-north-1:111122223333:task-definition/job:3", "family": "job",
            "containerDefinitions": [{"name": "app", "image": "111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/team/app"}],
        }), &[
            "ecr:GetAuthorizationToken *",
            "ecr:BatchCheckLayerAvailability arn:aws-cn:ecr:cn-north-1:111122223333:repository/team/app",
            "ecr:GetDownloadUrlForLayer arn:aws-cn:ecr:cn-north-1:111122223333:repository/team/app",
            "ecr:BatchGetImage arn:aws-cn:ecr:cn-north-1:111122223333:repository/team/app",
        ], ECR),
        row("a private registry", role, one(json!({"image": "registry.example.com/app:1", "repositoryCredentials":
            {"credentialsParameter": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:hub-AbCdEf"}})), &[
            "secretsmanager:GetSecretValue arn:aws:secretsmanager:eu-west-1:111122223333:secret:hub-AbCdEf",
        ], PRIVATE),
        row("logs", role, one(json!({"logConfiguration": {"logDriver": "awslogs",
            "options": {"awslogs-group": "/ecs/job", "awslogs-region": "eu-west-1"}}})), &[
            "logs:CreateLogStream arn:aws:logs:eu-west-1:111122223333:log-group:/ecs/job:*",
            "logs:PutLogEvents arn:aws:logs:eu-west-1:111122223333:log-group:/ecs/job:*",
        ], AWSLOGS),
        row("logs in another region, in a group that is made", role, one(json!({"logConfiguration": {"logDriver": "awslogs",
            "options": {"awslogs-group": "g", "awslogs-region": "us-east-1", "awslogs-create-group": "true"}}})), &[
            "logs:CreateLogGroup arn:aws:logs:us-east-1:111122223333:log-group:g",
            "logs:CreateLogGroup arn:aws:logs:us-east-1:111122223333:log-group:g:*",
            "logs:CreateLogStream arn:aws:logs:us-east-1:111122223333:log-group:g:*",
            "logs:PutLogEvents arn:aws:logs:us-east-1:111122223333:log-group:g:*",
        ], AWSLOGS),
        row("a secret, by one of its keys", role, secret("arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf:password::"), &[
            "secretsmanager:GetSecretValue arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf",
        ], SECRETS).told(&["--kms-key"]),
        row("secrets under two keys", role, secret("arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf"), &[
            "secretsmanager:GetSecretValue arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf",
            "kms:Decrypt arn:aws:kms:eu-west-1:111122223333:key/a",
            "kms:Decrypt arn:aws:kms:eu-west-1:111122223333:key/b",
        ], KMS).given(|it| {
            it.kms_keys = ["a", "b"].map(|key| format!("arn:aws:kms:eu-west-1:111122223333:key/{key}")).to_vec();
        }).told(&["policy of each key"]),
        row("a secret of another account", role, secret("arn:aws:secretsmanager:eu-west-1:444455556666:secret:db-AbCdEf"), &[
            "secretsmanager:GetSecretValue arn:aws:secretsmanager:eu-west-1:444455556666:secret:db-AbCdEf",
        ], SECRETS_ELSEWHERE).told(&["resource policy over there"]),
        row("a parameter, by name", role, secret("/job/key"), &[
            "ssm:GetParameters arn:aws:ssm:eu-west-1:111122223333:parameter/job/key",
        ], PARAMETERS),
        row("a parameter in GovCloud", role, secret("arn:aws-us-gov:ssm:us-gov-west-1:111122223333:parameter/key"), &[
            "ssm:GetParameters arn:aws-us-gov:ssm:us-gov-west-1:111122223333:parameter/key",
        ], PARAMETERS),
        row("a secret of the log driver", role, one(json!({"logConfiguration": {"logDriver": "splunk", "options": {},
            "secretOptions": [{"name": "splunk-token", "valueFrom": "arn:aws:ssm:eu-west-1:111122223333:parameter/splunk"}]}})), &[
            "ssm:GetParameters arn:aws:ssm:eu-west-1:111122223333:parameter/splunk",
        ], PARAMETERS),
        row("a file of variables", role, one(json!({"environmentFiles": [{"type": "s3", "value": "arn:aws:s3:::conf/a/b.env"}]})), &[
            "s3:GetObject arn:aws:s3:::conf/a/b.env", "s3:GetBucketLocation arn:aws:s3:::conf",
        ], FILES_OF_VARIABLES),
        row("FireLens' configuration in S3", role, one(json!({"firelensConfiguration": {"type": "fluentbit",
            "options": {"config-file-type": "s3", "config-file-value": "arn:aws:s3:::fl-conf/fluent.conf"}}})), &[
            "s3:GetObject arn:aws:s3:::fl-conf/fluent.conf", "s3:GetBucketLocation arn:aws:s3:::fl-conf",
        ], FIRELENS_FILE),
        row("a credential specification in S3", role, spec("credentialspec:arn:aws:s3:::gmsa/cred.json"), &[
            "s3:GetObject arn:aws:s3:::gmsa/cred.json", "s3:GetBucketLocation arn:aws:s3:::gmsa",
        ], GMSA),
        row("a domainless one in Parameter Store", role, spec("credentialspecdomainless:arn:aws:ssm:eu-west-1:111122223333:parameter/cred"), &[
            "ssm:GetParameters arn:aws:ssm:eu-west-1:111122223333:parameter/cred",
        ], FARGATE_GMSA).told(&["domainless"]),
        row("one in the older member", role, one(json!({"dockerSecurityOptions": ["credentialspec:arn:aws:s3:::gmsa/c.json", "label:disable"]})), &[
            "s3:GetObject arn:aws:s3:::gmsa/c.json", "s3:GetBucketLocation arn:aws:s3:::gmsa",
        ], GMSA),
        row("an image, and a file system of the task role", role, with(
            image("111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/app:1"),
            json!({"volumes": [{"name": "d", "efsVolumeConfiguration": {"fileSystemId": "fs-1", "authorizationConfig": {"iam": "ENABLED"}}}]}),
        ), PULL, ECR).told(&["task role needs rights too"]),
    ]
}

/// What placeholders stand for is named once they are filled in, and no kind and no end of a name is guessed.
fn of_what_is_open() -> Vec<Row> {
    let role = PolicyFor::ExecutionRole;
    // What can be named keeps the policy from being refused.
    let beside = |members: Value| with_credentials(one(members));
    let secret = |from: &str| beside(json!({"secrets": [{"name": "S", "valueFrom": from}]}));
    vec![
        row("a secret in a place that CloudFormation fills in", role, one(json!({"secrets": [
            {"name": "S", "valueFrom": "arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:db-AbCdEf"}]})), &[
            "secretsmanager:GetSecretValue arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf",
        ], SECRETS),
        row("a file in a partition that CloudFormation fills in", role, one(json!({"environmentFiles": [
            {"type": "s3", "value": "arn:${AWS::Partition}:s3:::conf/b.env"}]})), &[
            "s3:GetObject arn:aws:s3:::conf/b.env", "s3:GetBucketLocation arn:aws:s3:::conf",
        ], FILES_OF_VARIABLES),
        row("a secret in an account to be filled in", role, secret("arn:aws:secretsmanager:<REGION>:%ACCOUNT%:secret:db-AbCdEf"), &[
            "secretsmanager:GetSecretValue arn:aws:secretsmanager:<REGION>:%ACCOUNT%:secret:db-AbCdEf", HUB,
        ], SECRETS).told(&["<REGION> is still to be filled in", "%ACCOUNT% is still to be filled in"]),
        row("a reference of no known kind", role, secret("<DB_SECRET_ARN>"), &[HUB], SECRETS)
            .told(&["<DB_SECRET_ARN> is still a placeholder"]),
        row("the same with a key", role, secret("${DB_SECRET_ARN}:password::"), &[HUB], SECRETS)
            .told(&["${DB_SECRET_ARN} is still a placeholder"]),
        row("a service to be filled in", role, secret("arn:aws:<SERVICE>:eu-west-1:111122223333:x"), &[HUB], SECRETS)
            .told(&["<SERVICE> is still a placeholder"]),
        row("a parameter's name that a shell fills in", role, secret("/job/${ENV}/key"), &[HUB], PARAMETERS)
            .told(&["${ENV} is still a placeholder"]),
        row("a log group that a shell fills in", role, beside(json!({"logConfiguration": {"logDriver": "awslogs",
            "options": {"awslogs-group": "/ecs/$ENV", "awslogs-region": "eu-west-1"}}})), &[HUB], AWSLOGS)
            .told(&["$ENV is still a placeholder"]),
        row("a file to be filled in", role, beside(json!({"environmentFiles": [{"type": "s3", "value": "<ENV_FILE>"}]})), &[HUB],
            FILES_OF_VARIABLES).told(&["<ENV_FILE> is still a placeholder"]),
        row("a file by its address", role, beside(json!({"environmentFiles": [{"type": "s3", "value": "s3://conf/b.env"}]})), &[HUB],
            FILES_OF_VARIABLES).told(&["ECS does not read there"]),
        row("a specification to be filled in", role, beside(json!({"credentialSpecs": ["credentialspec:{{ spec }}"]})), &[HUB], GMSA)
            .told(&["{{ spec }} is still a placeholder"]),
        row("credentials in Parameter Store", role, of(json!([
            {"name": "hub", "image": "r/a:1", "repositoryCredentials": {"credentialsParameter": HUB_ARN}},
            {"name": "app", "image": "r/a:1",
                "repositoryCredentials": {"credentialsParameter": "arn:aws:ssm:eu-west-1:111122223333:parameter/hub"}},
        ])), &[HUB], PRIVATE).told(&["ECS does not read there"]),
        row("a name that may lack what is appended", role, secret("arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-secret"), &[
            "secretsmanager:GetSecretValue arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-secret",
            "secretsmanager:GetSecretValue arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-secret-??????", HUB,
        ], SECRETS).told(&["the policy allows both"]),
        row("a name that lacks it", role, secret("arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-password"), &[
            "secretsmanager:GetSecretValue arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-password-??????", HUB,
        ], SECRETS),
        row("a parameter of another account", role, secret("arn:aws:ssm:eu-west-1:444455556666:parameter/key"), &[
            "ssm:GetParameters arn:aws:ssm:eu-west-1:444455556666:parameter/key", HUB,
        ], SHARED_PARAMETERS).told(&["AWS RAM"]),
    ]
}

const HUB_ARN: &str = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:hub-AbCdEf";
const HUB: &str =
    "secretsmanager:GetSecretValue arn:aws:secretsmanager:eu-west-1:111122223333:secret:hub-AbCdEf";

fn with_credentials(mut definition: Value) -> Value {
    let credentials = json!({"credentialsParameter": HUB_ARN});
    definition["containerDefinitions"][0]["repositoryCredentials"] = credentials;
    definition
}

fn of_the_task_role() -> Vec<Row> {
    let role = PolicyFor::TaskRole;
    vec![
        row("EFS through an access point", role, on_efs(json!({"iam": "ENABLED", "accessPointId": "fsap-1"}), false), &[
            "elasticfilesystem:ClientMount arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-0a1b if \
             elasticfilesystem:AccessPointArn=arn:aws:elasticfilesystem:eu-west-1:111122223333:access-point/fsap-1",
            "elasticfilesystem:ClientWrite arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-0a1b if \
             elasticfilesystem:AccessPointArn=arn:aws:elasticfilesystem:eu-west-1:111122223333:access-point/fsap-1",
        ], EFS).told(&["ClientRootAccess"]),
        row("EFS, only read", role, on_efs(json!({"iam": "ENABLED"}), true), &[
            "elasticfilesystem:ClientMount arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-0a1b",
        ], EFS),
        row("S3 Files through an access point", role, with(one(json!({"mountPoints": [{"sourceVolume": "f", "containerPath": "/f"}]})),
            json!({"volumes": [{"name": "f", "s3filesVolumeConfiguration": {
                "fileSystemArn": "arn:aws:s3files:eu-west-1:111122223333:file-system/fs-1",
                "accessPointArn": "arn:aws:s3files:eu-west-1:111122223333:file-system/fs-1/access-point/fsap-1"}}]})), &[
            "s3files:ClientMount arn:aws:s3files:eu-west-1:111122223333:file-system/fs-1",
            "s3files:ClientWrite arn:aws:s3files:eu-west-1:111122223333:file-system/fs-1",
        ], S3_FILES).told(&["linked to a bucket"]),
        row("S3 Files that nobody mounts to write", role, with(one(json!({})), json!({"volumes": [{"name": "f",
            "s3filesVolumeConfiguration": {"fileSystemArn": "arn:aws:s3files:eu-west-1:111122223333:file-system/fs-1"}}]})), &[
            "s3files:ClientMount arn:aws:s3files:eu-west-1:111122223333:file-system/fs-1",
        ], S3_FILES),
        row("EFS without IAM, and ECS Exec", role, on_efs(json!({"iam": "DISABLED"}), false), &[
            "ssmmessages:CreateControlChannel *", "ssmmessages:CreateDataChannel *",
            "ssmmessages:OpenControlChannel *", "ssmmessages:OpenDataChannel *",
        ], EXEC).given(|it| it.exec = true).told(&["logs the sessions"]),
        row("FireLens to CloudWatch", role, routed(json!({"Name": "cloudwatch_logs", "region": "us-east-1",
            "log_group_name": "/fl/job", "auto_create_group": "true", "log_retention_days": "30"})), &[
            "logs:CreateLogStream arn:aws:logs:us-east-1:111122223333:log-group:/fl/job:*",
            "logs:PutLogEvents arn:aws:logs:us-east-1:111122223333:log-group:/fl/job:*",
            "logs:CreateLogGroup arn:aws:logs:us-east-1:111122223333:log-group:/fl/job",
            "logs:CreateLogGroup arn:aws:logs:us-east-1:111122223333:log-group:/fl/job:*",
            "logs:PutRetentionPolicy arn:aws:logs:us-east-1:111122223333:log-group:/fl/job:*",
        ], LOGS_PLUGIN),
        row("FireLens to CloudWatch, the older plugin, a group that it fills in", role, routed(json!({"name": "cloudwatch",
            "region": "eu-west-1", "log_group_name": "/fl/$(ecs_cluster)", "auto_create_group": "false"})), &[
            "logs:CreateLogStream arn:aws:logs:eu-west-1:111122223333:log-group:/fl/*:*",
            "logs:PutLogEvents arn:aws:logs:eu-west-1:111122223333:log-group:/fl/*:*",
            "logs:DescribeLogStreams arn:aws:logs:eu-west-1:111122223333:log-group:/fl/*:*",
        ], GO_LOGS_PLUGIN),
        row("FireLens to Firehose", role, routed(json!({"Name": "firehose", "region": "eu-west-1", "delivery_stream": "logs"})), &[
            "firehose:PutRecordBatch arn:aws:firehose:eu-west-1:111122223333:deliverystream/logs",
        ], FIRELENS),
        row("FireLens to Kinesis", role, routed(json!({"Name": "kinesis_streams", "region": "us-west-2", "stream": "logs"})), &[
            "kinesis:PutRecords arn:aws:kinesis:us-west-2:111122223333:stream/logs",
        ], KINESIS),
        row("FireLens to S3", role, routed(json!({"Name": "s3", "region": "eu-west-1", "bucket": "job-logs", "upload_timeout": "1m"})), &[
            "s3:PutObject arn:aws:s3:::job-logs/*",
        ], S3),
        row("FireLens to another account", role, routed(json!({"Name": "firehose", "region": "eu-west-1",
            "delivery_stream": "logs", "role_arn": "arn:aws:iam::444455556666:role/logs"})), &[
            "sts:AssumeRole arn:aws:iam::444455556666:role/logs",
        ], FIREHOSE),
        row("Fluentd to Firehose, and the X-Ray daemon", role, of(json!([
            {"name": "app", "image": "app:1", "logConfiguration": {"logDriver": "awsfirelens",
                "options": {"@type": "kinesis_firehose", "region": "eu-west-1", "delivery_stream_name": "logs"}}},
            {"name": "xray", "image": "public.ecr.aws/xray/aws-xray-daemon:3.x"},
            {"name": "other", "image": "app:1", "logConfiguration": {"logDriver": "awsfirelens"}},
        ])), &[
            "firehose:PutRecordBatch arn:aws:firehose:eu-west-1:111122223333:deliverystream/logs",
            "xray:PutTraceSegments *", "xray:PutTelemetryRecords *", "xray:GetSamplingRules *",
            "xray:GetSamplingTargets *", "xray:GetSamplingStatisticSummaries *",
        ], XRAY).told(&["router's own configuration"]),
    ]
}

fn of_a_build() -> Vec<Row> {
    vec![
        row("a build on base images in two registries", PolicyFor::CodeBuild, one(json!({
            "image": "111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/app:1"})), &[
            "logs:CreateLogGroup arn:aws:logs:eu-west-1:111122223333:log-group:/aws/codebuild/build",
            "logs:CreateLogGroup arn:aws:logs:eu-west-1:111122223333:log-group:/aws/codebuild/build:*",
            "logs:CreateLogStream arn:aws:logs:eu-west-1:111122223333:log-group:/aws/codebuild/build",
            "logs:CreateLogStream arn:aws:logs:eu-west-1:111122223333:log-group:/aws/codebuild/build:*",
            "logs:PutLogEvents arn:aws:logs:eu-west-1:111122223333:log-group:/aws/codebuild/build",
            "logs:PutLogEvents arn:aws:logs:eu-west-1:111122223333:log-group:/aws/codebuild/build:*",
            "ecr:GetAuthorizationToken *",
            "ecr:BatchCheckLayerAvailability arn:aws:ecr:eu-west-1:111122223333:repository/team/app",
            "ecr:InitiateLayerUpload arn:aws:ecr:eu-west-1:111122223333:repository/team/app",
            "ecr:UploadLayerPart arn:aws:ecr:eu-west-1:111122223333:repository/team/app",
            "ecr:CompleteLayerUpload arn:aws:ecr:eu-west-1:111122223333:repository/team/app",
            "ecr:PutImage arn:aws:ecr:eu-west-1:111122223333:repository/team/app",
            "ecr:BatchGetImage arn:aws:ecr:eu-west-1:111122223333:repository/team/app",
            "ecr:DescribeImages arn:aws:ecr:eu-west-1:111122223333:repository/team/app",
            "ecr:BatchCheckLayerAvailability arn:aws:ecr:eu-west-1:111122223333:repository/base/java",
            "ecr:GetDownloadUrlForLayer arn:aws:ecr:eu-west-1:111122223333:repository/base/java",
            "ecr:BatchGetImage arn:aws:ecr:eu-west-1:111122223333:repository/base/java",
            "ecr:BatchCheckLayerAvailability arn:aws:ecr:us-east-1:444455556666:repository/base/os",
            "ecr:GetDownloadUrlForLayer arn:aws:ecr:us-east-1:444455556666:repository/base/os",
            "ecr:BatchGetImage arn:aws:ecr:us-east-1:444455556666:repository/base/os",
            "ecs:RegisterTaskDefinition arn:aws:ecs:eu-west-1:111122223333:task-definition/job:*",
        ], BUILD).given(|it| {
            it.project = Some("build".to_owned());
            it.base_images = vec![
                "111122223333.dkr.ecr.eu-west-1.amazonaws.com/base/java:21".to_owned(),
                "444455556666.dkr.ecr.us-east-1.amazonaws.com/base/os:1".to_owned(),
            ];
        }),
        row("a build in a VPC that pushes nothing", PolicyFor::CodeBuild, one(json!({})), &[
            "logs:CreateLogGroup arn:aws:logs:eu-west-1:111122223333:log-group:/aws/codebuild/build",
            "logs:CreateLogGroup arn:aws:logs:eu-west-1:111122223333:log-group:/aws/codebuild/build:*",
            "logs:CreateLogStream arn:aws:logs:eu-west-1:111122223333:log-group:/aws/codebuild/build",
            "logs:CreateLogStream arn:aws:logs:eu-west-1:111122223333:log-group:/aws/codebuild/build:*",
            "logs:PutLogEvents arn:aws:logs:eu-west-1:111122223333:log-group:/aws/codebuild/build",
            "logs:PutLogEvents arn:aws:logs:eu-west-1:111122223333:log-group:/aws/codebuild/build:*",
            "ecs:RegisterTaskDefinition arn:aws:ecs:eu-west-1:111122223333:task-definition/job:*",
            "ec2:CreateNetworkInterface arn:aws:ec2:eu-west-1:111122223333:network-interface/*",
            "ec2:CreateNetworkInterface arn:aws:ec2:eu-west-1:111122223333:subnet/*",
            "ec2:CreateNetworkInterface arn:aws:ec2:eu-west-1:111122223333:security-group/*",
            "ec2:DeleteNetworkInterface arn:aws:ec2:eu-west-1:111122223333:network-interface/*",
            "ec2:DeleteNetworkInterface arn:aws:ec2:eu-west-1:111122223333:subnet/*",
            "ec2:DeleteNetworkInterface arn:aws:ec2:eu-west-1:111122223333:security-group/*",
            "ec2:DescribeDhcpOptions *",
            "ec2:DescribeNetworkInterfaces *", "ec2:DescribeSecurityGroups *", "ec2:DescribeSubnets *",
            "ec2:DescribeVpcs *",
            "ec2:CreateNetworkInterfacePermission arn:aws:ec2:eu-west-1:111122223333:network-interface/* \
             if ec2:AuthorizedService=codebuild.amazonaws.com if ec2:Subnet=arn:*:ec2:*:*:subnet/<BUILD_SUBNETS>",
        ], BUILD_IN_VPC).given(|it| {
            it.project = Some("build".to_owned());
            it.builder = Builder::None;
            it.vpc = true;
        }),
    ]
}

#[test]
fn every_role_gets_what_awss_documents_ask_and_nothing_else() {
    let parts = [
        of_the_execution_role(),
        of_what_is_open(),
        of_the_task_role(),
        of_a_build(),
    ];
    let rows: Vec<Row> = parts.into_iter().flatten().collect();
    assert!(rows.len() >= 30, "{} rows", rows.len());
    for row in rows {
        let conversion = convert(
            &Pasted::text(&row.definition.to_string()),
            &Options::default(),
        );
        let conversion = conversion.expect("a task definition");
        for lang in [Lang::En, Lang::Ja] {
            let mut request = Request {
                lang,
                ..Request::new(Kind::Policy(row.role))
            };
            (row.options)(&mut request);
            let made = generate(&conversion, &request);
            let made = made.unwrap_or_else(|refusal| panic!("{}: {refusal:?}", row.name));
            let wanted: BTreeSet<String> = row.needs.iter().map(|&need| need.to_owned()).collect();
            assert_eq!(
                wanted.len(),
                row.needs.len(),
                "{}: a need stands twice",
                row.name
            );
            assert_eq!(rights(&made.text), wanted, "{}: {}", row.name, row.source);
            assert!(row.source.starts_with("https://"), "{}", row.name);
            for told in row.notes.iter().filter(|_| lang == Lang::En) {
                let notes = made.notes.join("\n");
                assert!(
                    notes.contains(told),
                    "{}: no note on {told} in\n{notes}",
                    row.name
                );
            }
        }
    }
}

/// A placeholder may stand for this account, and what is unknown is no reason to say that nothing is needed.
#[test]
fn a_placeholder_proves_nothing() {
    let made = |from: &str, image: &str| {
        let secrets = json!({"image": image, "secrets": [{"name": "S", "valueFrom": from}]});
        let conversion = convert(
            &Pasted::text(&one(secrets).to_string()),
            &Options::default(),
        );
        let request = Request::new(Kind::Policy(PolicyFor::ExecutionRole));
        generate(&conversion.expect("a task definition"), &request)
    };
    for account in [
        "<ACCOUNT_ID>",
        "%ACCOUNT%",
        "${ACCOUNT}",
        "${AWS::AccountId}",
    ] {
        let image = format!("{account}.dkr.ecr.eu-west-1.amazonaws.com/team/app:1");
        let from = format!("arn:aws:ssm:eu-west-1:{account}:parameter/x");
        let made = made(&from, &image).expect("a policy");
        let notes = made.notes.join("\n");
        assert!(!notes.contains("another account"), "{notes}");
        let is_filled_in = account.contains("AWS::");
        assert!(is_filled_in || notes.contains(account), "{notes}");
        assert!(!made.text.contains("${$}"), "{}", made.text);
    }
    let refused = made("<SECRET>", "app:1").map_err(|refusal| refusal.id());
    assert_eq!(refused.err(), Some("still-open"));
}

/// Each placeholder that stands in a file is told, those in the roles that it passes, too.
#[test]
fn every_placeholder_in_the_file_is_told() {
    let role = json!({"taskRoleArn": "arn:aws:iam::<ACCOUNT_ID>:role/job"});
    let mut definition = with(one(json!({})), role);
    definition["taskDefinitionArn"].take();
    let conversion = convert(&Pasted::text(&definition.to_string()), &Options::default());
    let conversion = conversion.expect("a task definition");
    for lang in [Lang::En, Lang::Ja] {
        let request = Request {
            lang,
            ..Request::new(Kind::Policy(PolicyFor::CodeBuild))
        };
        let made = generate(&conversion, &request).expect("a policy");
        for placeholder in ["<ACCOUNT_ID>", "<REGION>"] {
            assert!(made.text.contains(placeholder));
            let told = made.notes.iter().any(|note| note.starts_with(placeholder));
            assert!(told, "{placeholder}: {:?}", made.notes);
        }
    }
}

#[test]
fn where_nothing_shows_a_need_there_is_no_policy() {
    let refused = |definition: Value, options: fn(&mut Request)| {
        let conversion = convert(&Pasted::text(&definition.to_string()), &Options::default());
        let mut request = Request::new(Kind::Policy(PolicyFor::TaskRole));
        options(&mut request);
        generate(&conversion.expect("a task definition"), &request).map_err(|refusal| refusal.id())
    };
    assert_eq!(refused(one(json!({})), |_| {}).err(), Some("nothing-shown"));
    // A partner's plugin needs nothing of AWS.
    let partner = routed(json!({"Name": "datadog", "apikey": "k", "role_arn": "x", "stream": "s"}));
    assert_eq!(refused(partner, |_| {}).err(), Some("nothing-shown"));
    let base = |it: &mut Request| it.base_images = vec!["maven:3".to_owned()];
    assert_eq!(refused(one(json!({})), base).err(), Some("base-elsewhere"));
}

/// A trust policy stands beside each role's rights, with the service that takes it on.
#[test]
fn every_role_has_its_trust_policy() {
    let roles = FILES
        .iter()
        .flat_map(taskdef_core::generate::option::File::options);
    let (_, option) = roles
        .into_iter()
        .find(|(_, option)| option.name == "for")
        .expect("--for");
    let Takes::Word(_, words) = option.takes else {
        panic!("--for takes words")
    };
    let conversion = convert(
        &Pasted::text(&one(json!({})).to_string()),
        &Options::default(),
    );
    let conversion = conversion.expect("a task definition");
    for word in words {
        let mut request = Request {
            trust: true,
            ..Request::new(Kind::Policy(PolicyFor::CodeBuild))
        };
        (word.set)(&mut request);
        let made = generate(&conversion, &request)
            .unwrap_or_else(|refusal| panic!("{}: {refusal:?}", word.name));
        let trust: Value = serde_json::from_str(&made.text).expect("JSON");
        let statement = &trust["Statement"][0];
        // No service of AWS takes it on: tests/workflow.rs.
        if word.name == "github-actions" {
            let provider = statement["Principal"]["Federated"].as_str();
            assert!(provider.is_some_and(|it| it.ends_with("githubusercontent.com")));
            continue;
        }
        let service = match word.name {
            "codebuild" | "batch" => "codebuild.amazonaws.com",
            "task-events" => "scheduler.amazonaws.com",
            _ => "ecs-tasks.amazonaws.com",
        };
        assert_eq!(statement["Principal"]["Service"], service, "{}", word.name);
        assert_eq!(statement["Action"], "sts:AssumeRole");
        assert_eq!(
            statement["Condition"]["StringEquals"]["aws:SourceAccount"],
            "111122223333"
        );
        assert_eq!(made.name, "trust.json");
    }
}

/// The rights of a policy, each by itself.
fn rights(policy: &str) -> BTreeSet<String> {
    let policy: Value = serde_json::from_str(policy).expect("JSON");
    let texts = |value: &Value| match value {
        Value::Array(list) => list.clone(),
        value => vec![value.clone()],
    };
    let mut rights = BTreeSet::new();
    for statement in policy["Statement"].as_array().expect("statements") {
        let mut condition = String::new();
        for operator in ["ArnEquals", "StringEquals", "ArnLike"] {
            let keys = statement["Condition"][operator].as_object();
            for (key, value) in keys.into_iter().flatten() {
                let value = value.as_str().unwrap_or_default();
                let _ = write!(condition, " if {key}={value}");
            }
        }
        let has_condition = !statement["Condition"].is_null();
        assert_eq!(has_condition, !condition.is_empty(), "{statement}");
        for action in texts(&statement["Action"]) {
            for resource in texts(&statement["Resource"]) {
                let (action, resource) = (
                    action.as_str().expect("a text"),
                    resource.as_str().expect("a text"),
                );
                rights.insert(format!("{action} {resource}{condition}"));
            }
        }
    }
    rights
}

//! The article on CI/CD for scheduled ECS tasks from which the project comes, line by line: what each
//! line of its buildspec, its commands and its stack does, some generated file does too, or there is a
//! reason why not. The table of fields to remove is in `tests/fixtures/good/article.json`.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    reason = "a test reads files, and fails by panicking"
)]

use std::fs;
use std::path::Path;

use taskdef_core::generate::{Format, Kind, Request, Trigger, generate, next};
use taskdef_core::{Conversion, Options, Pasted, convert};

/// How a line of the article is served.
enum Served {
    /// By a line of the file that holds these words.
    By(Kind, &'static str),
    /// By a step of the way that holds these words.
    ByStep(&'static str),
    /// Not at all, since it would do harm or nothing.
    Not(&'static str),
}

use Served::{By, ByStep, Not};

const SPEC: Kind = Kind::Buildspec;
const STACK: Kind = Kind::Pipeline;

/// The article's lines, in its order.
const LINES: &[(&str, Served)] = &[
    // Section 2, the steps.
    (
        "taskdef-update.json from taskdef.json",
        ByStep("taskdef convert taskdef.json"),
    ),
    (
        "register-task-definition --cli-input-json",
        By(SPEC, "register-task-definition --cli-input-json"),
    ),
    (
        "update-service --cluster --service --task-definition",
        By(SPEC, "aws ecs update-service"),
    ),
    (
        "the next batch uses it",
        ByStep("tonight's run uses the new one"),
    ),
    (
        "step 3: look at the container",
        ByStep("taskdef run xxxx-dev-xxxx-batch-task"),
    ),
    ("step 3, in the build", By(SPEC, "aws ecs run-task")),
    // Section 2, the buildspec.
    ("version: 0.2", By(SPEC, "version: 0.2")),
    (
        "parameter-store: DOCKER_USER",
        By(SPEC, "DOCKERHUB_USER: /CodeBuild/"),
    ),
    (
        "parameter-store: DOCKER_TOKEN",
        By(SPEC, "DOCKERHUB_PASS: /CodeBuild/"),
    ),
    (
        "runtime-versions: java: corretto11",
        By(SPEC, "java: corretto21"),
    ),
    (
        "mvn clean",
        By(SPEC, "clean dependency:copy-dependencies package"),
    ),
    (
        "$(aws ecr get-login --no-include-email)",
        By(SPEC, "aws ecr get-login-password"),
    ),
    (
        "IMAGE_TAG from the commit, cut -c 1-7",
        By(SPEC, "cut -c 1-7"),
    ),
    (
        "docker login -u DOCKER_USER --password-stdin",
        By(SPEC, "docker login --username \"$DOCKERHUB_USER\""),
    ),
    (
        "echo Build started on `date`",
        Not("CodeBuild's log has the times of its phases"),
    ),
    (
        "mvnw … dependency:copy-dependencies package",
        By(SPEC, "sh mvnw --batch-mode"),
    ),
    (
        "-Dmaven.test.skip=true",
        Not("with --reports the tests run; without, it is there"),
    ),
    (
        "docker build -t $REPOSITORY_URI",
        By(SPEC, "docker build --tag"),
    ),
    (
        "docker tag latest, push latest",
        Not("a tag that moves tells of no revision what runs; --keep-latest does both"),
    ),
    (
        "docker push $REPOSITORY_URI:$IMAGE_TAG",
        By(SPEC, "docker push \"$REPOSITORY_URI:$IMAGE_TAG\""),
    ),
    ("imageDetail.json by echo", By(SPEC, "> imageDetail.json")),
    (
        "artifacts: files: imageDetail.json",
        By(SPEC, "- imageDetail.json"),
    ),
    // Section 3.
    (
        "the parameter XXX_XXX_TEST_TEST",
        ByStep("--env NAME=VALUE"),
    ),
    (
        "CPU 256 to 512, memory to 2048",
        ByStep("--cpu CPU --memory MEMORY"),
    ),
    (
        "opened in the console",
        ByStep("containerDefinitions[].[name, environment[].name, secrets[].name]"),
    ),
    // Section 4, the stack.
    (
        "Description",
        By(
            STACK,
            "Description: Builds an image and deploys it to ECS without CodeDeploy",
        ),
    ),
    ("Parameters: AwsTokyoRegion", By(STACK, "${AWS::Region}")),
    ("Parameters: Service", By(STACK, "  Service:")),
    ("Parameters: Env", By(STACK, "  Env:")),
    ("CloudwatchEventRole", By(STACK, "  EventRole:")),
    (
        "codepipeline:StartPipelineExecution",
        By(STACK, "codepipeline:StartPipelineExecution"),
    ),
    ("CodeBuildServiceRole", By(STACK, "  CodeBuildRole:")),
    ("logs:*", By(STACK, "logs:PutLogEvents")),
    (
        "s3 on the bucket's objects",
        By(STACK, "s3:GetObjectVersion"),
    ),
    (
        "s3:GetBucketAcl",
        Not("nothing of the build calls it; GetBucketLocation is on the bucket now"),
    ),
    (
        "codebuild:CreateReportGroup …",
        By(STACK, "codebuild:BatchPutTestCases"),
    ),
    (
        "codebuild:BatchPutCodeCoverages",
        Not("the reports are those of tests, as JUnit"),
    ),
    ("ecr:*, to push", By(STACK, "ecr:PutImage")),
    (
        "ecr:ListImages, DescribeRepositories, GetRepositoryPolicy",
        Not("nothing of the build calls them"),
    ),
    ("ecr:DescribeImages", By(STACK, "ecr:DescribeImages")),
    (
        "AmazonSSMFullAccess",
        By(STACK, "Action: ssm:GetParameters"),
    ),
    ("CodePipelineServiceRole", By(STACK, "  PipelineRole:")),
    (
        "iam:PassRole on *",
        By(STACK, "iam:PassedToService: ecs-tasks.amazonaws.com"),
    ),
    (
        "s3:GetBucketVersioning",
        By(STACK, "s3:GetBucketVersioning"),
    ),
    (
        "codecommit: GetBranch …",
        By(STACK, "codecommit:UploadArchive"),
    ),
    (
        "codecommit:GetRepository",
        Not("a full clone needs it, and this pipeline makes none"),
    ),
    (
        "codedeploy:*, ec2:*, rds:*, …",
        Not("nothing of the pipeline calls them"),
    ),
    (
        "codebuild:StartBuild, BatchGetBuilds",
        By(STACK, "codebuild:BatchGetBuilds"),
    ),
    (
        "ecs:* on the pipeline's role",
        By(STACK, "Sid: UpdateService"),
    ),
    ("ArtifactBucket", By(STACK, "Type: AWS::S3::Bucket")),
    (
        "PublicAccessBlockConfiguration",
        By(STACK, "RestrictPublicBuckets: true"),
    ),
    ("BucketEncryption AES256", By(STACK, "SSEAlgorithm: AES256")),
    (
        "tags Service and Environment",
        By(STACK, "Key: Environment"),
    ),
    (
        "Events rule: CodeCommit Repository State Change",
        By(STACK, "CodeCommit Repository State Change"),
    ),
    (
        "referenceCreated, referenceUpdated",
        By(STACK, "referenceUpdated"),
    ),
    (
        "CodeBuildProject",
        By(STACK, "Type: AWS::CodeBuild::Project"),
    ),
    ("PrivilegedMode: true", By(STACK, "PrivilegedMode: true")),
    (
        "Image: aws/codebuild/standard:4.0",
        By(STACK, "aws/codebuild/standard:8.0"),
    ),
    (
        "AWS_DEFAULT_REGION, IMAGE_REPO_NAME, AWS_ACCOUNT_ID, IMAGE_TAG",
        Not("CodeBuild's own, parts of REPOSITORY_URI, and the commit"),
    ),
    ("REPOSITORY_URI", By(STACK, "Name: REPOSITORY_URI")),
    ("ContainerName", By(STACK, "Name: ContainerName")),
    (
        "DOCKERHUB_USER, DOCKERHUB_PASS",
        By(STACK, "Name: DOCKERHUB_PASS"),
    ),
    (
        "Pipeline: CodeCommit to CodeBuild",
        By(STACK, "Provider: CodeBuild"),
    ),
    (
        "PollForSourceChanges: false",
        By(STACK, "PollForSourceChanges: 'false'"),
    ),
    ("OutputArtifacts", By(STACK, "Name: BuildOutput")),
    // What the article takes for granted.
    (
        "the schedule itself",
        By(
            Kind::EventBridge(Trigger::Schedule),
            "AWS::Scheduler::Schedule",
        ),
    ),
];

fn article() -> Conversion {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/good/article.json");
    let text = fs::read_to_string(file).expect("the fixture is there");
    convert(&Pasted::text(&text), &Options::default()).expect("a task definition")
}

/// What the article's author asks for.
fn request(kind: Kind) -> Request {
    Request {
        format: Format::Yaml,
        cluster: Some("xxxx-dev-fargate".to_owned()),
        services: vec!["xxxx-dev-xxxx-batch-service".to_owned()],
        docker_hub: true,
        reports: kind == STACK,
        run: true,
        ..Request::new(kind)
    }
}

#[test]
fn every_line_of_the_article_is_served_or_has_a_reason() {
    let article = article();
    let way = Request {
        services: Vec::new(),
        schedules: vec!["nightly".to_owned()],
        ..request(Kind::Readme)
    };
    let way = next(&article, &way).expect("there is a way").text();
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for (line, served) in LINES {
        match served {
            By(kind, wanted) => {
                let made = generate(&article, &request(*kind));
                let text = made
                    .unwrap_or_else(|refusal| panic!("{line}: {refusal:?}"))
                    .text;
                let is_there = text.lines().any(|it| it.contains(wanted));
                assert!(is_there, "{line}: {wanted} is not in:\n{text}");
            }
            ByStep(wanted) => {
                let is_there = words(&way).contains(wanted);
                assert!(is_there, "{line}: {wanted} is not in:\n{way}");
            }
            Not(reason) => assert!(reason.len() > 20, "{line} has no reason"),
        }
    }
}

//! The arguments of `taskdef generate`. The comments are the help.

mod request;

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use taskdef_core::generate::Request;

#[derive(Debug, Args)]
pub(crate) struct GenerateArgs {
    #[command(subcommand)]
    pub(crate) file: GenerateFile,
}

#[derive(Debug, Subcommand)]
pub(crate) enum GenerateFile {
    /// CodeBuild's buildspec.yml: build, push, register, deploy
    Buildspec(BuildspecArgs),
    /// A least-privilege IAM policy with what this task definition needs
    Policy(PolicyArgs),
    /// A CloudFormation stack: source, build, artifacts and roles
    Pipeline(PipelineArgs),
    /// CodeDeploy's appspec.yaml, for a service behind a load balancer
    Appspec(AppspecArgs),
    /// imagedefinitions.json, for CodePipeline's action "Amazon ECS"
    Imagedefinitions(ImageArgs),
    /// imageDetail.json, for CodePipeline's action "Amazon ECS (Blue/Green)"
    Imagedetail(ImageArgs),
    /// CodeDeploy's taskdef.json, with a placeholder for the image; it holds the values of environment
    /// variables
    Taskdef(TaskdefArgs),
    /// An EventBridge rule or schedule that runs the latest revision, as CloudFormation
    Eventbridge(EventbridgeArgs),
}

/// What every file has.
#[derive(Debug, Args)]
pub(crate) struct Common {
    /// The task definition, pasted or registerable; `-` or nothing reads stdin
    #[arg(value_name = "FILE")]
    pub(crate) input: Option<PathBuf>,
    /// Write to this file, atomically; `-` is stdout
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// What uses the new revision.
#[derive(Debug, Args)]
#[command(next_help_heading = "Targets")]
struct Targets {
    /// The ECS cluster, by name or ARN
    #[arg(long, value_name = "NAME")]
    cluster: Option<String>,
    /// An ECS service; without one, and without rules and schedules, it is a variable
    #[arg(long, value_name = "NAME")]
    service: Vec<String>,
    /// An EventBridge rule whose targets name a revision
    #[arg(long, value_name = "[BUS/]NAME")]
    rule: Vec<String>,
    /// A schedule of EventBridge Scheduler that names a revision
    #[arg(long, value_name = "[GROUP/]NAME")]
    schedule: Vec<String>,
}

/// How it is built and deployed.
#[derive(Debug, Args)]
#[command(next_help_heading = "Build")]
struct Build {
    /// What registers and deploys
    #[arg(long, value_enum, default_value = "aws-cli")]
    style: StyleArg,
    /// What builds before `docker build`
    #[arg(long, value_enum, default_value = "maven")]
    builder: BuilderArg,
    /// Log in to Docker Hub, with a user and token from Parameter Store
    #[arg(long)]
    docker_hub: bool,
    /// Run the tests and report them to CodeBuild
    #[arg(long)]
    reports: bool,
    /// CodeBuild batch: a build for each of these families, in the folder of its name
    #[arg(long, value_name = "FAMILY,…", value_delimiter = ',')]
    batch: Vec<String>,
    /// Where the parameters are in Parameter Store [default: /CodeBuild/FAMILY]
    #[arg(long, value_name = "PATH")]
    parameter_path: Option<String>,
    /// Where the build takes taskdef from: https://, s3:// or a file of the repository
    #[arg(long, value_name = "URL")]
    taskdef_url: Option<String>,
}

/// Where things are that the task definition does not name.
#[derive(Debug, Args)]
#[command(next_help_heading = "Image")]
struct ImageTarget {
    /// The ECR repository, by name or URI [default: that of the image]
    #[arg(long, value_name = "NAME|URI")]
    repository: Option<String>,
    /// The container that the image is for [default: the first with an image in ECR]
    #[arg(long, value_name = "NAME")]
    container: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct BuildspecArgs {
    #[command(flatten)]
    pub(crate) common: Common,
    /// YAML, or JSON without comments
    #[arg(long, value_enum, default_value = "yaml")]
    format: TemplateFormat,
    #[command(flatten)]
    targets: Targets,
    #[command(flatten)]
    build: Build,
    #[command(flatten)]
    image_target: ImageTarget,
    /// The version of the builder's language, such as corretto11
    #[arg(long, value_name = "VERSION")]
    runtime: Option<String>,
    /// The file in the repository that is registered
    #[arg(long, value_name = "PATH", default_value = Request::FILE)]
    taskdef_file: String,
    /// Keep the file's `latest` tag instead of putting the commit's in
    #[arg(long)]
    keep_latest: bool,
    /// Don't wait until the services run the new revision
    #[arg(long)]
    no_wait: bool,
    /// The SHA-256 of what --taskdef-url names
    #[arg(long, value_name = "HEX")]
    taskdef_sha256: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct PolicyArgs {
    #[command(flatten)]
    pub(crate) common: Common,
    /// Whose policy it is
    #[arg(
        long = "for",
        value_enum,
        default_value = "codebuild",
        value_name = "ROLE"
    )]
    role: ForArg,
    /// `json` is the policy document alone, `cloudformation` the role with it
    #[arg(long, value_enum, default_value = "json")]
    format: PolicyFormat,
    #[command(flatten)]
    targets: Targets,
    #[command(flatten)]
    build: Build,
    #[command(flatten)]
    image_target: ImageTarget,
    /// The region [default: that of the pasted ARN, log or image]
    #[arg(long, value_name = "REGION")]
    region: Option<String>,
    /// The account's id [default: that of the pasted ARNs or image]
    #[arg(long, value_name = "ID")]
    account: Option<String>,
    /// The CodeBuild project
    #[arg(long, value_name = "NAME")]
    project: Option<String>,
    /// The bucket of the pipeline's artifacts
    #[arg(long, value_name = "NAME")]
    bucket: Option<String>,
    #[command(flatten)]
    roles_and_keys: RolesAndKeys,
}

/// Roles and keys that the task definition does not name.
#[derive(Debug, Args)]
struct RolesAndKeys {
    /// The role with which the rules start the task
    #[arg(long, value_name = "ARN")]
    rule_role: Option<String>,
    /// The role with which the schedules start the task
    #[arg(long, value_name = "ARN")]
    schedule_role: Option<String>,
    /// The customer managed key that encrypts the secrets
    #[arg(long, value_name = "ARN")]
    kms_key: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct PipelineArgs {
    #[command(flatten)]
    pub(crate) common: Common,
    /// Where the source comes from
    #[arg(long, value_enum, default_value = "codecommit")]
    source: SourceArg,
    /// YAML, or JSON without comments
    #[arg(long, value_enum, default_value = "yaml")]
    format: TemplateFormat,
    #[command(flatten)]
    targets: Targets,
    #[command(flatten)]
    build: Build,
    #[command(flatten)]
    image_target: ImageTarget,
    #[command(flatten)]
    roles_and_keys: RolesAndKeys,
}

#[derive(Debug, Args)]
pub(crate) struct AppspecArgs {
    #[command(flatten)]
    pub(crate) common: Common,
    /// YAML, or JSON without comments
    #[arg(long, value_enum, default_value = "yaml")]
    format: TemplateFormat,
    /// The container that the load balancer sends to [default: the first with a port]
    #[arg(long, value_name = "NAME")]
    container: Option<String>,
    /// Its port [default: its first port mapping]
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
}

#[derive(Debug, Args)]
pub(crate) struct ImageArgs {
    #[command(flatten)]
    pub(crate) common: Common,
    /// The container [default: the first with an image in ECR or a placeholder]
    #[arg(long, value_name = "NAME")]
    container: Option<String>,
    /// The image that was pushed [default: the container's]
    #[arg(long, value_name = "IMAGE")]
    image: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct TaskdefArgs {
    #[command(flatten)]
    pub(crate) common: Common,
    /// The container whose image is replaced [default: the first with an image in ECR]
    #[arg(long, value_name = "NAME")]
    container: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct EventbridgeArgs {
    #[command(flatten)]
    pub(crate) common: Common,
    /// What starts the task: a schedule knows time zones, a rule does not
    #[arg(long, value_enum, default_value = "schedule")]
    by: TriggerArg,
    /// YAML, or JSON without comments
    #[arg(long, value_enum, default_value = "yaml")]
    format: TemplateFormat,
    /// The ECS cluster, by name or ARN
    #[arg(long, value_name = "NAME")]
    cluster: Option<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum StyleArg {
    /// The AWS CLI and jq, which CodeBuild's images have
    AwsCli,
    /// taskdef itself, of a fixed version
    Taskdef,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum BuilderArg {
    Maven,
    Gradle,
    Node,
    /// The Dockerfile does it all
    Docker,
    /// The commit's image is in the repository already
    None,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ForArg {
    /// The CodeBuild project that deploys
    Codebuild,
    /// The task execution role: secrets, images and logs
    ExecutionRole,
    /// The role with which EventBridge starts the task
    TaskEvents,
    /// The batch service role of the CodeBuild project
    Batch,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum PolicyFormat {
    Json,
    Cloudformation,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum TemplateFormat {
    Yaml,
    Json,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum SourceArg {
    Codecommit,
    /// GitHub, GitLab or Bitbucket, through a connection of AWS
    Connection,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum TriggerArg {
    Rule,
    Schedule,
}

impl GenerateFile {
    pub(crate) fn common(&self) -> &Common {
        match self {
            GenerateFile::Buildspec(args) => &args.common,
            GenerateFile::Policy(args) => &args.common,
            GenerateFile::Pipeline(args) => &args.common,
            GenerateFile::Appspec(args) => &args.common,
            GenerateFile::Imagedefinitions(args) | GenerateFile::Imagedetail(args) => &args.common,
            GenerateFile::Taskdef(args) => &args.common,
            GenerateFile::Eventbridge(args) => &args.common,
        }
    }
}

//! What to generate, and what the task definition does not say.

use crate::lang::Lang;

/// A file to generate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// CodeBuild's `buildspec.yml`.
    Buildspec,
    /// An IAM policy.
    Policy(PolicyFor),
    /// The CloudFormation stack of a pipeline.
    Pipeline,
    /// CodeDeploy's `appspec.yaml`.
    AppSpec,
    /// `imagedefinitions.json`, for CodePipeline's ECS action.
    ImageDefinitions,
    /// `imageDetail.json`, for CodePipeline's action from ECS to CodeDeploy.
    ImageDetail,
    /// CodeDeploy's `taskdef.json`, with placeholders for images.
    TaskDefinition,
    /// An EventBridge rule or schedule that runs the task definition.
    EventBridge(Trigger),
}

/// Who a policy is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PolicyFor {
    /// The role of the CodeBuild project that deploys.
    #[default]
    CodeBuild,
    /// The task execution role.
    ExecutionRole,
    /// The role with which EventBridge starts the task.
    TaskEvents,
    /// The service role of the CodeBuild project's batch builds.
    Batch,
}

/// What starts a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Trigger {
    /// A rule of EventBridge.
    Rule,
    /// A schedule of EventBridge Scheduler.
    #[default]
    Schedule,
}

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// The format that the file usually has: JSON for a policy, YAML for a template.
    #[default]
    Usual,
    /// YAML; a policy is then a template of CloudFormation with its role.
    Yaml,
    /// JSON, which has no comments.
    Json,
}

/// Which program registers and deploys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// The AWS CLI and jq, which CodeBuild's images have.
    #[default]
    AwsCli,
    /// `taskdef deploy`.
    Taskdef,
}

/// What builds the image's contents before `docker build`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Builder {
    /// Maven, as in many Java projects.
    #[default]
    Maven,
    /// Gradle.
    Gradle,
    /// npm.
    Node,
    /// Nothing: the Dockerfile does it all.
    Docker,
    /// No image is built: the commit's image is in the repository already.
    None,
}

/// Where a pipeline's source comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Source {
    /// A repository of `CodeCommit`.
    #[default]
    CodeCommit,
    /// GitHub, GitLab or Bitbucket through a connection.
    Connection,
}

/// What to generate, and what the task definition does not say. What is not given stays open: a
/// variable, a parameter or a placeholder.
#[derive(Debug, Clone)]
pub struct Request {
    /// The file.
    pub kind: Kind,
    /// The language of its comments and of the notes beside it.
    pub lang: Lang,
    /// How it is written.
    pub format: Format,
    /// What registers and deploys.
    pub style: Style,
    /// What builds.
    pub builder: Builder,
    /// The version of the builder's language, such as `corretto21`.
    pub runtime: Option<String>,
    /// The file in the repository that is registered.
    pub file: String,
    /// The ECS cluster, by name or ARN.
    pub cluster: Option<String>,
    /// The ECS services that use the new revision.
    pub services: Vec<String>,
    /// The EventBridge rules whose targets get the new revision, as `[BUS/]NAME`.
    pub rules: Vec<String>,
    /// The schedules that get the new revision, as `[GROUP/]NAME`.
    pub schedules: Vec<String>,
    /// The ARN of the rules' role.
    pub rule_role: Option<String>,
    /// The ARN of the schedules' role.
    pub schedule_role: Option<String>,
    /// The container that is meant, where there are several.
    pub container: Option<String>,
    /// The container's port.
    pub port: Option<u32>,
    /// The image, for files that name it.
    pub image: Option<String>,
    /// The ECR repository, by name or as `docker push` takes it.
    pub repository: Option<String>,
    /// The region.
    pub region: Option<String>,
    /// The account's id.
    pub account: Option<String>,
    /// The CodeBuild project.
    pub project: Option<String>,
    /// The pipeline's bucket of artifacts.
    pub bucket: Option<String>,
    /// The customer managed key of secrets.
    pub kms_key: Option<String>,
    /// Where the parameters of the build are in Parameter Store.
    pub parameter_path: Option<String>,
    /// Keep the tag `latest` instead of the commit's.
    pub latest: bool,
    /// Log in to Docker Hub.
    pub docker_hub: bool,
    /// Run the tests and report them to CodeBuild.
    pub reports: bool,
    /// Wait until the services run the new revision.
    pub wait: bool,
    /// Where the build takes this program from.
    pub taskdef_url: Option<String>,
    /// That program's SHA-256, in hexadecimal digits.
    pub taskdef_sha256: Option<String>,
    /// The families of a batch build; none for a plain build.
    pub batch: Vec<String>,
    /// Where a pipeline's source comes from.
    pub source: Source,
}

impl Request {
    /// The file that `convert` writes by its documentation.
    pub const FILE: &'static str = "taskdef-update.json";

    /// A request that says nothing more than which file.
    #[must_use]
    pub fn new(kind: Kind) -> Self {
        Request {
            kind,
            lang: Lang::En,
            format: Format::Usual,
            style: Style::AwsCli,
            builder: Builder::Maven,
            runtime: None,
            file: Self::FILE.to_owned(),
            cluster: None,
            services: Vec::new(),
            rules: Vec::new(),
            schedules: Vec::new(),
            rule_role: None,
            schedule_role: None,
            container: None,
            port: None,
            image: None,
            repository: None,
            region: None,
            account: None,
            project: None,
            bucket: None,
            kms_key: None,
            parameter_path: None,
            latest: false,
            docker_hub: false,
            reports: false,
            wait: true,
            taskdef_url: None,
            taskdef_sha256: None,
            batch: Vec::new(),
            source: Source::CodeCommit,
        }
    }

    /// Whether a service is deployed to: one is named, or nothing else is.
    pub(super) fn deploys_service(&self) -> bool {
        !self.services.is_empty() || self.rules.is_empty() && self.schedules.is_empty()
    }

    /// Whether the build pulls from Docker Hub, and so has to log in.
    pub(super) fn logs_in_to_docker_hub(&self) -> bool {
        self.docker_hub && self.builder != Builder::None
    }

    /// Whether the build's tests are reported.
    pub(super) fn writes_reports(&self) -> bool {
        self.reports && !matches!(self.builder, Builder::Docker | Builder::None)
    }
}

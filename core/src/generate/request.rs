//! What to generate, with options that the task definition does not contain.

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
    /// `imageDetail.json`, for CodePipeline's action that deploys from ECS with CodeDeploy.
    ImageDetail,
    /// CodeDeploy's `taskdef.json`, with placeholders for images.
    TaskDefinition,
    /// An EventBridge rule or schedule that runs the task definition.
    EventBridge(Trigger),
    /// Alerts of tasks that failed.
    Alerts,
    /// A workflow of GitHub Actions.
    GitHubActions,
    /// `README.md`: the way from the task definition to a changed job that runs.
    Readme,
}

/// The role that a policy is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PolicyFor {
    /// The role of the CodeBuild project that deploys.
    #[default]
    CodeBuild,
    /// The task execution role.
    ExecutionRole,
    /// The task role, as far as the task definition shows what it needs.
    TaskRole,
    /// The role with which EventBridge runs the task.
    TaskEvents,
    /// The service role of the CodeBuild project's batch builds.
    Batch,
    /// The role that a workflow of GitHub Actions takes on.
    GitHubActions,
}

/// What starts a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Trigger {
    /// A rule of EventBridge.
    Rule,
    /// A schedule of EventBridge Scheduler.
    #[default]
    Schedule,
    /// A schedule of a state machine, which runs the task.
    StateMachine,
}

/// The launch type of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LaunchType {
    /// That of the task definition.
    #[default]
    Definition,
    /// Fargate.
    Fargate,
    /// EC2.
    Ec2,
    /// Instances of one's own, outside of AWS.
    External,
}

/// What starts the job that a task definition describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Starter {
    /// An ECS service.
    Service,
    /// A rule of EventBridge.
    Rule,
    /// A schedule of EventBridge Scheduler.
    Schedule,
    /// A state machine of Step Functions.
    StateMachine,
    /// A person or a script, by `RunTask`.
    Hand,
    /// It is not known: the way is how one finds out.
    Unknown,
}

/// With what a new revision is registered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Route {
    /// The generated pipeline.
    #[default]
    Pipeline,
    /// taskdef on the command line.
    Taskdef,
    /// The console of AWS.
    Console,
}

/// The format of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// The usual format: JSON for a policy, YAML for a template.
    #[default]
    Usual,
    /// YAML; a policy then becomes a CloudFormation template with its role.
    Yaml,
    /// JSON, which has no comments.
    Json,
}

/// The program that registers and deploys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// The AWS CLI and jq, which are part of CodeBuild's images.
    #[default]
    AwsCli,
    /// `taskdef deploy`.
    Taskdef,
}

/// The tool that builds the image's contents before `docker build`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Builder {
    /// Maven, as in many Java projects.
    #[default]
    Maven,
    /// Gradle.
    Gradle,
    /// npm.
    Node,
    /// No tool: the Dockerfile does everything.
    Docker,
    /// No image is built, since the repository already has the commit's image.
    None,
}

/// The source of a pipeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Source {
    /// A repository of `CodeCommit`.
    #[default]
    CodeCommit,
    /// GitHub, GitLab or Bitbucket through a connection.
    Connection,
}

/// What to generate, with options that the task definition does not contain. A value that is not
/// given becomes a variable, a parameter or a placeholder.
#[derive(Debug, Clone)]
pub struct Request {
    /// Which file.
    pub kind: Kind,
    /// The language of its notes.
    pub lang: Lang,
    /// The language of the comments in the file; without it that of the notes, and English in a file for
    /// CloudFormation, which shows other letters as `?`.
    pub comments: Option<Lang>,
    /// Its format.
    pub format: Format,
    /// The program that registers and deploys.
    pub style: Style,
    /// The tool that builds.
    pub builder: Builder,
    /// The version of the builder's language runtime, such as `corretto21`.
    pub runtime: Option<String>,
    /// The path of the registered file in the repository.
    pub file: String,
    /// Where the generated file is written, if not under its usual name.
    pub written_to: Option<String>,
    /// The ECS cluster, by name or ARN.
    pub cluster: Option<String>,
    /// The ECS services to update; without any, and without rules and schedules, a deploy registers
    /// only.
    pub services: Vec<String>,
    /// Whether a service is updated that a variable of the build names.
    pub service_variable: bool,
    /// The EventBridge rules whose targets to update, as `[BUS/]NAME`.
    pub rules: Vec<String>,
    /// The schedules to update, as `[GROUP/]NAME`.
    pub schedules: Vec<String>,
    /// Whether the build shows what changed and runs the new revision once.
    pub run: bool,
    /// The ARN of the role with which the rules run the task.
    pub rule_role: Option<String>,
    /// The ARN of the role with which the schedules run the task.
    pub schedule_role: Option<String>,
    /// The container's name, if there are several.
    pub container: Option<String>,
    /// The container's port.
    pub port: Option<u32>,
    /// The image, for files that contain one.
    pub image: Option<String>,
    /// The ECR repository, by name or in the form that `docker push` takes.
    pub repository: Option<String>,
    /// The region.
    pub region: Option<String>,
    /// The account id.
    pub account: Option<String>,
    /// The CodeBuild project.
    pub project: Option<String>,
    /// The pipeline's artifact bucket.
    pub bucket: Option<String>,
    /// The ARNs of the customer managed KMS keys of the secrets.
    pub kms_keys: Vec<String>,
    /// The images in private repositories of ECR that the Dockerfile builds from.
    pub base_images: Vec<String>,
    /// Whether somebody opens a shell in the containers with ECS Exec.
    pub exec: bool,
    /// Whether the trust policy of the role is generated, not its permissions.
    pub trust: bool,
    /// The path of the build's parameters in Parameter Store.
    pub parameter_path: Option<String>,
    /// Whether the image keeps the tag `latest` instead of the commit's.
    pub latest: bool,
    /// Whether to log in to Docker Hub.
    pub docker_hub: bool,
    /// Whether to run the tests and report them to CodeBuild.
    pub reports: bool,
    /// Whether to wait until the services run the new revision.
    pub wait: bool,
    /// The URL from which the build downloads taskdef.
    pub taskdef_url: Option<String>,
    /// The SHA-256 of that download, in hexadecimal digits.
    pub taskdef_sha256: Option<String>,
    /// The SHA-256 of taskdef's wheel, which the build gets by pip instead.
    pub taskdef_wheel_sha256: Option<String>,
    /// The action of GitHub that brings taskdef, as `OWNER/NAME@HASH`.
    pub github_action: Option<String>,
    /// The families of a batch build, each followed by what is about it alone, as `KEY=VALUE`; empty
    /// for a plain build.
    pub batch: Vec<String>,
    /// More families of a batch build, as a JSON list.
    pub batch_table: Option<String>,
    /// Whether a batch builds one image for all its families.
    pub one_image: bool,
    /// The source of a pipeline.
    pub source: Source,
    /// When a task starts: `cron(…)`, `rate(…)` or `at(…)`.
    pub expression: Option<String>,
    /// The time zone in which that counts.
    pub time_zone: Option<String>,
    /// Whether what starts tasks is made switched off.
    pub disabled: bool,
    /// What a task runs on.
    pub launch_type: LaunchType,
    /// The capacity providers that a task runs on, each as `NAME[=WEIGHT[,BASE]]`.
    pub capacity_providers: Vec<String>,
    /// The container's command in place of the definition's own, as a JSON list.
    pub command: Option<String>,
    /// How long a job may run, as `1h30m`; a state machine stops it then.
    pub timeout: Option<String>,
    /// How often a state machine does a failed job again.
    pub retries: Option<u32>,
    /// The queue for starts that failed for good.
    pub dead_letter_queue: Option<String>,
    /// The ARN of the state machine that runs the tasks.
    pub state_machine: Option<String>,
    /// The ARN of the topic that alerts go to; without it, one is made.
    pub topic: Option<String>,
    /// The address that alerts go to.
    pub mail: Option<String>,
    /// The repository on GitHub, as `OWNER/NAME` or `OWNER@ID/NAME@ID`.
    pub github: Option<String>,
    /// The branch on GitHub whose changes are deployed.
    pub github_branch: Option<String>,
    /// The ARN of the role that the workflow takes on.
    pub github_role: Option<String>,
    /// The paths whose changes start the pipeline, as globs; any path without one.
    pub paths: Vec<String>,
    /// Whether somebody approves before the build.
    pub approval: bool,
    /// The ARN of the topic of SNS that is told when the pipeline fails.
    pub notify: Option<String>,
    /// Whether the build runs in a VPC.
    pub vpc: bool,
    /// What starts the job; if it is not said, what the request names.
    pub started_by: Option<Starter>,
    /// With what a new revision is registered.
    pub route: Route,
}

impl Request {
    /// The language of the comments in a file that is read where it lies, unlike a template.
    pub(super) fn comment_lang(&self) -> Lang {
        self.comments.unwrap_or(self.lang)
    }

    /// The file that `convert` writes in the documentation's examples.
    pub const FILE: &'static str = "taskdef-update.json";

    /// The default options for a kind of file.
    #[must_use]
    pub fn new(kind: Kind) -> Self {
        Request {
            kind,
            lang: Lang::En,
            comments: None,
            format: Format::Usual,
            style: Style::AwsCli,
            builder: Builder::Maven,
            runtime: None,
            file: Self::FILE.to_owned(),
            written_to: None,
            cluster: None,
            services: Vec::new(),
            service_variable: false,
            rules: Vec::new(),
            schedules: Vec::new(),
            run: false,
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
            kms_keys: Vec::new(),
            base_images: Vec::new(),
            exec: false,
            trust: false,
            parameter_path: None,
            latest: false,
            docker_hub: false,
            reports: false,
            wait: true,
            taskdef_url: None,
            taskdef_sha256: None,
            taskdef_wheel_sha256: None,
            github_action: None,
            batch: Vec::new(),
            batch_table: None,
            one_image: false,
            source: Source::CodeCommit,
            expression: None,
            time_zone: None,
            disabled: false,
            launch_type: LaunchType::Definition,
            capacity_providers: Vec::new(),
            command: None,
            timeout: None,
            retries: None,
            dead_letter_queue: None,
            state_machine: None,
            topic: None,
            mail: None,
            github: None,
            github_branch: None,
            github_role: None,
            paths: Vec::new(),
            approval: false,
            notify: None,
            vpc: false,
            started_by: None,
            route: Route::Pipeline,
        }
    }

    /// Whether the build pulls from Docker Hub, so that it has to log in.
    pub(super) fn logs_in_to_docker_hub(&self) -> bool {
        self.docker_hub && self.builder != Builder::None
    }

    /// Whether the build reports its tests.
    pub(super) fn writes_reports(&self) -> bool {
        self.reports && !matches!(self.builder, Builder::Docker | Builder::None)
    }
}

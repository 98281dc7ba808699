//! The names that generators use: those of a task definition combined with those of the request.

use super::batch::Job;
use super::error::GenerateError;
use super::expr::Expr;
use super::given;
use super::head;
use super::moves::{self, Moves};
use super::request::{Builder, Kind, PolicyFor, Request, Source, Style, Trigger};
use super::time_zone;
use super::tool;
use super::value::Comment;
use crate::arn::{Arn, last_of_path};
use crate::event_names::RuleName;
use crate::image::EcrImage;
use crate::lang::Localized;
use crate::outline::{Container, Outline};
use crate::placeholder::{has_placeholder, is_placeholder};

/// A task definition and a request.
pub(super) struct Scope<'a> {
    pub(super) outline: &'a Outline,
    pub(super) request: &'a Request,
    /// What a deploy of the one family moves; nothing in a batch.
    moves: Moves,
    /// The region and the account, each found once: every container may ask.
    region: Option<String>,
    account: Option<String>,
    /// The families of a batch, each with what it moves.
    pub(super) jobs: Vec<Job>,
    /// The name of the file on the command line.
    pub(super) command: &'static str,
    /// Who reads its notes.
    pub(super) reader: Reader,
    /// The CodeBuild project's name.
    pub(super) project: Expr,
    /// The artifact bucket, if the build belongs to a pipeline.
    pub(super) bucket: Option<Expr>,
    /// The ARN of the queue to which a schedule's role sends starts that failed for good.
    pub(super) lost_starts: Option<Expr>,
}

/// Who reads the notes on a file: it decides which options they may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reader {
    /// Who gave the command that makes the file.
    Command,
    /// Somebody without a command line, to whom no option is named.
    Page,
    /// Who has the README of a set, whose command lacks options that the file's own has.
    Set,
}

impl<'a> Scope<'a> {
    pub(super) fn new(outline: &'a Outline, request: &'a Request, command: &'static str) -> Self {
        let mut scope = Scope {
            outline,
            request,
            moves: Moves::of(request),
            region: None,
            account: None,
            jobs: Vec::new(),
            command,
            reader: Reader::Command,
            project: Expr::parse("«ProjectName»"),
            bucket: request
                .bucket
                .as_ref()
                .map(|_| Expr::parse("«ArtifactBucketName»")),
            lost_starts: request
                .dead_letter_queue
                .as_ref()
                .map(|_| Expr::arn("sqs", "«DeadLetterQueueName»")),
        };
        scope.region = scope.find_region();
        scope.account = scope.find_account();
        scope
    }

    /// The scope of one of the files that belong together, with that file's own request.
    pub(super) fn of_file<'b>(&self, request: &'b Request) -> Scope<'b>
    where
        'a: 'b,
    {
        Scope::new(self.outline, request, self.command)
    }

    /// Checks that the request is consistent and matches the task definition.
    ///
    /// # Errors
    /// The request contradicts itself, or the task definition lacks what it names.
    pub(super) fn check(&self) -> Result<(), GenerateError> {
        let request = self.request;
        given::check(request)?;
        let containers = &self.outline.containers;
        if let (Some(name), None) = (&request.container, self.container()) {
            return Err(GenerateError::no_such_container(name, containers));
        }
        let pinned = |url: &String| {
            let latest = url
                .split(['/', '-', '_', '.', '='])
                .any(|part| part.eq_ignore_ascii_case("latest"));
            !latest
                && (!url.contains("://") || url.starts_with("https://") || url.starts_with("s3://"))
        };
        if !request.taskdef_url.iter().all(pinned) {
            return Err(GenerateError::UNPINNED);
        }
        let checksum =
            |sum: &String| sum.len() == 64 && sum.bytes().all(|byte| byte.is_ascii_hexdigit());
        let mut sums = request
            .taskdef_sha256
            .iter()
            .chain(&request.taskdef_wheel_sha256);
        if !sums.all(checksum) {
            return Err(GenerateError::BAD_CHECKSUM);
        }
        if tool::ways(request) > 1 {
            return Err(GenerateError::SEVERAL_TOOLS);
        }
        if !request
            .github_action
            .iter()
            .all(|it| tool::is_pinned_action(it))
        {
            return Err(GenerateError::BAD_ACTION);
        }
        if request
            .base_images
            .iter()
            .any(|image| EcrImage::parse(image).is_none())
        {
            return Err(GenerateError::BASE_ELSEWHERE);
        }
        if !request.github.iter().all(|name| is_repository(name)) {
            return Err(GenerateError::GITHUB_REPOSITORY);
        }
        if request.runtime.is_some() && matches!(request.builder, Builder::Docker | Builder::None) {
            return Err(GenerateError::NO_RUNTIME);
        }
        if !request.paths.is_empty() && request.source == Source::CodeCommit {
            return Err(GenerateError::PATHS_OF_CODECOMMIT);
        }
        if request.run && self.is_batch() && request.style == Style::AwsCli {
            return Err(GenerateError::RUN_IN_BATCH);
        }
        if self.is_about_container() && containers.len() > 1 && request.container.is_none() {
            return Err(GenerateError::several_containers(containers));
        }
        Ok(())
    }

    /// Whether the file is about one container, or about the repository of its image.
    fn is_about_container(&self) -> bool {
        let request = self.request;
        let builds = request.builder != Builder::None;
        let has_repository = request.repository.is_some();
        let each_has_its_own = !self.jobs.is_empty() && !request.one_image;
        match request.kind {
            Kind::ImageDefinitions
            | Kind::ImageDetail
            | Kind::TaskDefinition
            | Kind::GitHubActions => true,
            Kind::Buildspec => self.jobs.is_empty() || request.one_image && !has_repository,
            Kind::Pipeline => !each_has_its_own,
            Kind::Policy(PolicyFor::CodeBuild | PolicyFor::GitHubActions) => {
                builds && !has_repository
            }
            Kind::EventBridge(_) => request.command.is_some(),
            Kind::Policy(_) | Kind::AppSpec | Kind::Alerts | Kind::Readme => false,
        }
    }

    /// Checks that the task definition has what AWS needs to register it.
    ///
    /// # Errors
    /// It has no family or no container.
    pub(super) fn check_registerable(&self) -> Result<(), GenerateError> {
        if self.outline.family.is_empty() {
            return Err(GenerateError::NO_FAMILY);
        }
        if self.outline.containers.is_empty() {
            return Err(GenerateError::NO_CONTAINER);
        }
        Ok(())
    }

    /// Whether the file registers the task definition or starts it, or is a policy for that. A buildspec
    /// of a batch names each family itself.
    fn is_about_revisions(&self) -> bool {
        match self.request.kind {
            Kind::Buildspec => !self.is_batch(),
            Kind::AppSpec
            | Kind::ImageDefinitions
            | Kind::ImageDetail
            | Kind::Policy(PolicyFor::ExecutionRole | PolicyFor::TaskRole) => false,
            Kind::TaskDefinition
            | Kind::GitHubActions
            | Kind::Pipeline
            | Kind::EventBridge(_)
            | Kind::Alerts
            | Kind::Readme
            | Kind::Policy(_) => true,
        }
    }

    /// Checks that the task definition has what the file is about.
    ///
    /// # Errors
    /// It lacks its family or its containers.
    pub(super) fn check_definition(&self) -> Result<(), GenerateError> {
        if self.is_about_revisions() {
            self.check_registerable()?;
        }
        Ok(())
    }

    // What a deploy moves.

    /// What every family moves together.
    pub(super) fn moves(&self) -> Moves {
        let mut moves = self.moves.clone();
        for job in &self.jobs {
            moves.add(&job.moves);
        }
        moves
    }

    /// What each deploy moves: that of the one family, or those of each family of a batch.
    pub(super) fn moves_of_each(&self) -> Vec<Moves> {
        if self.jobs.is_empty() {
            return vec![self.moves.clone()];
        }
        self.jobs.iter().map(|job| job.moves.clone()).collect()
    }

    /// The notes that a deploy moves nothing, if it does not.
    pub(super) fn registers_only(&self) -> Vec<Localized> {
        let mut notes = Vec::new();
        if self.moves().is_nothing() {
            notes.push(moves::moves_nothing(self.request.run));
            if self.reader != Reader::Page {
                notes.push(moves::MOVED_BY);
            }
        }
        notes
    }

    /// The same as the head of a file says it, which somebody may find who has a command line.
    pub(super) fn head_of_moves(&self) -> Vec<Comment> {
        if !self.moves().is_nothing() {
            return Vec::new();
        }
        let words = [moves::moves_nothing(self.request.run), moves::MOVED_BY];
        words.map(Comment::from).into()
    }

    /// Whether variables have to say on which network the build runs the new revision.
    pub(super) fn asks_for_network(&self) -> bool {
        let request = self.request;
        let is_awsvpc = self.outline.network_mode.as_deref() == Some("awsvpc");
        request.run && request.style == Style::AwsCli && is_awsvpc && self.moves().is_nothing()
    }

    /// Whether there is a build for each family.
    pub(super) fn is_batch(&self) -> bool {
        !self.jobs.is_empty()
    }

    // Values of parameters.

    /// A parameter's value, if the task definition or the request contains it.
    pub(super) fn known(&self, parameter: &str) -> Option<String> {
        let request = self.request;
        let outline = self.outline;
        let usual = |value: &str| Some(value.to_owned());
        match parameter {
            "AWS::Partition" => Some(self.partition()),
            "AWS::Region" => self.region(),
            "AWS::AccountId" => self.account(),
            "Family" => Some(outline.family.clone()).filter(|family| !family.is_empty()),
            // It begins names, whose characters and length AWS limits.
            "Service" => {
                let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
                let family = &outline.family;
                let begins = family.starts_with(|c: char| c.is_ascii_alphanumeric());
                let fits = begins && family.len() <= 60 && family.chars().all(plain);
                fits.then(|| family.clone())
            }
            "Env" => usual("dev"),
            "TaskRoleArn" => not_open(outline.task_role.as_ref()),
            "ExecutionRoleArn" => not_open(outline.execution_role.as_ref()),
            "EcrRepository" => self.repository_name(),
            "ContainerName" => {
                let name = self.container().map(|container| container.name.clone());
                name.filter(|name| !name.is_empty())
            }
            "EcsCluster" => request.cluster.as_deref().map(last_of_path),
            "EcsService" => self.moves().service().map(str::to_owned),
            "RuleName" => {
                let moves = self.moves();
                let rule = moves.rules.first();
                rule.map(|rule| RuleName::parse(rule).path())
            }
            "ScheduleName" => self.moves().schedules.first().cloned(),
            "RuleRoleArn" => request.rule_role.clone(),
            "ScheduleRoleArn" => request.schedule_role.clone(),
            "ProjectName" => request.project.clone(),
            "ArtifactBucketName" => request.bucket.clone(),
            "FailureTopicArn" => request.notify.clone(),
            "KmsKeyArn" => request.kms_keys.first().cloned(),
            "ParameterPath" => Some(self.parameter_path()),
            "Branch" => request.github_branch.clone().or_else(|| usual("main")),
            "RepositoryId" => request.github.clone(),
            // The images that include the AWS CLI 2, jq and docker, and that AWS maintains (April
            // 2026).
            "CodeBuildImage" => usual(if self.is_arm() {
                "aws/codebuild/amazonlinux-aarch64-standard:4.0"
            } else {
                "aws/codebuild/standard:8.0"
            }),
            // Three at night: a rule counts in UTC, and this is Japan's.
            "ScheduleExpression" => request.expression.clone().or_else(|| {
                usual(if request.kind == Kind::EventBridge(Trigger::Rule) {
                    "cron(0 18 * * ? *)"
                } else {
                    "cron(0 3 * * ? *)"
                })
            }),
            "TimeZone" => {
                let of_region = || {
                    self.region()
                        .and_then(|region| time_zone::of_region(&region))
                };
                let given = request.time_zone.clone();
                given.or_else(|| of_region().map(str::to_owned))
            }
            "State" => usual(if request.disabled {
                "DISABLED"
            } else {
                "ENABLED"
            }),
            "StartWithin" => usual("3600"),
            "Command" => request.command.clone(),
            "DeadLetterQueueName" => request.dead_letter_queue.clone(),
            "StateMachineArn" => request.state_machine.clone(),
            "AlertsTopicArn" => request.topic.clone(),
            "Mail" => request.mail.clone(),
            "AssignPublicIp" => usual("DISABLED"),
            _ => None,
        }
    }

    /// Whether the task runs on ARM, so that its image has to be built on ARM.
    pub(super) fn is_arm(&self) -> bool {
        self.outline.architecture.as_deref() == Some("ARM64")
    }

    /// What to know where the image is one for Windows, for the head of a file.
    pub(super) fn head_of_windows(&self) -> Vec<Comment> {
        let words = [head::WINDOWS, head::BUILT_ELSEWHERE].map(Comment::from);
        words
            .into_iter()
            .filter(|_| self.builds_for_windows())
            .collect()
    }

    /// The same beside the file.
    pub(super) fn notes_on_windows(&self) -> Vec<Localized> {
        let mut notes = Vec::new();
        if self.builds_for_windows() {
            notes.push(head::WINDOWS);
            if self.reader == Reader::Command {
                notes.push(head::BUILT_ELSEWHERE);
            }
        }
        notes
    }

    /// Whether the build of the file makes an image for Windows, which a build on Linux can't.
    pub(super) fn builds_for_windows(&self) -> bool {
        let system = self.outline.operating_system.as_deref();
        let is_windows = system.is_some_and(|system| system.starts_with("WINDOWS"));
        is_windows && self.request.builder != Builder::None
    }

    /// Whether it is about AWS in China, which is another AWS to who logs in from outside.
    pub(super) fn is_in_china(&self) -> bool {
        self.partition() == "aws-cn"
    }

    /// The partition of the pasted ARNs or of the region; `aws` by default.
    fn partition(&self) -> String {
        let arns = self.arns();
        let mut pasted = arns
            .iter()
            .filter_map(|arn| Some(Arn::parse(arn)?.partition));
        if let Some(partition) = pasted.find(|partition| is_told(partition)) {
            return partition.to_owned();
        }
        let region = self.region().unwrap_or_default();
        let partition = match region.split('-').next() {
            Some("cn") => "aws-cn",
            Some("us") if region.starts_with("us-gov-") => "aws-us-gov",
            _ => "aws",
        };
        partition.to_owned()
    }

    pub(super) fn region(&self) -> Option<String> {
        self.region.clone()
    }

    pub(super) fn account(&self) -> Option<String> {
        self.account.clone()
    }

    fn find_region(&self) -> Option<String> {
        let pasted = || {
            let own = self
                .outline
                .arn
                .as_deref()
                .and_then(Arn::parse)
                .map(|arn| arn.region);
            let logs = || {
                self.outline
                    .containers
                    .iter()
                    .find_map(|c| c.logs.as_ref()?.region.as_deref())
            };
            let image = || self.placed_image().map(|image| image.region);
            let told = |region: &&str| is_told(region);
            own.filter(told)
                .or_else(|| logs().filter(told))
                .or_else(|| image().filter(told))
        };
        self.request
            .region
            .as_deref()
            .or_else(pasted)
            .map(str::to_owned)
    }

    fn find_account(&self) -> Option<String> {
        let pasted = || {
            let arns = self.arns();
            let arn = arns
                .iter()
                .filter_map(|arn| Arn::parse(arn))
                .map(|arn| arn.account);
            let account = arn
                .chain(self.placed_image().map(|image| image.account))
                .find(|account| is_told(account));
            account.map(str::to_owned)
        };
        self.request.account.clone().or_else(pasted)
    }

    /// The pasted ARNs that contain the account: the revision's own, then the roles'.
    fn arns(&self) -> Vec<&str> {
        let outline = self.outline;
        let arns = [&outline.arn, &outline.execution_role, &outline.task_role];
        arns.into_iter().flatten().map(String::as_str).collect()
    }

    // Names.

    /// The container whose image the build makes: the one that the request names, else the only one.
    pub(super) fn container(&self) -> Option<&'a Container> {
        match (&self.request.container, &*self.outline.containers) {
            (Some(name), containers) => containers.iter().find(|it| it.name == *name),
            (None, [only]) => Some(only),
            (None, _) => None,
        }
    }

    /// The ECR image that the build pushes, if known.
    pub(super) fn image(&self) -> Option<EcrImage<'_>> {
        let given = self.request.repository.as_deref().and_then(EcrImage::parse);
        given.or_else(|| self.container()?.image.as_deref().and_then(EcrImage::parse))
    }

    /// The image that tells region and account: the one that is pushed, else any, if all the images in
    /// ECR are in one registry.
    fn placed_image(&self) -> Option<EcrImage<'_>> {
        let pushed = self.image();
        if pushed.is_some() {
            return pushed;
        }
        let containers = self.outline.containers.iter();
        let mut images = containers.filter_map(|it| EcrImage::parse(it.image.as_deref()?));
        let first = images.next()?;
        let alike = |it: EcrImage<'_>| it.region == first.region && it.account == first.account;
        images.all(alike).then_some(first)
    }

    fn repository_name(&self) -> Option<String> {
        match (&self.request.repository, self.image()) {
            (Some(name), _) if EcrImage::parse(name).is_none() => Some(name.clone()),
            (_, image) => image.map(|image| image.repository.to_owned()),
        }
    }

    /// The variables that the build reads from Parameter Store.
    pub(super) fn parameter_names(&self) -> Vec<&'static str> {
        if self.request.logs_in_to_docker_hub() {
            vec!["DOCKERHUB_USER", "DOCKERHUB_PASS"]
        } else {
            Vec::new()
        }
    }

    /// The path of the build's parameters in Parameter Store, with a leading and without a trailing
    /// slash.
    pub(super) fn parameter_path(&self) -> String {
        match &self.request.parameter_path {
            Some(path) => format!("/{}", path.trim_matches('/')),
            None => format!("/CodeBuild/{}", self.outline.family),
        }
    }
}

/// Whether a text is `OWNER/NAME` or, with their numbers, `OWNER@ID/NAME@ID`.
fn is_repository(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    let part = |part: &str| {
        let (name, id) = part.split_once('@').unwrap_or((part, "1"));
        let is_id = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit());
        is_id && !name.is_empty() && name.chars().all(plain)
    };
    let parts = text.split_once('/');
    parts.is_some_and(|(owner, name)| {
        part(owner) && part(name) && owner.contains('@') == name.contains('@')
    })
}

/// Whether a part of a pasted ARN or image says what it is: it is there, and no placeholder.
fn is_told(part: &str) -> bool {
    !part.is_empty() && !has_placeholder(part)
}

/// The role, unless it is a placeholder.
fn not_open(role: Option<&String>) -> Option<String> {
    role.filter(|role| !is_placeholder(role)).cloned()
}

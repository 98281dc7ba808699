//! The request to the generator that a command line makes.

use taskdef_core::Lang;
use taskdef_core::generate::{Builder, Format, Kind, PolicyFor, Request, Source, Style, Trigger};

use super::{
    Build, BuilderArg, BuildspecArgs, ForArg, GenerateFile, ImageArgs, ImageTarget, PipelineArgs,
    PolicyArgs, PolicyFormat, RolesAndKeys, SourceArg, StyleArg, Targets, TemplateFormat,
    TriggerArg,
};

impl GenerateFile {
    /// The request to the generator.
    pub(crate) fn request(&self, lang: Lang) -> Request {
        let mut request = match self {
            GenerateFile::Buildspec(args) => args.request(),
            GenerateFile::Policy(args) => args.request(),
            GenerateFile::Pipeline(args) => args.request(),
            GenerateFile::Appspec(args) => Request {
                format: args.format.into(),
                container: args.container.clone(),
                port: args.port.map(u32::from),
                ..Request::new(Kind::AppSpec)
            },
            GenerateFile::Imagedefinitions(args) => args.request(Kind::ImageDefinitions),
            GenerateFile::Imagedetail(args) => args.request(Kind::ImageDetail),
            GenerateFile::Taskdef(args) => Request {
                container: args.container.clone(),
                ..Request::new(Kind::TaskDefinition)
            },
            GenerateFile::Eventbridge(args) => Request {
                cluster: args.cluster.clone(),
                format: args.format.into(),
                ..Request::new(Kind::EventBridge(args.by.into()))
            },
        };
        request.lang = lang;
        request
    }
}

impl BuildspecArgs {
    fn request(&self) -> Request {
        let mut request = Request {
            format: self.format.into(),
            runtime: self.runtime.clone(),
            file: self.taskdef_file.clone(),
            latest: self.keep_latest,
            wait: !self.no_wait,
            taskdef_sha256: self.taskdef_sha256.clone(),
            ..Request::new(Kind::Buildspec)
        };
        self.targets.apply_to(&mut request);
        self.build.apply_to(&mut request);
        self.image_target.apply_to(&mut request);
        request
    }
}

impl PolicyArgs {
    fn request(&self) -> Request {
        let mut request = Request {
            region: self.region.clone(),
            account: self.account.clone(),
            project: self.project.clone(),
            bucket: self.bucket.clone(),
            format: match self.format {
                PolicyFormat::Json => Format::Json,
                PolicyFormat::Cloudformation => Format::Yaml,
            },
            ..Request::new(Kind::Policy(match self.role {
                ForArg::Codebuild => PolicyFor::CodeBuild,
                ForArg::ExecutionRole => PolicyFor::ExecutionRole,
                ForArg::TaskEvents => PolicyFor::TaskEvents,
                ForArg::Batch => PolicyFor::Batch,
            }))
        };
        self.targets.apply_to(&mut request);
        self.build.apply_to(&mut request);
        self.image_target.apply_to(&mut request);
        self.roles_and_keys.apply_to(&mut request);
        request
    }
}

impl PipelineArgs {
    fn request(&self) -> Request {
        let mut request = Request {
            format: self.format.into(),
            source: match self.source {
                SourceArg::Codecommit => Source::CodeCommit,
                SourceArg::Connection => Source::Connection,
            },
            ..Request::new(Kind::Pipeline)
        };
        self.targets.apply_to(&mut request);
        self.build.apply_to(&mut request);
        self.image_target.apply_to(&mut request);
        self.roles_and_keys.apply_to(&mut request);
        request
    }
}

impl ImageArgs {
    fn request(&self, kind: Kind) -> Request {
        Request {
            container: self.container.clone(),
            image: self.image.clone(),
            ..Request::new(kind)
        }
    }
}

impl Targets {
    fn apply_to(&self, request: &mut Request) {
        request.cluster.clone_from(&self.cluster);
        request.services.clone_from(&self.service);
        request.rules.clone_from(&self.rule);
        request.schedules.clone_from(&self.schedule);
    }
}

impl Build {
    fn apply_to(&self, request: &mut Request) {
        request.style = match self.style {
            StyleArg::AwsCli => Style::AwsCli,
            StyleArg::Taskdef => Style::Taskdef,
        };
        request.builder = match self.builder {
            BuilderArg::Maven => Builder::Maven,
            BuilderArg::Gradle => Builder::Gradle,
            BuilderArg::Node => Builder::Node,
            BuilderArg::Docker => Builder::Docker,
            BuilderArg::None => Builder::None,
        };
        request.docker_hub = self.docker_hub;
        request.reports = self.reports;
        request.batch.clone_from(&self.batch);
        request.parameter_path.clone_from(&self.parameter_path);
        request.taskdef_url.clone_from(&self.taskdef_url);
    }
}

impl ImageTarget {
    fn apply_to(&self, request: &mut Request) {
        request.repository.clone_from(&self.repository);
        request.container.clone_from(&self.container);
    }
}

impl RolesAndKeys {
    fn apply_to(&self, request: &mut Request) {
        request.rule_role.clone_from(&self.rule_role);
        request.schedule_role.clone_from(&self.schedule_role);
        request.kms_key.clone_from(&self.kms_key);
    }
}

impl From<TemplateFormat> for Format {
    fn from(format: TemplateFormat) -> Self {
        match format {
            TemplateFormat::Yaml => Format::Yaml,
            TemplateFormat::Json => Format::Json,
        }
    }
}

impl From<TriggerArg> for Trigger {
    fn from(starter: TriggerArg) -> Self {
        match starter {
            TriggerArg::Rule => Trigger::Rule,
            TriggerArg::Schedule => Trigger::Schedule,
        }
    }
}

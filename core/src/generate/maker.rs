//! The generator of each kind of file.

use super::error::GenerateError;
use super::generated::Generated;
use super::request::{Kind, PolicyFor, Request, Trigger};
use super::scope::{Reader, Scope};
use super::{
    alerts, appspec, batch, buildspec, eventbridge, github, images, next, pipeline, policy, taskdef,
};
use crate::convert::Conversion;

/// The generator of a kind of file. A program whose makers are all constants links those and no
/// others.
#[derive(Debug, Clone, Copy)]
pub struct Maker {
    kind: Kind,
    /// The name of the file on the command line.
    command: &'static str,
    make: fn(&Conversion, Scope<'_>) -> Result<Generated, GenerateError>,
}

impl Kind {
    /// The generator of this kind of file.
    #[must_use]
    pub const fn maker(self) -> Maker {
        match self {
            Kind::Buildspec => self.with_command("buildspec", |_, it| Ok(buildspec::generate(&it))),
            Kind::Policy(PolicyFor::CodeBuild) => self
                .with_command("policy --for codebuild", |_, it| {
                    policy::generate(&policy::CODEBUILD, &it)
                }),
            Kind::Policy(PolicyFor::ExecutionRole) => self
                .with_command("policy --for execution-role", |_, it| {
                    policy::generate(&policy::EXECUTION_ROLE, &it)
                }),
            Kind::Policy(PolicyFor::TaskRole) => self
                .with_command("policy --for task-role", |_, it| {
                    policy::generate(&policy::TASK_ROLE, &it)
                }),
            Kind::Policy(PolicyFor::TaskEvents) => self
                .with_command("policy --for task-events", |_, it| {
                    policy::generate(&policy::TASK_EVENTS, &it)
                }),
            Kind::Policy(PolicyFor::Batch) => self.with_command("policy --for batch", |_, it| {
                policy::generate(&policy::BATCH, &it)
            }),
            Kind::Pipeline => self.with_command("pipeline", |_, it| pipeline::generate(it)),
            Kind::AppSpec => self.with_command("appspec", |_, it| appspec::generate(&it)),
            Kind::ImageDefinitions => {
                self.with_command("imagedefinitions", |_, it| images::definitions(&it))
            }
            Kind::ImageDetail => self.with_command("imagedetail", |_, it| images::detail(&it)),
            Kind::TaskDefinition => self.with_command("taskdef", |conversion, it| {
                taskdef::generate(conversion, &it)
            }),
            Kind::Policy(PolicyFor::GitHubActions) => self
                .with_command("policy --for github-actions", |_, it| {
                    policy::generate(&policy::GITHUB_ACTIONS, &it)
                }),
            Kind::GitHubActions => {
                self.with_command("github-actions", |_, it| Ok(github::generate(&it)))
            }
            Kind::Alerts => self.with_command("alerts", |_, it| alerts::generate(&it)),
            Kind::EventBridge(Trigger::Rule) => self
                .with_command("eventbridge --by rule", |_, it| {
                    eventbridge::generate(Trigger::Rule, it)
                }),
            Kind::EventBridge(Trigger::Schedule) => self
                .with_command("eventbridge --by schedule", |_, it| {
                    eventbridge::generate(Trigger::Schedule, it)
                }),
            Kind::EventBridge(Trigger::StateMachine) => self
                .with_command("eventbridge --by state-machine", |_, it| {
                    eventbridge::state_machine(it)
                }),
            Kind::Readme => {
                self.with_command("--all", |conversion, it| next::readme(conversion, &it, &[]))
            }
        }
    }

    const fn with_command(
        self,
        command: &'static str,
        make: fn(&Conversion, Scope<'_>) -> Result<Generated, GenerateError>,
    ) -> Maker {
        Maker {
            kind: self,
            command,
            make,
        }
    }
}

impl Maker {
    /// Which file it makes.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// Generates the file for a single family, with notes that name no option. Of a request that
    /// contradicts itself it makes what it can, so it is for those that hold only names.
    ///
    /// # Errors
    /// The task definition lacks what the file needs.
    pub fn plain(
        &self,
        conversion: &Conversion,
        request: &Request,
    ) -> Result<Generated, GenerateError> {
        let mut scope = self.scope(conversion, request);
        scope.reader = Reader::Page;
        scope.check_definition()?;
        (self.make)(conversion, scope)
    }

    /// Generates the file for a request, with notes for this reader.
    ///
    /// # Errors
    /// The task definition lacks what the file needs, or the request contradicts itself.
    pub(super) fn requested(
        &self,
        conversion: &Conversion,
        request: &Request,
        reader: Reader,
    ) -> Result<Generated, GenerateError> {
        let mut scope = self.scope(conversion, request);
        scope.reader = reader;
        scope.jobs = batch::jobs(request)?;
        scope.check()?;
        scope.check_definition()?;
        (self.make)(conversion, scope)
    }

    fn scope<'a>(&self, conversion: &'a Conversion, request: &'a Request) -> Scope<'a> {
        Scope::new(&conversion.outline, request, self.command)
    }
}

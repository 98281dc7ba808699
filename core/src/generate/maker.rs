//! What makes each kind of file.

use super::error::GenerateError;
use super::generated::Generated;
use super::request::{Kind, PolicyFor, Request, Trigger};
use super::scope::Scope;
use super::{appspec, buildspec, eventbridge, images, pipeline, policy, taskdef};
use crate::convert::Conversion;
use crate::lang::Lang;

/// What makes a kind of file. A program whose makers are all constants holds those and no other.
#[derive(Debug, Clone, Copy)]
pub struct Maker {
    kind: Kind,
    /// How the command line calls it.
    command: &'static str,
    make: fn(&Conversion, Scope<'_>) -> Result<Generated, GenerateError>,
}

impl Kind {
    /// What makes a file of this kind.
    #[must_use]
    pub const fn maker(self) -> Maker {
        match self {
            Kind::Buildspec => self.made("buildspec", |_, it| Ok(buildspec::generate(&it))),
            Kind::Policy(PolicyFor::CodeBuild) => self.made("policy --for codebuild", |_, it| {
                policy::generate(&policy::CODEBUILD, &it)
            }),
            Kind::Policy(PolicyFor::ExecutionRole) => self
                .made("policy --for execution-role", |_, it| {
                    policy::generate(&policy::EXECUTION_ROLE, &it)
                }),
            Kind::Policy(PolicyFor::TaskEvents) => self
                .made("policy --for task-events", |_, it| {
                    policy::generate(&policy::TASK_EVENTS, &it)
                }),
            Kind::Policy(PolicyFor::Batch) => self.made("policy --for batch", |_, it| {
                policy::generate(&policy::BATCH, &it)
            }),
            Kind::Pipeline => self.made("pipeline", |_, it| pipeline::generate(it)),
            Kind::AppSpec => self.made("appspec", |_, it| appspec::generate(&it)),
            Kind::ImageDefinitions => {
                self.made("imagedefinitions", |_, it| images::definitions(&it))
            }
            Kind::ImageDetail => self.made("imagedetail", |_, it| images::detail(&it)),
            Kind::TaskDefinition => self.made("taskdef", |conversion, it| {
                taskdef::generate(conversion, &it)
            }),
            Kind::EventBridge(Trigger::Rule) => self.made("eventbridge --by rule", |_, it| {
                eventbridge::generate(Trigger::Rule, &it)
            }),
            Kind::EventBridge(Trigger::Schedule) => self
                .made("eventbridge --by schedule", |_, it| {
                    eventbridge::generate(Trigger::Schedule, &it)
                }),
        }
    }

    const fn made(
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
    /// Makes the file that a converted task definition alone asks for.
    ///
    /// # Errors
    /// The task definition lacks what the file is about.
    pub fn plain(&self, conversion: &Conversion, lang: Lang) -> Result<Generated, GenerateError> {
        let mut request = Request::new(self.kind);
        request.lang = lang;
        (self.make)(conversion, self.scope(conversion, &request))
    }

    /// Makes the file that is requested.
    pub(super) fn requested(
        &self,
        conversion: &Conversion,
        request: &Request,
    ) -> Result<Generated, GenerateError> {
        let scope = self.scope(conversion, request);
        scope.check()?;
        (self.make)(conversion, scope)
    }

    fn scope<'a>(&self, conversion: &'a Conversion, request: &'a Request) -> Scope<'a> {
        Scope::new(&conversion.outline, request, self.command)
    }
}

//! A rule or schedule that runs the task definition by its family, so that it follows the latest
//! revision and no deploy has to touch it.

use super::draft::{self, Holes, draft};
use super::iam::{self, Trust};
use super::request::Starter;
use super::scope::Scope;
use super::template::{self, Template};
use super::term::Ink;
use super::{Generated, Refusal};

pub(super) fn generate(starter: Starter, scope: &Scope<'_>) -> Result<Generated, Refusal> {
    let outline = scope.outline;
    if outline.family.is_empty() {
        return Err(Refusal::NO_FAMILY);
    }
    let ink = Ink {
        scope,
        template: true,
    };
    let trust = match starter {
        Starter::Rule => Trust::StackRule,
        Starter::Schedule => Trust::Schedules,
    };
    let mut types = outline.requires_compatibilities.iter();
    let mut holes = Holes::new();
    holes.when("rule", starter == Starter::Rule);
    holes.when("fargate", types.any(|kind| kind == "FARGATE"));
    let network = outline.network_mode.as_deref();
    holes.when("awsvpc", network == Some("awsvpc"));
    holes.when("tagged", outline.tagged);
    holes.value("trust", iam::trust(trust, ink));
    if let Some((policy, _)) = iam::document(&iam::TASK_EVENTS, ink) {
        holes.value("policy", policy);
    }
    let template = Template {
        name: "eventbridge.yml",
        head: Vec::new(),
        root: draft::read(draft!("eventbridge.draft"), &holes),
    };
    template::write(template, scope)
}

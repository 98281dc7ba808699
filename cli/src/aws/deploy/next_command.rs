//! The command that continues an unfinished deployment.

use taskdef_core::{RuleName, ScheduleName};

use super::deployer::Deployer;
use super::hint::line;
use super::outcome::{Family, Outcome, Service, ServiceState};
use super::request::{DeployRequest, GivenOption};
use crate::aws::arn::short;

/// What moves after the services of a family, and only if all of them are well.
const AFTER_SERVICES: [&str; 5] = [
    "--rule",
    "--schedule",
    "--all-schedules",
    "--unpin",
    "--run",
];

/// The command that finishes what is registered and unfinished; `None` if nothing is. It has every
/// option of the command that stopped, but for `--run-first`, which is done: where it is not, only the same
/// command runs it; and but for `--run` where its task was started and did not fail. A deployment that ended badly is not tried again: what else is under way of its family
/// has a command of its own, on a line of its own.
pub(super) fn next_command(request: &DeployRequest, families: &[Family]) -> Option<String> {
    request.cluster.as_ref()?;
    let mut registered = families.iter().filter(|family| family.revision.is_some());
    if !registered.all(Family::is_run_first) {
        return None;
    }
    let unfinished = families
        .iter()
        .filter(|family| family.revision.is_some() && family.is_unfinished());
    let (whole, parts): (Vec<&Family>, Vec<&Family>) =
        unfinished.partition(|family| !family.services.iter().any(|it| it.state.is_given_up()));
    let parts = parts.into_iter().filter_map(|family| part(request, family));
    let (rest, run): (Vec<&Family>, Vec<&Family>) =
        whole.into_iter().partition(|family| family.is_to_be_run());
    let whole = [rest, run].into_iter().filter_map(|whole| {
        let is_kept = |option: &&GivenOption| option.name != "--run" || whole[0].is_to_be_run();
        let is_of = |option: &&GivenOption| is_of(option, &whole);
        let options = request.given.iter().filter(is_of).filter(is_kept);
        (!whole.is_empty()).then(|| command(request, &whole, options))
    });
    let lines: Vec<String> = whole.flatten().chain(parts).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// The command for those services of a family that are under way, where another one ended badly.
fn part(request: &DeployRequest, family: &Family) -> Option<String> {
    let services = family.services.iter();
    let services = services.filter(|it| !it.state.is_fine() && !it.state.is_given_up());
    let services: Vec<GivenOption> = services
        .map(|service| GivenOption {
            name: "--service".to_owned(),
            value: Some(service.name.clone()),
            is_general: false,
        })
        .collect();
    let is_kept = |option: &&GivenOption| {
        let name = option.name.as_str();
        !AFTER_SERVICES.contains(&name) && !matches!(name, "--service" | "--all-services")
    };
    let options = request.given.iter().filter(is_kept).chain(&services);
    (!services.is_empty())
        .then(|| command(request, &[family], options))
        .flatten()
}

/// A command that brings families to the revisions that they have.
fn command<'a>(
    request: &DeployRequest,
    families: &[&Family],
    options: impl Iterator<Item = &'a GivenOption>,
) -> Option<String> {
    let revisions = families.iter().filter_map(|it| it.revision.as_deref());
    let revisions: Vec<String> = revisions.map(short).collect();
    let mut words = Vec::new();
    if request.back.is_some() {
        // A deployment would move forward what stands at an older revision.
        let (family, number) = revisions.first()?.split_once(':')?;
        words.extend(["rollback", family, "--to", number]);
    } else {
        words.push("deploy");
        words.extend(revisions.iter().flat_map(|it| ["--revision", it]));
    }
    Some(line(&words, options))
}

impl Deployer<'_> {
    /// The commands that wait on for each family, where its deployments go on; `None` if nothing does. They
    /// name the revision: what ECS puts back meanwhile is no success. What waits for somebody has a command
    /// of its own.
    pub(super) fn command_again(&self, outcome: &Outcome) -> Option<String> {
        let lines = outcome.families.iter().filter_map(|it| self.wait_again(it));
        let lines: Vec<String> = lines.collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    fn wait_again(&self, family: &Family) -> Option<String> {
        let revision = short(family.revision.as_deref()?);
        let going: Vec<&Service> = family.services.iter().filter(|it| it.goes_on()).collect();
        // What is reached would be reached again at once.
        let is_reached = going.iter().any(|it| it.state == ServiceState::Reached);
        let is_kept = |option: &&GivenOption| match option.name.as_str() {
            "--service" | "--revision" => false,
            "--wait-until" => !is_reached,
            _ => true,
        };
        let mut words = vec!["wait", "--revision", &revision];
        words.extend(going.iter().flat_map(|it| ["--service", &it.name]));
        let given = self.request.given.iter().filter(is_kept);
        (!going.is_empty()).then(|| line(&words, given))
    }
}

/// Whether an option is about these families. A service, rule or schedule of another one would be
/// refused.
fn is_of(option: &GivenOption, families: &[&Family]) -> bool {
    let Some(value) = option.value.as_deref() else {
        return true;
    };
    let mut services = families.iter().flat_map(|family| &family.services);
    let mut triggers = families.iter().flat_map(|family| &family.triggers);
    match option.name.as_str() {
        "--service" => services.any(|service| service.name == value || service.arn == value),
        "--rule" => {
            let RuleName { bus, name } = RuleName::parse(value);
            triggers.any(|trigger| trigger.id.is_of_rule(bus.unwrap_or("default"), name))
        }
        "--schedule" => {
            let ScheduleName { group, name } = ScheduleName::parse(value);
            triggers.any(|trigger| trigger.id.is_schedule(group, name))
        }
        _ => true,
    }
}

//! The command that continues an unfinished deployment.

use taskdef_core::{RuleName, ScheduleName, quote};

use super::outcome::Family;
use super::request::{DeployRequest, GivenOption};
use crate::aws::arn::short;

/// The command that finishes what is registered and unfinished; `None` if nothing is. It has every
/// option of the command that stopped.
pub(super) fn next_command(request: &DeployRequest, families: &[Family]) -> Option<String> {
    let unfinished = families.iter().filter(|family| {
        let given_up = family
            .services
            .iter()
            .any(|service| service.state.is_given_up());
        family.revision.is_some() && family.is_unfinished() && !given_up
    });
    let unfinished: Vec<&Family> = unfinished.collect();
    if unfinished.is_empty() || request.cluster.is_none() {
        return None;
    }
    let mut words = vec!["taskdef".to_owned()];
    let revisions = unfinished
        .iter()
        .filter_map(|family| family.revision.as_deref());
    let revisions: Vec<String> = revisions.map(short).collect();
    if request.back.is_some() {
        // A deployment would move forward what stands at an older revision.
        let (family, number) = revisions.first()?.split_once(':')?;
        words.extend(["rollback", family, "--to", number].map(str::to_owned));
    } else {
        words.push("deploy".to_owned());
        words.extend(
            revisions
                .into_iter()
                .flat_map(|revision| ["--revision".to_owned(), revision]),
        );
    }
    for option in request
        .given
        .iter()
        .filter(|option| is_of(option, &unfinished))
    {
        words.push(option.name.clone());
        words.extend(option.value.clone());
    }
    let words = words.iter().map(|word| quote(word));
    Some(words.collect::<Vec<_>>().join(" "))
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

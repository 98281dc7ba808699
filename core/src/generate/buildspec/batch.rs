//! The builds of a batch: one for each family, and one of the image if it is built once for all.

use crate::event_names::{RuleName, ScheduleName};
use crate::generate::batch::Job;
use crate::generate::moves::Services;
use crate::generate::scope::Scope;
use crate::generate::template::Bindings;
use crate::generate::value::{Entry, Value};

/// The id of the build of the image.
const IMAGE: &str = "image";

/// Binds the builds, each with its variables.
pub(super) fn bindings(scope: &Scope<'_>, bindings: &mut Bindings) {
    bindings.when("batch", scope.is_batch());
    bindings.when("one-image", scope.request.one_image);
    let mut taken = vec![IMAGE.to_owned()];
    for job in &scope.jobs {
        let id = identifier(&job.family, &taken);
        let mut build = Bindings::one("identifier", &id);
        build.value("job-variables", variables(job));
        bindings.each("jobs", build);
        taken.push(id);
    }
}

/// An id that no other build has, of letters, digits and underscores.
fn identifier(family: &str, taken: &[String]) -> String {
    let mut id = family.replace('-', "_");
    if !id.starts_with(|c: char| c.is_ascii_alphabetic()) {
        id.insert_str(0, "job_");
    }
    while taken.contains(&id) {
        id.push('_');
    }
    id
}

/// What a build knows of its family. Names are parted by spaces, which no name of AWS contains.
fn variables(job: &Job) -> Value {
    let mut members = vec![
        Entry::member("FAMILY", job.family.as_str().into()),
        Entry::member("FOLDER", job.folder().into()),
    ];
    let mut add = |name: &str, values: Vec<String>| {
        if !values.is_empty() {
            members.push(Entry::member(name, Value::Text(values.join(" "))));
        }
    };
    add("ContainerName", job.container.iter().cloned().collect());
    if let Services::Named(services) = &job.moves.services {
        add("SERVICES", services.clone());
    }
    // Each with its bus or group, so that it can be taken apart alike.
    let rules = job.moves.rules.iter().map(|rule| {
        let RuleName { bus, name } = RuleName::parse(rule);
        format!("{}/{name}", bus.unwrap_or("default"))
    });
    add("RULES", rules.collect());
    let schedules = job.moves.schedules.iter().map(|schedule| {
        let ScheduleName { group, name } = ScheduleName::parse(schedule);
        format!("{group}/{name}")
    });
    add("SCHEDULES", schedules.collect());
    Value::Map(members)
}

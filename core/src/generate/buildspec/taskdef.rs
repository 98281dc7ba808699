//! Registers and deploys with taskdef itself.

use crate::generate::scope::Scope;
use crate::generate::template::{self, Bindings, template};
use crate::generate::value::Value;
use crate::shell::quote;

/// A single command: it stops at findings, waits, and reports a rollback.
pub(super) fn deploy(scope: &Scope<'_>) -> Value {
    let request = scope.request;
    let mut targets = String::new();
    if request.deploys_service() {
        if request.services.len() < 2 {
            targets.push_str(" --service=\"$SERVICE\"");
        } else {
            append(&mut targets, " --service=", &request.services);
        }
    }
    append(&mut targets, " --rule=", &request.rules);
    append(&mut targets, " --schedule=", &request.schedules);
    if request.wait {
        targets.push_str(" --wait");
    }
    let mut bindings = Bindings::one("targets", &targets);
    if !request.latest {
        bindings.text(
            "image",
            " --image=\"$ContainerName=$REPOSITORY_URI:$IMAGE_TAG\"",
        );
    }
    template::read(template!("taskdef.tmpl"), &bindings)
}

/// Appends an option for each name, joined by `=`, so that a name may begin with a dash.
fn append(command: &mut String, option: &str, names: &[String]) {
    for name in names {
        command.push_str(option);
        command.push_str(&quote(name));
    }
}

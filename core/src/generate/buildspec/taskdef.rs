//! Registers and deploys with taskdef itself.

use crate::generate::moves::Services;
use crate::generate::scope::Scope;
use crate::generate::template::{self, Bindings, template};
use crate::generate::value::Value;
use crate::shell::quote;

/// What parts the options of a command that has many.
const NEXT_LINE: &str = " \\\n  ";

/// A single command: it stops at findings, waits, and reports a rollback. What is registered may also
/// be kept as an artifact.
pub(super) fn deploy(scope: &Scope<'_>, keeps_artifact: bool) -> Value {
    let request = scope.request;
    let moves = scope.moves();
    let mut targets = String::new();
    match &moves.services {
        Services::None => {}
        _ if moves.has_one_service() => {
            targets.push_str(NEXT_LINE);
            targets.push_str("--service=\"$SERVICE\"");
        }
        Services::Variable => {}
        Services::Named(names) => append(&mut targets, "--service=", names),
    }
    append(&mut targets, "--rule=", &moves.rules);
    append(&mut targets, "--schedule=", &moves.schedules);
    let wait = if request.wait { " --wait" } else { "" };
    targets.push_str(wait);
    let mut bindings = Bindings::one("targets", &targets);
    bindings.text("taskdef", "\"$TASKDEF_BIN/taskdef\"");
    bindings.text("wait", wait);
    let batch = scope.is_batch();
    bindings.when("artifact", keeps_artifact);
    bindings.when("batch", batch);
    let deploys = !moves.is_nothing() || request.run;
    bindings.when("moves", !batch && deploys);
    bindings.when("registers", !batch && !deploys);
    bindings.when("run", request.run);
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
        command.push_str(NEXT_LINE);
        command.push_str(option);
        command.push_str(&quote(name));
    }
}

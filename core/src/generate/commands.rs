//! The commands that register a result without a build, and move what is named.

use std::fmt::Write as _;

use super::moves::{Moves, Services};
use super::request::Request;
use crate::outline::Outline;
use crate::shell::{quote, value};

/// The commands that register `taskdef-update.json`, and move what the request names: services with the
/// AWS CLI, rules and schedules with taskdef, which registers nothing again. If the request names nothing,
/// the variable SERVICE may.
#[must_use]
pub fn commands(outline: &Outline, request: &Request) -> String {
    let family = value(&outline.family);
    let cluster = request.cluster.as_deref().map(value);
    let cluster = cluster.as_deref().unwrap_or(" \"$CLUSTER\"");
    let moves = Moves::of(request);
    let update = |service: &str| {
        format!(
            "aws ecs update-service --cluster{cluster} --service{service} --task-definition{family}\n"
        )
    };
    let file = Request::FILE;
    let mut text = format!("aws ecs register-task-definition --cli-input-json file://{file}\n");
    if moves.is_nothing() {
        let update = update(" \"$SERVICE\"");
        let _ = write!(
            text,
            "# A schedule that names no revision starts this one from its next run; a service has to be moved.\n\
             if [ -n \"${{SERVICE:-}}\" ]; then\n  {update}fi\n"
        );
        return text;
    }
    if let Services::Named(names) = &moves.services {
        text.extend(names.iter().map(|name| update(&value(name))));
    }
    let mut starters = String::new();
    for (option, names) in [("rule", &moves.rules), ("schedule", &moves.schedules)] {
        for name in names {
            let _ = write!(starters, " --{option}={}", quote(name));
        }
    }
    if !starters.is_empty() {
        let _ = write!(
            text,
            "# What names a revision is moved to the one above; what names none takes it by itself.\n\
             taskdef deploy {file} --cluster{cluster}{starters}\n"
        );
    }
    text
}

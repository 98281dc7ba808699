//! The names of what starts the task, where the request has them: of several the first.

use crate::event_names::{RuleName, ScheduleName};
use crate::generate::request::Trigger;
use crate::generate::scope::Scope;
use crate::generate::template::Bindings;

/// Binds the name of the rule or schedule, and of the state machine.
pub(super) fn bind(trigger: Trigger, scope: &Scope<'_>, bindings: &mut Bindings) {
    let request = scope.request;
    if trigger == Trigger::Rule {
        let mut rules = request.rules.iter().map(|rule| RuleName::parse(rule));
        // Only the default bus has rules that start at a time.
        let rule = rules.find(|rule| matches!(rule.bus, None | Some("default")));
        bindings.text_if("name", rule.map(|rule| rule.name));
    } else if let Some(schedule) = request.schedules.first() {
        let ScheduleName { group, name } = ScheduleName::parse(schedule);
        bindings.text("name", name);
        bindings.text_if("group", (group != "default").then_some(group));
    }
    let machine = request.state_machine.as_deref();
    let name = machine.and_then(|arn| arn.rsplit(':').next());
    bindings.text_if("machine-name", name);
}

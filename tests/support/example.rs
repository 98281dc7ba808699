//! The examples of the rules of `check`, as whole definitions.

use serde_json::Value;
use taskdef_core::rule::{Rule, Scope};

/// The whole definition of an example of `check`: its members replace those of a complete
/// definition.
pub(crate) fn whole(rule: &Rule, members: &str) -> String {
    let members = members.replace("…and 64 KiB more…", &"x".repeat(70_000));
    if rule.example().scope == Scope::Text {
        return members;
    }
    let Value::Object(members) = value(&format!("{{{members}}}")) else {
        panic!("{}: {members}", rule.id);
    };
    let mut task = value(
        r#"{"family": "batch", "memory": "512", "containerDefinitions": [{"name": "app", "image": "app:1"}]}"#,
    );
    if matches!(
        rule.example().scope,
        Scope::Fargate | Scope::FargateContainer
    ) {
        task["requiresCompatibilities"] = value(r#"["FARGATE"]"#);
        task["networkMode"] = value(r#""awsvpc""#);
        task["cpu"] = value(r#""256""#);
        task["executionRoleArn"] = value(r#""arn:aws:iam::111122223333:role/execution""#);
    }
    let object = match rule.example().scope {
        Scope::Task | Scope::Fargate => &mut task,
        _ => &mut task["containerDefinitions"][0],
    };
    for (key, member) in members {
        object[key] = member;
    }
    task.to_string()
}

pub(crate) fn value(json: &str) -> Value {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"))
}

//! The definition of a row, and the edits requested of it.

use serde_json::{Value, json};
use taskdef_core::{EDIT_OPTIONS, Edit, EditTarget};

/// The edits that a place names.
pub(crate) fn edits(place: &str) -> Result<Vec<Edit>, String> {
    let edits = place.split('+').filter_map(|part| part.split_once(':'));
    edits.map(|(name, value)| edit(name, value)).collect()
}

/// The text that is checked or converted.
pub(crate) fn text(place: &str, members: &str) -> Result<String, String> {
    let mut parts = place.split('+');
    let place = parts.next().unwrap_or_default();
    let mut task = json!({"family": "batch", "memory": "512"});
    for name in parts.filter(|part| !part.contains(':')) {
        setting(&mut task, name)?;
    }
    let container = json!({"name": "app", "image": "app:1"});
    match place {
        "text" => Ok(members.to_owned()),
        "task" => {
            task["containerDefinitions"] = json!([container]);
            with(task, members)
        }
        "container" => {
            let containers = format!(r#""containerDefinitions": [{}]"#, with(container, members)?);
            with(task, &containers)
        }
        _ => Err(format!("no place {place:?}")),
    }
}

/// Changes the small definition, which names no launch type and no network mode.
fn setting(task: &mut Value, name: &str) -> Result<(), String> {
    match name {
        "fargate" => {
            task["requiresCompatibilities"] = json!(["FARGATE"]);
            task["networkMode"] = json!("awsvpc");
            task["cpu"] = json!("256");
            task["executionRoleArn"] = json!("arn:aws:iam::111122223333:role/execution");
        }
        "ec2" => task["requiresCompatibilities"] = json!(["EC2"]),
        "external" => task["requiresCompatibilities"] = json!(["EXTERNAL"]),
        "managed" => task["requiresCompatibilities"] = json!(["MANAGED_INSTANCES"]),
        "windows" => {
            task["runtimePlatform"] = json!({"operatingSystemFamily": "WINDOWS_SERVER_2022_CORE"});
        }
        "awsvpc" | "bridge" | "host" | "none" => task["networkMode"] = json!(name),
        _ => return Err(format!("no setting {name:?}")),
    }
    Ok(())
}

/// A requested edit, by its option.
fn edit(name: &str, text: &str) -> Result<Edit, String> {
    let option = EDIT_OPTIONS.iter().find(|option| option.name == name);
    let option = option.ok_or_else(|| format!("no edit {name:?}"))?;
    let (key, value) = match text.split_once('=') {
        Some((key, value)) => (key.to_owned(), Some(value.to_owned())),
        None => (text.to_owned(), None),
    };
    let text = text.to_owned();
    Ok(match option.target {
        EditTarget::Task(field) => Edit::Task { field, value: text },
        EditTarget::Container(field) => Edit::Container {
            container: None,
            field,
            value: text,
        },
        EditTarget::Pair(list, _) => Edit::Pair {
            container: None,
            list,
            name: key,
            value,
        },
        EditTarget::Tag(_) => Edit::Tag { key, value },
        EditTarget::Command | EditTarget::VariablesOfFile => {
            return Err(format!("no row has an edit {name:?} yet"));
        }
    })
}

/// An object with these members, written as they are, in place of those of the same names.
fn with(mut object: Value, members: &str) -> Result<String, String> {
    let own: Value = serde_json::from_str(&format!("{{{members}}}"))
        .map_err(|error| format!("{error}: {members}"))?;
    if let (Value::Object(object), Value::Object(own)) = (&mut object, &own) {
        object.retain(|key, _| !own.contains_key(key));
    }
    let object = object.to_string();
    let comma = if members.is_empty() || object == "{}" {
        ""
    } else {
        ","
    };
    let open = object.strip_suffix('}').unwrap_or(&object);
    Ok(format!("{open}{comma}{members}}}"))
}

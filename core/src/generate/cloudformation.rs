//! CloudFormation templates. They declare the parameters that their resources refer to.

use super::error::GenerateError;
use super::generated::Generated;
use super::head;
use super::json::to_json;
use super::parameter::{PARAMETERS, Parameter};
use super::request::Format;
use super::scope::Scope;
use super::template::{self, Bindings};
use super::value::{Comment, Entry, Function, Value};
use super::yaml::{self, Form};
use crate::lang::Lang;
use crate::shell::quote;

/// The parts of a template.
pub(super) struct Template {
    pub(super) name: &'static str,
    /// The comments at the top, below the line that says how the file was generated.
    pub(super) head: Vec<Comment>,
    /// Everything but the parameters.
    pub(super) root: Value,
}

/// The start of a dynamic reference: CloudFormation fetches a secret wherever it occurs. It can't
/// be escaped.
const RESOLVE: &str = "{{resolve:";

/// Writes a template.
///
/// # Errors
/// A text contains a dynamic reference.
pub(super) fn write(template: Template, scope: &Scope<'_>) -> Result<Generated, GenerateError> {
    let request = scope.request;
    let root = with_parameters(template.root, scope);
    if resolves(&root) {
        return Err(GenerateError::DYNAMIC_REFERENCE);
    }
    let name = match request.format {
        Format::Json => template.name.replace(".yml", ".json"),
        _ => template.name.to_owned(),
    };
    let file = request.written_to.as_ref().unwrap_or(&name);
    let mut notes = vec![create(file, &root, request.lang)];
    if request.format == Format::Json {
        return Ok(Generated {
            name,
            text: to_json(&root),
            notes,
        });
    }
    // Comments in another language do not survive CloudFormation, unless somebody wants them in the file.
    let in_file = request.comments.unwrap_or(Lang::En);
    if request.lang != in_file && request.lang == Lang::Ja {
        notes.push(head::BESIDE.text(Lang::Ja).to_owned());
        for comment in &template.head {
            notes.push(comment.get(Lang::Ja).to_owned());
        }
        notes.extend(yaml::comments_beside(&root, Lang::Ja));
    }
    let mut comments = vec![head::made_by(scope)];
    comments.extend(template.head);
    let form = Form {
        lang: in_file,
        ascii: true,
    };
    Ok(Generated {
        name,
        text: yaml::write(&comments, &root, form),
        notes,
    })
}

/// The command that creates the stack, with the parameters that must be given.
fn create(file: &str, root: &Value, lang: Lang) -> String {
    let values = values(root);
    let overrides = if values.is_empty() {
        values
    } else {
        [" --parameter-overrides ", &values].concat()
    };
    let mut bindings = Bindings::one("file", &quote(file));
    bindings.text("overrides", &overrides);
    let command = template::comment(head::CREATE, &[&bindings]);
    command.get(lang).to_owned()
}

/// The parameters that a template's stack has to be given, each as `NAME=VALUE`.
pub(super) fn required(template: Template, scope: &Scope<'_>) -> String {
    values(&with_parameters(template.root, scope))
}

/// Those without a default.
fn values(root: &Value) -> String {
    let parameters = root.get("Parameters").map_or(&[][..], Value::entries);
    let open = parameters
        .iter()
        .filter(|it| it.value.get("Default").is_none());
    let open: Vec<String> = open.map(|it| format!("{}=VALUE", it.key)).collect();
    open.join(" ")
}

/// Adds the `Parameters` section above the resources.
fn with_parameters(root: Value, scope: &Scope<'_>) -> Value {
    let mut parameters = Vec::new();
    for parameter in PARAMETERS {
        if !parameter.is_pseudo() && refers_to(&root, parameter) {
            parameters.push(Entry::member(parameter.name, definition(parameter, scope)));
        }
    }
    match root {
        Value::Map(mut members) if !parameters.is_empty() => {
            let resources = members.iter().position(|member| member.key == "Resources");
            let parameters = Entry::member("Parameters", Value::Map(parameters));
            members.insert(resources.unwrap_or_default(), parameters);
            Value::Map(members)
        }
        root => root,
    }
}

fn definition(parameter: &Parameter, scope: &Scope<'_>) -> Value {
    let mut members = vec![
        Entry::member("Type", parameter.kind.into()),
        Entry::member("Description", parameter.about.en.into()),
    ];
    let number = |digits: &str| Value::Number(digits.to_owned());
    if ["AssignPublicIp", "State"].contains(&parameter.name) {
        let values = vec![
            Entry::element("DISABLED".into()),
            Entry::element("ENABLED".into()),
        ];
        members.push(Entry::member("AllowedValues", Value::List(values)));
    }
    // What EventBridge and Scheduler take as the age of an event.
    if parameter.name == "StartWithin" {
        members.push(Entry::member("MinValue", number("60")));
        members.push(Entry::member("MaxValue", number("86400")));
    }
    if let Some(default) = scope.known(parameter.name) {
        let default = match parameter.kind {
            "Number" => Value::Number(default),
            _ => Value::Text(default),
        };
        members.push(Entry::member("Default", default));
    }
    Value::Map(members)
}

/// Whether a value refers to a parameter by `Ref` or within `Fn::Sub`.
fn refers_to(value: &Value, parameter: &Parameter) -> bool {
    match value {
        Value::Call(Function::Ref, argument) => {
            matches!(&**argument, Value::Text(name) if name == parameter.name)
        }
        Value::Call(Function::Sub, argument) => {
            let reference = ["${", parameter.name, "}"].concat();
            matches!(&**argument, Value::Text(text) if text.contains(&reference))
        }
        Value::Call(_, argument) => refers_to(argument, parameter),
        _ => {
            let mut entries = value.entries().iter();
            entries.any(|entry| refers_to(&entry.value, parameter))
        }
    }
}

/// Whether a value contains a dynamic reference.
fn resolves(value: &Value) -> bool {
    match value {
        Value::Text(text) => text.contains(RESOLVE),
        Value::Call(_, argument) => resolves(argument),
        _ => {
            let mut entries = value.entries().iter();
            entries.any(|entry| entry.key.contains(RESOLVE) || resolves(&entry.value))
        }
    }
}

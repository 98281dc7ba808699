//! Templates of CloudFormation: their parameters are the slots that their resources use.

use super::slot::{self, Slot};
use super::value::{Comment, Function, Map, Value};
use super::yaml::{self, Form};
use super::{Generated, Refusal, head};
use crate::generate::request::Format;
use crate::generate::scope::Scope;
use crate::lang::Lang;

/// A template before it is written.
pub(super) struct Template {
    pub(super) name: &'static str,
    pub(super) description: String,
    /// What stands above all, besides the line that says what made it.
    pub(super) head: Vec<Comment>,
    pub(super) resources: Map,
    pub(super) outputs: Map,
}

/// What makes CloudFormation fetch a secret, wherever it stands; there is no way to quote it.
const RESOLVE: &str = "{{resolve:";

/// Writes a template.
pub(super) fn write(template: Template, scope: &Scope<'_>) -> Result<Generated, Refusal> {
    let request = scope.request;
    let parameters = parameters(&template, scope);
    let root = Map::new()
        .set("AWSTemplateFormatVersion", "2010-09-09")
        .set("Description", template.description)
        .set_some(
            "Parameters",
            Some(parameters).filter(|map| !map.entries.is_empty()),
        )
        .set("Resources", template.resources)
        .set_some(
            "Outputs",
            Some(template.outputs).filter(|map| !map.entries.is_empty()),
        );
    let root = Value::Map(root);
    if any_text(&root, &|text| text.contains(RESOLVE)) {
        return Err(Refusal::DynamicReference);
    }
    let comments = [vec![head::made_by(scope)], template.head].concat();
    let mut notes = vec![create(template.name, &root, request.lang)];
    if request.lang == Lang::Ja && request.format != Format::Json {
        notes.push(head::BESIDE.in_lang(Lang::Ja).to_owned());
        notes.extend(
            comments
                .iter()
                .skip(1)
                .map(|comment| yaml::say(comment, Lang::Ja)),
        );
        notes.extend(yaml::comments_beside(&root, Lang::Ja));
    }
    if request.format == Format::Json {
        let text = super::value::to_json(&root);
        let name = template.name.replace(".yml", ".json");
        return Ok(Generated { name, text, notes });
    }
    let form = Form {
        lang: request.lang,
        ascii: true,
    };
    Ok(Generated {
        name: template.name.to_owned(),
        text: yaml::write(&comments, &root, form),
        notes,
    })
}

/// The command that creates the stack, with what it has to be told.
fn create(file: &str, root: &Value, lang: Lang) -> String {
    let open: Vec<String> = open(root)
        .into_iter()
        .map(|name| format!(" {name}=VALUE"))
        .collect();
    let overrides = if open.is_empty() {
        ""
    } else {
        " --parameter-overrides"
    };
    let command = Comment {
        words: head::CREATE,
        holes: vec![
            ("{file}", file.to_owned()),
            ("{overrides}", format!("{overrides}{}", open.concat())),
        ],
    };
    yaml::say(&command, lang)
}

/// The parameters without a default.
fn open(root: &Value) -> Vec<&str> {
    let parameters = root.get("Parameters").into_iter().flat_map(Value::members);
    let open = parameters.filter(|(_, parameter)| parameter.get("Default").is_none());
    open.map(|(name, _)| name).collect()
}

fn parameters(template: &Template, scope: &Scope<'_>) -> Map {
    let resources = Value::Map(template.resources.clone());
    let outputs = Value::Map(template.outputs.clone());
    let used = slot::SLOTS.iter().filter(|slot| {
        let uses = |value| refers_to(value, slot);
        !slot.is_pseudo() && (uses(&resources) || uses(&outputs))
    });
    used.fold(Map::new(), |map, slot| {
        let default = scope.known(slot);
        let mut parameter = Map::new()
            .set("Type", slot.kind)
            .set("Description", slot.about.en);
        if slot.name == slot::PUBLIC_IP.name {
            let values = ["DISABLED", "ENABLED"].into_iter();
            parameter = parameter.set("AllowedValues", values.collect::<super::value::List>());
        }
        map.set(slot.name, parameter.set_some("Default", default))
    })
}

/// Whether a value refers to a slot by `Ref` or within `Fn::Sub`.
fn refers_to(value: &Value, slot: &Slot) -> bool {
    match value {
        Value::Call(Function::Ref, argument) => **argument == Value::from(slot.name),
        Value::Call(Function::Sub, argument) => {
            let reference = format!("${{{}}}", slot.name);
            matches!(&**argument, Value::Text(text) if text.contains(&reference))
        }
        Value::Call(_, argument) => refers_to(argument, slot),
        Value::Map(map) => map
            .entries
            .iter()
            .any(|entry| refers_to(&entry.value, slot)),
        Value::List(list) => list
            .entries
            .iter()
            .any(|entry| refers_to(&entry.value, slot)),
        _ => false,
    }
}

fn any_text(value: &Value, is: &dyn Fn(&str) -> bool) -> bool {
    match value {
        Value::Text(text) => is(text),
        Value::Call(_, argument) => any_text(argument, is),
        Value::Map(map) => map
            .entries
            .iter()
            .any(|entry| is(&entry.key) || any_text(&entry.value, is)),
        Value::List(list) => list.entries.iter().any(|entry| any_text(&entry.value, is)),
        _ => false,
    }
}

//! The module for scripts: `convert(text, options)`, with the same report as `--report json`.

use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use taskdef_core::{
    ContainerField, Edit, Explained, Failure, Lang, Options, PairList, Pasted, Report, TaskField,
    convert, report,
};
use wasm_bindgen::prelude::*;

/// What a script may ask for. Every member may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
struct Asked {
    lang: String,
    no_repair: bool,
    show_values: bool,
    cpu: Option<String>,
    memory: Option<String>,
    family: Option<String>,
    task_role_arn: Option<String>,
    execution_role_arn: Option<String>,
    images: Vec<Named>,
    environment: Vec<Named>,
    secrets: Vec<Named>,
    log_options: Vec<Named>,
    tags: Vec<Named>,
}

/// A named value: an image by its container, a variable by its name. No value takes it away.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
struct Named {
    container: Option<String>,
    name: String,
    value: Option<String>,
}

/// What a script gets: a result with its report, or an error.
#[derive(Serialize)]
#[serde(rename_all = "camelCase", untagged)]
enum Answer {
    Converted { result: String, report: Report },
    Refused { version: u32, error: Explained },
    Unmatched { version: u32, error: Message },
}

#[derive(Serialize)]
struct Message {
    id: &'static str,
    message: String,
}

/// Converts a pasted text: gives `{result, report}`, or `{version, error}` if there is no result.
///
/// # Errors
/// `options` is not of the form that it should have.
#[wasm_bindgen(js_name = convert)]
#[allow(unreachable_pub)] // JavaScript reaches it.
pub fn convert_text(text: &str, options: JsValue) -> Result<JsValue, JsValue> {
    let asked: Asked = if options.is_undefined() || options.is_null() {
        Asked::default()
    } else {
        serde_wasm_bindgen::from_value(options)?
    };
    let lang = match asked.lang.as_str() {
        "ja" => Lang::Ja,
        _ => Lang::En,
    };
    let options = Options {
        edits: asked.edits(),
        repair: !asked.no_repair,
        lang,
        show_values: asked.show_values,
    };
    let answer = match convert(&Pasted::text(text), &options) {
        Ok(conversion) => Answer::Converted {
            result: conversion.result,
            report: conversion.report,
        },
        Err(Failure::Unreadable(error)) => Answer::Refused {
            version: report::VERSION,
            error: error.explained(lang),
        },
        Err(Failure::Edit(error)) => Answer::Unmatched {
            version: report::VERSION,
            error: Message {
                id: "edit",
                message: error.say(lang),
            },
        },
    };
    // Plain objects, and null where JSON has null.
    Ok(answer.serialize(&Serializer::json_compatible())?)
}

impl Asked {
    fn edits(&self) -> Vec<Edit> {
        let task = [
            (TaskField::Family, &self.family),
            (TaskField::Cpu, &self.cpu),
            (TaskField::Memory, &self.memory),
            (TaskField::TaskRole, &self.task_role_arn),
            (TaskField::ExecutionRole, &self.execution_role_arn),
        ];
        let task = task.into_iter().filter_map(|(field, value)| {
            let value = value.clone()?;
            Some(Edit::Task { field, value })
        });
        let images = self.images.iter().map(|image| Edit::Container {
            container: image.container.clone(),
            field: ContainerField::Image,
            value: image.value.clone().unwrap_or_default(),
        });
        let lists = [
            (PairList::Environment, &self.environment),
            (PairList::Secrets, &self.secrets),
            (PairList::LogOptions, &self.log_options),
        ];
        let pairs = lists.into_iter().flat_map(|(list, pairs)| {
            pairs.iter().map(move |pair| Edit::Pair {
                container: pair.container.clone(),
                list,
                name: pair.name.clone(),
                value: pair.value.clone(),
            })
        });
        let tags = self.tags.iter().map(|tag| Edit::Tag {
            key: tag.name.clone(),
            value: tag.value.clone(),
        });
        task.chain(images).chain(pairs).chain(tags).collect()
    }
}

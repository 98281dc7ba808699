//! The module for scripts: `convert(text, options)`, with the same report as `--report json`.

#![expect(
    clippy::zero_sized_map_values,
    reason = "serde flattens into maps only"
)]

use std::collections::BTreeMap;

use js_sys::{TypeError, Uint8Array};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use taskdef_core::{
    ContainerField, Edit, Explained, Failure, Lang, Options, PairList, Pasted, Report, TaskField,
    Unreadable, convert, report,
};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

/// The types of [`convert_text`], which wasm-bindgen can't know.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("module.d.ts");

/// What a script may ask for. Every member may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Asked {
    lang: Language,
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
    #[serde(flatten)]
    unknown: Unknown,
}

/// Members that there are not; serde-wasm-bindgen would pass over them without a word.
type Unknown = BTreeMap<String, IgnoredAny>;

/// The language of messages.
#[derive(Debug, Default, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Language {
    #[default]
    En,
    Ja,
}

/// A named value: an image by its container, a variable by its name. No value takes it away.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Named {
    container: Option<String>,
    name: String,
    value: Option<String>,
    #[serde(flatten)]
    unknown: Unknown,
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

/// Converts a pasted text, or a file's bytes: gives `{result, report}`, or `{version, error}` if
/// there is no result.
///
/// # Errors
/// An argument is not of the form that it should have.
#[wasm_bindgen(js_name = convert, skip_typescript)]
#[allow(unreachable_pub)] // JavaScript reaches it.
pub fn convert_text(pasted: &JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let asked: Asked = if options.is_undefined() || options.is_null() {
        Asked::default()
    } else {
        serde_wasm_bindgen::from_value(options)?
    };
    if let Some(name) = asked.unknown() {
        return Err(TypeError::new(&format!("there is no option `{name}`")).into());
    }
    let answer = if let Some(text) = pasted.as_string() {
        asked.answer(Ok(Pasted::text(&text)))
    } else if let Some(bytes) = pasted.dyn_ref::<Uint8Array>() {
        asked.answer(Pasted::bytes(&bytes.to_vec()))
    } else {
        return Err(TypeError::new("convert takes a string or a Uint8Array").into());
    };
    // Plain objects, and null where JSON has null.
    Ok(answer.serialize(&Serializer::json_compatible())?)
}

impl Asked {
    /// A member of the options, or of an edit in them, that there is not.
    fn unknown(&self) -> Option<&str> {
        let lists = [
            &self.images,
            &self.environment,
            &self.secrets,
            &self.log_options,
            &self.tags,
        ];
        let edits = lists.into_iter().flatten().map(|edit| &edit.unknown);
        let mut all = edits.chain([&self.unknown]).flat_map(BTreeMap::keys);
        all.next().map(String::as_str)
    }

    fn answer(&self, pasted: Result<Pasted<'_>, Unreadable>) -> Answer {
        let lang = match self.lang {
            Language::En => Lang::En,
            Language::Ja => Lang::Ja,
        };
        let options = Options {
            edits: self.edits(),
            repair: !self.no_repair,
            lang,
            show_values: self.show_values,
            ..Options::default()
        };
        let converted = pasted
            .map_err(Failure::from)
            .and_then(|pasted| convert(&pasted, &options));
        match converted {
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
        }
    }

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

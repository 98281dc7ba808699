//! The options of `convert`. The edits among them are those that the core lists.

use js_sys::{Object, Reflect};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use taskdef_core::{EDIT_OPTIONS, Edit, EditTarget, ModuleMember, ValueKind};
use wasm_bindgen::JsValue;

use super::options::{
    ListOf, UnknownMembers, defined_members, no_option, read, read_value, reject_unknown,
};

/// The options of `convert`.
pub(super) struct ConvertOptions {
    pub(super) plain: PlainOptions,
    /// In the order in which the command line makes them.
    pub(super) edits: Vec<Edit>,
}

/// The options that are no edits. Every member may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct PlainOptions {
    pub(super) lang: Option<String>,
    pub(super) no_repair: bool,
    pub(super) show_values: bool,
    #[serde(flatten)]
    unknown: UnknownMembers,
}

/// A new value of a container's member.
#[derive(Deserialize)]
struct OfContainer<T> {
    container: Option<String>,
    value: T,
    #[serde(flatten)]
    unknown: UnknownMembers,
}

/// A named value. Without a value, it is removed.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Named {
    container: Option<String>,
    name: String,
    value: Option<String>,
    #[serde(flatten)]
    unknown: UnknownMembers,
}

impl ConvertOptions {
    /// Reads options.
    ///
    /// # Errors
    /// They have the wrong type or an unknown member.
    pub(super) fn read(options: &JsValue) -> Result<Self, JsValue> {
        let options = defined_members(options)?;
        let mut members: Vec<(EditTarget, ModuleMember)> = EDIT_OPTIONS
            .iter()
            .filter_map(|option| Some((option.target, option.member?)))
            .collect();
        members.sort_by_key(|(target, _)| *target);
        let mut edits = Vec::new();
        for (target, member) in members {
            if let Some(value) = take(&options, member.name)? {
                edits.extend(edits_of(target, value)?);
            }
        }
        let plain: PlainOptions = read(options)?;
        reject_unknown([&plain.unknown])?;
        Ok(ConvertOptions { plain, edits })
    }
}

/// Takes a member out of the options, if it is there.
fn take(options: &Object, name: &str) -> Result<Option<JsValue>, JsValue> {
    let value = Reflect::get(options, &name.into())?;
    if value.is_undefined() {
        return Ok(None);
    }
    Reflect::delete_property(options, &name.into())?;
    Ok(Some(value))
}

/// The edits that a member stands for.
fn edits_of(target: EditTarget, value: JsValue) -> Result<Vec<Edit>, JsValue> {
    match target {
        EditTarget::Task(field) => Ok(vec![Edit::Task {
            field,
            value: read_value(value)?,
        }]),
        EditTarget::Container(field) => {
            let set = |container, value| Edit::Container {
                container,
                field,
                value,
            };
            match field.takes() {
                ValueKind::Integer => of_containers(value, |container, number: u32| {
                    set(container, number.to_string())
                }),
                _ => of_containers(value, set),
            }
        }
        EditTarget::Command => of_containers(value, |container, ListOf(arguments)| Edit::Command {
            container,
            arguments,
        }),
        EditTarget::Pair(list, _) => named(value, |it| {
            Ok(Edit::Pair {
                container: it.container,
                list,
                name: it.name,
                value: it.value,
            })
        }),
        EditTarget::Tag(_) => named(value, |it| match it.container {
            Some(_) => Err(no_option("container")),
            None => Ok(Edit::Tag {
                key: it.name,
                value: it.value,
            }),
        }),
        // The module reads no files.
        EditTarget::VariablesOfFile => Ok(Vec::new()),
    }
}

/// The edits of a list of new values, each with its container.
fn of_containers<T: DeserializeOwned>(
    value: JsValue,
    edit: impl Fn(Option<String>, T) -> Edit,
) -> Result<Vec<Edit>, JsValue> {
    let ListOf::<OfContainer<T>>(all) = read_value(value)?;
    reject_unknown(all.iter().map(|it| &it.unknown))?;
    let edits = all.into_iter().map(|it| edit(it.container, it.value));
    Ok(edits.collect())
}

/// The edits of a list of named values.
fn named(
    value: JsValue,
    edit: impl Fn(Named) -> Result<Edit, JsValue>,
) -> Result<Vec<Edit>, JsValue> {
    let ListOf::<Named>(all) = read_value(value)?;
    reject_unknown(all.iter().map(|it| &it.unknown))?;
    all.into_iter().map(edit).collect()
}

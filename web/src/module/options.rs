//! Reads options, and rejects unknown ones.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use js_sys::{Array, Object, Reflect, TypeError};
use serde::de::{DeserializeOwned, IgnoredAny, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use wasm_bindgen::prelude::*;

use super::text::lone_surrogate;

/// The members of an object that its struct does not have. serde-wasm-bindgen skips them, even
/// under `deny_unknown_fields`, so they are collected here.
pub(super) type UnknownMembers = BTreeMap<String, IgnoredAny>;

#[wasm_bindgen]
extern "C" {
    /// The keys of what is an object's own and enumerable. `Object::keys` does not catch what a
    /// proxy throws.
    #[wasm_bindgen(catch, js_namespace = Object, js_name = keys)]
    fn own_keys(object: &JsValue) -> Result<Array, JsValue>;

    /// A list's elements, in a list that no proxy stands before.
    #[wasm_bindgen(catch, js_namespace = Array, js_name = from)]
    fn elements(list: &JsValue) -> Result<Array, JsValue>;
}

/// The options' own members that are not `undefined`, which in JavaScript means left out; those of
/// the edits in them, too.
///
/// # Errors
/// `options` is neither an object nor left out, holds a lone surrogate, or throws.
pub(super) fn defined_members(options: &JsValue) -> Result<Object, JsValue> {
    if options.is_undefined() || options.is_null() {
        return Ok(bare_object());
    }
    if !options.is_object() || Array::is_array(options) {
        return Err(TypeError::new("the options should be an object").into());
    }
    own_members(options, |name, value| {
        own_elements(name, value, |element| {
            if !element.is_object() {
                return whole(name, element);
            }
            let members = own_members(&element, |_, value| {
                own_elements(name, value, |text| whole(name, text))
            });
            Ok(members?.into())
        })
    })
}

/// A copy of a list's elements; anything else whole.
fn own_elements(
    name: &str,
    value: JsValue,
    copy: impl Fn(JsValue) -> Result<JsValue, JsValue>,
) -> Result<JsValue, JsValue> {
    if !Array::is_array(&value) {
        return whole(name, value);
    }
    let copies = Array::new();
    for element in elements(&value)? {
        copies.push(&copy(element)?);
    }
    Ok(copies.into())
}

/// A copy of an object's own members, without a prototype that could add some.
fn own_members(
    object: &JsValue,
    copy: impl Fn(&str, JsValue) -> Result<JsValue, JsValue>,
) -> Result<Object, JsValue> {
    let members = bare_object();
    for key in own_keys(object)? {
        let value = Reflect::get(object, &key)?;
        if !value.is_undefined() {
            let name = key.as_string().unwrap_or_default();
            Reflect::set(&members, &key, &copy(&name, value)?)?;
        }
    }
    Ok(members)
}

/// An object without a prototype, in which `__proto__` is a member like any other.
fn bare_object() -> Object {
    Object::create(JsValue::NULL.unchecked_ref())
}

/// A value where no object belongs. One that is there is told by its type alone, as what is in it
/// may have no end.
///
/// # Errors
/// It is a string with a lone surrogate, which Rust would get as U+FFFD.
fn whole(name: &str, value: JsValue) -> Result<JsValue, JsValue> {
    if Array::is_array(&value) {
        return Ok(Array::new().into());
    }
    if value.is_object() {
        return Ok(bare_object().into());
    }
    let lone = value
        .as_string()
        .and_then(|text| lone_surrogate(&text, value.unchecked_ref()));
    match lone {
        None => Ok(value),
        Some(at) => {
            let message = format!("`{name}` holds a lone surrogate, at index {at} of its text");
            Err(TypeError::new(&message).into())
        }
    }
}

/// Reads options into their struct.
///
/// # Errors
/// A member has the wrong type.
pub(super) fn read<T: DeserializeOwned>(options: Object) -> Result<T, JsValue> {
    read_value(options.into())
}

/// Reads one value.
///
/// # Errors
/// It has the wrong type.
pub(super) fn read_value<T: DeserializeOwned>(value: JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(|error| {
        let error = JsValue::from(error);
        match error.dyn_ref::<js_sys::Error>() {
            Some(error) => TypeError::new(&String::from(error.message())).into(),
            None => error,
        }
    })
}

/// Rejects unknown members.
///
/// # Errors
/// There is one; the `TypeError` names the first.
pub(super) fn reject_unknown<'a>(
    all: impl IntoIterator<Item = &'a UnknownMembers>,
) -> Result<(), JsValue> {
    match all.into_iter().flat_map(BTreeMap::keys).next() {
        Some(name) => Err(no_option(name)),
        None => Ok(()),
    }
}

/// The error of a member that no options have.
pub(super) fn no_option(name: &str) -> JsValue {
    TypeError::new(&format!("there is no option `{name}`")).into()
}

/// A list.
#[derive(Deserialize)]
#[serde(bound = "T: Deserialize<'de>")]
pub(super) struct ListOf<T>(#[serde(deserialize_with = "list")] pub(super) Vec<T>);

/// Reads a list. For a string in its place, serde-wasm-bindgen alone fails with a message that does
/// not say what was expected.
fn list<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    deserializer.deserialize_any(List(PhantomData))
}

struct List<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for List<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
        let mut all = Vec::new();
        while let Some(one) = list.next_element()? {
            all.push(one);
        }
        Ok(all)
    }
}

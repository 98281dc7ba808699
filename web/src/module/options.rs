//! Reads options, and rejects unknown ones.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use js_sys::{Object, Reflect, TypeError};
use serde::de::{DeserializeOwned, IgnoredAny, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use wasm_bindgen::prelude::*;

/// The members of an object that its struct does not have. serde-wasm-bindgen skips them, even
/// under `deny_unknown_fields`, so they are collected here.
pub(super) type UnknownMembers = BTreeMap<String, IgnoredAny>;

/// The members of `options` that are not `undefined`, which in JavaScript means left out.
///
/// # Errors
/// `options` is neither an object nor left out.
pub(super) fn defined_members(options: &JsValue) -> Result<Object, JsValue> {
    let defined = Object::new();
    if options.is_undefined() || options.is_null() {
        return Ok(defined);
    }
    if !options.is_object() {
        return Err(TypeError::new("the options should be an object").into());
    }
    for name in Object::keys(options.unchecked_ref::<Object>()) {
        let value = Reflect::get(options, &name)?;
        if !value.is_undefined() {
            Reflect::set(&defined, &name, &value)?;
        }
    }
    Ok(defined)
}

/// Reads options into their struct.
///
/// # Errors
/// A member has the wrong type.
pub(super) fn read<T: DeserializeOwned>(options: Object) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(options.into()).map_err(|error| {
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
        Some(name) => Err(TypeError::new(&format!("there is no option `{name}`")).into()),
        None => Ok(()),
    }
}

/// Reads a list. For a string in its place, serde-wasm-bindgen alone fails with a message that does
/// not say what was expected.
pub(super) fn list<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
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

//! Reading options: names that there are not are thrown back.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use js_sys::{Object, Reflect, TypeError};
use serde::de::{DeserializeOwned, IgnoredAny, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use wasm_bindgen::prelude::*;

/// Members that there are not; serde-wasm-bindgen would pass over them without a word.
pub(super) type Unknown = BTreeMap<String, IgnoredAny>;

/// The options that are given. In JavaScript, `undefined` counts as left out.
///
/// # Errors
/// They are no object.
pub(super) fn given(options: &JsValue) -> Result<Object, JsValue> {
    let given = Object::new();
    if options.is_undefined() || options.is_null() {
        return Ok(given);
    }
    if !options.is_object() {
        return Err(TypeError::new("the options should be an object").into());
    }
    for name in Object::keys(options.unchecked_ref::<Object>()) {
        let value = Reflect::get(options, &name)?;
        if !value.is_undefined() {
            Reflect::set(&given, &name, &value)?;
        }
    }
    Ok(given)
}

/// Reads the options that are given.
///
/// # Errors
/// A member is not of the type that it should have.
pub(super) fn read<T: DeserializeOwned>(given: Object) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(given.into()).map_err(|error| {
        let error = JsValue::from(error);
        match error.dyn_ref::<js_sys::Error>() {
            Some(error) => TypeError::new(&String::from(error.message())).into(),
            None => error,
        }
    })
}

/// Throws back the first name that there is not.
///
/// # Errors
/// There is one.
pub(super) fn refuse<'a>(all: impl IntoIterator<Item = &'a Unknown>) -> Result<(), JsValue> {
    match all.into_iter().flat_map(BTreeMap::keys).next() {
        Some(name) => Err(TypeError::new(&format!("there is no option `{name}`")).into()),
        None => Ok(()),
    }
}

/// Reads a list. serde-wasm-bindgen would ask a text in its place how it is iterated, in vain.
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

//! Arguments with a fixed set of values, named as on the command line.

use js_sys::TypeError;
use taskdef_core::Lang;
use wasm_bindgen::JsValue;

/// The values of an argument, by name.
pub(super) struct Choices<T: 'static> {
    argument: &'static str,
    values: &'static [(&'static str, T)],
}

impl<T: Copy> Choices<T> {
    /// The value of an option that may be left out.
    ///
    /// # Errors
    /// No value has this name; the `TypeError` lists those that there are.
    pub(super) fn parse_or_default(&self, name: Option<&str>) -> Result<T, JsValue>
    where
        T: Default,
    {
        let Some(name) = name else {
            return Ok(T::default());
        };
        match self.values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => Ok(*value),
            None => Err(unknown(
                self.argument,
                name,
                self.values.iter().map(|(name, _)| *name),
            )),
        }
    }
}

/// The languages of messages.
pub(super) static LANG: Choices<Lang> = Choices {
    argument: "lang",
    values: &[("en", Lang::En), ("ja", Lang::Ja)],
};

/// The `TypeError` of a value that an argument does not have.
pub(super) fn unknown<'a>(
    argument: &str,
    name: &str,
    known: impl Iterator<Item = &'a str>,
) -> JsValue {
    let known: Vec<&str> = known.collect();
    let message = format!(
        "`{argument}` can't be `{name}`; there is `{}`",
        known.join("`, `")
    );
    TypeError::new(&message).into()
}

//! The values for a template's placeholders, by name.

use crate::generate::value::Value;

/// What replaces a placeholder.
pub(super) enum Binding {
    Value(Value),
    /// One repetition of an entry, with the bindings of its own placeholders.
    Each(Bindings),
}

/// Bindings by name. A condition holds if its name has a binding.
#[derive(Default)]
pub(in crate::generate) struct Bindings(Vec<(&'static str, Binding)>);

impl Bindings {
    pub(in crate::generate) fn new() -> Self {
        Bindings::default()
    }

    /// A single binding.
    pub(in crate::generate) fn one(name: &'static str, text: &str) -> Self {
        let mut bindings = Bindings::new();
        bindings.text(name, text);
        bindings
    }

    pub(in crate::generate) fn value(&mut self, name: &'static str, value: Value) {
        self.0.push((name, Binding::Value(value)));
    }

    pub(in crate::generate) fn text(&mut self, name: &'static str, text: &str) {
        self.value(name, text.into());
    }

    /// Binds a text, if given.
    pub(in crate::generate) fn text_if(&mut self, name: &'static str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    /// Makes a condition true, if `holds`.
    pub(in crate::generate) fn when(&mut self, name: &'static str, holds: bool) {
        if holds {
            self.value(name, Value::Bool(true));
        }
    }

    /// Adds one repetition of an entry.
    pub(in crate::generate) fn each(&mut self, name: &'static str, bindings: Bindings) {
        self.0.push((name, Binding::Each(bindings)));
    }

    /// The value that is bound to a name.
    pub(in crate::generate) fn value_of(&self, name: &str) -> Option<&Value> {
        match Bindings::find(&[self], name) {
            Some(Binding::Value(value)) => Some(value),
            _ => None,
        }
    }

    /// Whether there is a binding of this name.
    pub(in crate::generate) fn has(&self, name: &str) -> bool {
        Bindings::find(&[self], name).is_some()
    }

    /// Every binding, in order.
    pub(super) fn all(&self) -> &[(&'static str, Binding)] {
        &self.0
    }

    /// The binding of a name. The last, innermost bindings take precedence.
    pub(super) fn find<'a>(among: &[&'a Bindings], name: &str) -> Option<&'a Binding> {
        for bindings in among.iter().rev() {
            for (known, binding) in &bindings.0 {
                if *known == name {
                    return Some(binding);
                }
            }
        }
        None
    }
}

/// Replaces each `«name»` of a text; one without a binding becomes empty. Placeholders in the bound
/// texts are not replaced.
pub(in crate::generate) fn substitute(text: &str, bindings: &[&Bindings]) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('«') {
        let (name, behind) = after.split_once('»').unwrap_or((after, ""));
        out.push_str(before);
        if let Some(Binding::Value(Value::Text(text) | Value::Number(text))) =
            Bindings::find(bindings, name)
        {
            out.push_str(text);
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}

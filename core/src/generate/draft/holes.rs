//! What fills the holes of a draft, by name.

use crate::generate::value::Value;

/// What fills a hole.
pub(super) enum Filling {
    Value(Value),
    /// One of those that an entry is repeated for, with what fills its own holes.
    Each(Holes),
}

/// What fills holes. A name that is not there is a condition that does not hold.
#[derive(Default)]
pub(in crate::generate) struct Holes(Vec<(&'static str, Filling)>);

impl Holes {
    pub(in crate::generate) fn new() -> Self {
        Holes::default()
    }

    /// Holes of which one is filled.
    pub(in crate::generate) fn one(name: &'static str, text: &str) -> Self {
        let mut holes = Holes::new();
        holes.text(name, text);
        holes
    }

    pub(in crate::generate) fn value(&mut self, name: &'static str, value: Value) {
        self.0.push((name, Filling::Value(value)));
    }

    pub(in crate::generate) fn text(&mut self, name: &'static str, text: &str) {
        self.value(name, text.into());
    }

    /// Fills a hole if there is something to fill it with.
    pub(in crate::generate) fn text_if(&mut self, name: &'static str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    /// Has a condition hold.
    pub(in crate::generate) fn when(&mut self, name: &'static str, holds: bool) {
        if holds {
            self.value(name, Value::Bool(true));
        }
    }

    /// Has an entry be repeated once more.
    pub(in crate::generate) fn each(&mut self, name: &'static str, holes: Holes) {
        self.0.push((name, Filling::Each(holes)));
    }

    /// Everything in it, by name.
    pub(super) fn fillings(&self) -> &[(&'static str, Filling)] {
        &self.0
    }

    /// What fills a hole: the innermost holes come last.
    pub(super) fn find<'a>(among: &[&'a Holes], name: &str) -> Option<&'a Filling> {
        for holes in among.iter().rev() {
            for (known, filling) in &holes.0 {
                if *known == name {
                    return Some(filling);
                }
            }
        }
        None
    }
}

/// A text with its holes filled, such as `«name»`; one that nothing fills is empty. What fills them
/// is never read for holes.
pub(in crate::generate) fn fill(text: &str, holes: &[&Holes]) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('«') {
        let (name, behind) = after.split_once('»').unwrap_or((after, ""));
        out.push_str(before);
        if let Some(Filling::Value(Value::Text(text) | Value::Number(text))) =
            Holes::find(holes, name)
        {
            out.push_str(text);
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}

//! Texts that are put together from what is known and what is to be given, such as ARNs.

use std::borrow::Cow;

use super::slot::Slot;
use super::value::{Function, List, Value};

/// A part of a [`Term`].
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Part {
    /// Somebody's data: never more than its letters.
    Data(String),
    /// What a generator wrote; a `*` in it means what it means to IAM.
    Fixed(&'static str),
    /// What may have to be given.
    Slot(&'static Slot),
    /// The name of a resource of the same stack.
    Resource(&'static str),
}

/// A text made of parts.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Term(pub(super) Vec<Part>);

impl Term {
    pub(super) fn data(text: &str) -> Self {
        Term(vec![Part::Data(text.to_owned())])
    }

    pub(super) fn slot(slot: &'static Slot) -> Self {
        Term(vec![Part::Slot(slot)])
    }

    /// With a text of the generator's own behind it.
    pub(super) fn then(mut self, text: &'static str) -> Self {
        self.0.push(Part::Fixed(text));
        self
    }

    /// With another term behind it.
    pub(super) fn with(mut self, other: &Term) -> Self {
        self.0.extend(other.0.iter().cloned());
        self
    }

    /// The slots in it.
    pub(super) fn slots(&self) -> impl Iterator<Item = &'static Slot> {
        self.0.iter().filter_map(|part| match part {
            Part::Slot(slot) => Some(*slot),
            _ => None,
        })
    }
}

/// How terms are written.
#[derive(Clone, Copy)]
pub(super) struct Ink<'a> {
    /// Whether slots become parameters of CloudFormation, or are filled in.
    pub(super) template: bool,
    /// What is known of slots.
    pub(super) known: &'a dyn Fn(&Slot) -> Option<String>,
}

impl Ink<'_> {
    /// A term as it is.
    pub(super) fn text(self, term: &Term) -> Value {
        self.write(term, |data| Cow::Borrowed(data))
    }

    /// A term as a resource of an IAM policy, where `*`, `?` and `${` have a meaning.
    pub(super) fn resource(self, term: &Term) -> Value {
        self.write(term, for_iam)
    }

    fn write(self, term: &Term, escape: fn(&str) -> Cow<'_, str>) -> Value {
        let mut pieces: Vec<Piece> = Vec::new();
        for part in &term.0 {
            let piece = match part {
                Part::Data(data) => Piece::Literal(escape(data).into_owned()),
                Part::Fixed(text) => Piece::Literal((*text).to_owned()),
                Part::Resource(name) => Piece::Reference(name),
                Part::Slot(slot) => self.piece(slot, escape),
            };
            match (pieces.last_mut(), piece) {
                (Some(Piece::Literal(before)), Piece::Literal(text)) => before.push_str(&text),
                (_, piece) => pieces.push(piece),
            }
        }
        join(&pieces)
    }

    fn piece(self, slot: &'static Slot, escape: fn(&str) -> Cow<'_, str>) -> Piece {
        let known = if slot.is_pseudo() && self.template {
            None
        } else {
            (self.known)(slot)
        };
        match known {
            // What a parameter holds is not escaped, so that such a value can't be one.
            Some(value) if !self.template || escape(&value) != value => {
                Piece::Literal(escape(&value).into_owned())
            }
            _ if self.template => Piece::Reference(slot.name),
            _ => Piece::Literal(slot.placeholder.to_owned()),
        }
    }
}

enum Piece {
    Literal(String),
    Reference(&'static str),
}

fn join(pieces: &[Piece]) -> Value {
    let call = |function, argument: Value| Value::Call(function, Box::new(argument));
    match pieces {
        [] => Value::Text(String::new()),
        [Piece::Literal(text)] => Value::Text(text.clone()),
        [Piece::Reference(name)] => call(Function::Ref, (*name).into()),
        // `Fn::Sub` reads its text; `Fn::Join` does not.
        _ if pieces
            .iter()
            .any(|piece| matches!(piece, Piece::Literal(text) if text.contains("${"))) =>
        {
            let parts = pieces.iter().map(|piece| match piece {
                Piece::Literal(text) => Value::from(text.as_str()),
                Piece::Reference(name) => call(Function::Ref, (*name).into()),
            });
            let parts: List = parts.collect();
            call(Function::Join, List::new().push("").push(parts).into())
        }
        _ => {
            let parts = pieces.iter().map(|piece| match piece {
                Piece::Literal(text) => text.clone(),
                Piece::Reference(name) => format!("${{{name}}}"),
            });
            call(Function::Sub, parts.collect::<String>().into())
        }
    }
}

/// Data as IAM takes it literally.
fn for_iam(data: &str) -> Cow<'_, str> {
    if !data.contains(['*', '?', '$']) {
        return Cow::Borrowed(data);
    }
    let escaped = data.chars().map(|c| match c {
        '*' => "${*}".to_owned(),
        '?' => "${?}".to_owned(),
        '$' => "${$}".to_owned(),
        c => c.to_string(),
    });
    Cow::Owned(escaped.collect())
}

#[cfg(test)]
mod tests {
    use super::{Ink, Term};
    use crate::generate::slot;
    use crate::generate::value::to_json;

    fn json(template: bool, known: &'static str, term: &Term) -> String {
        let known = move |slot: &slot::Slot| {
            (slot.name == "Family" && !known.is_empty()).then(|| known.to_owned())
        };
        let ink = Ink {
            template,
            known: &known,
        };
        to_json(&ink.resource(term)).replace(['\n', ' '], "")
    }

    #[test]
    fn fills_in_escapes_and_refers() {
        let term = Term::default()
            .then("arn:x/")
            .with(&Term::slot(&slot::FAMILY))
            .then(":*");
        assert_eq!(json(false, "a", &term), r#""arn:x/a:*""#);
        assert_eq!(json(false, "", &term), r#""arn:x/<FAMILY>:*""#);
        assert_eq!(json(true, "a", &term), r#"{"Fn::Sub":"arn:x/${Family}:*"}"#);
        assert_eq!(json(false, "*", &term), r#""arn:x/${*}:*""#);
        assert_eq!(
            json(true, "${AWS::AccountId}", &term),
            r#""arn:x/${$}{AWS::AccountId}:*""#
        );
        let term = Term::slot(&slot::REGION).with(&Term::data("$x"));
        assert_eq!(
            json(true, "", &term),
            r#"{"Fn::Join":["",[{"Ref":"AWS::Region"},"${$}x"]]}"#
        );
    }
}

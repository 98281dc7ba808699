//! Texts that are put together from what is known and what is to be given, such as ARNs.

use super::scope::Scope;
use super::slot::{self, Slot};
use super::value::{Entry, Function, Value};

/// A part of a [`Term`].
#[derive(Debug, Clone, PartialEq)]
enum Part {
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
pub(super) struct Term(Vec<Part>);

impl Term {
    /// A text of a generator's own, in which `«name»` is a slot or a resource of the same stack.
    pub(super) fn of(text: &'static str) -> Self {
        Term::default().then(text)
    }

    /// `arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE`
    pub(super) fn arn(service: &'static str, resource: &'static str) -> Self {
        let start = Term::of("arn:«AWS::Partition»:").then(service);
        start
            .then(":«AWS::Region»:«AWS::AccountId»:")
            .then(resource)
    }

    pub(super) fn data(text: &str) -> Self {
        Term::default().with_data(text)
    }

    /// With a text of the generator's own behind it.
    pub(super) fn then(mut self, text: &'static str) -> Self {
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('«') {
            let (name, behind) = after.split_once('»').unwrap_or((after, ""));
            self.fixed(before);
            let slot = slot::named(name).map(Part::Slot);
            self.0.push(slot.unwrap_or(Part::Resource(name)));
            rest = behind;
        }
        self.fixed(rest);
        self
    }

    fn fixed(&mut self, text: &'static str) {
        if !text.is_empty() {
            self.0.push(Part::Fixed(text));
        }
    }

    /// With somebody's data behind it.
    pub(super) fn with_data(mut self, text: &str) -> Self {
        self.0.push(Part::Data(text.to_owned()));
        self
    }

    /// With another term behind it.
    pub(super) fn with(mut self, other: &Term) -> Self {
        self.0.extend_from_slice(&other.0);
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
    /// What is known of slots.
    pub(super) scope: &'a Scope<'a>,
    /// Whether slots become parameters of CloudFormation, or are filled in.
    pub(super) template: bool,
}

impl Ink<'_> {
    /// A term as it is.
    pub(super) fn text(self, term: &Term) -> Value {
        self.write(term, str::to_owned)
    }

    /// Terms as they are, as [`Value::one_or_list`].
    pub(super) fn texts(self, terms: &[Term]) -> Value {
        self.write_all(terms, str::to_owned)
    }

    /// Terms as resources of an IAM policy, where `*`, `?` and `${` have a meaning.
    pub(super) fn resources(self, terms: &[Term]) -> Value {
        self.write_all(terms, for_iam)
    }

    fn write_all(self, terms: &[Term], escape: fn(&str) -> String) -> Value {
        let mut entries = Vec::new();
        for term in terms {
            entries.push(Entry::element(self.write(term, escape)));
        }
        Value::one_or_list(entries)
    }

    fn write(self, term: &Term, escape: fn(&str) -> String) -> Value {
        let mut pieces: Vec<Piece> = Vec::new();
        for part in &term.0 {
            let piece = match part {
                Part::Data(data) => Piece::Literal(escape(data)),
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

    fn piece(self, slot: &'static Slot, escape: fn(&str) -> String) -> Piece {
        let known = if slot.is_pseudo() && self.template {
            None
        } else {
            self.scope.known(slot.name)
        };
        match known {
            // What a parameter holds is not escaped, so that such a value can't be one.
            Some(value) if !self.template || escape(&value) != value => {
                Piece::Literal(escape(&value))
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
    match pieces {
        [] => return Value::Text(String::new()),
        [Piece::Literal(text)] => return Value::Text(text.clone()),
        [Piece::Reference(name)] => return Function::Ref.call((*name).into()),
        _ => {}
    }
    let mut text = String::new();
    let mut parts = Vec::new();
    let mut is_readable = true;
    for piece in pieces {
        match piece {
            Piece::Literal(literal) => {
                is_readable &= !literal.contains("${");
                text.push_str(literal);
                parts.push(Entry::element(literal.as_str().into()));
            }
            Piece::Reference(name) => {
                text.push_str("${");
                text.push_str(name);
                text.push('}');
                parts.push(Entry::element(Function::Ref.call((*name).into())));
            }
        }
    }
    // `Fn::Sub` reads its text; `Fn::Join` does not.
    if is_readable {
        return Function::Sub.call(Value::Text(text));
    }
    Function::Join.call(Value::List(vec![
        Entry::element("".into()),
        Entry::element(Value::List(parts)),
    ]))
}

/// Data as IAM takes it literally.
fn for_iam(data: &str) -> String {
    let mut escaped = String::new();
    for c in data.chars() {
        if matches!(c, '*' | '?' | '$') {
            escaped.push_str("${");
            escaped.push(c);
            escaped.push('}');
        } else {
            escaped.push(c);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{Ink, Term};
    use crate::generate::json::to_json;
    use crate::generate::scope::Scope;
    use crate::generate::{Kind, Request};
    use crate::outline::Outline;

    fn json(template: bool, family: &str, term: &Term) -> String {
        let outline = Outline {
            family: family.to_owned(),
            ..Outline::default()
        };
        let request = Request::new(Kind::Buildspec);
        let ink = Ink {
            scope: &Scope::new(&outline, &request, ""),
            template,
        };
        to_json(&ink.resources(std::slice::from_ref(term))).replace(['\n', ' '], "")
    }

    #[test]
    fn fills_in_escapes_and_refers() {
        let term = Term::of("arn:x/«Family»:*");
        assert_eq!(json(false, "a", &term), r#""arn:x/a:*""#);
        assert_eq!(json(false, "", &term), r#""arn:x/<FAMILY>:*""#);
        assert_eq!(json(true, "a", &term), r#"{"Fn::Sub":"arn:x/${Family}:*"}"#);
        assert_eq!(json(false, "*", &term), r#""arn:x/${*}:*""#);
        assert_eq!(
            json(true, "${AWS::AccountId}", &term),
            r#""arn:x/${$}{AWS::AccountId}:*""#
        );
        let term = Term::of("«AWS::Region»").with_data("$x");
        assert_eq!(
            json(true, "", &term),
            r#"{"Fn::Join":["",[{"Ref":"AWS::Region"},"${$}x"]]}"#
        );
    }
}

//! Expressions: texts such as ARNs, composed of fixed text, data and parameters.

use super::parameter::{self, Parameter};

/// A part of an [`Expr`].
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Part {
    /// Data of a task definition or request, always taken literally.
    Data(String),
    /// Text of a generator; a `*` in it is IAM's wildcard.
    Fixed(&'static str),
    /// A parameter, whose value may be unknown.
    Parameter(&'static Parameter),
    /// The name of a resource of the same stack.
    Resource(&'static str),
}

/// A text composed of parts.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Expr(Vec<Part>);

impl Expr {
    /// Parses a generator's text, in which `«name»` is a parameter or a resource of the same stack.
    pub(super) fn parse(text: &'static str) -> Self {
        Expr::default().then(text)
    }

    /// `arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE`
    pub(super) fn arn(service: &'static str, resource: &'static str) -> Self {
        let start = Expr::parse("arn:«AWS::Partition»:").then(service);
        start
            .then(":«AWS::Region»:«AWS::AccountId»:")
            .then(resource)
    }

    pub(super) fn data(text: &str) -> Self {
        Expr::default().with_data(text)
    }

    /// Appends a generator's text.
    pub(super) fn then(mut self, text: &'static str) -> Self {
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('«') {
            let (name, behind) = after.split_once('»').unwrap_or((after, ""));
            self.fixed(before);
            let parameter = parameter::named(name).map(Part::Parameter);
            self.0.push(parameter.unwrap_or(Part::Resource(name)));
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

    /// Appends data.
    pub(super) fn with_data(mut self, text: &str) -> Self {
        self.0.push(Part::Data(text.to_owned()));
        self
    }

    /// Appends another expression.
    pub(super) fn with(mut self, other: &Expr) -> Self {
        self.0.extend_from_slice(&other.0);
        self
    }

    /// Its parts, in order.
    pub(super) fn parts(&self) -> &[Part] {
        &self.0
    }

    /// The parameters in it.
    pub(super) fn parameters(&self) -> impl Iterator<Item = &'static Parameter> {
        self.0.iter().filter_map(|part| match part {
            Part::Parameter(parameter) => Some(*parameter),
            _ => None,
        })
    }
}

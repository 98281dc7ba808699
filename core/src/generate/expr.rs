//! Expressions: texts such as ARNs, composed of fixed text, data and parameters.

use super::parameter::{self, Parameter};
use crate::placeholder::placeholders;

/// A part of an [`Expr`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
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
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
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

    /// Text of a task definition. `${AWS::Region}` and its like are CloudFormation's own there, too.
    pub(super) fn pasted(text: &str) -> Self {
        Expr::default().with_pasted(text)
    }

    /// Appends text of a task definition.
    pub(super) fn with_pasted(mut self, text: &str) -> Self {
        let mut rest = text;
        for found in placeholders(text) {
            let name = found.strip_prefix("${").and_then(|it| it.strip_suffix('}'));
            let parameter = name.and_then(parameter::named).filter(|it| it.is_pseudo());
            if let (Some(parameter), Some((before, behind))) = (parameter, rest.split_once(found)) {
                if !before.is_empty() {
                    self = self.with_data(before);
                }
                self.0.push(Part::Parameter(parameter));
                rest = behind;
            }
        }
        if rest.is_empty() {
            self
        } else {
            self.with_data(rest)
        }
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

    /// The placeholders in its data.
    pub(super) fn placeholders(&self) -> impl Iterator<Item = &str> {
        let data = self.0.iter().filter_map(|part| match part {
            Part::Data(data) => Some(data),
            _ => None,
        });
        data.flat_map(|data| placeholders(data))
    }
}

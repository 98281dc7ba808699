//! Resolves expressions: each parameter is replaced by its value, or stays a parameter in a
//! template.

use super::expr::{Expr, Part};
use super::parameter::Parameter;
use super::scope::Scope;
use super::value::{Entry, Function, Value};

/// Resolves expressions.
#[derive(Clone, Copy)]
pub(super) struct Resolver<'a> {
    /// The values of the parameters.
    pub(super) scope: &'a Scope<'a>,
    /// Whether the file is a CloudFormation template, in which parameters stay references.
    pub(super) template: bool,
}

impl Resolver<'_> {
    /// An expression as a text.
    pub(super) fn text(self, expr: &Expr) -> Value {
        self.write(expr, str::to_owned)
    }

    /// Expressions as texts, see [`Value::one_or_list`].
    pub(super) fn texts(self, exprs: &[Expr]) -> Value {
        self.write_all(exprs, str::to_owned)
    }

    /// Expressions as resources of an IAM policy, in which `*`, `?` and `${` have a meaning.
    pub(super) fn resources(self, exprs: &[Expr]) -> Value {
        self.write_all(exprs, for_iam)
    }

    fn write_all(self, exprs: &[Expr], escape: fn(&str) -> String) -> Value {
        let mut entries = Vec::new();
        for expr in exprs {
            entries.push(Entry::element(self.write(expr, escape)));
        }
        Value::one_or_list(entries)
    }

    fn write(self, expr: &Expr, escape: fn(&str) -> String) -> Value {
        let mut fragments: Vec<Fragment> = Vec::new();
        for part in expr.parts() {
            let fragment = match part {
                Part::Data(data) => Fragment::Literal(escape(data)),
                Part::Fixed(text) => Fragment::Literal((*text).to_owned()),
                Part::Resource(name) => Fragment::Reference(name),
                Part::Parameter(parameter) => self.fragment(parameter, escape),
            };
            match (fragments.last_mut(), fragment) {
                (Some(Fragment::Literal(before)), Fragment::Literal(text)) => {
                    before.push_str(&text);
                }
                (_, fragment) => fragments.push(fragment),
            }
        }
        join(&fragments)
    }

    fn fragment(self, parameter: &'static Parameter, escape: fn(&str) -> String) -> Fragment {
        let known = if parameter.is_pseudo() && self.template {
            None
        } else {
            self.scope.known(parameter.name)
        };
        match known {
            // A parameter's value can't be escaped inside the template, so a value that needs it is
            // written out.
            Some(value) if !self.template || escape(&value) != value => {
                Fragment::Literal(escape(&value))
            }
            _ if self.template => Fragment::Reference(parameter.name),
            _ => Fragment::Literal(parameter.placeholder.to_owned()),
        }
    }
}

enum Fragment {
    Literal(String),
    Reference(&'static str),
}

fn join(fragments: &[Fragment]) -> Value {
    match fragments {
        [] => return Value::Text(String::new()),
        [Fragment::Literal(text)] => return Value::Text(text.clone()),
        [Fragment::Reference(name)] => return reference(name),
        _ => {}
    }
    let mut text = String::new();
    let mut parts = Vec::new();
    let mut is_readable = true;
    for fragment in fragments {
        match fragment {
            Fragment::Literal(literal) => {
                is_readable &= !literal.contains("${");
                text.push_str(literal);
                parts.push(Entry::element(literal.as_str().into()));
            }
            Fragment::Reference(name) => {
                text.push_str("${");
                text.push_str(name);
                text.push('}');
                parts.push(Entry::element(reference(name)));
            }
        }
    }
    // `Fn::Sub` interprets its text; `Fn::Join` does not.
    if is_readable {
        return Function::Sub.call(Value::Text(text));
    }
    Function::Join.call(Value::List(vec![
        Entry::element("".into()),
        Entry::element(Value::List(parts)),
    ]))
}

/// A parameter or resource by its name, or an attribute behind a dot.
fn reference(name: &str) -> Value {
    if name.contains('.') {
        Function::GetAtt.call(name.into())
    } else {
        Function::Ref.call(name.into())
    }
}

/// Escapes data so that IAM takes it literally.
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
    use super::{Expr, Resolver};
    use crate::generate::json::to_json;
    use crate::generate::request::{Kind, Request};
    use crate::generate::scope::Scope;
    use crate::outline::Outline;

    fn json(template: bool, family: &str, expr: &Expr) -> String {
        let outline = Outline {
            family: family.to_owned(),
            ..Outline::default()
        };
        let request = Request::new(Kind::Buildspec);
        let resolver = Resolver {
            scope: &Scope::new(&outline, &request, ""),
            template,
        };
        to_json(&resolver.resources(std::slice::from_ref(expr))).replace(['\n', ' '], "")
    }

    #[test]
    fn fills_in_escapes_and_refers() {
        let expr = Expr::parse("arn:x/«Family»:*");
        assert_eq!(json(false, "a", &expr), r#""arn:x/a:*""#);
        assert_eq!(json(false, "", &expr), r#""arn:x/<FAMILY>:*""#);
        assert_eq!(json(true, "a", &expr), r#"{"Fn::Sub":"arn:x/${Family}:*"}"#);
        assert_eq!(json(false, "*", &expr), r#""arn:x/${*}:*""#);
        assert_eq!(
            json(true, "${AWS::AccountId}", &expr),
            r#""arn:x/${$}{AWS::AccountId}:*""#
        );
        let expr = Expr::parse("«AWS::Region»").with_data("$x");
        assert_eq!(
            json(true, "", &expr),
            r#"{"Fn::Join":["",[{"Ref":"AWS::Region"},"${$}x"]]}"#
        );
    }
}

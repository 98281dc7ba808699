//! An IAM policy with exactly the permissions that the task definition and the request need.

mod elsewhere;
mod roles;

use super::cloudformation::{self, Template};
use super::error::GenerateError;
use super::expr::Expr;
use super::generated::Generated;
use super::iam;
use super::json::to_json;
use super::parameter::Parameter;
use super::request::Format;
use super::resolve::Resolver;
use super::scope::{Reader, Scope};
use super::template::{self, Bindings, template};
use super::value::Value;
use super::{head, yaml};

pub(super) use roles::{
    BATCH, CODEBUILD, EXECUTION_ROLE, GITHUB_ACTIONS, Role, TASK_EVENTS, TASK_ROLE,
    about_other_families,
};

pub(super) fn generate(role: &'static Role, scope: &Scope<'_>) -> Result<Generated, GenerateError> {
    if scope.outline.family.is_empty() && role.names_family {
        return Err(GenerateError::NO_FAMILY);
    }
    let template = scope.request.format == Format::Yaml;
    let resolver = Resolver { scope, template };
    if scope.request.trust {
        return Ok(trust(role, scope));
    }
    let (document, exprs) =
        iam::document(role.needs, resolver).ok_or_else(|| role.nothing_needed.clone())?;
    let mut notes = Vec::new();
    for words in (role.notes)(scope) {
        notes.push(words.text(scope.request.lang).to_owned());
    }
    if role.deploys {
        for note in about_other_families(scope) {
            notes.push(note.get(scope.request.lang).clone());
        }
    }
    if !template {
        return Ok(json(&document, &exprs, scope, notes));
    }
    let mut bindings = Bindings::one("role", role.name);
    bindings.text("holder", role.holder);
    bindings.value("trust", iam::trust((role.trust)(scope), resolver));
    bindings.value("policy", document);
    let template = Template {
        name: "policy.yml",
        head: Vec::new(),
        root: template::read(template!("policy.tmpl"), &bindings),
    };
    let mut generated = cloudformation::write(template, scope)?;
    generated.notes.append(&mut notes);
    Ok(generated)
}

/// The trust policy alone, for who makes the role without CloudFormation.
fn trust(role: &'static Role, scope: &Scope<'_>) -> Generated {
    let resolver = Resolver {
        scope,
        template: false,
    };
    let (document, exprs) = iam::trust_with_sources((role.trust)(scope), resolver);
    let mut open = Vec::new();
    for expr in &exprs {
        add_open(expr, scope, &mut open);
    }
    Generated {
        name: "trust.json".to_owned(),
        text: to_json(&document),
        notes: open,
    }
}

/// The document alone. JSON has no comments, so the reasons become notes.
fn json(
    document: &Value,
    exprs: &[Expr],
    scope: &Scope<'_>,
    mut role_notes: Vec<String>,
) -> Generated {
    let mut open = Vec::new();
    for expr in exprs {
        add_open(expr, scope, &mut open);
    }
    let mut notes = yaml::comments_beside(document, scope.request.lang);
    notes.append(&mut role_notes);
    notes.append(&mut open);
    let trust = match scope.reader {
        Reader::Page => head::TRUST_APART,
        Reader::Command | Reader::Set => head::TRUST,
    };
    let trust = template::comment(trust, &[&Bindings::one("command", scope.command)]);
    notes.push(trust.get(scope.request.lang).clone());
    Generated {
        name: "policy.json".to_owned(),
        text: to_json(document),
        notes,
    }
}

/// Adds a note on each parameter of an expression that has no value, sorted and without duplicates.
fn add_open(expr: &Expr, scope: &Scope<'_>, open: &mut Vec<String>) {
    for parameter in expr.parameters() {
        if scope.known(parameter.name).is_none() {
            let note = still_open(parameter, scope);
            if let Err(place) = open.binary_search(&note) {
                open.insert(place, note);
            }
        }
    }
}

/// A note that a placeholder must be filled in, with the option that does it.
fn still_open(parameter: &'static Parameter, scope: &Scope<'_>) -> String {
    let lang = scope.request.lang;
    let mut bindings = Bindings::one("placeholder", parameter.placeholder);
    bindings.text("about", parameter.about.text(lang));
    let words = match scope.reader {
        Reader::Command => Some(head::OPTION),
        Reader::Set => Some(head::OPTION_OF),
        Reader::Page => None,
    };
    if let Some(words) = words.filter(|_| !parameter.option.is_empty()) {
        let mut names = Bindings::one("option", parameter.option);
        names.text("command", scope.command);
        let option = template::comment(words, &[&names]);
        bindings.text("option", option.get(lang));
    }
    let comment = template::comment(head::OPEN, &[&bindings]);
    comment.get(lang).to_owned()
}

//! An IAM policy with exactly the permissions that the task definition and the request need.

mod elsewhere;
mod open;
mod roles;

use super::cloudformation::{self, Template};
use super::error::GenerateError;
use super::generated::Generated;
use super::iam::{self, Document};
use super::json::to_json;
use super::request::Format;
use super::resolve::Resolver;
use super::scope::{Reader, Scope};
use super::template::{self, Bindings, template};
use super::{head, yaml};

pub(super) use roles::{
    BATCH, CODEBUILD, EXECUTION_ROLE, GITHUB_ACTIONS, Role, TASK_EVENTS, TASK_ROLE,
    about_other_families,
};

pub(super) fn generate(role: &'static Role, scope: &Scope<'_>) -> Result<Generated, GenerateError> {
    let template = scope.request.format == Format::Yaml;
    let resolver = Resolver { scope, template };
    if scope.request.trust {
        return Ok(trust(role, scope));
    }
    let document =
        iam::document(role.needs, resolver).ok_or_else(|| role.nothing_needed.clone())?;
    if document.resources.is_empty() {
        return Err(GenerateError::STILL_OPEN);
    }
    let mut notes = Vec::new();
    for words in (role.notes)(scope) {
        notes.push(words.text(scope.request.lang).to_owned());
    }
    if document.unread {
        notes.push(open::UNREAD.text(scope.request.lang).to_owned());
    }
    open::add_waiting(&document, scope, &mut notes);
    if role.deploys {
        for note in about_other_families(scope) {
            notes.push(note.get(scope.request.lang).clone());
        }
    }
    if !template {
        return Ok(json(&document, scope, notes));
    }
    let mut placeholders = Vec::new();
    for resource in &document.resources {
        open::add_pasted(resource, scope, &mut placeholders);
    }
    notes.append(&mut placeholders);
    let mut bindings = Bindings::one("role", role.name);
    bindings.text("holder", role.holder);
    bindings.value("trust", iam::trust((role.trust)(scope), resolver));
    bindings.value("policy", document.value);
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
        open::add(expr, scope, &mut open);
    }
    Generated {
        name: "trust.json".to_owned(),
        text: to_json(&document),
        notes: open,
    }
}

/// The document alone. JSON has no comments, so the reasons become notes.
fn json(document: &Document, scope: &Scope<'_>, mut role_notes: Vec<String>) -> Generated {
    let mut open = Vec::new();
    for expr in &document.resources {
        open::add(expr, scope, &mut open);
    }
    let document = &document.value;
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

//! An IAM policy with what the task definition and the request call for, and nothing else.

mod roles;

use super::draft::{self, Holes, draft};
use super::iam;
use super::json::to_json;
use super::request::Format;
use super::scope::Scope;
use super::slot::Slot;
use super::template::{self, Template};
use super::term::{Ink, Term};
use super::value::{Comment, Value};
use super::{Generated, Refusal, head, yaml};
use crate::lang::Lang;

pub(super) use roles::{BATCH, CODEBUILD, EXECUTION_ROLE, Role, TASK_EVENTS};

pub(super) fn generate(role: &'static Role, scope: &Scope<'_>) -> Result<Generated, Refusal> {
    if scope.outline.family.is_empty() && role.names_family {
        return Err(Refusal::NO_FAMILY);
    }
    let template = scope.request.format == Format::Yaml;
    let ink = Ink { scope, template };
    let (document, terms) = iam::document(role.needs, ink).ok_or(Refusal::NOTHING_NEEDED)?;
    let mut notes = Vec::new();
    for words in (role.notes)(scope) {
        notes.push(words.in_lang(scope.request.lang).to_owned());
    }
    if !template {
        return Ok(json(&document, &terms, scope, notes));
    }
    let mut holes = Holes::one("role", role.name);
    holes.text("holder", role.holder);
    holes.value("trust", iam::trust((role.trust)(scope), ink));
    holes.value("policy", document);
    let template = Template {
        name: "policy.yml",
        head: Vec::new(),
        root: draft::read(draft!("policy.draft"), &holes),
    };
    let mut generated = template::write(template, scope)?;
    generated.notes.append(&mut notes);
    Ok(generated)
}

/// The document alone. It has no comments, so that the reasons go beside it.
fn json(document: &Value, terms: &[Term], scope: &Scope<'_>, mut told: Vec<String>) -> Generated {
    let mut open = Vec::new();
    for term in terms {
        add_open(term, scope, &mut open);
    }
    let mut notes = yaml::comments_beside(document, scope.request.lang);
    notes.append(&mut told);
    notes.append(&mut open);
    Generated {
        name: "policy.json".to_owned(),
        text: to_json(document),
        notes,
    }
}

/// Adds what is open in a term, in alphabetical order and each once.
fn add_open(term: &Term, scope: &Scope<'_>, open: &mut Vec<String>) {
    for slot in term.slots() {
        if scope.known(slot.name).is_none() {
            let note = still_open(slot, scope.request.lang);
            if let Err(place) = open.binary_search(&note) {
                open.insert(place, note);
            }
        }
    }
}

/// What is to be filled in, and which option does it.
fn still_open(slot: &'static Slot, lang: Lang) -> String {
    let (open, close) = match lang {
        Lang::En => (" (", ")"),
        Lang::Ja => ("（", "）"),
    };
    let mut holes = Holes::one("placeholder", slot.placeholder);
    holes.text("about", slot.about.in_lang(lang));
    if !slot.option.is_empty() {
        holes.text("option", &[open, slot.option, close].concat());
    }
    let comment = Comment::filled(head::OPEN, &[&holes]);
    comment.in_lang(lang).to_owned()
}

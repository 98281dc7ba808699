//! What is still open in a policy: placeholders that stand in it, and what is left out until they are
//! filled in.

use crate::generate::expr::Expr;
use crate::generate::head;
use crate::generate::iam::Document;
use crate::generate::parameter::Parameter;
use crate::generate::scope::{Reader, Scope};
use crate::generate::template::{self, Bindings};
use crate::lang::Localized;
use crate::placeholder::placeholders;

/// Adds a note on each placeholder of an expression that stands in the file, sorted and without
/// duplicates.
pub(super) fn add(expr: &Expr, scope: &Scope<'_>, open: &mut Vec<String>) {
    for parameter in expr.parameters() {
        if scope.known(parameter.name).is_none() {
            add_once(still_open(parameter, scope), open);
        }
    }
    add_pasted(expr, scope, open);
}

/// The same for those of the task definition alone: in a template, parameters are none.
pub(super) fn add_pasted(expr: &Expr, scope: &Scope<'_>, open: &mut Vec<String>) {
    for placeholder in expr.placeholders() {
        add_named(AS_PASTED, placeholder, scope, open);
    }
    for parameter in expr.parameters() {
        let known = scope.known(parameter.name).unwrap_or_default();
        for placeholder in placeholders(&known) {
            add_named(AS_PASTED, placeholder, scope, open);
        }
    }
}

/// Adds a note on each placeholder that keeps a resource out of the policy.
pub(super) fn add_waiting(document: &Document, scope: &Scope<'_>, notes: &mut Vec<String>) {
    let mut waiting = Vec::new();
    for placeholder in &document.waiting {
        add_named(WAITING, placeholder, scope, &mut waiting);
    }
    notes.append(&mut waiting);
}

fn add_named(words: Localized, placeholder: &str, scope: &Scope<'_>, notes: &mut Vec<String>) {
    let comment = template::comment(words, &[&Bindings::one("placeholder", placeholder)]);
    add_once(comment.get(scope.request.lang).clone(), notes);
}

fn add_once(note: String, notes: &mut Vec<String>) {
    if let Err(place) = notes.binary_search(&note) {
        notes.insert(place, note);
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

const AS_PASTED: Localized = Localized {
    en: "«placeholder» is still to be filled in, as in the task definition.",
    ja: "«placeholder» は、タスク定義と同じく未記入です。",
};

const WAITING: Localized = Localized {
    en: "«placeholder» is still a placeholder: the right to what it stands for is not in this policy. Fill it in and \
        generate again.",
    ja: "«placeholder» はプレースホルダーのままです。それが表すものへの権限は、このポリシーに含まれていません。記入してから、もう一度\
        生成してください。",
};

pub(super) const UNREAD: Localized = Localized {
    en: "A secret, the credentials of a registry or a file is named by something that ECS does not read there: this \
        policy has no right to it.",
    ja: "シークレット、レジストリの認証情報、ファイルのいずれかに、ECS がそこでは読み取れない指定があります。それへの権限は、この\
        ポリシーに含まれていません。",
};

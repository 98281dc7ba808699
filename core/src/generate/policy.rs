//! An IAM policy with what the task definition and the request call for, and nothing else.

use super::draft::{self, draft};
use super::holes::Holes;
use super::iam::{self, Statement, Trust, needs};
use super::json::to_json;
use super::request::{For, Format};
use super::scope::Scope;
use super::slot::Slot;
use super::template::{self, Template};
use super::term::Ink;
use super::value::Comment;
use super::{Generated, Refusal, head, yaml};
use crate::is_placeholder;
use crate::lang::{Lang, Prose};

pub(super) fn generate(who: For, scope: &Scope<'_>) -> Result<Generated, Refusal> {
    if scope.outline.family.is_empty() && who != For::ExecutionRole {
        return Err(Refusal::NoFamily);
    }
    let (table, trust, role) = match who {
        For::CodeBuild => (needs::CODEBUILD, Trust::CodeBuild, "CodeBuildRole"),
        For::ExecutionRole => (needs::EXECUTION_ROLE, Trust::EcsTasks, "ExecutionRole"),
        For::TaskEvents => (needs::TASK_EVENTS, starter(scope), "TaskEventsRole"),
        For::Batch => (needs::BATCH, Trust::CodeBuild, "BatchRole"),
    };
    let statements = iam::statements(table, scope);
    if statements.is_empty() {
        return Err(Refusal::NothingNeeded);
    }
    let notes = notes(who, scope);
    if scope.request.format != Format::Yaml {
        return Ok(json(&statements, scope, notes));
    }
    let ink = Ink {
        scope,
        template: true,
    };
    let mut holes = Holes::one("role", role);
    holes.text("holder", role_in_words(who));
    holes.value("trust", iam::trust(trust, ink));
    holes.value("policy", iam::document(&statements, ink));
    let template = Template {
        name: "policy.yml",
        head: Vec::new(),
        root: draft::read(draft!("policy.draft"), &holes),
    };
    let mut generated = template::write(template, scope)?;
    generated.notes.extend(notes);
    Ok(generated)
}

/// The document alone. It has no comments, so that the reasons go beside it.
fn json(statements: &[Statement], scope: &Scope<'_>, notes: Vec<String>) -> Generated {
    let ink = Ink {
        scope,
        template: false,
    };
    let lang = scope.request.lang;
    let document = iam::document(statements, ink);
    let mut open = Vec::new();
    for term in statements.iter().flat_map(Statement::terms) {
        for slot in term.slots() {
            if scope.known(slot.name).is_none() {
                open.push(still_open(slot, lang));
            }
        }
    }
    open.sort();
    open.dedup();
    let why = yaml::comments_beside(&document, lang);
    Generated {
        name: "policy.json".to_owned(),
        text: to_json(&document),
        notes: [why, notes, open].concat(),
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

/// Who starts the task: what the request names.
fn starter(scope: &Scope<'_>) -> Trust {
    match (&scope.request.rules[..], &scope.request.schedules[..]) {
        ([_, ..], []) => Trust::Rules,
        _ => Trust::Schedules,
    }
}

fn role_in_words(who: For) -> &'static str {
    match who {
        For::CodeBuild => "the CodeBuild project that deploys",
        For::ExecutionRole => "the task execution role",
        For::Batch => "the batch service role of the CodeBuild project",
        For::TaskEvents => "the role that starts the task on schedule",
    }
}

/// What the policy can't know.
fn notes(who: For, scope: &Scope<'_>) -> Vec<String> {
    let request = scope.request;
    let mut containers = scope.outline.containers.iter();
    let mut notes = Vec::new();
    let mut note = |words: Prose| notes.push(words.in_lang(request.lang).to_owned());
    match who {
        For::CodeBuild | For::TaskEvents => {
            if scope.task_roles().is_empty() {
                note(NO_ROLES);
            }
            if who == For::CodeBuild && !request.batch.is_empty() {
                note(OTHER_ROLES);
            }
        }
        For::ExecutionRole => {
            let mut each = containers.clone();
            let reads_secrets = each.any(|c| !c.secrets.is_empty() || c.credentials.is_some());
            if request.kms_key.is_none() && reads_secrets {
                note(KEY);
            }
            let is_open = containers.any(|c| c.image.as_deref().is_some_and(is_placeholder));
            if request.repository.is_none() && is_open {
                note(OPEN_IMAGE);
            }
        }
        For::Batch => {}
    }
    notes
}

const NO_ROLES: Prose = Prose {
    en: "The task definition names no role, so that nothing is passed to ECS.",
    ja: "タスク定義にロールがないため、ECS に渡すロールはありません。",
};

const OTHER_ROLES: Prose = Prose {
    en: "Only the roles and the repository of this task definition are in the policy. If other families of \
        the batch have others, add them to PassTaskRoles and EcrPush.",
    ja: "ポリシーにあるのは、このタスク定義のロールとリポジトリだけです。バッチのほかのファミリーが別のものを使うなら、\
        PassTaskRoles と EcrPush に追加してください。",
};

const KEY: Prose = Prose {
    en: "If a secret is encrypted with a customer managed key, name it with --kms-key.",
    ja: "シークレットをカスタマーマネージドキーで暗号化しているなら、--kms-key で指定してください。",
};

const OPEN_IMAGE: Prose = Prose {
    en: "An image is still a placeholder: name its ECR repository with --repository.",
    ja: "イメージが仮の値のままです。ECR リポジトリを --repository で指定してください。",
};

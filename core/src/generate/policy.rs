//! An IAM policy with what the task definition and the request call for, and nothing else.

use super::iam::{self, Statement, Trust, needs};
use super::request::{For, Format};
use super::scope::Scope;
use super::slot::Slot;
use super::template::{self, Template};
use super::term::Ink;
use super::value::{Comment, List, Map, Value, to_json};
use super::{Generated, Refusal, head, yaml};
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
    let known = |slot: &Slot| scope.known(slot);
    let ink = Ink {
        template: true,
        known: &known,
    };
    let policy = Map::new()
        .set("PolicyName", "taskdef")
        .set("PolicyDocument", iam::document(&statements, ink));
    let properties = Map::new()
        .set("AssumeRolePolicyDocument", iam::trust(trust, ink, scope))
        .set("Policies", List::new().push(policy));
    let resource = Map::new()
        .set("Type", "AWS::IAM::Role")
        .set("Properties", properties);
    let arn = Value::Call(
        super::value::Function::GetAtt,
        Box::new(format!("{role}.Arn").into()),
    );
    let mut generated = template::write(
        Template {
            name: "policy.yml",
            description: format!("What {} needs, and nothing else", role_in_words(who)),
            head: Vec::new(),
            resources: Map::new().set(role, resource),
            outputs: Map::new().set("RoleArn", Map::new().set("Value", arn)),
        },
        scope,
    )?;
    generated.notes.extend(notes);
    Ok(generated)
}

/// The document alone. It has no comments, so that the reasons go beside it.
fn json(statements: &[Statement], scope: &Scope<'_>, notes: Vec<String>) -> Generated {
    let known = |slot: &Slot| scope.known(slot);
    let ink = Ink {
        template: false,
        known: &known,
    };
    let lang = scope.request.lang;
    let document = Value::Map(iam::document(statements, ink));
    let why = yaml::comments_beside(&document, lang);
    let terms = statements.iter().flat_map(Statement::terms);
    let open = terms
        .flat_map(super::term::Term::slots)
        .filter(|slot| scope.known(slot).is_none());
    let mut open: Vec<String> = open.map(|slot| still_open(slot, lang)).collect();
    open.sort();
    open.dedup();
    Generated {
        name: "policy.json".to_owned(),
        text: to_json(&document),
        notes: [why, notes, open].concat(),
    }
}

/// What is to be filled in, and which option does it.
fn still_open(slot: &'static Slot, lang: Lang) -> String {
    let option = match slot.option {
        "" => String::new(),
        option => match lang {
            Lang::En => format!(" ({option})"),
            Lang::Ja => format!("（{option}）"),
        },
    };
    let comment = Comment {
        words: head::OPEN,
        holes: vec![
            ("{placeholder}", slot.placeholder.to_owned()),
            ("{about}", slot.about.in_lang(lang).to_owned()),
            ("{option}", option),
        ],
    };
    yaml::say(&comment, lang)
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
    let reads_secrets = || {
        scope
            .outline
            .containers
            .iter()
            .any(|c| !c.secrets.is_empty() || c.credentials.is_some())
    };
    let placeholder = || {
        scope
            .outline
            .containers
            .iter()
            .any(|c| c.image.as_deref().is_some_and(crate::is_placeholder))
    };
    let told: [(Prose, bool); 4] = [
        (
            NO_ROLES,
            matches!(who, For::CodeBuild | For::TaskEvents) && scope.task_roles().is_empty(),
        ),
        (
            OTHER_ROLES,
            who == For::CodeBuild && !scope.request.batch.is_empty(),
        ),
        (
            KEY,
            who == For::ExecutionRole && scope.request.kms_key.is_none() && reads_secrets(),
        ),
        (
            OPEN_IMAGE,
            who == For::ExecutionRole && scope.request.repository.is_none() && placeholder(),
        ),
    ];
    let told = told.into_iter().filter(|(_, holds)| *holds);
    told.map(|(prose, _)| prose.in_lang(scope.request.lang).to_owned())
        .collect()
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

//! The other kinds of document that people paste: one row each, the first match counts.

mod aws;
mod ecs;
mod foreign;
mod form;
mod spelling;
#[cfg(test)]
mod tests;

use crate::lang::{Lang, Localized};
use crate::tree::{Kind, NodeRef};

/// A kind of document that people paste instead of a task definition.
#[derive(Debug)]
pub struct Lookalike {
    /// A stable id, as in the JSON report.
    pub id: &'static str,
    signs: Signs,
    /// What the document is.
    what: Localized,
    /// What to do instead.
    instead: &'static Localized,
}

impl Lookalike {
    /// What the document is, and what to paste instead.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let end = match lang {
            Lang::En => ". ",
            Lang::Ja => "。",
        };
        [self.what.text(lang), end, self.instead.text(lang)].concat()
    }
}

/// How a kind of document is recognized.
#[derive(Debug)]
enum Signs {
    /// One of these texts holds. Each is a path, or several separated by spaces that must all be
    /// there: `a/b` is the member `b` of `a`, `*` any child, `0` the first element of a list.
    Any(&'static [&'static str]),
    /// What paths can't say.
    Test(fn(NodeRef<'_>) -> bool),
}

impl Signs {
    fn fit(&self, root: NodeRef<'_>) -> bool {
        match self {
            Signs::Any(texts) => texts
                .iter()
                .any(|text| text.split(' ').all(|path| has(root, path))),
            Signs::Test(test) => test(root),
        }
    }
}

/// Identifies a document that is no task definition.
pub(super) fn like(root: NodeRef<'_>) -> &'static Lookalike {
    let tables = [
        form::TABLE,
        aws::TABLE,
        foreign::TABLE,
        spelling::TABLE,
        ecs::TABLE,
        form::LAST,
    ];
    let mut rows = tables.into_iter().flatten();
    rows.find(|row| row.signs.fit(root)).unwrap_or(&form::OTHER)
}

/// Identifies a document that is no task definition although it may have members of one.
pub(super) fn decoy(root: NodeRef<'_>) -> Option<&'static Lookalike> {
    // One walk over the members, as most documents are task definitions.
    let row = root.children().find_map(|member| {
        let key = member.key();
        let mut decoys = DECOYS.iter();
        decoys.find(|(name, _)| *name == key).map(|(_, row)| *row)
    })?;
    row.signs.fit(root).then_some(row)
}

/// The keys that tell a document from a task definition.
static DECOYS: &[(&str, &Lookalike)] = &[
    ("AWSEBDockerrunVersion", &foreign::DOCKERRUN),
    ("daemonTaskDefinition", &ecs::DAEMON),
    ("daemonTaskDefinitions", &ecs::DAEMON),
    ("daemonTaskDefinitionArn", &ecs::DAEMON),
    ("task_definition", &spelling::SNAKE_CASE),
    ("container_definitions", &spelling::SNAKE_CASE),
];

/// Whether there is something at a path of [`Signs::Any`].
fn has(view: NodeRef<'_>, path: &str) -> bool {
    let (step, rest) = match path.split_once('/') {
        Some((step, rest)) => (step, Some(rest)),
        None => (path, None),
    };
    let goes_on = |child: NodeRef<'_>| rest.is_none_or(|rest| has(child, rest));
    match step {
        "*" => view.children().any(goes_on),
        "0" => view.kind() == Kind::List && view.children().next().is_some_and(goes_on),
        key => view.member(key).is_some_and(goes_on),
    }
}

const fn row(
    id: &'static str,
    signs: &'static [&'static str],
    what: Localized,
    instead: &'static Localized,
) -> Lookalike {
    Lookalike {
        id,
        signs: Signs::Any(signs),
        what,
        instead,
    }
}

const fn test(
    id: &'static str,
    test: fn(NodeRef<'_>) -> bool,
    what: Localized,
    instead: &'static Localized,
) -> Lookalike {
    Lookalike {
        id,
        signs: Signs::Test(test),
        what,
        instead,
    }
}

const fn both(en: &'static str, ja: &'static str) -> Localized {
    Localized { en, ja }
}

/// For what belongs to a task definition that AWS has.
static DESCRIBE: Localized = both(
    "Paste the task definition: `aws ecs describe-task-definition --task-definition FAMILY` prints it",
    "タスク定義を貼り付けてください（`aws ecs describe-task-definition --task-definition ファミリー名` \
     の出力）",
);

/// For what has no task definition of ECS.
static NOTHING_OF_ECS: Localized = both(
    "taskdef converts task definitions of Amazon ECS only",
    "taskdef で変換できるのは、Amazon ECS のタスク定義だけです",
);

//! Documents told by their form: values, lists, and a task definition that stands deeper.

use super::{DESCRIBE, Lookalike, both, has, row, test};
use crate::cut_off::is_cut_off;
use crate::lang::Localized;
use crate::tree::{Kind, NodeRef};
use crate::unwrap::is_definition;

/// What to do about an object, a list or a text that lacks the brackets of a task definition.
static OBJECT: Localized = both(
    "A task definition is an object: { \"family\": … }",
    "タスク定義は { \"family\": … } の形のオブジェクトです",
);

pub(super) static OTHER: Lookalike = test(
    "other",
    |_| true,
    both(
        "this is no task definition: it has neither `family` nor `containerDefinitions`",
        "タスク定義ではないようです。family も containerDefinitions もありません",
    ),
    &both(
        "Paste the JSON tab of the task definition, or the answer of `aws ecs describe-task-definition`",
        "コンソールのタスク定義の［JSON］タブか、`aws ecs describe-task-definition` の出力を\
         貼り付けてください",
    ),
);

pub(super) static TABLE: &[Lookalike] = &[
    test(
        "json-text",
        |view| {
            let text = view.string();
            text.is_some_and(|text| text.trim_start().starts_with(['{', '[']))
        },
        both(
            "this is JSON written inside a JSON string, with its quotes escaped",
            "JSON が、さらに JSON の文字列の中に入っています",
        ),
        &both(
            "Take it out of the string first, for example with `jq -r .`",
            "`jq -r .` などで文字列から取り出してください",
        ),
    ),
    test(
        "scalar",
        |view| !matches!(view.kind(), Kind::Object | Kind::List),
        both("this is a single value", "値が 1 つあるだけです"),
        &OBJECT,
    ),
    test(
        "empty",
        |view| view.children().next().is_none(),
        both(
            "this is empty: nothing stands between the brackets",
            "中身が空です",
        ),
        &OBJECT,
    ),
    test(
        "null-task-definition",
        |view| {
            let inner = view.member("taskDefinition");
            inner.is_some_and(|inner| inner.kind() == Kind::Null)
        },
        both(
            "the answer holds no task definition: `taskDefinition` is null",
            "taskDefinition が null で、タスク定義が入っていません",
        ),
        &DESCRIBE,
    ),
    test(
        "cut-off",
        |view| view.member("taskDefinition").is_some_and(is_cut),
        both(
            "the program that printed this cut the task definition off",
            "出力したプログラムが途中を省いたため、タスク定義の中身がありません",
        ),
        &DESCRIBE,
    ),
];

/// What is looked for when nothing else fits.
pub(super) static LAST: &[Lookalike] = &[
    test(
        "task-definition-list",
        |view| view.kind() == Kind::List && view.children().any(holds_definition),
        both(
            "this is a list of task definitions",
            "タスク定義のリストになっています",
        ),
        &both(
            "Convert one at a time: `jq '.[0]'` takes the first",
            "1 つずつ変換してください。最初の 1 つは `jq '.[0]'` で取り出せます",
        ),
    ),
    test(
        "list",
        |view| view.kind() == Kind::List,
        both("this is a list", "リストになっています"),
        &OBJECT,
    ),
    test(
        "nested-task-definition",
        |view| view.children().any(holds_definition),
        both(
            "a task definition stands deeper in this document",
            "タスク定義が、より深い階層に入っています",
        ),
        &both(
            "Paste only the object that holds `family` and `containerDefinitions`",
            "family と containerDefinitions のあるオブジェクトだけを貼り付けてください",
        ),
    ),
    row(
        "reference",
        &["taskDefinition"],
        both(
            "`taskDefinition` only names one here",
            "taskDefinition に、タスク定義の名前だけが入っています",
        ),
        &DESCRIBE,
    ),
];

/// Whether a value is a whole task definition, or an object or list around one.
fn holds_definition(view: NodeRef<'_>) -> bool {
    let is_whole = |view| is_definition(view) && has(view, "containerDefinitions");
    is_whole(view) || view.children().any(is_whole)
}

/// Whether a value is what a program prints for one that it does not show.
pub(super) fn is_cut(view: NodeRef<'_>) -> bool {
    view.string().is_some_and(|text| is_cut_off(&text))
}

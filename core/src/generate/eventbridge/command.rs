//! The command of the container in place of the definition's own, so that one family does many jobs.
//!
//! The starter hands it over as the task's overrides. Source: "Input" of
//! <https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-templated.html>

use crate::generate::error::GenerateError;
use crate::generate::request::Request;
use crate::generate::scope::Scope;
use crate::generate::value::{Function, Value};
use crate::lang::Localized;
use crate::read;
use crate::tree::{Kind, NodeRef, Tree};
use crate::write::JsonWriter;

/// Whether the command is a JSON list of texts.
///
/// # Errors
/// It is not.
pub(super) fn check(request: &Request) -> Result<(), GenerateError> {
    let Some(command) = &request.command else {
        return Ok(());
    };
    let mut tree = Tree::default();
    read::read_strictly(command, &mut tree).map_err(|_| NO_LIST)?;
    let root = NodeRef::root(command, &tree);
    let is_list = root.kind() == Kind::List;
    if is_list && root.children().all(|word| word.string().is_some()) {
        Ok(())
    } else {
        Err(NO_LIST)
    }
}

/// The overrides of the task, as a text of JSON; the command in it is a parameter of the stack.
pub(super) fn overrides(scope: &Scope<'_>) -> Option<Value> {
    scope.request.command.as_ref()?;
    let container = scope.container()?;
    let mut name = String::new();
    JsonWriter::compact(&mut name).string(&container.name);
    // `${!` is how Fn::Sub writes `${`.
    let name = name.replace("${", "${!");
    let text = format!("{{\"containerOverrides\":[{{\"name\":{name},\"command\":${{Command}}}}]}}");
    Some(Function::Sub.call(Value::Text(text)))
}

const NO_LIST: GenerateError = GenerateError::of_options(
    "command",
    Localized {
        en: "--command is a JSON list of texts, such as '[\"report\", \"--daily\"]'",
        ja: "--command には '[\"report\", \"--daily\"]' のような、文字列の JSON リストを指定してください",
    },
);

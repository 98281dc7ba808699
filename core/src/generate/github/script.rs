//! Scripts of a workflow's steps, and texts in which GitHub finds no expression.

use crate::generate::value::{Entry, Value};
use crate::generate::wrap::wrap;
use crate::lang::Lang;

/// The columns of a comment in a script.
const WIDTH: usize = 86;

/// Commands as one script, each with its comment above it. The step's shell ends at the first command
/// that fails.
pub(super) fn script<'v>(lists: impl IntoIterator<Item = &'v Value>, lang: Lang) -> Option<Value> {
    let mut lines = Vec::new();
    for entry in lists.into_iter().flat_map(Value::entries) {
        add(entry, lang, &mut lines);
    }
    (!lines.is_empty()).then(|| Value::Text(lines.join("\n")))
}

fn add(entry: &Entry, lang: Lang, lines: &mut Vec<String>) {
    for comment in &entry.comments {
        for line in wrap(comment.get(lang), WIDTH) {
            lines.push(format!("# {line}"));
        }
    }
    if let Value::Text(command) = &entry.value {
        lines.push(literal(command));
    }
}

/// A text that GitHub takes as it stands: `${{` in it would begin an expression.
pub(super) fn literal(text: &str) -> String {
    text.replace("${{", "${{ '${{' }}")
}

#[cfg(test)]
mod tests {
    use super::{literal, script};
    use crate::generate::value::{Entry, Value};
    use crate::lang::{Lang, Localized};

    #[test]
    fn joins_commands_with_their_comments() {
        let mut entry = Entry::element("a \\\n  b".into());
        entry.comments.push(Localized { en: "why", ja: "" }.into());
        let list = Value::List(vec![Entry::element("x".into()), entry]);
        let text = match script([&list], Lang::En) {
            Some(Value::Text(text)) => text,
            other => format!("{other:?}"),
        };
        assert_eq!(text, "x\n# why\na \\\n  b");
        assert!(script([&Value::List(Vec::new())], Lang::En).is_none());
    }

    #[test]
    fn leaves_no_expression() {
        assert_eq!(literal("a ${{ b }}"), "a ${{ '${{' }} b }}");
        assert_eq!(literal("${AWS::AccountId}"), "${AWS::AccountId}");
    }
}

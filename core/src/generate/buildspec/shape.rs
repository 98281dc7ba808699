//! Commands inside of other commands of the shell. CodeBuild ends a phase at the first command that
//! fails, so that each shape fails if any command in it does.

use crate::generate::value::{Comment, Entry, Value};

/// The commands of several lists, in one.
pub(super) fn joined(lists: &[Value]) -> Value {
    let all = lists.iter().flat_map(|list| list.entries().to_vec());
    Value::List(all.collect())
}

/// Each command only if a test holds.
pub(super) fn only_if(test: &str, commands: Value) -> Value {
    let wrap = |entry: Entry| {
        let command = indented(command(&entry.value), 2);
        Entry {
            value: Value::Text(format!("if {test}; then\n{command}\nfi")),
            ..entry
        }
    };
    Value::List(entries(commands).into_iter().map(wrap).collect())
}

/// All commands, in one, for each name in a variable; it goes on after a name with which one failed,
/// and fails at the end.
pub(super) fn for_each(name: &str, list: &str, commands: Value) -> Value {
    let mut comments: Vec<Comment> = Vec::new();
    let mut steps = Vec::new();
    for mut entry in entries(commands) {
        comments.append(&mut entry.comments);
        steps.push(indented(command(&entry.value), 4));
    }
    let steps = steps.join("\n  } && {\n");
    let text = format!(
        "FAILED=\nfor {name} in ${{{list}:-}}; do\n  {{\n{steps}\n  }} || FAILED=\"$FAILED ${name}\"\ndone\n\
         test -z \"$FAILED\" || {{ echo \"Not moved:$FAILED\" >&2; false; }}"
    );
    Value::List(vec![Entry {
        comments,
        ..Entry::element(Value::Text(text))
    }])
}

fn entries(commands: Value) -> Vec<Entry> {
    match commands {
        Value::List(entries) => entries,
        _ => Vec::new(),
    }
}

fn command(value: &Value) -> &str {
    match value {
        Value::Text(text) => text,
        _ => "",
    }
}

fn indented(text: &str, by: usize) -> String {
    let lines = text.lines().map(|line| format!("{:by$}{line}", ""));
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::{for_each, only_if};
    use crate::generate::value::{Entry, Value};

    fn commands() -> Value {
        let commands = ["a", "if b; then\n  c\nfi"];
        Value::List(commands.map(|text| Entry::element(text.into())).to_vec())
    }

    #[test]
    fn wraps_whole_commands() {
        let texts = |value: Value| {
            let entries = value.entries().iter();
            let texts = entries.map(|entry| super::command(&entry.value).to_owned());
            texts.collect::<Vec<_>>()
        };
        let wrapped = [
            "if x; then\n  a\nfi",
            "if x; then\n  if b; then\n    c\n  fi\nfi",
        ];
        assert_eq!(texts(only_if("x", commands())), wrapped);
        let looped = "FAILED=\nfor N in ${L:-}; do\n  {\n    a\n  } && {\n    if b; then\n      c\n    fi\n  } || \
                      FAILED=\"$FAILED $N\"\ndone\ntest -z \"$FAILED\" || { echo \"Not moved:$FAILED\" >&2; false; }";
        assert_eq!(texts(for_each("N", "L", commands())), [looped]);
    }
}

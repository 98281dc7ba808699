//! Writing JSON, indented by two spaces. The comments are left out.

use super::value::{Entry, Function, Value};

/// A value as indented JSON with a final newline.
pub(super) fn to_json(value: &Value) -> String {
    let mut out = String::new();
    write(value, 0, &mut out);
    out.push('\n');
    out
}

fn write(value: &Value, depth: usize, out: &mut String) {
    match value {
        Value::Text(text) => string(text, out),
        Value::Number(digits) => out.push_str(digits),
        Value::Bool(truth) => out.push_str(if *truth { "true" } else { "false" }),
        Value::List(entries) => block('[', entries, ']', depth, out),
        Value::Map(entries) => block('{', entries, '}', depth, out),
        Value::Call(function, argument) => {
            let argument = match (function, &**argument) {
                // A dotted pair is for YAML alone.
                (Function::GetAtt, Value::Text(pair)) => parted(pair),
                (_, argument) => argument.clone(),
            };
            let call = [Entry::member(function.key(), argument)];
            block('{', &call, '}', depth, out);
        }
    }
}

/// A resource and its attribute.
fn parted(pair: &str) -> Value {
    let (resource, attribute) = pair.split_once('.').unwrap_or((pair, ""));
    Value::List(vec![
        Entry::element(resource.into()),
        Entry::element(attribute.into()),
    ])
}

/// Writes entries between brackets, each on lines of its own. An element has no key.
fn block(open: char, entries: &[Entry], close: char, depth: usize, out: &mut String) {
    out.push(open);
    for (index, entry) in entries.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        line(depth + 1, out);
        if open == '{' {
            string(&entry.key, out);
            out.push_str(": ");
        }
        write(&entry.value, depth + 1, out);
    }
    if !entries.is_empty() {
        line(depth, out);
    }
    out.push(close);
}

fn line(depth: usize, out: &mut String) {
    out.push('\n');
    for _ in 0..depth {
        out.push_str("  ");
    }
}

fn string(text: &str, out: &mut String) {
    out.push_str(&serde_json::to_string(text).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::to_json;
    use crate::generate::value::{Entry, Function, Value};

    #[test]
    fn writes_what_a_value_holds() {
        let list = Value::List(vec![
            Entry::element(Value::Number("0.0".to_owned())),
            Entry::element(Value::Bool(true)),
        ]);
        let value = Value::Map(vec![
            Entry::member("a\"\u{8}", list),
            Entry::member("none", Value::List(Vec::new())),
            Entry::member("arn", Function::GetAtt.call("Bucket.Arn".into())),
        ]);
        let text = to_json(&value).replace([' ', '\n'], "");
        let arn = r#"{"Fn::GetAtt":["Bucket","Arn"]}"#;
        assert_eq!(
            text,
            format!(r#"{{"a\"\b":[0.0,true],"none":[],"arn":{arn}}}"#)
        );
    }
}

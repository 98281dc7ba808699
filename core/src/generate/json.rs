//! Writing JSON, indented by two spaces. The comments are left out.

use super::value::{Entry, Function, Value};
use crate::tree::Kind;
use crate::write::JsonWriter;

/// A value as indented JSON with a final newline.
pub(super) fn to_json(value: &Value) -> String {
    let mut out = String::new();
    write(value, &mut JsonWriter::pretty(&mut out));
    out.push('\n');
    out
}

fn write(value: &Value, writer: &mut JsonWriter<'_>) {
    match value {
        Value::Text(text) => writer.string(text),
        Value::Number(digits) => writer.token(digits),
        Value::Bool(truth) => writer.token(if *truth { "true" } else { "false" }),
        Value::List(entries) => {
            writer.begin(Kind::List);
            for entry in entries {
                writer.element();
                write(&entry.value, writer);
            }
            writer.end(Kind::List);
        }
        Value::Map(entries) => object(entries, writer),
        Value::Call(function, argument) => {
            let argument = match (function, &**argument) {
                // A dotted pair is for YAML alone.
                (Function::GetAtt, Value::Text(pair)) => parted(pair),
                (_, argument) => argument.clone(),
            };
            object(&[Entry::member(function.key(), argument)], writer);
        }
    }
}

fn object(members: &[Entry], writer: &mut JsonWriter<'_>) {
    writer.begin(Kind::Object);
    for member in members {
        writer.key(&member.key);
        write(&member.value, writer);
    }
    writer.end(Kind::Object);
}

/// A resource and its attribute.
fn parted(pair: &str) -> Value {
    let (resource, attribute) = pair.split_once('.').unwrap_or((pair, ""));
    Value::List(vec![
        Entry::element(resource.into()),
        Entry::element(attribute.into()),
    ])
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

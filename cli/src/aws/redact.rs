//! Values that AWS may repeat in its messages, and that ours must not show.

use serde_json::Value;
use taskdef_core::mask::{self, Scalar};

/// The texts of a task definition, or of a task's overrides, that no message may repeat, the
/// longest first. For a text that is not JSON, the whole text.
pub(super) fn hidden_values(document: &str) -> Vec<String> {
    let Ok(value) = serde_json::from_str(document) else {
        return vec![document.to_owned()];
    };
    let mut found = Vec::new();
    collect_hidden(&value, "", &mut found);
    found.sort_by_key(|text| std::cmp::Reverse(text.len()));
    found
}

fn collect_hidden(value: &Value, pointer: &str, found: &mut Vec<String>) {
    /// Shorter values are everyday words rather than secrets.
    const SHORTEST: usize = 4;
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                collect_hidden(value, &format!("{pointer}/{key}"), found);
            }
        }
        Value::Array(elements) => {
            for (index, value) in elements.iter().enumerate() {
                collect_hidden(value, &format!("{pointer}/{index}"), found);
            }
        }
        Value::String(text)
            if text.len() >= SHORTEST && !mask::is_shown(pointer, Scalar::String(text)) =>
        {
            found.push(text.clone());
        }
        _ => {}
    }
}

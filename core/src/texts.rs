//! The texts of a document, parted into those that a log may show and those that it may not.
//!
//! Somebody else's message may repeat a value of a document, and whoever prints it has to know
//! which values those are. So they come from the reader that takes the document in: another parser
//! may refuse what this one reads, and would then find nothing to hide.

use std::fmt;

use crate::mask;
use crate::read::read;
use crate::tree::{Kind, NodeRef, Tree};

/// The strings and numbers of a document, in order.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Texts {
    /// What a log may show, the keys of a task definition included.
    pub shown: Vec<String>,
    /// What it may not.
    pub hidden: Vec<String>,
}

impl Texts {
    /// The texts of a task definition, bare or in an answer of AWS; what [`mask`] shows may be
    /// shown. `None` if it can't be read: then nobody knows what has to be hidden.
    ///
    /// ```
    /// use taskdef_core::Texts;
    ///
    /// let texts = Texts::of_definition(r#"{"family": "f", "tags": [{"key": "k", "value": "v"}]}"#);
    /// let texts = texts.unwrap_or_default();
    /// assert_eq!(texts.shown, ["family", "f", "tags", "key", "k", "value"]);
    /// assert_eq!(texts.hidden, ["v"]);
    /// assert_eq!(Texts::of_definition("\"family"), None);
    /// ```
    #[must_use]
    pub fn of_definition(document: &str) -> Option<Self> {
        Self::parted(document, true, mask::may_show)
    }

    /// The texts of another document, of which only these places may be shown: each is the steps of
    /// a JSON pointer without the first `/`, where `*` stands for a list's index and a final `**`
    /// for all below. `None` if it can't be read.
    #[must_use]
    pub fn of_document(document: &str, shown: &[&str]) -> Option<Self> {
        Self::parted(document, false, |view| mask::stands_at(view, shown))
    }

    fn parted(
        document: &str,
        shows_keys: bool,
        shows: impl Fn(NodeRef<'_>) -> bool,
    ) -> Option<Self> {
        let mut tree = Tree::default();
        read(document, &mut tree).ok()?;
        let root = NodeRef::root(document, &tree);
        let mut texts = Texts::default();
        for view in std::iter::once(root).chain(root.inside()) {
            if shows_keys && !view.key_token().is_empty() {
                texts.shown.push(view.key().into_owned());
            }
            let text = match view.kind() {
                Kind::String => view.string().unwrap_or_default(),
                Kind::Number => view.token().into(),
                Kind::Boolean | Kind::Null | Kind::List | Kind::Object => continue,
            };
            let side = if shows(view) {
                &mut texts.shown
            } else {
                &mut texts.hidden
            };
            side.push(text.into_owned());
        }
        Some(texts)
    }
}

/// How many there are, and none of them.
impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Texts")
            .field("shown", &self.shown.len())
            .field("hidden", &self.hidden.len())
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::Texts;

    fn hidden(document: &str) -> Option<Vec<String>> {
        Texts::of_definition(document).map(|texts| texts.hidden)
    }

    fn strings(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn whatever_the_core_reads_is_known() {
        for (members, values) in [
            (r#""x": 1e999"#, &["1e999", "v"][..]),
            (r#""x": "\ud83d""#, &["\u{fffd}", "v"]),
            (r#""x": -0.50"#, &["-0.50", "v"]),
            (r#""x": "a\"b\nc""#, &["a\"b\nc", "v"]),
            // The same key twice, and what has to be mended.
            (r#""x": "one", "x": "two""#, &["one", "two", "v"]),
            ("x: 'one', // two\n", &["one", "v"]),
        ] {
            let document = format!(
                r#"{{{members}, "containerDefinitions": [{{"environment": [{{"name": "N", "value": "v"}}]}}]}}"#
            );
            assert_eq!(hidden(&document), Some(strings(values)), "{document}");
        }
    }

    #[test]
    fn what_can_t_be_read_is_not_known() {
        let long = format!("\"{}\"", "x".repeat(crate::LONGEST_TEXT));
        for document in ["", "{", "{\"value\": ", "secret: [", &long] {
            assert_eq!(hidden(document), None, "{document:.20}");
        }
    }

    #[test]
    fn a_task_definition_shows_what_the_mask_shows() {
        let document = r#"{"taskDefinition": {"family": "f", "cpu": "256", "networkMode": "awsvpc",
            "containerDefinitions": [{"name": "app", "image": "app:1", "essential": true,
                "portMappings": [{"containerPort": 8080}], "command": ["run"],
                "dockerLabels": {"label": "text"}}]}, "tags": [{"key": "team", "value": "core"}]}"#;
        let texts = Texts::of_definition(document).unwrap_or_default();
        assert_eq!(texts.hidden, strings(&["run", "text", "core"]));
        for shown in [
            "f", "256", "awsvpc", "app", "app:1", "8080", "team", "label",
        ] {
            assert!(texts.shown.iter().any(|text| text == shown), "{shown}");
        }
    }

    #[test]
    fn another_document_shows_only_what_is_named() {
        let document = r#"{"Rule": "r", "Targets": [{"Id": "1", "Input": "i",
            "Network": {"Subnets": ["s"], "Public": true}}], "7": 7}"#;
        let texts = Texts::of_document(document, &["Rule", "Targets/*/Id", "Targets/*/Network/**"]);
        let texts = texts.unwrap_or_default();
        assert_eq!(texts.shown, strings(&["r", "1", "s"]));
        assert_eq!(texts.hidden, strings(&["i", "7"]));
        assert_eq!(
            Texts::of_document("7", &[]).unwrap_or_default().hidden,
            strings(&["7"])
        );
    }

    #[test]
    fn no_value_is_in_its_debug_form() {
        let texts = Texts::of_definition(r#"{"x": "hunter2", "family": "hunter3"}"#);
        let shown = format!("{texts:?}");
        assert!(shown.contains("hidden: 1"), "{shown}");
        assert!(!shown.contains("hunter"), "{shown}");
    }
}

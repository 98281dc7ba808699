//! The templates of generated files: simple YAML, with these additions:
//!
//! - `«name»` is a placeholder. A member or element that is nothing but a placeholder is left out,
//!   with its comment, if the placeholder has no binding.
//! - `?name` keeps the next entry only if there is a binding of this name, `?!name` only if there
//!   is none.
//! - `*name` repeats the next entry for each binding of this name.
//! - A list within a list is replaced by its elements, so that one condition can apply to several.
//! - A comment is two lines: `#en` and `#ja`. One that stays on its line is `value # en | ja`, or without
//!   the line between them a name or number of no language.
//!
//! Only text that would be read as a number or a boolean is quoted. A binding is data: it is never
//! parsed as part of the template.

mod bindings;
mod read;

pub(super) use bindings::Bindings;
pub(super) use read::read;

use super::value::Comment;
use crate::escape::escape;
use crate::lang::Localized;
use bindings::substitute;

/// Includes a template file; it does not compile if a comment lacks a language.
macro_rules! template {
    ($file:literal) => {{
        const TEXT: &str = include_str!($file);
        const { assert!($crate::generate::template::speaks_every_language(TEXT)) };
        TEXT
    }};
}
pub(super) use template;

/// A comment with its placeholders replaced. Control characters in bindings are escaped.
pub(super) fn comment(words: Localized, bindings: &[&Bindings]) -> Comment {
    let text = |text| escape(&substitute(text, bindings)).into_owned();
    Comment {
        en: text(words.en),
        ja: text(words.ja),
    }
}

/// Whether each comment of a template has every language.
pub(super) const fn speaks_every_language(template: &str) -> bool {
    let text = template.as_bytes();
    let (mut at, mut ja_missing) = (0, false);
    while at + 3 < text.len() {
        if text[at] == b'#' && text[at + 3] == b' ' {
            match (text[at + 1], text[at + 2]) {
                (b'e', b'n') if !ja_missing => ja_missing = true,
                (b'j', b'a') if ja_missing => ja_missing = false,
                _ => return false,
            }
        }
        at += 1;
    }
    !ja_missing
}

#[cfg(test)]
mod tests {
    use super::{Bindings, read, speaks_every_language};
    use crate::generate::json::to_json;

    const TEMPLATE: &str = "\
count: 2
text: '2'
name: «name»
none: «none»
list:
  ?name
  -
    - a: of «name»
      b: !Ref «name»
    - |-
      one
        two
  ?!name
  - not there
  #en Above all.
  #ja 全部の上。
  *names
  - «each» of «name»
";

    #[test]
    fn fills_leaves_out_and_repeats() {
        let mut bindings = Bindings::one("name", "«none» it: #x");
        for name in ["1", "2"] {
            bindings.each("names", Bindings::one("each", name));
        }
        let value = read(TEMPLATE, &bindings);
        let text = to_json(&value).replace(['\n', ' '], "");
        let mapped = r#"{"a":"of«none»it:#x","b":{"Ref":"«none»it:#x"}}"#;
        let list = [
            mapped,
            r#""one\ntwo""#,
            r#""1of«none»it:#x""#,
            r#""2of«none»it:#x""#,
        ];
        let list = list.join(",");
        let expected = format!(r#"{{"count":2,"text":"2","name":"«none»it:#x","list":[{list}]}}"#);
        assert_eq!(text, expected);
        let commented = value.get("list").map(|list| {
            let entries = list.entries().iter();
            entries.map(|entry| entry.comments.len()).collect()
        });
        assert_eq!(commented, Some(vec![0, 0, 1, 0]));
    }

    #[test]
    fn knows_a_comment_that_lacks_a_language() {
        assert!(speaks_every_language(TEMPLATE));
        assert!(!speaks_every_language("#en alone\na: b\n"));
        assert!(!speaks_every_language("#ja 逆\n#en order\na: b\n"));
    }
}

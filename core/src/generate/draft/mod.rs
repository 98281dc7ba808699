//! Drafts: generated files as they will stand, with holes and conditions. A draft is YAML of the
//! plainest kind, and besides:
//!
//! - `«name»` is a hole. A member or element that is nothing but a hole is left out, with its
//!   comment, if nothing fills it.
//! - `?name` has the next entry stand there only if there is something of this name, `?!name` only
//!   if there is not.
//! - `*name` repeats the next entry for each of this name.
//! - A list within a list stands for its elements, so that one condition can hold for several.
//! - A comment is two lines: `#en` and `#ja`.
//!
//! Nothing is quoted but what would be taken for a number or a boolean. What fills a hole is data:
//! it is never read as a part of the draft.

mod holes;
mod read;

pub(super) use holes::{Holes, fill};
pub(super) use read::read;

/// A draft from the file beside; it does not compile if a comment lacks a language.
macro_rules! draft {
    ($file:literal) => {{
        const TEXT: &str = include_str!($file);
        const { assert!($crate::generate::draft::speaks_every_language(TEXT)) };
        TEXT
    }};
}
pub(super) use draft;

/// Whether each comment of a draft is there in every language.
pub(super) const fn speaks_every_language(draft: &str) -> bool {
    let text = draft.as_bytes();
    let (mut at, mut owed) = (0, false);
    while at + 3 < text.len() {
        if text[at] == b'#' && text[at + 3] == b' ' {
            match (text[at + 1], text[at + 2]) {
                (b'e', b'n') if !owed => owed = true,
                (b'j', b'a') if owed => owed = false,
                _ => return false,
            }
        }
        at += 1;
    }
    !owed
}

#[cfg(test)]
mod tests {
    use super::{Holes, read, speaks_every_language};
    use crate::generate::json::to_json;

    const DRAFT: &str = "\
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
        let mut holes = Holes::one("name", "«none» it: #x");
        for name in ["1", "2"] {
            holes.each("names", Holes::one("each", name));
        }
        let value = read(DRAFT, &holes);
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
        assert!(speaks_every_language(DRAFT));
        assert!(!speaks_every_language("#en alone\na: b\n"));
        assert!(!speaks_every_language("#ja 逆\n#en order\na: b\n"));
    }
}

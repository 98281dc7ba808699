//! `python-literal`: Python's `True`, `False`, `None` and `Decimal('1')`.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// What Python prints for true, false, null and some numbers.
pub static PYTHON_LITERAL: Rule = Rule {
    id: "python-literal",
    class: Class::Mended,
    aws: "Invalid JSON: Expecting value: line 1 column 85 (char 84)",
    source: "https://www.rfc-editor.org/rfc/rfc8259#section-3",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Python value",
        title: "Python’s True, False, None or Decimal",
        message: "Read a Python value the way JSON writes it.",
        why: "Python prints these words with a capital letter. JSON writes true, false and null.",
        cure: "taskdef read the JSON word. None became null, and nulls are removed.",
    },
    ja: words! {
        label: "Python の値",
        title: "Python の True、False、None、Decimal があります",
        message: "Python の値を、JSON の値として読みました。",
        why: "Python で表示すると、頭文字が大文字になります。JSON では true、false、\
            null と書きます。",
        cure: "JSON の値に置き換えました。None は null になるので、\
            ほかの null と同じように取り除きます。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Text,
    before: concat!(
        r#"{"family":"batch","containerDefinitions":[{"name":"app","#,
        r#""image":"app:1","essential":True}]}"#,
    ),
    after: concat!(
        r#"{"family":"batch","containerDefinitions":[{"name":"app","#,
        r#""image":"app:1","essential":true}]}"#,
    ),
};

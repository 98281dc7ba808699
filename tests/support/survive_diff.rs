//! What must hold when any two texts are compared. Run by the fuzz target `diff` and by
//! `no_panic.rs`.

use taskdef_core::Pasted;
use taskdef_core::diff::diff;

/// The byte between the two texts. No text in UTF-8 has it.
pub(crate) const BETWEEN: u8 = 0xff;

/// Compares the text before [`BETWEEN`] with the one after it, or with itself, in both directions.
/// Panics if something is broken.
pub(crate) fn survive_diff(bytes: &[u8]) {
    let mut texts = bytes.splitn(2, |&byte| byte == BETWEEN);
    let old = texts.next().unwrap_or_default();
    let new = texts.next().unwrap_or(old);
    let (Ok(old), Ok(new)) = (Pasted::bytes(old), Pasted::bytes(new)) else {
        return;
    };
    let back = diff(&new, &old, true);
    let Ok(there) = diff(&old, &new, false) else {
        assert!(back.is_err(), "compared in one direction only");
        return;
    };
    let back = back.expect("compared in the other direction");
    assert_eq!(there.differences.len(), back.differences.len());
    assert!(there.to_json().starts_with('{'));
    if old.as_str() == new.as_str() {
        assert!(there.differences.is_empty(), "{:?}", there.differences);
        assert!(there.uncounted.is_empty(), "{:?}", there.uncounted);
    }
}

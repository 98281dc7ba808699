//! What must hold of what the page computes for any bytes. Run by the fuzz target `lesson` and by
//! `no_panic.rs`.

use taskdef_core::{Options, Pasted};

use crate::rows::hold;

/// Annotates bytes that are a text. Panics if something is broken.
pub(crate) fn survive_lesson(bytes: &[u8]) {
    if let Ok(pasted) = Pasted::bytes(bytes)
        && let Err(why) = hold(&pasted, &Options::default(), false)
    {
        panic!("{why}");
    }
}

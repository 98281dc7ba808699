//! Any bytes through the whole conversion: what must hold is in `tests/support/survive.rs`.

#![no_main]

#[path = "../support/survive.rs"]
mod survive;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| survive::survive(bytes));

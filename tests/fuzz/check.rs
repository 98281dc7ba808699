//! Any bytes through `check`, its fixes and the generators: what must hold is in
//! `tests/support/survive_checked.rs`.

#![no_main]

#[path = "../support/survive_checked.rs"]
mod survive_checked;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| survive_checked::survive_checked(bytes));

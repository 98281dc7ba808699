//! Any bytes through `check`, its fixes and the generators: what must hold is in
//! `tests/support/survive_checked.rs`.

#![no_main]

mod grow;
#[path = "../support/random.rs"]
mod random;
#[path = "../support/survive_checked.rs"]
mod survive_checked;

use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_target!(|bytes: &[u8]| survive_checked::survive_checked(bytes));
fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    grow::mutate(data, size, max_size, seed)
});

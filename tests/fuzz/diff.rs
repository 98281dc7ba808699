//! Any two texts through `diff`: what must hold is in `tests/support/survive_diff.rs`.

#![no_main]

mod grow;
#[path = "../support/random.rs"]
mod random;
#[path = "../support/survive_diff.rs"]
mod survive_diff;

use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_target!(|bytes: &[u8]| survive_diff::survive_diff(bytes));
fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    grow::pair(data, size, max_size, seed, survive_diff::BETWEEN)
});

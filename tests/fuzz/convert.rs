//! Any bytes through the whole conversion: what must hold is in `tests/support/survive.rs`.

#![no_main]

mod grow;
#[path = "../support/random.rs"]
mod random;
#[path = "../support/survive.rs"]
mod survive;

use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_target!(|bytes: &[u8]| survive::survive(bytes));
fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    grow::mutate(data, size, max_size, seed)
});

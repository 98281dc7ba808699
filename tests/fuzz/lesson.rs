//! Any bytes through what the page computes: what must hold is in `tests/support/survive_lesson.rs`.

#![no_main]

mod grow;
#[path = "../support/random.rs"]
mod random;
#[path = "../support/rows.rs"]
mod rows;
#[path = "../support/survive_lesson.rs"]
mod survive_lesson;

use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_target!(|bytes: &[u8]| survive_lesson::survive_lesson(bytes));
fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    grow::mutate(data, size, max_size, seed)
});

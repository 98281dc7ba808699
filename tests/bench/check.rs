//! Times `check` in process: prints the median of 1,000 runs over a file, and that of the conversion
//! alone, in milliseconds, a line each.
//!
//! ```text
//! cargo run --release -p taskdef-core --example check -- FILE
//! ```

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a program that reads a file, a clock and prints"
)]

use std::hint::black_box;
use std::time::Instant;

use taskdef_core::{LineConverter, Options, Pasted, check};

const RUNS: usize = 1000;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args().nth(1).ok_or("name a FILE")?;
    let text = std::fs::read_to_string(file)?;
    let options = Options::default();
    let rules = median(|| {
        let report = check(black_box(&Pasted::text(&text)), &options, false);
        black_box(report.is_ok())
    });
    let mut converter = LineConverter::new(Vec::new(), true);
    let mut out = String::new();
    let conversion = median(|| {
        out.clear();
        converter.convert(black_box(&text), &mut out).is_ok()
    });
    println!("{rules:.3}\n{conversion:.3}");
    Ok(())
}

/// The median of the runs in milliseconds; each has to succeed.
fn median(mut run: impl FnMut() -> bool) -> f64 {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            let done = run();
            let time = start.elapsed().as_secs_f64() * 1000.0;
            if done { time } else { f64::INFINITY }
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}

//! Prints generated task definitions, one raw document a line, the same ones for the same seed.
//!
//!     cargo run -p taskdef-core --example generate -- --seed 1 --count 1000

#![allow(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "a small program of its own, not the core"
)]

#[path = "../support/generate.rs"]
mod generate;
#[path = "../support/random.rs"]
mod random;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use generate::Mode;

const USAGE: &str = "\
Prints task definitions as people copy them, made from AWS's model, one a line.

usage: generate [--seed N] [--count N] [--wild] [--kilobytes N]

  --seed N       the first document's seed, the next one has N + 1; 0 without it
  --count N      how many documents; 1 without it
  --wild         with everything that can be wrong; without it, each becomes registerable
  --kilobytes N  containers enough for so many kilobytes";

struct Wanted {
    seed: u64,
    count: u64,
    kilobytes: usize,
    mode: Mode,
}

fn main() -> ExitCode {
    let wanted = match wanted(std::env::args().skip(1)) {
        Ok(wanted) => wanted,
        Err(why) => {
            eprintln!("generate: {why}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match print(&wanted) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("generate: {error}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}

fn wanted(mut arguments: impl Iterator<Item = String>) -> Result<Wanted, String> {
    let mut wanted = Wanted {
        seed: 0,
        count: 1,
        kilobytes: 0,
        mode: Mode::REGISTERABLE.on_one_line(),
    };
    while let Some(argument) = arguments.next() {
        let mut number = || {
            let value = arguments.next().unwrap_or_default();
            let number = value.parse::<u32>();
            number.map_err(|_| format!("{argument} takes a whole number, not `{value}`"))
        };
        match &*argument {
            "--seed" => wanted.seed = number()?.into(),
            "--count" => wanted.count = number()?.into(),
            "--kilobytes" => wanted.kilobytes = number()? as usize,
            "--wild" => wanted.mode = Mode::WILD.on_one_line(),
            _ => return Err(format!("there is no `{argument}`")),
        }
    }
    Ok(wanted)
}

fn print(wanted: &Wanted) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for seed in wanted.seed..wanted.seed + wanted.count {
        let document = generate::document(seed, &wanted.mode, wanted.kilobytes * 1024);
        writeln!(out, "{document}")?;
    }
    out.flush()
}

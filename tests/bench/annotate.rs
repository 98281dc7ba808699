//! What the page computes for a paste, once: the conversion with its rows and fixes. Prints the
//! number of rows, or why there are none.
//!
//! ```text
//! cargo run --release -p taskdef-core --example annotate -- FILE
//! ```

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a program that reads a file and prints"
)]

use taskdef_core::{Failure, Options, Pasted, annotate};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args().nth(1).ok_or("name a FILE")?;
    let text = std::fs::read_to_string(file)?;
    match annotate(&Pasted::text(&text), &Options::default()) {
        Ok(annotated) => println!("{}", annotated.rows.len()),
        Err(Failure::Unreadable(unreadable)) => println!("{}", unreadable.id()),
        Err(failure) => return Err(format!("{failure:?}").into()),
    }
    Ok(())
}

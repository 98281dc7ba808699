//! What `web/build` and `web/serve` need beside cargo.
//!
//! ```text
//! taskdef-web-tool bindgen INPUT.wasm OUTDIR NAME [--types]
//! taskdef-web-tool guide MARKDOWN DIR
//! taskdef-web-tool serve DIR [--port N]
//! taskdef-web-tool sizes DIR
//! taskdef-web-tool single DIR
//! taskdef-web-tool worker DIR
//! ```

mod bindgen;
mod guide;
mod hash;
mod headers;
mod parts;
mod serve;
mod single;
mod site;
mod sizes;
mod worker;

use std::path::Path;
use std::process::ExitCode;

use bindgen::For;

/// What any command may fail with: it is printed, and that is all.
type Failure = Box<dyn std::error::Error>;

const USAGE: &str = "\
usage: taskdef-web-tool bindgen INPUT.wasm OUTDIR NAME [--types]
       taskdef-web-tool guide MARKDOWN DIR
       taskdef-web-tool serve DIR [--port N]
       taskdef-web-tool sizes DIR
       taskdef-web-tool single DIR
       taskdef-web-tool worker DIR";

const DEFAULT_PORT: u16 = 8080;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let Some(command) = parse(&args) else {
        complain(USAGE);
        return ExitCode::from(2);
    };
    match command() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            complain(&format!("taskdef-web-tool: {failure}"));
            ExitCode::FAILURE
        }
    }
}

/// The command that the arguments name, ready to run.
fn parse<'a>(args: &[&'a str]) -> Option<Box<dyn FnOnce() -> Result<(), Failure> + 'a>> {
    match *args {
        ["bindgen", input, outdir, name, ref types @ ..] if matches!(types, [] | ["--types"]) => {
            let whom = match types {
                [] => For::Page,
                _ => For::Scripts,
            };
            Some(Box::new(move || {
                bindgen::run(Path::new(input), Path::new(outdir), name, whom)
            }))
        }
        ["serve", dir] => Some(Box::new(move || serve::run(Path::new(dir), DEFAULT_PORT))),
        ["serve", dir, "--port", port] => {
            let port = port.parse().ok()?;
            Some(Box::new(move || serve::run(Path::new(dir), port)))
        }
        ["guide", from, dir] => Some(Box::new(move || {
            guide::run(Path::new(from), Path::new(dir))
        })),
        ["sizes", dir] => Some(Box::new(move || sizes::run(Path::new(dir)))),
        ["single", dir] => Some(Box::new(move || single::run(Path::new(dir)))),
        ["worker", dir] => Some(Box::new(move || worker::run(Path::new(dir)))),
        _ => None,
    }
}

/// Has a text hold something else in place of what it must hold once.
fn swap(text: &str, old: &str, new: &str) -> Result<String, Failure> {
    if text.matches(old).count() != 1 {
        return Err(format!("this does not stand there just once: {old}").into());
    }
    Ok(text.replacen(old, new, 1))
}

#[expect(clippy::print_stderr, reason = "a command's errors go to the terminal")]
fn complain(text: &str) {
    eprintln!("{text}");
}

#[expect(
    clippy::print_stdout,
    reason = "a command's answer goes to the terminal"
)]
fn say(text: &str) {
    println!("{text}");
}

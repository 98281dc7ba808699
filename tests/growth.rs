//! Time and reports grow with a text, not with its square: long texts of every shape come back.
//!
//! Nothing here is timed. A mechanism that is quadratic would need minutes or hours for one of
//! these texts, so that a test would not return and be stopped (`.config/nextest.toml`). The last
//! name printed is that of the shape. `tests/bench/growth` measures the same.

#![allow(
    clippy::print_stdout,
    reason = "what is tried last is told if a test does not return"
)]

#[path = "support/shapes.rs"]
mod shapes;

use shapes::{Shape, shapes};
use taskdef_core::diff::diff;
use taskdef_core::generate::{Kind, PolicyFor, Request, generate};
use taskdef_core::{Failure, Options, Pasted, Report, annotate, check, convert};

/// The lengths of the texts in bytes: as long as ECS takes one, and four times that.
const SIZES: [usize; 2] = [64 * 1024, 256 * 1024];

/// The most bytes of a report for each byte of its text: twice what it is of the shape with the
/// most to tell.
const REPORTED: usize = 100;

/// Runs something for each shape and length of a text.
fn each(run: impl Fn(&Shape, &str)) {
    let shapes = shapes("texts");
    assert!(shapes.len() > 50, "only {} shapes", shapes.len());
    for (shape, size) in shapes
        .iter()
        .flat_map(|shape| SIZES.map(|size| (shape, size)))
    {
        println!("{}, {size} bytes", shape.name);
        let text = shape.text(size, false);
        let length = text.len();
        assert!(length <= size && length > size / 10 * 9, "{length} bytes");
        run(shape, &text);
    }
}

/// Asserts that a report, or an error in its place, is not out of proportion to its text.
fn is_bounded(text: &str, report: Result<&Report, &Failure>) {
    let length = match report {
        Ok(report) => report.to_json().len(),
        Err(failure) => format!("{failure:?}").len(),
    };
    let most = text.len() * REPORTED;
    assert!(length <= most, "a report of {length} bytes");
}

#[test]
fn converts() {
    each(|_, text| {
        let conversion = convert(&Pasted::text(text), &Options::default());
        is_bounded(text, conversion.as_ref().map(|it| &it.report));
    });
}

#[test]
fn allows() {
    let request = Request::new(Kind::Policy(PolicyFor::ExecutionRole));
    each(|_, text| {
        let conversion = convert(&Pasted::text(text), &Options::default());
        let policy = conversion.ok().and_then(|it| generate(&it, &request).ok());
        let length = policy.map_or(0, |it| it.text.len() + it.notes.concat().len());
        let most = text.len() * REPORTED;
        assert!(length <= most, "a policy of {length} bytes");
    });
}

#[test]
fn checks() {
    each(|_, text| {
        let report = check(&Pasted::text(text), &Options::default(), false);
        is_bounded(text, report.as_ref());
    });
}

#[test]
fn annotates() {
    each(|_, text| {
        let annotated = annotate(&Pasted::text(text), &Options::default());
        let report = annotated.as_ref().map(|it| &it.conversion.report);
        is_bounded(text, report);
    });
}

#[test]
fn compares() {
    each(|shape, text| {
        let other = shape.text(text.len(), true);
        let compared = diff(&Pasted::text(text), &Pasted::text(&other), false);
        let length = compared.map_or(0, |compared| compared.to_json().len());
        let most = text.len() * REPORTED;
        assert!(length <= most, "differences of {length} bytes");
    });
}

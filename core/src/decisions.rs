//! Checks `core/model/decisions.tsv`, the recorded decision on each member of AWS's model, against
//! the tables that implement it.

use crate::diff::{FILL_INS, Order, UNORDERED};
use crate::mask::{self, Scalar};
use crate::model::since::{SINCE, Version};
use crate::model::{self, Member, REQUEST, Shape, Structure};

const DECISIONS: &str = include_str!("../model/decisions.tsv");

/// Every member of the model has a row, in AWS's order, that agrees with the tables. A new member
/// fails here until its row is written; `core/model/refresh` prints what to decide.
#[test]
fn every_member_is_decided() {
    let rows = DECISIONS.lines().filter(|line| !line.starts_with('#'));
    let rows: Vec<&str> = rows.collect();
    let members = members();
    let undecided: Vec<&String> = members
        .iter()
        .map(|(path, ..)| path)
        .filter(|path| !rows.iter().any(|row| row.split('\t').next() == Some(path)))
        .collect();
    assert!(undecided.is_empty(), "undecided: {undecided:#?}");
    let expected: Vec<String> = members
        .iter()
        .map(|(path, structure, member)| row(path, structure, member))
        .collect();
    assert_eq!(rows, expected);
}

/// Each path of the model with its member and the structure that contains it.
fn members() -> Vec<(String, &'static Structure, &'static Member)> {
    let paths = model::paths().map(|(path, member)| {
        let around = path.rsplit_once('/').map_or("", |(around, _)| around);
        let shape = model::shape_at(around.trim_end_matches("/*"));
        let structure = match shape {
            Some(Shape::Structure(structure)) => Some(structure),
            Some(Shape::List(list)) => match list.element {
                Shape::Structure(structure) => Some(structure),
                _ => None,
            },
            _ => None,
        };
        (path, structure.unwrap_or(REQUEST), member)
    });
    paths.collect()
}

fn row(path: &str, structure: &Structure, member: &Member) -> String {
    let cells = [
        path.to_owned(),
        order(structure, member),
        default(structure, member).to_owned(),
        shown(path, member).to_owned(),
        since(path),
    ];
    cells.join("\t")
}

/// What the order of a list means; `-` for a member that is not a list.
fn order(structure: &Structure, member: &Member) -> String {
    if !matches!(member.shape, Shape::List(_)) {
        return "-".to_owned();
    }
    let mut rows = UNORDERED.iter();
    let row = rows.find(|(around, name, _)| *around == structure.name && *name == member.name);
    match row.map(|(.., order)| *order) {
        None | Some(Order::Counts) => "sequence".to_owned(),
        Some(Order::Set) => "set".to_owned(),
        Some(Order::By(names)) => format!("by {}", names.join("+")),
    }
}

/// Whether ECS fills in the member.
fn default(structure: &Structure, member: &Member) -> &'static str {
    let mut rows = FILL_INS.iter();
    let filled_in = rows.any(|row| row.structure == structure.name && row.member == member.name);
    if filled_in { "filled-in" } else { "none" }
}

/// Whether a log may show the value; `-` for a structure.
fn shown(path: &str, member: &Member) -> &'static str {
    match member.shape {
        Shape::Structure(_) => "-",
        Shape::List(list) if matches!(list.element, Shape::Structure(_)) => "-",
        _ => {
            let pointer = path.replace('*', "0");
            let pointer = match member.shape {
                Shape::List(_) => format!("{pointer}/0"),
                Shape::Map(_) => format!("{pointer}/key"),
                _ => pointer,
            };
            let value = match member.shape {
                Shape::List(list) => example(list.element),
                shape => example(shape),
            };
            if mask::is_shown(&pointer, value) {
                "shown"
            } else {
                "masked"
            }
        }
    }
}

/// A value that AWS takes.
fn example(shape: Shape) -> Scalar<'static> {
    match shape {
        Shape::Integer(_) => Scalar::Number,
        Shape::Boolean => Scalar::Boolean,
        Shape::String(text) => Scalar::String(text.enums.first().unwrap_or(&"x")),
        _ => Scalar::String("x"),
    }
}

/// The first AWS CLI of each major version that knows the member.
fn since(path: &str) -> String {
    let known = SINCE.iter().find(|since| {
        let mut steps: Vec<&str> = vec![""];
        steps.extend(since.under.iter().flat_map(|list| [*list, "*"]));
        steps.push(since.name);
        steps.join("/") == path
    });
    let version = |[major, minor, patch]: Version| format!("{major}.{minor}.{patch}");
    known.map_or("first".to_owned(), |since| {
        since.first.map(version).join(" ")
    })
}

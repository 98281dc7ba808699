//! The types of the module's options, from the options that the core lists.

use std::fmt::Write as _;

use taskdef_core::generate::option::{ALL, FILES, File, FileOption, Group, NEXT, Takes};
use taskdef_core::{EDIT_OPTIONS, EditTarget, ValueKind};

/// The columns of a line.
const WIDTH: usize = 104;

/// Every interface of an option, and the one that has them all by their files.
pub(crate) fn of_generate() -> String {
    let mut types = String::new();
    let mut known: Vec<&str> = Vec::new();
    let others = [&NEXT, &ALL];
    let every = FILES.iter().chain(others);
    for group in every.flat_map(|file| file.groups) {
        let name = group.type_name;
        if !name.is_empty() && !known.contains(&name) {
            known.push(name);
            let _ = writeln!(types, "interface {name} {{\n{}}}\n", members(group.options));
        }
    }
    for file in FILES {
        types.push_str(&interface(file));
    }
    for other in others {
        types.push_str(&interface(other));
    }
    types.push_str("/** The files that `generate` makes, each with its options. */\n");
    types.push_str("export interface GenerateOptions {\n");
    for file in FILES {
        types.push_str(&comment(file.about));
        let key = if file.word.contains('-') {
            format!("\"{}\"", file.word)
        } else {
            file.word.to_owned()
        };
        let _ = writeln!(types, "  {key}: {};", type_name(file));
    }
    types.push_str("}\n");
    types
}

/// The interface of the edits of `convert`.
pub(crate) fn of_edits() -> String {
    let mut members = String::new();
    for option in EDIT_OPTIONS {
        if let Some(member) = option.member {
            members.push_str(&comment(&format!("{}.", member.about)));
            let of = type_of_edit(option.target);
            let _ = writeln!(members, "  {}?: {of};", member.name);
        }
    }
    format!("interface Edits {{\n{members}}}\n")
}

fn type_of_edit(target: EditTarget) -> &'static str {
    match target {
        EditTarget::Task(_) => "string",
        EditTarget::Container(field) => match field.takes() {
            ValueKind::Integer => "OfContainer<number>[]",
            _ => "OfContainer<string>[]",
        },
        EditTarget::Command => "OfContainer<string[]>[]",
        EditTarget::Pair(..) => "Named[]",
        EditTarget::Tag(_) => "Tag[]",
        EditTarget::VariablesOfFile => panic!("the module reads no file"),
    }
}

fn interface(file: &File) -> String {
    let named = |group: &&&Group| !group.type_name.is_empty();
    let parents: Vec<&str> = file
        .groups
        .iter()
        .filter(named)
        .map(|it| it.type_name)
        .collect();
    let own = file
        .groups
        .iter()
        .filter(|group| group.type_name.is_empty());
    let own: String = own.map(|group| members(group.options)).collect();
    let parents = [&["Language"], &*parents].concat().join(", ");
    let (word, name) = (file.word, type_name(file));
    format!(
        "/** The options of `{word}`. Every member may be left out. */\n\
         export interface {name} extends {parents} {{\n{own}}}\n\n"
    )
}

fn type_name(file: &File) -> String {
    let parts = file.word.split('-').map(capitalized);
    format!("{}Options", parts.collect::<String>())
}

fn capitalized(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    format!("{}{rest}", first.to_uppercase())
}

fn members(options: &[FileOption]) -> String {
    let mut members = String::new();
    for option in options {
        let (of, default) = match option.takes {
            Takes::Nothing(_) => ("boolean".to_owned(), None),
            Takes::Text(..) | Takes::FileText(_) => ("string".to_owned(), None),
            Takes::Texts(..) | Takes::Listed(..) => ("string[]".to_owned(), None),
            Takes::Number(..) => ("number".to_owned(), None),
            Takes::Word(_, words) => {
                let names: Vec<String> =
                    words.iter().map(|it| format!("\"{}\"", it.name)).collect();
                (names.join(" | "), words.first().map(|it| it.name))
            }
            Takes::OneOf(_, words) => {
                let names: Vec<String> =
                    words.iter().map(|it| format!("\"{}\"", it.name)).collect();
                (names.join(" | "), None)
            }
        };
        let about = match default {
            Some(default) => format!("{}; `{default}` without it.", option.about),
            None => format!("{}.", option.about),
        };
        members.push_str(&comment(&about));
        let _ = writeln!(members, "  {}?: {of};", option.member);
    }
    members
}

/// A comment above a member, on as many lines as it needs.
fn comment(text: &str) -> String {
    let mut lines = vec![String::from("  /**")];
    for word in text.split(' ') {
        let last = lines.last_mut();
        match last {
            Some(line) if line.chars().count() + word.chars().count() + 4 <= WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(format!("      {word}")),
        }
    }
    format!("{} */\n", lines.join("\n"))
}

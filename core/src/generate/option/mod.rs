//! The options of every generated file, said once: the command line and the module for scripts read
//! them from here, and so do the module's types.

mod build;
mod files;
mod github;
mod moves;
mod names;
mod next;
mod starter;

use super::request::{Kind, Request};

pub use files::FILES;
pub use next::{ALL, NEXT};

/// A file that can be generated, with the options that it takes.
#[derive(Debug)]
pub struct File {
    /// Its name on the command line and in the module.
    pub word: &'static str,
    /// What it is, in one line of help.
    pub about: &'static str,
    /// What is generated; an option may change it, such as `--for`.
    pub kind: Kind,
    /// Its options, in the order of the help.
    pub groups: &'static [&'static Group],
}

/// Options that belong together.
#[derive(Debug)]
pub struct Group {
    /// Their heading in the help; empty for a file's own options.
    pub heading: &'static str,
    /// The name of the type that they have in the module.
    pub type_name: &'static str,
    /// The options.
    pub options: &'static [FileOption],
}

/// An option.
#[derive(Debug)]
pub struct FileOption {
    /// Its name on the command line, without the dashes.
    pub name: &'static str,
    /// Its name in the module.
    pub member: &'static str,
    /// What it means, in one line of help.
    pub about: &'static str,
    /// What it takes, and what that changes in a request.
    pub takes: Takes,
}

/// What an option takes, and what that changes in a request. Texts stand for themselves: whether
/// they mean anything is found out when the file is generated.
#[derive(Debug, Clone, Copy)]
pub enum Takes {
    /// Nothing: it is given or not.
    Nothing(fn(&mut Request)),
    /// A text.
    Text(Placeholder, fn(&mut Request, String)),
    /// The text of a file. The command line takes the file's name, the module its text.
    FileText(fn(&mut Request, String)),
    /// Several texts, each with an option of its own on the command line.
    Texts(Placeholder, fn(&mut Request, Vec<String>)),
    /// Several texts, which the command line also takes apart at commas.
    Listed(Placeholder, fn(&mut Request, Vec<String>)),
    /// A whole number, up to 65535.
    Number(Placeholder, fn(&mut Request, u32)),
    /// One of these words; the first is the default.
    Word(Placeholder, &'static [Word]),
    /// One of these words, or none.
    OneOf(Placeholder, &'static [Word]),
}

/// What stands for the value in the help.
pub type Placeholder = &'static str;

/// A word that an option takes.
#[derive(Debug)]
pub struct Word {
    /// The word.
    pub name: &'static str,
    /// What it means; empty if that needs no saying.
    pub about: &'static str,
    /// What it changes in a request.
    pub set: fn(&mut Request),
}

impl File {
    /// All options of the file, with the headings of their groups.
    pub fn options(&self) -> impl Iterator<Item = (&'static str, &'static FileOption)> {
        let groups = self.groups.iter();
        groups.flat_map(|group| group.options.iter().map(|option| (group.heading, option)))
    }

    /// The request with every default.
    #[must_use]
    pub fn request(&self) -> Request {
        let mut request = Request::new(self.kind);
        for (_, option) in self.options() {
            if let Takes::Word(_, [first, ..]) = option.takes {
                (first.set)(&mut request);
            }
        }
        request
    }
}

const fn option(
    name: &'static str,
    member: &'static str,
    about: &'static str,
    takes: Takes,
) -> FileOption {
    FileOption {
        name,
        member,
        about,
        takes,
    }
}

const fn word(name: &'static str, about: &'static str, set: fn(&mut Request)) -> Word {
    Word { name, about, set }
}

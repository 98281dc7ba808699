//! The file that a command line asks for.

use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{ArgMatches, Command, Error, FromArgMatches, Subcommand};
use taskdef_core::Lang;
use taskdef_core::generate::Request;
use taskdef_core::generate::option::{FILES, File, Takes};

use super::{Common, command};

/// What an option makes of a file's text.
type Set = fn(&mut Request, String);

#[derive(Debug)]
pub(crate) struct GenerateFile {
    pub(crate) common: Common,
    /// The request, as far as the command line says it.
    request: Request,
    /// The files whose texts belong to it.
    texts: Vec<(PathBuf, Set)>,
}

impl GenerateFile {
    /// The request to the generator. `read` gives the text of a file.
    ///
    /// # Errors
    /// A file can't be read.
    pub(crate) fn request<E>(
        &self,
        lang: Lang,
        read: impl Fn(&PathBuf) -> Result<String, E>,
    ) -> Result<Request, E> {
        let mut request = self.request.clone();
        for (path, set) in &self.texts {
            set(&mut request, read(path)?);
        }
        request.lang = lang;
        Ok(request)
    }
}

impl FromArgMatches for GenerateFile {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let missing = || Error::new(ErrorKind::MissingSubcommand);
        let (word, matches) = matches.subcommand().ok_or_else(missing)?;
        let file = FILES.iter().find(|file| file.word == word);
        let file = file.ok_or_else(missing)?;
        let (request, texts) = read(file, matches);
        Ok(GenerateFile {
            common: Common::from_arg_matches(matches)?,
            request,
            texts,
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Subcommand for GenerateFile {
    fn augment_subcommands(command: Command) -> Command {
        command.subcommands(FILES.iter().map(command::of))
    }

    fn augment_subcommands_for_update(command: Command) -> Command {
        Self::augment_subcommands(command)
    }

    fn has_subcommand(name: &str) -> bool {
        FILES.iter().any(|file| file.word == name)
    }
}

/// The request of a file's options.
fn read(file: &'static File, matches: &ArgMatches) -> (Request, Vec<(PathBuf, Set)>) {
    let mut request = file.request();
    let mut texts = Vec::new();
    for (_, option) in file.options() {
        let text = || matches.get_one::<String>(option.name).cloned();
        let several = || {
            let values = matches.get_many::<String>(option.name);
            values.map(|values| values.cloned().collect::<Vec<_>>())
        };
        match option.takes {
            Takes::Nothing(set) if matches.get_flag(option.name) => set(&mut request),
            Takes::Nothing(_) => {}
            Takes::Text(_, set) => {
                if let Some(text) = text() {
                    set(&mut request, text);
                }
            }
            Takes::FileText(set) => {
                let path = matches.get_one::<PathBuf>(option.name);
                texts.extend(path.map(|path| (path.clone(), set)));
            }
            Takes::Texts(_, set) | Takes::Listed(_, set) => {
                if let Some(values) = several() {
                    set(&mut request, values);
                }
            }
            Takes::Number(_, set) => {
                if let Some(number) = matches.get_one::<u16>(option.name) {
                    set(&mut request, u32::from(*number));
                }
            }
            Takes::Word(_, words) => {
                let given = text();
                let word = words
                    .iter()
                    .find(|word| Some(word.name) == given.as_deref());
                if let Some(word) = word {
                    (word.set)(&mut request);
                }
            }
        }
    }
    (request, texts)
}

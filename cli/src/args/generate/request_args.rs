//! A request, as far as a command line says it.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use taskdef_core::Lang;
use taskdef_core::generate::Request;
use taskdef_core::generate::option::{File, Takes};

/// What an option makes of a file's text.
type Set = fn(&mut Request, String);

/// A request, as far as a command line says it.
#[derive(Debug)]
pub(crate) struct RequestArgs {
    request: Request,
    /// The files whose texts belong to it.
    texts: Vec<(PathBuf, Set)>,
}

impl RequestArgs {
    /// The request to the core. `read` gives the text of a file.
    ///
    /// # Errors
    /// A file can't be read.
    pub(crate) fn request<E>(
        &self,
        lang: Lang,
        read: impl Fn(&Path) -> Result<String, E>,
    ) -> Result<Request, E> {
        let mut request = self.request.clone();
        for (path, set) in &self.texts {
            set(&mut request, read(path)?);
        }
        request.lang = lang;
        Ok(request)
    }

    /// Reads the options of a file.
    pub(super) fn read(file: &'static File, matches: &ArgMatches) -> Self {
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
                Takes::Word(_, words) | Takes::OneOf(_, words) => {
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
        RequestArgs { request, texts }
    }
}

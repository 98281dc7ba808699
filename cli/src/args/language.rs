//! The option for the language.

use std::ffi::OsString;

use clap::{Args, ValueEnum};
use taskdef_core::Lang;
#[cfg(feature = "aws")]
use taskdef_core::Localized;

/// What a language is called on the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum LangArg {
    En,
    Ja,
}

/// The language of reports and errors.
#[derive(Debug, Args)]
pub(crate) struct Language {
    /// The language [default: that of the environment]
    #[arg(long, global = true, value_enum, value_name = "LANG")]
    lang: Option<LangArg>,
}

impl Language {
    /// The language of `--lang`, or that of `LC_ALL`, `LC_MESSAGES` or `LANG`.
    pub(crate) fn lang(&self) -> Lang {
        match self.lang {
            Some(LangArg::En) => Lang::En,
            Some(LangArg::Ja) => Lang::Ja,
            None => of_environment(),
        }
    }

    /// The same of a command line that can't be read.
    pub(crate) fn guessed(words: impl IntoIterator<Item = OsString>) -> Lang {
        let words: Vec<OsString> = words.into_iter().collect();
        let is = |lang: &str| {
            let joined = OsString::from(format!("--lang={lang}"));
            let mut pairs = words.windows(2);
            words.contains(&joined) || pairs.any(|pair| pair[0] == "--lang" && pair[1] == *lang)
        };
        match (is("ja"), is("en")) {
            (true, _) => Lang::Ja,
            (_, true) => Lang::En,
            _ => of_environment(),
        }
    }
}

/// A parser of clap's, which does not tell the language, from one whose errors are in each.
#[cfg(feature = "aws")]
pub(super) fn localized<T>(
    parse: impl Fn(&str) -> Result<T, Localized<String>> + Clone,
) -> impl Fn(&str) -> Result<T, String> + Clone {
    move |text| {
        parse(text).map_err(|error| {
            let lang = Language::guessed(std::env::args_os());
            error.get(lang).clone()
        })
    }
}

fn of_environment() -> Lang {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .filter(|value| value.starts_with("ja"))
        .map_or(Lang::En, |_| Lang::Ja)
}

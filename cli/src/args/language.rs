//! The option for the language.

use clap::{Args, ValueEnum};
use taskdef_core::Lang;

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
    #[arg(long, value_enum, value_name = "LANG")]
    lang: Option<LangArg>,
}

impl Language {
    /// The language of `--lang`, or that of `LC_ALL`, `LC_MESSAGES` or `LANG`.
    pub(crate) fn lang(&self) -> Lang {
        match self.lang {
            Some(LangArg::En) => Lang::En,
            Some(LangArg::Ja) => Lang::Ja,
            None => ["LC_ALL", "LC_MESSAGES", "LANG"]
                .iter()
                .filter_map(|name| std::env::var(name).ok())
                .find(|value| !value.is_empty())
                .filter(|value| value.starts_with("ja"))
                .map_or(Lang::En, |_| Lang::Ja),
        }
    }
}

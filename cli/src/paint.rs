//! Colours, if the stream is a terminal and `NO_COLOR` is unset.

use std::io::{self, IsTerminal};

use anstyle::{AnsiColor, Style as Ansi};
use taskdef_core::report::Style;

/// A stream of the process.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Stream {
    Stdout,
    Stderr,
}

/// Whether pieces of text are coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Paint {
    Plain,
    Coloured,
}

impl Paint {
    /// What a stream shows.
    pub(crate) fn for_stream(stream: Stream) -> Self {
        let terminal = match stream {
            Stream::Stdout => io::stdout().is_terminal(),
            Stream::Stderr => io::stderr().is_terminal(),
        };
        let forbidden = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        if terminal && !forbidden && !dumb {
            Paint::Coloured
        } else {
            Paint::Plain
        }
    }

    /// The function that writes a styled piece.
    pub(crate) fn function(self) -> taskdef_core::report::Paint {
        match self {
            Paint::Plain => |_, text| text.to_owned(),
            Paint::Coloured => coloured,
        }
    }
}

fn coloured(style: Style, text: &str) -> String {
    let ansi = match style {
        Style::Heading => Ansi::new().bold(),
        Style::Quiet => Ansi::new().dimmed(),
        Style::Good => AnsiColor::Green.on_default().bold(),
        Style::Warning => AnsiColor::Yellow.on_default().bold(),
        Style::Error => AnsiColor::Red.on_default().bold(),
    };
    format!("{ansi}{text}{ansi:#}")
}

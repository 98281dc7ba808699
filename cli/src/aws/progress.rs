//! Progress messages: on a terminal the last line is overwritten, elsewhere each change is a
//! line.

use std::cell::{Cell, RefCell};
use std::io::{self, IsTerminal, Write};

use taskdef_core::escape;
use taskdef_core::report::Style;

use crate::paint::{Paint, Stream};

/// Progress on stderr.
#[derive(Debug)]
pub(crate) struct Progress {
    terminal: bool,
    quiet: bool,
    /// Whether the last line may be overwritten.
    open: Cell<bool>,
    last: RefCell<String>,
    paint: Paint,
}

impl Progress {
    pub(crate) fn new(quiet: bool) -> Self {
        Progress {
            terminal: io::stderr().is_terminal(),
            quiet,
            open: Cell::new(false),
            last: RefCell::default(),
            paint: Paint::for_stream(Stream::Stderr),
        }
    }

    /// A line that stays.
    pub(crate) fn line(&self, text: &str) {
        self.write(&format!("{}\n", escape(text)));
        self.open.set(false);
    }

    /// The current state. It is written again when `key` changes; other changes, such as the
    /// elapsed time, are shown on a terminal only.
    pub(crate) fn state(&self, key: &str, text: &str) {
        if self.terminal {
            let quiet = self.paint.function()(Style::Quiet, &escape(text));
            self.write(&quiet);
            self.open.set(true);
        } else if *self.last.borrow() != key {
            key.clone_into(&mut self.last.borrow_mut());
            self.line(text);
        }
    }

    fn write(&self, text: &str) {
        if self.quiet {
            return;
        }
        let over = if self.open.get() { "\r\x1b[K" } else { "" };
        let _ = write!(io::stderr(), "{over}{text}");
    }

    /// Ends a line that may be overwritten.
    pub(crate) fn end(&self) {
        if self.open.replace(false) && !self.quiet {
            let _ = writeln!(io::stderr());
        }
    }
}

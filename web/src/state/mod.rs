//! What the page knows, and how each action changes it. No browser is needed here.

mod action;
mod analysis;
mod memo;
mod reduce;
mod shared;
pub mod tour;
mod ui_state;
mod view_actions;

use std::rc::Rc;

use taskdef_core::{Failure, Lang};

pub use action::Action;
pub use analysis::Analysis;
pub use shared::Shared;
pub use ui_state::{Panel, Tab, Theme, UiState};

use memo::Memos;

use crate::history::History;

/// What is pasted, what was asked for, and what comes of it.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// The pasted text and the edits.
    pub history: History,
    /// How often the text was set by something else than typing in its box.
    pub written: u32,
    /// The file that the text is from, as long as it has not been changed: its bytes tell more,
    /// such as a byte-order mark.
    pub file: Option<Rc<[u8]>>,
    /// The variable that is being written, and not set yet.
    pub draft: Draft,
    /// The findings that the person said are no fault: rules with JSON pointers into the result.
    pub accepted: Vec<(&'static str, String)>,
    /// The language of everything shown.
    pub lang: Lang,
    /// Light or dark.
    pub theme: Theme,
    /// What is in sight, and what is chosen there.
    pub ui: UiState,
    /// Whether a long text is being converted.
    pub busy: bool,
    /// What came of the text as it is now.
    pub outcome: Outcome,
    /// The last result that could be made; shown dimmed while the text can't be read.
    pub last: Option<Shared<Analysis>>,
    /// What became of the last copy of what is shown now.
    pub copy: Option<Copied>,
    /// The text that the paste is compared with.
    pub other: Rc<str>,
    /// Whether the memory went along with the CPU that was chosen last.
    pub memory_followed: bool,
    /// Whether the text was changed since it was converted last.
    is_outdated: bool,
    memos: Memos,
}

/// What became of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Copied {
    /// The id of the button that was pressed.
    pub by: &'static str,
    /// Whether the browser allowed it.
    pub done: bool,
}

/// What came of the text.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// Nothing is pasted.
    Empty,
    /// The text was converted: the result is [`State::last`].
    Converted,
    /// The text can't be read, or an edit matches nothing.
    Failed(Shared<Failure>),
}

/// A variable that is being written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// Its container's place in the list.
    pub container: usize,
    /// Its name.
    pub name: String,
    /// Its value, or where its value comes from.
    pub value: String,
    /// Whether it goes into `secrets`.
    pub is_secret: bool,
}

impl State {
    /// An empty page.
    #[must_use]
    pub fn new(lang: Lang, theme: Theme) -> Self {
        State {
            history: History::default(),
            written: 0,
            file: None,
            draft: Draft::default(),
            accepted: Vec::new(),
            lang,
            theme,
            ui: UiState::default(),
            busy: false,
            outcome: Outcome::Empty,
            last: None,
            copy: None,
            other: Rc::from(""),
            memory_followed: false,
            is_outdated: false,
            memos: Memos::default(),
        }
    }

    /// The pasted text.
    #[must_use]
    pub fn text(&self) -> &Rc<str> {
        &self.history.now.text
    }

    /// The result of the text as it is now.
    #[must_use]
    pub fn current(&self) -> Option<&Shared<Analysis>> {
        self.last
            .as_ref()
            .filter(|_| self.outcome == Outcome::Converted && !self.is_outdated)
    }

    /// Whether there is no result because an edit can't be made.
    #[must_use]
    pub fn is_edit_at_fault(&self) -> bool {
        matches!(&self.outcome, Outcome::Failed(failure) if matches!(**failure, Failure::Edit(_)))
    }
}

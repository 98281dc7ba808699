//! The state of the page, and how each action changes it, without a browser.

mod action;
mod analysis;
mod course;
mod memo;
mod reduce;
mod second;
mod seen;
mod shared;
pub mod tour;
mod ui_state;
mod view_actions;

use std::rc::Rc;

use taskdef_core::{Failure, Lang};

pub use action::Action;
pub use analysis::Analysis;
pub use course::{Answer, Course, CourseStep};
pub use memo::Differences;
pub use second::Second;
pub use seen::Seen;
pub use shared::Shared;
pub use ui_state::{CONTAINERS, Panel, Tab, Theme, UiState};

use memo::Memos;

use crate::downloads::Told;
use crate::history::History;
use crate::way::Way;
use crate::words::{Language, Words};

/// The state of the page: the text, the edits, what is shown, and the result.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// All that the person has put in and decided.
    pub history: History,
    /// The person's own work, while the tour shows the example in its place.
    own: Option<Box<History>>,
    /// What was pasted beside the fields but is no task definition, and why: it does not take the
    /// place of a result by itself.
    pub stray: Option<Stray>,
    /// How often something other than typing in the box has set the text.
    pub written: u32,
    /// The form for a new variable.
    pub draft: Draft,
    /// The values in the form for what was blacked out, in the order of the blanks.
    pub filled: Vec<String>,
    /// The language of the page.
    pub lang: Lang,
    /// The page's own words in it.
    pub words: &'static Words,
    /// The theme of the page.
    pub theme: Theme,
    /// What is shown and chosen.
    pub ui: UiState,
    /// What the second module does; [`None`] until it is there.
    pub second: Option<&'static Second>,
    /// Whether it did not come when it was asked for.
    pub is_late: bool,
    /// Whether a long text is being converted.
    pub busy: bool,
    /// The outcome of the last conversion.
    pub outcome: Outcome,
    /// The last successful analysis; shown dimmed while the text can't be converted.
    pub last: Option<Shared<Analysis>>,
    /// The outcome of the last copy, until the result changes.
    pub copy: Option<Copied>,
    /// The texts that are compared.
    pub compared: Compared,
    /// What the person does in the course.
    pub course: Rc<Course>,
    /// The words that the current rendering of the view has explained.
    pub seen: Seen,
    /// How the job is started and what registers it, as the person said; kept whatever is pasted.
    said: Way,
    /// Whether choosing the CPU has also changed the memory.
    pub memory_followed: bool,
    /// Whether the result is not that of the current text, edits and language.
    is_outdated: bool,
    memos: Memos,
}

/// The outcome of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Copied {
    /// The id of the button that copied.
    pub by: &'static str,
    /// Which of the buttons with this id, if there are several.
    pub at: Option<usize>,
    /// Whether the browser allowed it.
    pub done: bool,
}

/// The outcome of a conversion.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// Nothing is pasted.
    Empty,
    /// It succeeded: the result is [`State::last`].
    Converted,
    /// The text can't be read, or an edit matches nothing.
    Failed(Shared<Failure>),
}

/// A text that was pasted beside the fields, and why it is no task definition.
#[derive(Debug, Clone, PartialEq)]
pub struct Stray {
    /// The text.
    pub text: Rc<str>,
    /// Why it can't be converted.
    pub failure: Shared<Failure>,
}

impl Stray {
    /// Why it can't be converted, in words.
    #[must_use]
    pub fn why(&self, lang: Lang) -> String {
        self.failure.plain_message(lang)
    }
}

/// Two texts to compare, apart from the one that is converted.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Compared {
    /// The old one.
    pub old: Rc<str>,
    /// The new one.
    pub new: Rc<str>,
    /// Whether values that a log may not show are shown.
    pub show_values: bool,
}

/// The contents of the form for a new variable.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// The index of its container.
    pub container: usize,
    /// Its name.
    pub name: String,
    /// Its value; for a secret, the name or ARN of a parameter or secret.
    pub value: String,
    /// Whether it is added to `secrets` instead of `environment`.
    pub is_secret: bool,
}

impl State {
    /// An empty page.
    #[must_use]
    pub fn new(language: &Language, theme: Theme) -> Self {
        State {
            history: History::default(),
            own: None,
            stray: None,
            written: 0,
            draft: Draft::default(),
            filled: Vec::new(),
            lang: language.lang,
            words: language.words,
            theme,
            ui: UiState::default(),
            second: None,
            is_late: false,
            busy: false,
            outcome: Outcome::Empty,
            last: None,
            copy: None,
            compared: Compared::default(),
            course: Rc::default(),
            seen: Seen::default(),
            said: Way::default(),
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

    /// The analysis of the current text; [`None`] if there is none.
    #[must_use]
    pub fn current(&self) -> Option<&Shared<Analysis>> {
        self.last
            .as_ref()
            .filter(|_| self.outcome == Outcome::Converted && !self.is_outdated)
    }

    /// Whether leaving the page would lose edits, or what a deploy moves.
    #[must_use]
    pub fn has_edits(&self) -> bool {
        let own = self.own.as_ref().map(|own| &own.now);
        let mut all = [Some(&self.history.now), own].into_iter().flatten();
        all.any(|now| !now.edits.is_empty() || !now.moved.is_blank())
    }

    /// How the job is started and what registers it. In the tour it is that of the example, unless the
    /// person has said it.
    #[must_use]
    pub fn way(&self) -> Way {
        if self.ui.tour.is_some() && !self.said.is_said() {
            Way::EXAMPLE
        } else {
            self.said
        }
    }

    /// What the person told of which files depend.
    #[must_use]
    pub fn told(&self) -> Told {
        let now = &self.history.now;
        Told {
            edits: now.edits.clone(),
            accepted: now.accepted.clone(),
            moved: now.moved.clone(),
            way: self.way(),
            lang: self.lang,
        }
    }

    /// Whether the tour will give the person's own work back at its end.
    #[must_use]
    pub fn gives_back(&self) -> bool {
        self.own.is_some()
    }

    /// Whether there is no result because of an edit that can't be made.
    #[must_use]
    pub fn is_edit_at_fault(&self) -> bool {
        matches!(&self.outcome, Outcome::Failed(failure) if matches!(**failure, Failure::Edit(_)))
    }
}

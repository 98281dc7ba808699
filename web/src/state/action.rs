//! Everything that can happen, and what it changes.

use std::rc::Rc;

use taskdef_core::{Edit, Lang, PairList, Pasted, apply};
use yew::Reducible;

use super::{Copied, Draft, EXAMPLE, Panel, State, Tab, Theme};
use crate::layout::Filter;

/// Something that happened.
#[derive(Debug)]
pub enum Action {
    /// The text was typed or pasted, and is this now.
    Text(String),
    /// A long text is about to be converted.
    Busy,
    /// This text was pasted outside of the box.
    Paste(String),
    /// The example is to be the text.
    Example,
    /// A file with these bytes was opened.
    File(Vec<u8>),
    /// Nothing is pasted any more.
    Clear,
    /// These edits were made at once.
    Edit(Vec<Edit>),
    /// The text is to be mended as this finding of the report says.
    Fix(usize),
    /// This finding of the report is no fault.
    Accept(usize),
    /// The last step is to be taken back.
    Undo,
    /// The step that was taken back last is to be made again.
    Redo,
    /// The variable that is being written is this now.
    Draft(Draft),
    /// The variable that was written is to be set.
    Set,
    /// The reason of this row is to be told; nothing closes it.
    Choose(Option<usize>),
    /// The marks of this filter are to be stepped through, from the first.
    Filter(Filter),
    /// The next mark of the filter is to be chosen, or the one before.
    Step {
        /// Backwards.
        back: bool,
    },
    /// The fold that begins with this row is to be opened or closed.
    Fold(usize),
    /// Every fold is to be opened, or closed.
    FoldAll,
    /// The hidden value in this row is to be shown, or hidden.
    Reveal(usize),
    /// The values of variables in the commands are to be shown, or hidden.
    Values,
    /// This is to stand beside the lesson.
    Panel(Panel),
    /// This one of the files is to be in sight.
    ShowFile(usize),
    /// This part of the page is to be in sight.
    Tab(Tab),
    /// The rule of this name is to be learnt; nothing goes back to the conversion.
    Rule(Option<String>),
    /// This step of the tour is to be told; nothing ends it.
    Tour(Option<usize>),
    /// The text that the paste is compared with is this now.
    Other(String),
    /// A copy was made, or refused.
    Copied(Copied),
    /// Speak this language.
    Lang(Lang),
    /// UiState like this.
    Theme(Theme),
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        let is_new = match action {
            Action::Text(text) if *text == **self.text() && self.file.is_none() && !self.busy => {
                return self;
            }
            Action::Text(text) => state.type_text(&text),
            Action::Paste(text) => {
                state.begin(&text);
                true
            }
            Action::Example => {
                state.begin(EXAMPLE);
                true
            }
            Action::File(bytes) => state.open(bytes),
            Action::Clear => {
                state.begin("");
                true
            }
            Action::Edit(step) => {
                state.memory_followed = matches!(&step[..], [Edit::Task { .. }, Edit::Task { .. }]);
                state.history.edit(step);
                true
            }
            Action::Fix(finding) => state.fix(finding),
            Action::Accept(finding) => state.accept(finding),
            Action::Undo => state.travel(|state| state.history.undo()),
            Action::Redo => state.travel(|state| state.history.redo()),
            Action::Set => state.set(),
            Action::Lang(lang) => {
                state.lang = lang;
                true
            }
            Action::Busy => {
                state.busy = true;
                false
            }
            Action::Other(text) => {
                state.other = Rc::from(text);
                false
            }
            Action::Copied(copied) => {
                state.copy = Some(copied);
                false
            }
            Action::Theme(theme) => {
                state.theme = theme;
                false
            }
            Action::Draft(draft) => {
                state.draft = draft;
                false
            }
            Action::Tour(Some(0)) => {
                state.begin(EXAMPLE);
                state = state.converted();
                state.apply_view_action(Action::Tour(Some(0)));
                false
            }
            view_action => {
                state.apply_view_action(view_action);
                false
            }
        };
        state.is_outdated |= is_new;
        // The other tabs show nothing of the conversion.
        if state.is_outdated && state.ui.tab == Tab::Convert {
            state = state.converted();
        }
        Rc::new(state)
    }
}

impl State {
    fn type_text(&mut self, text: &str) -> bool {
        if self.text().trim().is_empty() {
            let written = self.written;
            self.begin(text);
            // It is in the box already.
            self.written = written;
        } else {
            self.history.type_text(text);
        }
        self.file = None;
        true
    }

    fn open(&mut self, bytes: Vec<u8>) -> bool {
        // What can't be read as text leaves the text that is there.
        if let Ok(pasted) = Pasted::bytes(&bytes) {
            self.begin(pasted.as_str());
        }
        self.file = Some(Rc::from(bytes));
        true
    }

    fn fix(&mut self, finding: usize) -> bool {
        let Some(analysis) = self.current() else {
            return false;
        };
        let finding = analysis.conversion().report.findings.get(finding);
        let Some(fix) = finding.and_then(|finding| finding.fix.as_ref()) else {
            return false;
        };
        let edits = fix.edits.iter().map(|edit| edit.replacement.clone());
        let fixed = apply(self.text(), &edits.collect::<Vec<_>>());
        self.travel(|state| state.history.rewrite(&fixed))
    }

    fn accept(&mut self, finding: usize) -> bool {
        let Some(analysis) = self.current() else {
            return false;
        };
        let Some(finding) = analysis.conversion().report.findings.get(finding) else {
            return false;
        };
        let at = finding.to.clone().or(finding.at.clone());
        let accepted = (finding.rule, at.unwrap_or_default());
        self.accepted.push(accepted);
        true
    }

    /// Changes the text by something else than typing.
    fn travel(&mut self, change: impl FnOnce(&mut Self)) -> bool {
        let before = Rc::clone(self.text());
        self.memory_followed = false;
        change(self);
        if !Rc::ptr_eq(&before, self.text()) {
            self.written += 1;
            self.file = None;
        }
        true
    }

    fn set(&mut self) -> bool {
        let draft = std::mem::take(&mut self.draft);
        let fields = self.last.as_ref().map(|last| &last.lesson.fields);
        let container = fields.and_then(|fields| fields.containers.get(draft.container));
        let edit = Edit::Pair {
            container: container.map(|container| container.name.clone()),
            list: if draft.is_secret {
                PairList::Secrets
            } else {
                PairList::Environment
            },
            name: draft.name,
            value: Some(draft.value),
        };
        self.draft.container = draft.container;
        self.history.edit(vec![edit]);
        true
    }
}

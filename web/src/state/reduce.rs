//! How an action changes the state.

use std::rc::Rc;

use taskdef_core::{Edit, PairList, Pasted, apply};
use yew::Reducible;

use super::memo::Memos;
use super::{Action, Draft, State, Tab, UiState};
use crate::history::History;

/// The article's task definition, as the console gives it.
const EXAMPLE: &str = include_str!("../../../tests/fixtures/good/article.json");

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        let is_changed = match action {
            Action::Text(text) if *text == **self.text() && self.file.is_none() && !self.busy => {
                return self;
            }
            Action::Text(text) => state.type_text(&text),
            Action::Paste(text) => {
                state.replace_text(&text);
                true
            }
            Action::Example => {
                state.replace_text(EXAMPLE);
                true
            }
            Action::File(bytes) => state.open(bytes),
            Action::Clear => {
                state.replace_text("");
                true
            }
            Action::Edit(step) => {
                state.memory_followed = matches!(&step[..], [Edit::Task { .. }, Edit::Task { .. }]);
                state.history.edit(step);
                true
            }
            Action::Fix(finding) => state.fix(finding),
            Action::Accept(finding) => state.accept(finding),
            Action::Undo => state.rewrite_text(|state| state.history.undo()),
            Action::Redo => state.rewrite_text(|state| state.history.redo()),
            Action::AddVariable => state.add_variable(),
            Action::Lang(lang) => {
                state.lang = lang;
                state.ui.more_rows = 0;
                true
            }
            Action::Busy => {
                state.busy = true;
                false
            }
            Action::OtherText(text) => {
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
            Action::ShowStep(Some(0)) => {
                state.replace_text(EXAMPLE);
                state = state.converted();
                state.apply_view_action(Action::ShowStep(Some(0)));
                false
            }
            view_action => {
                state.apply_view_action(view_action);
                false
            }
        };
        state.is_outdated |= is_changed;
        // The other tabs do not show the result, so they do not wait for it.
        if state.is_outdated && state.ui.tab == Tab::Convert {
            state = state.converted();
        }
        Rc::new(state)
    }
}

impl State {
    /// Replaces the text, and resets everything that belongs to the old one.
    fn replace_text(&mut self, text: &str) {
        self.history = History::default();
        self.history.type_text(text);
        self.written += 1;
        self.file = None;
        self.accepted.clear();
        self.memory_followed = false;
        self.draft = Draft::default();
        self.memos = Memos::default();
        self.ui = UiState {
            tab: Tab::Convert,
            ..UiState::default()
        };
    }

    fn type_text(&mut self, text: &str) -> bool {
        if self.text().trim().is_empty() {
            let written = self.written;
            self.replace_text(text);
            // The box already holds this text.
            self.written = written;
        } else {
            self.history.type_text(text);
        }
        self.file = None;
        true
    }

    fn open(&mut self, bytes: Vec<u8>) -> bool {
        // Bytes that can't be decoded leave the old text in the box.
        if let Ok(pasted) = Pasted::bytes(&bytes) {
            self.replace_text(pasted.as_str());
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
        self.rewrite_text(|state| state.history.rewrite(&fixed))
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

    /// Makes a change that may change the text other than by typing.
    fn rewrite_text(&mut self, change: impl FnOnce(&mut Self)) -> bool {
        let before = Rc::clone(self.text());
        self.memory_followed = false;
        change(self);
        if !Rc::ptr_eq(&before, self.text()) {
            self.written += 1;
            self.file = None;
        }
        true
    }

    fn add_variable(&mut self) -> bool {
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

//! How an action changes the state.

use std::rc::Rc;

use taskdef_core::diff::Which;
use taskdef_core::report::Finding;
use taskdef_core::{Edit, Options, PairList, Pasted, apply, fill, fix_rule};
use yew::Reducible;

use super::memo::Memos;
use super::{Action, Draft, Outcome, State, Stray, Tab, UiState};
use crate::history::OpenedFile;

/// The article's task definition, as the console gives it.
const EXAMPLE: &str = include_str!("../../../tests/fixtures/good/article.json");

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        let is_changed = match action {
            Action::Text(text) if *text == **self.text() && self.is_plain() && !self.busy => {
                return self;
            }
            Action::Text(text) => state.type_text(&text),
            Action::Insert(text) => {
                state.history.pause();
                state.type_text(&text)
            }
            Action::Overwrite(text) => {
                state.begin(&text, None);
                // The box already holds this text.
                state.written = self.written;
                true
            }
            Action::Paste(text) => return Rc::new(state.pasted_beside(text)),
            Action::Stray { used } => state.take_stray(used),
            Action::Example => {
                state.begin(EXAMPLE, None);
                true
            }
            Action::File(file) => state.open(file),
            Action::Files(old, new) => state.open_two(old, new),
            Action::Rewrite(text) => state.rewrite_text(|state| state.history.rewrite(&text)),
            Action::Clear => {
                state.begin("", None);
                true
            }
            Action::Edit(step) => {
                state.memory_followed = matches!(&step[..], [Edit::Task { .. }, Edit::Task { .. }]);
                state.history.edit(step);
                true
            }
            Action::Fix(finding) => state.fix(finding),
            Action::FixRule(rule) => state.fix_rule(rule),
            Action::Accept(finding) => state.accept(&[finding]),
            Action::AcceptRule(rule) => state.accept_rule(rule),
            typed @ (Action::Draft(_) | Action::DraftBlank(..) | Action::Moved(..)) => {
                state.keep(typed);
                false
            }
            Action::FillBlanks => state.fill_blanks(),
            Action::BringBack => state.rewrite_text(|state| state.history.bring_back()),
            Action::Undo => state.rewrite_text(|state| state.history.undo()),
            Action::Redo => state.rewrite_text(|state| state.history.redo()),
            Action::AddVariable => state.add_variable(),
            Action::Language(language) => {
                (state.lang, state.words) = (language.lang, language.words);
                state.ui.more_rows = 0;
                true
            }
            Action::Busy => {
                state.busy = true;
                false
            }
            compared @ (Action::Compare(..)
            | Action::CompareTexts(..)
            | Action::CompareOwn
            | Action::ToggleComparedValues) => {
                state.compare(compared);
                false
            }
            Action::Way(way) => {
                state.said = way;
                false
            }
            Action::Copied(copied) => {
                state.copy = Some(copied);
                false
            }
            Action::Second(second) => {
                state.second = second;
                state.is_late = second.is_none();
                false
            }
            Action::Theme(theme) => {
                state.theme = theme;
                false
            }
            Action::ShowStep(Some(0)) if self.ui.tour.is_none() || self.history.now.is_blank() => {
                state = state.tour_begun();
                false
            }
            Action::ShowStep(None) if self.own.is_some() => {
                state.give_back();
                true
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
    /// Whether the text is not that of a file.
    fn is_plain(&self) -> bool {
        self.history.now.file.is_none()
    }

    /// Puts a text in the place of all that is there: a step, that can be undone.
    fn begin(&mut self, text: &str, file: Option<Rc<OpenedFile>>) {
        self.leave_tour();
        self.history.begin(text, file);
        self.written += 1;
        self.show_anew();
    }

    /// Resets what is shown of another text.
    fn show_anew(&mut self) {
        self.stray = None;
        self.memory_followed = false;
        self.draft = Draft::default();
        self.filled.clear();
        self.memos = Memos::default();
        self.ui = UiState {
            tab: Tab::Convert,
            ..UiState::default()
        };
    }

    fn type_text(&mut self, text: &str) -> bool {
        if self.history.now.is_blank() {
            self.leave_tour();
            self.show_anew();
            if !self.history.now.is_blank() {
                // It takes the place of the work that the tour was to give back.
                self.history.begin(text, None);
                return true;
            }
        }
        self.history.type_text(text);
        true
    }

    /// Takes what was pasted outside of a form field, but puts it in the place of a result only if it
    /// has one itself.
    fn pasted_beside(mut self, text: String) -> Self {
        let mut next = self.clone();
        next.begin(&text, None);
        let next = next.converted();
        match next.outcome {
            Outcome::Failed(failure) if self.last.is_some() => {
                let text = Rc::from(text);
                self.stray = Some(Stray { text, failure });
                self.busy = false;
                self
            }
            _ => next,
        }
    }

    fn take_stray(&mut self, used: bool) -> bool {
        let stray = self.stray.take().filter(|_| used);
        if let Some(stray) = &stray {
            self.begin(&stray.text, None);
        }
        stray.is_some()
    }

    fn open(&mut self, file: OpenedFile) -> bool {
        let file = Rc::new(file);
        match Pasted::bytes(&file.bytes) {
            Ok(pasted) => self.begin(pasted.as_str(), Some(Rc::clone(&file))),
            // Bytes that can't be decoded leave the old text in the box.
            Err(_) => self.history.open(file),
        }
        true
    }

    /// Compares two files; one that can't be decoded is opened alone, which tells why.
    fn open_two(&mut self, old: OpenedFile, new: OpenedFile) -> bool {
        let text = |file: &OpenedFile| {
            let pasted = Pasted::bytes(&file.bytes).ok()?;
            Some(Rc::<str>::from(pasted.as_str()))
        };
        match (text(&old), text(&new)) {
            (Some(old), Some(new)) => {
                self.compare_texts(old, new);
                false
            }
            (None, _) => self.open(old),
            (_, None) => self.open(new),
        }
    }

    /// Keeps what was typed that the result does not depend on.
    fn keep(&mut self, action: Action) {
        match action {
            Action::Draft(draft) => self.draft = draft,
            Action::DraftBlank(at, value) => {
                let blanks = self.filled.len().max(at + 1);
                self.filled.resize(blanks, String::new());
                self.filled[at] = value;
            }
            Action::Moved(set, typed) => self.history.name_moved(|moved| set(moved, typed)),
            _ => {}
        }
    }

    /// Changes what is compared, and nothing else.
    fn compare(&mut self, action: Action) {
        match action {
            Action::Compare(Which::Old, text) => self.compared.old = Rc::from(text),
            Action::Compare(Which::New, text) => self.compared.new = Rc::from(text),
            Action::CompareTexts(old, new) => self.compare_texts(old, new),
            Action::CompareOwn => self.compare_own(),
            Action::ToggleComparedValues => {
                self.compared.show_values = !self.compared.show_values;
            }
            _ => {}
        }
    }

    fn compare_texts(&mut self, old: Rc<str>, new: Rc<str>) {
        (self.compared.old, self.compared.new) = (old, new);
        self.ui.show_tab(Tab::Compare);
    }

    fn compare_own(&mut self) {
        if let Some(analysis) = self.current() {
            let new = Rc::from(analysis.conversion().result.as_str());
            self.compared.new = new;
            self.compared.old = Rc::clone(self.text());
        }
    }

    /// Begins the tour: the example takes the place of what is there until its end.
    fn tour_begun(mut self) -> Self {
        if !self.history.now.is_blank() {
            let own = std::mem::take(&mut self.history);
            self.own = Some(Box::new(own));
        }
        self.history.begin(EXAMPLE, None);
        self.written += 1;
        self.show_anew();
        self = self.converted();
        self.apply_view_action(Action::ShowStep(Some(0)));
        self
    }

    /// Ends the tour with the person's own work.
    fn give_back(&mut self) {
        self.leave_tour();
        self.written += 1;
        self.show_anew();
    }

    /// Puts the person's own work in the place of the example of the tour.
    fn leave_tour(&mut self) {
        if let Some(own) = self.own.take() {
            self.history = *own;
        }
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

    fn fix_rule(&mut self, rule: &str) -> bool {
        if self.current().is_none() {
            return false;
        }
        let options = Options {
            edits: self.history.now.edits.clone(),
            ..Options::default()
        };
        let wanted = |finding: &Finding| !self.is_accepted(finding);
        match fix_rule(&Pasted::text(self.text()), &options, rule, wanted) {
            Ok(fixed) if *fixed != **self.text() => {
                self.rewrite_text(|state| state.history.rewrite(&fixed))
            }
            _ => false,
        }
    }

    fn accept(&mut self, findings: &[usize]) -> bool {
        let Some(analysis) = self.current() else {
            return false;
        };
        let told = &analysis.conversion().report.findings;
        let places = findings.iter().filter_map(|&finding| {
            let finding = told.get(finding)?;
            let at = finding.to.clone().or(finding.at.clone());
            Some((finding.rule, at.unwrap_or_default()))
        });
        let places: Vec<_> = places.collect();
        let any = !places.is_empty();
        if any {
            self.history.accept(places);
        }
        any
    }

    fn accept_rule(&mut self, rule: &str) -> bool {
        let checks = self.current().map(|analysis| &analysis.layout.checks);
        let check = checks.and_then(|checks| checks.iter().find(|check| check.rule.id == rule));
        let findings = check.map(|check| check.places.iter().map(|place| place.finding));
        let findings: Vec<usize> = findings.into_iter().flatten().collect();
        self.accept(&findings)
    }

    /// Fills in what was blacked out, and the names of containers in the edits with it.
    fn fill_blanks(&mut self) -> bool {
        let Some(analysis) = self.current() else {
            return false;
        };
        let blanks = analysis.lesson.blanks.clone();
        let values: Vec<String> = self
            .filled
            .iter()
            .map(|value| value.trim().to_owned())
            .collect();
        let filled = fill(self.text(), &blanks, &values);
        if *filled == **self.text() {
            return false;
        }
        self.filled.clear();
        self.ui.filling = false;
        self.rewrite_text(|state| {
            state.history.rewrite(&filled);
            for edit in &mut state.history.now.edits {
                for name in names_in(edit) {
                    let pairs = blanks.iter().zip(&values);
                    *name = pairs.fold(std::mem::take(name), |name, (blank, value)| {
                        blank.fill_name(&name, value)
                    });
                }
            }
        })
    }

    /// Makes a change that may change the text other than by typing.
    fn rewrite_text(&mut self, change: impl FnOnce(&mut Self)) -> bool {
        let before = Rc::clone(self.text());
        self.memory_followed = false;
        change(self);
        if !Rc::ptr_eq(&before, self.text()) {
            self.written += 1;
            // These are rows of the other text.
            self.ui.revealed.clear();
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

/// The names of what an edit is about: of a container, of a variable.
fn names_in(edit: &mut Edit) -> Vec<&mut String> {
    match edit {
        Edit::Container { container, .. } | Edit::Command { container, .. } => {
            container.iter_mut().collect()
        }
        Edit::Pair {
            container, name, ..
        } => container.iter_mut().chain([name]).collect(),
        Edit::Task { .. } | Edit::Tag { .. } => Vec::new(),
    }
}

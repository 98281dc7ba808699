//! Undo and redo: a snapshot of all that a person has put in, before each step.

use std::rc::Rc;

use taskdef_core::{Edit, Pasted, Unreadable};

use crate::moved::Moved;

/// A file that was opened.
#[derive(Debug, PartialEq, Eq)]
pub struct OpenedFile {
    /// Its name.
    pub name: String,
    /// Its bytes. They hold more than the text, such as a byte-order mark.
    pub bytes: Vec<u8>,
}

/// What a person has put in and decided, at one time.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Snapshot {
    /// The pasted text.
    pub text: Rc<str>,
    /// The file that the text is from, until the text changes.
    pub file: Option<Rc<OpenedFile>>,
    /// The edits in order, at most one for each value.
    pub edits: Vec<Edit>,
    /// The findings that were accepted: ids of rules, with JSON pointers into the result.
    pub accepted: Vec<(&'static str, String)>,
    /// What a deploy moves.
    pub moved: Moved,
}

impl Snapshot {
    /// Whether there is nothing to convert.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.file.is_none() && self.text.trim().is_empty()
    }

    /// What was pasted, with the encoding of its file.
    ///
    /// # Errors
    /// The file’s bytes can't be decoded.
    pub fn pasted(&self) -> Result<Pasted<'_>, Unreadable> {
        match &self.file {
            Some(file) => Pasted::bytes(&file.bytes),
            None => Ok(Pasted::text(&self.text)),
        }
    }

    /// Adds edits; of several for one value only the last is kept.
    pub fn edit(&mut self, step: Vec<Edit>) {
        for edit in step {
            self.edits.retain(|earlier| place(earlier) != place(&edit));
            self.edits.push(edit);
        }
    }
}

/// A step, with what was there on its other side.
#[derive(Debug, Clone, PartialEq)]
struct Step {
    other: Snapshot,
    /// Whether the step put something else in the place of all that was there.
    replaces: bool,
}

/// What the last step was, which tells whether the next one belongs to it.
#[derive(Debug, Clone, Default, PartialEq)]
enum Last {
    /// Edits of these places, without values.
    Edits(Vec<Edit>),
    /// Typing in the text.
    Typing,
    /// Naming what a deploy moves.
    Naming,
    /// Nothing that goes on.
    #[default]
    Done,
}

/// The current snapshot, and those before and after it.
///
/// What replaced a text is a step like any other, so that a text is never lost: an empty page is not
/// a step, but the step that emptied it is the last one.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    /// The current snapshot.
    pub now: Snapshot,
    past: Vec<Step>,
    future: Vec<Step>,
    last: Last,
}

impl History {
    fn step(&mut self, replaces: bool) {
        let other = self.now.clone();
        self.past.push(Step { other, replaces });
        self.end();
    }

    /// Ends what could be redone.
    fn end(&mut self) {
        self.future.clear();
        self.last = Last::Done;
    }

    /// Puts a text in the place of all that is there, in one step.
    pub fn begin(&mut self, text: &str, file: Option<Rc<OpenedFile>>) {
        let next = Snapshot {
            text: Rc::from(text),
            file,
            ..Snapshot::default()
        };
        if self.now.is_blank() {
            self.end();
        } else if self.now != next {
            self.step(true);
        }
        self.now = next;
    }

    /// Opens a file that can't be decoded, in one step: the text stays.
    pub fn open(&mut self, file: Rc<OpenedFile>) {
        if !self.now.is_blank() {
            self.step(false);
        }
        self.now.file = Some(file);
    }

    /// What is typed from here on is a step of its own.
    pub fn pause(&mut self) {
        self.last = Last::Done;
    }

    /// Makes edits in one step. Further typing in the same field belongs to the same step.
    pub fn edit(&mut self, step: Vec<Edit>) {
        let last = Last::Edits(step.iter().map(place).collect());
        if last != self.last || self.past.is_empty() {
            self.step(false);
        }
        self.end();
        self.last = last;
        self.now.edit(step);
    }

    /// Names what a deploy moves. Further typing there belongs to the same step.
    pub fn name_moved(&mut self, set: impl FnOnce(&mut Moved)) {
        if self.last != Last::Naming || self.past.is_empty() {
            self.step(false);
        }
        self.end();
        self.last = Last::Naming;
        set(&mut self.now.moved);
    }

    /// Accepts findings in one step: ids of rules, with JSON pointers into the result.
    pub fn accept(&mut self, findings: Vec<(&'static str, String)>) {
        self.step(false);
        self.now.accepted.extend(findings);
    }

    /// Changes the text in one step.
    pub fn rewrite(&mut self, text: &str) {
        self.step(false);
        self.set_text(text);
    }

    /// Changes the text by typing; the first text is no step, but a beginning. Further typing belongs to the same step.
    pub fn type_text(&mut self, text: &str) {
        if self.now.is_blank() {
            self.now = Snapshot::default();
        } else if text.trim().is_empty() {
            self.empty_by_typing();
        } else if self.last != Last::Typing {
            self.step(false);
        }
        self.end();
        self.last = Last::Typing;
        self.set_text(text);
    }

    /// What was deleted at once was all that was there; of what was deleted bit by bit, it is what
    /// was there before.
    fn empty_by_typing(&mut self) {
        match self.past.last_mut() {
            Some(step) if self.now.text.trim().len() <= BITS => step.replaces = true,
            _ => self.step(true),
        }
    }

    fn set_text(&mut self, text: &str) {
        self.now.text = Rc::from(text);
        self.now.file = None;
    }

    /// Undoes the last step.
    pub fn undo(&mut self) {
        if let Some(step) = self.past.pop() {
            let back = self.cross(step);
            self.future.push(back);
        }
    }

    /// Redoes the step undone last.
    pub fn redo(&mut self) {
        if let Some(step) = self.future.pop() {
            let back = self.cross(step);
            self.past.push(back);
        }
    }

    /// Goes to the other side of a step; returns the way back.
    fn cross(&mut self, step: Step) -> Step {
        self.last = Last::Done;
        Step {
            other: std::mem::replace(&mut self.now, step.other),
            replaces: step.replaces,
        }
    }

    /// What was there before something else was put in the place of it all.
    #[must_use]
    pub fn replaced(&self) -> Option<&Snapshot> {
        let mut steps = self.past.iter().rev();
        steps.find(|step| step.replaces).map(|step| &step.other)
    }

    /// Brings that back. It is a step that replaces what is there now, so doing it again brings this
    /// back.
    pub fn bring_back(&mut self) {
        if self.now.is_blank() {
            self.undo();
        } else if let Some(before) = self.replaced().cloned() {
            self.step(true);
            self.now = before;
        }
    }

    /// How many steps can be undone.
    #[must_use]
    pub fn undoable(&self) -> usize {
        self.past.len()
    }

    /// How many steps can be redone.
    #[must_use]
    pub fn redoable(&self) -> usize {
        self.future.len()
    }
}

/// At most so many bytes are what is left when somebody deletes a text bit by bit.
const BITS: usize = 2;

/// What an edit changes, without the new value.
fn place(edit: &Edit) -> Edit {
    let mut place = edit.clone();
    match &mut place {
        Edit::Task { value, .. } | Edit::Container { value, .. } => value.clear(),
        Edit::Command { arguments, .. } => arguments.clear(),
        // Setting and removing it are edits of the same value.
        Edit::Pair { value, .. } | Edit::Tag { value, .. } => *value = None,
    }
    place
}

#[cfg(test)]
mod tests {
    use super::History;
    use crate::moved::Moved;
    use taskdef_core::{Edit, PairList, TaskField};

    fn cpu(value: &str) -> Vec<Edit> {
        vec![Edit::Task {
            field: TaskField::Cpu,
            value: value.to_owned(),
        }]
    }

    fn pair(list: PairList, value: Option<&str>) -> Edit {
        Edit::Pair {
            container: Some("app".to_owned()),
            list,
            name: "TOKEN".to_owned(),
            value: value.map(str::to_owned),
        }
    }

    #[test]
    fn steps_are_taken_back_and_made_again() {
        let mut history = History::default();
        let moved = vec![
            pair(PairList::Environment, None),
            pair(PairList::Secrets, Some("token")),
        ];
        history.edit(cpu("256"));
        history.edit(moved.clone());
        assert_eq!(history.now.edits, [cpu("256"), moved].concat());
        history.undo();
        assert_eq!((history.undoable(), history.redoable()), (1, 1));
        assert_eq!(history.now.edits, cpu("256"));
        history.redo();
        assert_eq!(history.now.edits.len(), 3);
        history.undo();
        // A new step ends what could be made again.
        history.rewrite("{}");
        assert_eq!((history.undoable(), history.redoable()), (2, 0));
        history.undo();
        assert_eq!(&*history.now.text, "");
        history.undo();
        history.undo();
        assert_eq!(history.now.edits, []);
    }

    #[test]
    fn typing_is_one_step_and_the_last_word_counts() {
        let mut history = History::default();
        history.edit(cpu("5"));
        history.edit(cpu("51"));
        history.edit(cpu("512"));
        assert_eq!(history.undoable(), 1);
        let added = pair(PairList::Environment, Some("a"));
        history.edit(vec![added.clone()]);
        history.edit(cpu("1024"));
        assert_eq!(history.undoable(), 3);
        assert_eq!(history.now.edits, [vec![added], cpu("1024")].concat());
        history.undo();
        assert_eq!(history.now.edits[0], cpu("512")[0]);
    }

    #[test]
    fn what_a_deploy_moves_is_one_step_and_comes_back_with_its_text() {
        let service = |name: &str| Moved {
            services: name.to_owned(),
            ..Moved::default()
        };
        let named = |name| move |moved: &mut Moved| *moved = service(name);
        let mut history = History::default();
        history.begin("a", None);
        history.name_moved(named("w"));
        history.name_moved(named("web"));
        history.edit(cpu("512"));
        assert_eq!(history.undoable(), 2);
        history.begin("b", None);
        assert!(history.now.moved.is_blank());
        history.bring_back();
        assert_eq!(history.now.moved, service("web"));
        history.undo();
        history.undo();
        history.undo();
        assert_eq!(
            (&*history.now.text, &history.now.moved),
            ("a", &service("web"))
        );
        history.undo();
        assert!(history.now.moved.is_blank());
    }

    #[test]
    fn what_was_replaced_comes_back_and_so_does_what_replaced_it() {
        let mut history = History::default();
        history.begin("a", None);
        assert_eq!((history.undoable(), history.replaced()), (0, None));
        history.edit(cpu("512"));
        history.accept(vec![("null-value", "/cpu".to_owned())]);
        let own = history.now.clone();
        history.begin("b", None);
        history.edit(cpu("1024"));
        assert_eq!(history.replaced(), Some(&own));
        let other = history.now.clone();
        history.bring_back();
        assert_eq!(history.now, own);
        assert_eq!(history.replaced(), Some(&other));
        history.bring_back();
        assert_eq!(history.now, other);
        history.undo();
        assert_eq!(history.now, own);
        history.redo();
        assert_eq!(history.now, other);
    }

    #[test]
    fn an_emptied_page_brings_back_what_was_there() {
        for emptied_by in [
            (|history: &mut History| history.begin("", None)) as fn(&mut History),
            |history| history.type_text(""),
            |history| {
                history.type_text("text");
                history.type_text("t");
                history.type_text("");
            },
        ] {
            let mut history = History::default();
            history.begin("texts", None);
            history.edit(cpu("512"));
            let own = history.now.clone();
            emptied_by(&mut history);
            assert!(history.now.is_blank());
            assert_eq!(history.replaced(), Some(&own));
            history.bring_back();
            assert_eq!(
                (history.now.clone(), history.replaced()),
                (own.clone(), None)
            );
            history.redo();
            assert!(history.now.is_blank());
            history.begin("b", None);
            assert_eq!(history.replaced(), Some(&own));
        }
    }

    #[test]
    fn typing_in_the_text_is_one_step() {
        let mut history = History::default();
        history.begin("a", None);
        history.type_text("ab");
        history.type_text("abc");
        assert_eq!(history.undoable(), 1);
        history.edit(cpu("512"));
        history.type_text("abcd");
        history.undo();
        assert_eq!((&*history.now.text, history.now.edits.len()), ("abc", 1));
        history.undo();
        history.undo();
        assert_eq!(&*history.now.text, "a");
    }
}

//! Undo and redo: a snapshot of the text and the edits before each step.

use std::rc::Rc;

use taskdef_core::Edit;

/// The text and the edits at one time.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Snapshot {
    /// The pasted text.
    pub text: Rc<str>,
    /// The edits in order, at most one for each value.
    pub edits: Vec<Edit>,
}

impl Snapshot {
    /// Adds edits; of several for one value only the last is kept.
    pub fn edit(&mut self, step: Vec<Edit>) {
        for edit in step {
            self.edits.retain(|earlier| place(earlier) != place(&edit));
            self.edits.push(edit);
        }
    }
}

/// The current snapshot, and those before and after it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    /// The current snapshot.
    pub now: Snapshot,
    past: Vec<Snapshot>,
    future: Vec<Snapshot>,
    /// What the edits of the last step change, without values.
    last: Vec<Edit>,
}

impl History {
    /// Makes edits in one step. Further typing in the same field belongs to the same step.
    pub fn edit(&mut self, step: Vec<Edit>) {
        let places: Vec<Edit> = step.iter().map(place).collect();
        if places != self.last || self.past.is_empty() {
            self.past.push(self.now.clone());
        }
        self.last = places;
        self.future.clear();
        self.now.edit(step);
    }

    /// Changes the text in one step.
    pub fn rewrite(&mut self, text: &str) {
        self.past.push(self.now.clone());
        self.last.clear();
        self.future.clear();
        self.now.text = Rc::from(text);
    }

    /// Changes the text without a step: the text field itself undoes typing.
    pub fn type_text(&mut self, text: &str) {
        self.now.text = Rc::from(text);
    }

    /// Undoes the last step.
    pub fn undo(&mut self) {
        if let Some(before) = self.past.pop() {
            self.future.push(std::mem::replace(&mut self.now, before));
            self.last.clear();
        }
    }

    /// Redoes the step undone last.
    pub fn redo(&mut self) {
        if let Some(after) = self.future.pop() {
            self.past.push(std::mem::replace(&mut self.now, after));
            self.last.clear();
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
}

//! What can be taken back: every step remembers the text and the edits as they were before it.

use std::rc::Rc;

use taskdef_core::Edit;

/// The text and the edits at one time.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Snapshot {
    /// The pasted text.
    pub text: Rc<str>,
    /// The edits in order; at one place there is one at most.
    pub edits: Vec<Edit>,
}

impl Snapshot {
    /// Adds edits; of several at one place only the last counts.
    pub fn edit(&mut self, step: Vec<Edit>) {
        for edit in step {
            self.edits.retain(|earlier| place(earlier) != place(&edit));
            self.edits.push(edit);
        }
    }
}

/// The work, with what it was before each step.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    /// As it is now.
    pub now: Snapshot,
    past: Vec<Snapshot>,
    future: Vec<Snapshot>,
    /// The places of the last step.
    last: Vec<Edit>,
}

impl History {
    /// Makes edits in one step. What is typed on in the same field belongs to the step before.
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

    /// The text as it is being typed, which the text field itself takes back.
    pub fn type_text(&mut self, text: &str) {
        self.now.text = Rc::from(text);
    }

    /// Takes the last step back.
    pub fn undo(&mut self) {
        if let Some(before) = self.past.pop() {
            self.future.push(std::mem::replace(&mut self.now, before));
            self.last.clear();
        }
    }

    /// Makes the step again that was taken back last.
    pub fn redo(&mut self) {
        if let Some(after) = self.future.pop() {
            self.past.push(std::mem::replace(&mut self.now, after));
            self.last.clear();
        }
    }

    /// How many steps can be taken back.
    #[must_use]
    pub fn undoable(&self) -> usize {
        self.past.len()
    }

    /// How many steps can be made again.
    #[must_use]
    pub fn redoable(&self) -> usize {
        self.future.len()
    }
}

/// What an edit is about, without its value.
fn place(edit: &Edit) -> Edit {
    let mut place = edit.clone();
    match &mut place {
        Edit::Task { value, .. } | Edit::Container { value, .. } => value.clear(),
        Edit::Command { arguments, .. } => arguments.clear(),
        // Whether it is set or taken away, it is the same place.
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

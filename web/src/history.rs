//! The edits that were made, in steps that can be taken back.

use taskdef_core::Edit;

/// The edits that were made, and those that were taken back.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

/// Edits that were made at once: one press, or the typing in one field.
type Step = Vec<Edit>;

impl History {
    /// Makes a step. What is typed on in the same field belongs to the last one.
    pub fn make(&mut self, step: Vec<Edit>) {
        self.undone.clear();
        match self.done.last_mut() {
            Some(last) if is_same_place(last, &step) => *last = step,
            _ => self.done.push(step),
        }
    }

    /// Takes the last step back.
    pub fn undo(&mut self) {
        self.undone.extend(self.done.pop());
    }

    /// Makes the step again that was taken back last.
    pub fn redo(&mut self) {
        self.done.extend(self.undone.pop());
    }

    /// How many steps can be taken back.
    #[must_use]
    pub fn undoable(&self) -> usize {
        self.done.len()
    }

    /// How many steps can be made again.
    #[must_use]
    pub fn redoable(&self) -> usize {
        self.undone.len()
    }

    /// The edits in order; of several at one place only the last counts.
    #[must_use]
    pub fn edits(&self) -> Vec<Edit> {
        let mut edits: Vec<Edit> = Vec::new();
        for edit in self.done.iter().flatten() {
            edits.retain(|earlier| place(earlier) != place(edit));
            edits.push(edit.clone());
        }
        edits
    }
}

fn is_same_place(last: &[Edit], step: &[Edit]) -> bool {
    last.iter().map(place).eq(step.iter().map(place))
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
        history.make(cpu("256"));
        history.make(moved.clone());
        assert_eq!(history.edits(), [cpu("256"), moved].concat());
        history.undo();
        assert_eq!((history.undoable(), history.redoable()), (1, 1));
        assert_eq!(history.edits(), cpu("256"));
        history.redo();
        assert_eq!(history.edits().len(), 3);
        history.undo();
        // A new step ends what could be made again.
        history.make(cpu("512"));
        assert_eq!((history.undoable(), history.redoable()), (1, 0));
        history.undo();
        history.undo();
        assert_eq!(history.edits(), []);
    }

    #[test]
    fn typing_is_one_step_and_the_last_word_counts() {
        let mut history = History::default();
        history.make(cpu("5"));
        history.make(cpu("51"));
        history.make(cpu("512"));
        assert_eq!(history.undoable(), 1);
        history.make(vec![pair(PairList::Environment, Some("a"))]);
        history.make(cpu("1024"));
        assert_eq!(history.undoable(), 3);
        let pair = pair(PairList::Environment, Some("a"));
        assert_eq!(history.edits(), [vec![pair], cpu("1024")].concat());
        history.undo();
        assert_eq!(history.edits()[0], cpu("512")[0]);
    }
}

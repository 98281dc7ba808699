//! What somebody does in the course. It stays while other views are shown and other texts are pasted.

use std::rc::Rc;

use super::{Action, State, Tab};
use crate::course::exercise::COUNT;

/// What somebody has chosen and written in the course.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Course {
    /// The place that an address led to last, as it follows `#`: `rule=null-value`.
    pub place: Option<Rc<str>>,
    /// What is searched for.
    pub sought: Rc<str>,
    /// What AWS said.
    pub told: Rc<str>,
    /// The answers to the exercises.
    pub answers: [Answer; COUNT],
}

/// The answer to an exercise.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answer {
    /// The text; [`None`] while nothing is changed.
    pub text: Option<Rc<str>>,
    /// The text before somebody started again.
    pub before: Option<Rc<str>>,
}

/// Something that somebody does in the course.
#[derive(Debug)]
pub enum CourseStep {
    /// Search for this.
    Seek(String),
    /// AWS said this.
    Tell(String),
    /// The answer to the exercise with this index is this text.
    Write(usize, String),
    /// The exercise with this index is to begin again.
    Again(usize),
    /// The answer before it began again is to come back.
    BringBack(usize),
}

impl Course {
    /// Goes to a place, which ends a search.
    pub(super) fn go(&mut self, place: &str) {
        self.place = Some(Rc::from(place));
        self.sought = Rc::default();
    }

    /// The course after a step.
    #[must_use]
    pub fn after(&self, step: CourseStep) -> Self {
        let mut next = self.clone();
        match step {
            CourseStep::Seek(sought) => next.sought = Rc::from(sought),
            CourseStep::Tell(told) => next.told = Rc::from(told),
            CourseStep::Write(at, text) => next.answers[at].text = Some(Rc::from(text)),
            CourseStep::Again(at) => {
                let answer = &mut next.answers[at];
                answer.before = answer.text.take().or(answer.before.take());
            }
            CourseStep::BringBack(at) => {
                let answer = &mut next.answers[at];
                answer.text = answer.before.take().or(answer.text.take());
            }
        }
        next
    }
}

impl State {
    /// Goes to a place of the course, or does something there.
    pub(super) fn learn(&mut self, action: Action) {
        match action {
            Action::ShowPlace(place) => {
                let led = self.ui.led + 1;
                self.ui.show_tab(Tab::Learn);
                self.ui.led = led;
                Rc::make_mut(&mut self.course).go(&place);
            }
            Action::Course(step) => {
                if let Some(second) = self.second {
                    self.course = (second.course)(&self.course, step);
                }
            }
            _ => {}
        }
    }
}

//! What the page's second module does. It comes after the first one, which shows a result.

use std::fmt;
use std::ptr;
use std::rc::Rc;

use taskdef_core::{Failure, Lang};
use yew::{Callback, Html};

use super::memo::Differences;
use super::{Action, Analysis, Compared, Course, CourseStep, Seen, Shared, State};
use crate::downloads::{File, Sources};
use crate::words::Words;

/// The functions of the second module. Nothing else of the page names them, so that the linker's
/// output can be parted there.
pub struct Second {
    /// The file at an index of [`NAMES`](crate::downloads::NAMES).
    pub file: fn(usize, Sources<'_>) -> File,
    /// An archive with all files.
    pub zip: fn(Sources<'_>) -> Vec<u8>,
    /// The form for what a deploy moves.
    pub moved_form: fn(&'static Words, &State, &Callback<Action>) -> Html,
    /// The differences between two texts.
    pub differences: fn(&Compared) -> Differences,
    /// The tab that compares.
    pub compare: fn(&'static Words, &State, &Callback<Action>) -> Html,
    /// The course after a step.
    pub course: fn(&Rc<Course>, CourseStep) -> Rc<Course>,
    /// A text whose words of the glossary that stand there first open their explanations.
    pub with_words: fn(&str, Lang, &Seen) -> Html,
    /// The tab with the course.
    pub learn: fn(&'static Words, &State, &Callback<Action>) -> Html,
    /// What a row is: the member, its value, and where AWS says so.
    pub line: fn(&'static Words, Lang, &Analysis, usize) -> Html,
    /// The steps from the result to a changed job that runs.
    pub now: fn(&State, &Shared<Analysis>, &Callback<Action>) -> Html,
    /// What to do about a text that is no task definition.
    pub next_step: fn(&'static Words, &State, &str, &Failure, &Callback<Action>) -> Html,
}

impl fmt::Debug for Second {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Second")
    }
}

/// There is only one.
impl PartialEq for Second {
    fn eq(&self, other: &Self) -> bool {
        ptr::eq(self, other)
    }
}

//! Everything that can happen on the page.

use std::rc::Rc;

use taskdef_core::Edit;
use taskdef_core::diff::Which;

use super::{Copied, CourseStep, Draft, Panel, Second, Tab, Theme};
use crate::history::OpenedFile;
use crate::layout::{Filter, Place};
use crate::moved::Set;
use crate::way::Way;
use crate::words::Language;

/// Something that happened.
#[derive(Debug)]
pub enum Action {
    /// The second module is there; [`None`] if it did not come, and is asked for again.
    Second(Option<&'static Second>),
    /// The text in the box changed to this, by typing.
    Text(String),
    /// The text in the box changed to this, by a paste into a part of it.
    Insert(String),
    /// The text in the box changed to this, by a paste over all of it.
    Overwrite(String),
    /// A long text is about to be converted.
    Busy,
    /// This text was pasted outside of a form field.
    Paste(String),
    /// Replace the text by the example.
    Example,
    /// Use what was pasted outside of a form field though it is no task definition, or forget it.
    Stray {
        /// Whether it is used.
        used: bool,
    },
    /// This file was opened.
    File(OpenedFile),
    /// These two files were opened at once.
    Files(OpenedFile, OpenedFile),
    /// The text is to be this one, as a step of its own.
    Rewrite(String),
    /// Compare these two texts.
    CompareTexts(Rc<str>, Rc<str>),
    /// Remove the text.
    Clear,
    /// This was typed as something that a deploy moves.
    Moved(Set, String),
    /// These edits were made at once.
    Edit(Vec<Edit>),
    /// Correct the text by the fix of this finding, an index into the report.
    Fix(usize),
    /// Correct the text by the fixes of all findings of this rule.
    FixRule(&'static str),
    /// Do not count this finding, an index into the report.
    Accept(usize),
    /// Do not count the findings of this rule.
    AcceptRule(&'static str),
    /// Show or hide the form for what was blacked out.
    ToggleFilling,
    /// The value in that form for this blank, an index into the blanks, changed to this.
    DraftBlank(usize, String),
    /// Fill in what is in that form, everywhere.
    FillBlanks,
    /// Show all that is to be checked, also in a small window, or only the first.
    ToggleChecks,
    /// Show this finding, an index into the report, in its row.
    Check(Place),
    /// Bring back what was there before something else took its place.
    BringBack,
    /// Undo the last step.
    Undo,
    /// Redo the step undone last.
    Redo,
    /// The form for a new variable changed to this.
    Draft(Draft),
    /// Add the variable in that form.
    AddVariable,
    /// Show what this row is, and the reason for its mark if it has one; [`None`] closes it.
    Choose(Option<usize>),
    /// The pointer is on this row; [`None`] where it is on none.
    Hover(Option<usize>),
    /// Choose this filter and its first mark.
    Filter(Filter),
    /// Choose the next or the previous mark of the filter.
    Step {
        /// Whether it is the previous one.
        back: bool,
    },
    /// Open or close the fold that begins with this row.
    ToggleFold(usize),
    /// Open or close every fold.
    ToggleAllFolds,
    /// Render more rows of the lesson.
    MoreRows,
    /// Reveal or hide the secret in this row.
    ToggleSecret(usize),
    /// Show or hide the values of variables in the commands.
    ToggleValues,
    /// Show this panel beside the lesson.
    ShowPanel(Panel),
    /// Show the form with the field of this selector.
    ShowField(String),
    /// Show this group of containers in the form, from 0.
    ShowContainers(usize),
    /// Show this file, an index into [`NAMES`](crate::downloads::NAMES).
    ShowFile(usize),
    /// Show this tab.
    ShowTab(Tab),
    /// Show this place of the course, as it follows `#` in the address: `rule=null-value`.
    ShowPlace(String),
    /// Somebody does this in the course.
    Course(CourseStep),
    /// Show this step of the tour, from 0; [`None`] ends it.
    ShowStep(Option<usize>),
    /// One of the texts that are compared changed to this.
    Compare(Which, String),
    /// Compare the paste with its result, edits included.
    CompareOwn,
    /// Show or hide the values in the comparison.
    ToggleComparedValues,
    /// The person said how the job is started and what registers it.
    Way(Way),
    /// A button copied a text, or could not.
    Copied(Copied),
    /// Use this language.
    Language(&'static Language),
    /// Use this theme.
    Theme(Theme),
}

//! Everything that can happen on the page.

use taskdef_core::{Edit, Lang};

use super::{Copied, Draft, Panel, Tab, Theme};
use crate::layout::Filter;

/// Something that happened.
#[derive(Debug)]
pub enum Action {
    /// The text in the box changed to this.
    Text(String),
    /// A long text is about to be converted.
    Busy,
    /// This text was pasted outside of a form field.
    Paste(String),
    /// Replace the text by the example.
    Example,
    /// A file with these bytes was opened.
    File(Vec<u8>),
    /// Remove the text.
    Clear,
    /// These edits were made at once.
    Edit(Vec<Edit>),
    /// Correct the text by the fix of this finding, an index into the report.
    Fix(usize),
    /// Do not count this finding, an index into the report.
    Accept(usize),
    /// Undo the last step.
    Undo,
    /// Redo the step undone last.
    Redo,
    /// The form for a new variable changed to this.
    Draft(Draft),
    /// Add the variable in that form.
    AddVariable,
    /// Show the reason for this row's mark; [`None`] closes it.
    Choose(Option<usize>),
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
    /// Show this file, an index into [`NAMES`](crate::downloads::NAMES).
    ShowFile(usize),
    /// Show this tab.
    ShowTab(Tab),
    /// Show the rule with this id in its tab; [`None`] goes back to the conversion.
    ShowRule(Option<String>),
    /// Show this step of the tour, from 0; [`None`] ends it.
    ShowStep(Option<usize>),
    /// The text that the paste is compared with changed to this.
    OtherText(String),
    /// A button copied a text, or could not.
    Copied(Copied),
    /// Use this language.
    Lang(Lang),
    /// Use this theme.
    Theme(Theme),
}

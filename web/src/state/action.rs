//! Everything that can happen on the page.

use taskdef_core::{Edit, Lang};

use super::{Copied, Draft, Panel, Tab, Theme};
use crate::layout::Filter;

/// Something that happened.
#[derive(Debug)]
pub enum Action {
    /// The text was typed or pasted, and is this now.
    Text(String),
    /// A long text is about to be converted.
    Busy,
    /// This text was pasted outside of the box.
    Paste(String),
    /// The example is to be the text.
    Example,
    /// A file with these bytes was opened.
    File(Vec<u8>),
    /// Nothing is pasted any more.
    Clear,
    /// These edits were made at once.
    Edit(Vec<Edit>),
    /// The text is to be mended as this finding of the report says.
    Fix(usize),
    /// This finding of the report is no fault.
    Accept(usize),
    /// The last step is to be taken back.
    Undo,
    /// The step that was taken back last is to be made again.
    Redo,
    /// The variable that is being written is this now.
    Draft(Draft),
    /// The variable that was written is to be set.
    AddVariable,
    /// The reason of this row is to be told; nothing closes it.
    Choose(Option<usize>),
    /// The marks of this filter are to be stepped through, from the first.
    Filter(Filter),
    /// The next mark of the filter is to be chosen, or the one before.
    Step {
        /// Backwards.
        back: bool,
    },
    /// The fold that begins with this row is to be opened or closed.
    ToggleFold(usize),
    /// Every fold is to be opened, or closed.
    ToggleAllFolds,
    /// The hidden value in this row is to be shown, or hidden.
    ToggleSecret(usize),
    /// The values of variables in the commands are to be shown, or hidden.
    ToggleValues,
    /// This is to stand beside the lesson.
    ShowPanel(Panel),
    /// This one of the files is to be in sight.
    ShowFile(usize),
    /// This part of the page is to be in sight.
    ShowTab(Tab),
    /// The rule of this name is to be learnt; nothing goes back to the conversion.
    ShowRule(Option<String>),
    /// This step of the tour is to be told; nothing ends it.
    ShowStep(Option<usize>),
    /// The text that the paste is compared with is this now.
    OtherText(String),
    /// A copy was made, or refused.
    Copied(Copied),
    /// Speak this language.
    Lang(Lang),
    /// UiState like this.
    Theme(Theme),
}

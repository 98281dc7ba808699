//! The parts of the page, one in each file: they show the state and dispatch actions.

mod checks;
mod compare;
mod dock;
mod edit;
mod error_panel;
mod file_panel;
mod filter_bar;
mod footer;
mod header;
mod learn;
mod lesson;
mod loading;
mod moved_form;
mod next_step;
mod paste_box;
mod reason;
mod sample;
mod tour;
mod verdict;

pub use compare::compare;
pub use dock::dock;
pub use edit::edit;
pub use error_panel::error_panel;
pub use file_panel::file_panel;
pub use filter_bar::filter_bar;
pub use footer::footer;
pub use header::header;
pub use learn::Learn;
pub use lesson::lesson;
pub use loading::loading;
pub use moved_form::moved_form;
pub use next_step::next_step;
pub use paste_box::{convert, drop_zone, paste_box};
pub use reason::reason;
pub use sample::sample;
pub use verdict::verdict;

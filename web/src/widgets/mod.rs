//! Parts that several components use.

mod copy_button;
mod form_field;
mod input;
mod link_button;
mod live;
mod rich_text;
mod sign;
mod text_field;
mod words;

pub(crate) use copy_button::{CopyButton, said};
pub(crate) use form_field::{IMAGE, field_at, field_of, go_to};
pub(crate) use input::{after_key, field_value, menu_value};
pub(crate) use link_button::LinkButton;
pub(crate) use live::Live;
pub(crate) use rich_text::with_code;
pub(crate) use sign::{mark, sign};
pub(crate) use text_field::TextField;
pub(crate) use words::{explained, with_words};

//! The error panel: why there is no new result, where reading stopped, and how to correct it.

use taskdef_core::mask::Line;
use taskdef_core::rule::Class;
use taskdef_core::{Failure, Position};
use yew::prelude::*;

use crate::browser;
use crate::state::{Action, State};
use crate::widgets::{sign, with_code};
use crate::words::Words;

/// The error panel.
pub fn error_panel(
    words: &'static Words,
    state: &State,
    failure: &Failure,
    dispatch: &Callback<Action>,
) -> Html {
    let (lang, text) = (state.lang, state.text());
    let place = match failure {
        Failure::Unreadable(error) => error.position,
        Failure::Edit(_) => None,
    };
    let (title, message, line) = match failure {
        Failure::Edit(error) => (words.not_read.to_owned(), error.plain_message(lang), None),
        Failure::Unreadable(error) => {
            let title = match error.position {
                Some(position) => (words.unread)(position.line),
                None => words.not_read.to_owned(),
            };
            let place = error.position.map(|p| (words.place)(p.line, p.column));
            let line = error.own_line(text).zip(place);
            (title, error.plain_message(lang), line)
        }
    };
    html! {
        <section id="error" class="error" role="alert">
            <h1>{sign(Class::Error)}{title}</h1>
            <p>{with_code(&message)}</p>
            if let Some(second) = state.second {
                {(second.next_step)(words, state, text, failure, dispatch)}
            }
            if let Some((line, place)) = line {
                <pre translate="no" tabindex="0">{with_mark(&line)}{"\n"}{place}</pre>
            }
            if let Some(place) = place {
                <p class="buttons">
                    <button type="button" id="to-place" onclick={to_place(text, place)}>{words.edit_there}</button>
                </p>
            }
        </section>
    }
}

/// The line, with an element around the character at which reading stopped. The style sheet
/// underlines it: only the browser knows how wide the characters before it are.
fn with_mark(line: &Line) -> Html {
    let mut starts = line.text.char_indices().map(|(start, _)| start);
    let start = starts.nth(line.column as usize - 1);
    let (before, rest) = line.text.split_at(start.unwrap_or(line.text.len()));
    let mut rest = rest.chars();
    // There is no character at the end of the line, and an empty element would not show.
    let marked = rest.next().unwrap_or('\u{a0}');
    html! { <>{before}<mark>{marked}</mark>{rest.as_str()}</> }
}

/// Puts the cursor where reading stopped.
fn to_place(text: &str, place: Position) -> Callback<MouseEvent> {
    let before = text.split_inclusive('\n').take(place.line as usize - 1);
    let before: usize = before.map(|line| line.encode_utf16().count()).sum();
    let at = before + place.column_utf16 as usize - 1;
    Callback::from(move |_| browser::put_cursor("#paste", at))
}

//! Why there is no new result: where reading stopped, and how to mend it.

use taskdef_core::rules::Class;
use taskdef_core::{Failure, Lang, Position};
use yew::prelude::*;

use crate::browser;
use crate::widgets::{marked, sign};
use crate::words::Words;

/// Why there is no new result.
pub fn error_panel(words: &Words, lang: Lang, text: &str, failure: &Failure) -> Html {
    let place = match failure {
        Failure::Unreadable(error) => error.position,
        Failure::Edit(_) => None,
    };
    let (title, message, line) = match failure {
        Failure::Edit(error) => (words.not_read.to_owned(), error.say(lang), None),
        Failure::Unreadable(error) => {
            let title = match error.position {
                Some(position) => (words.unread)(position.line),
                None => words.not_read.to_owned(),
            };
            let place = error.position.map(|p| (words.place)(p.line, p.column));
            let line = error.line.as_ref().zip(place).map(|(line, place)| {
                let caret = " ".repeat(line.column as usize - 1);
                format!("{}\n{caret}^ {place}", line.text)
            });
            (title, error.say(lang), line)
        }
    };
    html! {
        <section id="error" class="error" role="alert">
            <h1>{sign(Class::Error)}{title}</h1>
            <p>{marked(&message)}</p>
            if let Some(line) = line {
                <pre translate="no" tabindex="0">{line}</pre>
            }
            if let Some(place) = place {
                <p class="buttons">
                    <button type="button" id="to-place" onclick={to_place(text, place)}>{words.edit_there}</button>
                </p>
            }
        </section>
    }
}

/// Puts the cursor where reading stopped.
fn to_place(text: &str, place: Position) -> Callback<MouseEvent> {
    let before = text.split_inclusive('\n').take(place.line as usize - 1);
    let before: usize = before.map(|line| line.encode_utf16().count()).sum();
    let at = before + place.column_utf16 as usize - 1;
    Callback::from(move |_| browser::put_cursor("#paste", at))
}

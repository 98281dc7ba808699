//! Why there is no new result: where reading stopped, and how to mend it.

use taskdef_core::rules::Class;
use taskdef_core::{Failure, Lang};
use yew::prelude::*;

use super::{marked, sign};
use crate::words::Words;

/// Why there is no new result.
pub fn error_panel(words: &Words, lang: Lang, failure: &Failure) -> Html {
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
        </section>
    }
}

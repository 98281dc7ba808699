//! Why there is no new result: where reading stopped, and how to mend it.

use taskdef_core::rules::Class;
use taskdef_core::{Failure, Lang};
use yew::prelude::*;

use super::Sign;
use crate::state::Shared;
use crate::words::Words;

/// What an [`ErrorPanel`] is given.
#[derive(Properties, PartialEq)]
#[allow(missing_docs)]
pub struct Props {
    pub words: &'static Words,
    pub lang: Lang,
    pub failure: Shared<Failure>,
}

/// Why there is no new result.
#[component]
pub fn ErrorPanel(props: &Props) -> Html {
    let words = props.words;
    let (title, message, line) = match &*props.failure {
        Failure::Edit(error) => (words.not_read.to_owned(), error.say(props.lang), None),
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
            (title, error.say(props.lang), line)
        }
    };
    html! {
        <section id="error" class="error" role="alert">
            <h1><Sign class={Class::Error} />{title}</h1>
            <p>{message}</p>
            if let Some(line) = line {
                <pre translate="no" tabindex="0">{line}</pre>
            }
        </section>
    }
}

//! A sample of marked lines, shown beside the empty paste box.

use taskdef_core::Lang;
use taskdef_core::rule::Rule;
use taskdef_core::rules::{
    NULL_VALUE, PLACEHOLDER, READ_ONLY_FIELD, REQUESTED_EDIT, STRING_FOR_INTEGER,
};
use yew::prelude::*;

use crate::browser;
use crate::state::Action;
use crate::widgets::{mark, sign};
use crate::words::Words;

/// The key, the pasted value, the value in the result if it differs, and the rule.
type Line = (
    &'static str,
    &'static str,
    Option<&'static str>,
    &'static Rule,
);

static LINES: [Line; 5] = [
    ("revision", "5", None, &READ_ONLY_FIELD),
    ("pidMode", "null", None, &NULL_VALUE),
    ("hostPort", "\"8080\"", Some("8080"), &STRING_FOR_INTEGER),
    ("cpu", "\"256\"", Some("\"512\""), &REQUESTED_EDIT),
    ("image", "\"<IMAGE1_NAME>\"", None, &PLACEHOLDER),
];

/// The sample.
pub fn sample(words: &Words, lang: Lang, dispatch: &Callback<Action>) -> Html {
    let on_tour = dispatch.reform(|_: MouseEvent| {
        browser::focus("#why-title");
        Action::ShowStep(Some(0))
    });
    html! {
        <section class="sample" aria-labelledby="sample-title">
            <h2 id="sample-title">{words.sample}</h2>
            <ul>{ for LINES.iter().map(|line| show(line, lang)) }</ul>
            <p class="buttons">
                <button type="button" id="tour" onclick={on_tour}>{words.start_tour}</button>
            </p>
        </section>
    }
}

fn show(&(key, before, after, rule): &Line, lang: Lang) -> Html {
    let said = rule.words(lang);
    html! {
        <li data-mark={mark(rule.class)}>
            {sign(rule.class)}
            <code translate="no">
                {format!("\"{key}\": ")}
                if let Some(after) = after {
                    <del>{before}</del>{" "}<ins>{after}</ins>
                } else {
                    {before}
                }
            </code>
            <p><strong>{said.label}</strong>{" "}{said.title}</p>
        </li>
    }
}

//! The tab that compares the paste with a second text by their meaning.

use taskdef_core::diff::{Comparison, Difference, DifferenceKind, Which};
use taskdef_core::{Failure, Lang};
use yew::prelude::*;

use crate::state::{Action, State};
use crate::widgets::after_key;
use crate::words::Words;

/// Two text boxes, and a table of the differences.
pub fn compare(words: &Words, state: &State, dispatch: &Callback<Action>) -> Html {
    let on_old = after_key(dispatch.reform(Action::Text));
    let on_new = after_key(dispatch.reform(Action::OtherText));
    html! {
        <section class="compare" aria-labelledby="compare-title">
            <h1 id="compare-title">{words.compare_title}</h1>
            <p class="hint">{words.compare_hint}</p>
            <div class="two">
                {side("old", words.old, state.text(), on_old)}
                {side("new", words.new, &state.other, on_new)}
            </div>
            <div role="status">
                {state.comparison().map(|compared| match &*compared {
                    Ok(comparison) => tables(words, comparison),
                    Err((which, failure)) => failed(words, state.lang, *which, failure),
                })}
            </div>
        </section>
    }
}

fn side(id: &'static str, label: &'static str, text: &str, on_input: Callback<InputEvent>) -> Html {
    html! {
        <div>
            <label for={id}>{label}</label>
            <textarea {id} value={text.to_owned()} oninput={on_input} rows="10" wrap="off"
                spellcheck="false" autocomplete="off" autocapitalize="off" translate="no" />
        </div>
    }
}

fn tables(words: &Words, comparison: &Comparison) -> Html {
    let uncounted = comparison.uncounted.len();
    html! {
        <>
            if comparison.differences.is_empty() {
                <p class="same">{words.no_difference}</p>
            } else {
                {table("differences", words, &comparison.differences)}
            }
            if uncounted > 0 {
                <details>
                    <summary>{(words.uncounted)(uncounted)}</summary>
                    {table("uncounted", words, &comparison.uncounted)}
                </details>
            }
        </>
    }
}

fn table(id: &'static str, words: &Words, differences: &[Difference]) -> Html {
    html! {
        <table {id}>
            <thead><tr><th>{words.where_}</th><th>{words.old}</th><th>{words.new}</th></tr></thead>
            <tbody>
                { for differences.iter().map(|one| html! {
                    <tr data-mark={match one.kind {
                        DifferenceKind::Added => "edit",
                        DifferenceKind::Removed => "gone",
                        DifferenceKind::Changed => "fix",
                    }}>
                        <th scope="row"><code translate="no">{&one.at}</code></th>
                        <td><code translate="no">{one.before.as_deref().unwrap_or("–")}</code></td>
                        <td><code translate="no">{one.after.as_deref().unwrap_or("–")}</code></td>
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

fn failed(words: &Words, lang: Lang, which: Which, failure: &Failure) -> Html {
    let name = match which {
        Which::Old => words.old,
        Which::New => words.new,
    };
    let why = match failure {
        Failure::Unreadable(error) => error.message(lang),
        Failure::Edit(error) => error.message(lang),
    };
    html! { <p class="refused"><strong>{name}</strong>{" "}{why}</p> }
}

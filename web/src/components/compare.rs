//! The tab that compares two texts by their meaning. They are its own: nothing that happens here
//! changes the conversion.

use taskdef_core::diff::{Comparison, Difference, DifferenceKind, Which};
use taskdef_core::{Failure, Lang};
use yew::prelude::*;

use crate::state::{Action, State};
use crate::widgets::after_key;
use crate::words::Words;

/// Two text boxes, and a table of the differences.
pub fn compare(words: &Words, state: &State, dispatch: &Callback<Action>) -> Html {
    let texts = &state.compared;
    let on_own = dispatch.reform(|_: MouseEvent| Action::CompareOwn);
    let on_values = dispatch.reform(|_: MouseEvent| Action::ToggleComparedValues);
    html! {
        <section class="compare" aria-labelledby="compare-title">
            <h1 id="compare-title">{words.compare_title}</h1>
            <p class="hint">{words.compare_hint}</p>
            <p class="buttons">
                <button type="button" id="compare-own" disabled={state.current().is_none()} onclick={on_own}>{words.compare_own}</button>
                <button type="button" id="compare-values" aria-pressed={texts.show_values.to_string()} onclick={on_values}>{words.show_values}</button>
            </p>
            <div class="two">
                {side("old", words.old, &texts.old, Which::Old, dispatch)}
                {side("new", words.new, &texts.new, Which::New, dispatch)}
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

fn side(
    id: &'static str,
    label: &'static str,
    text: &str,
    which: Which,
    dispatch: &Callback<Action>,
) -> Html {
    let on_input = after_key(dispatch.reform(move |text| Action::Compare(which, text)));
    html! {
        <div>
            <label for={id}>{label}</label>
            <textarea {id} value={text.to_owned()} oninput={on_input} rows="10" wrap="off"
                spellcheck="false" autocomplete="off" autocapitalize="off" translate="no" />
        </div>
    }
}

fn tables(words: &Words, comparison: &Comparison) -> Html {
    let (counted, uncounted) = (comparison.differences.len(), comparison.uncounted.len());
    html! {
        <>
            <h2 id="compared">
                { if counted == 0 { words.no_difference.to_owned() } else { (words.differences)(counted) } }
            </h2>
            if counted > 0 {
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
            <tbody>{ for differences.iter().map(|one| row(words, one)) }</tbody>
        </table>
    }
}

/// A difference: its kind as a sign, a word and a colour.
fn row(words: &Words, one: &Difference) -> Html {
    let (mark, sign, word) = match one.kind {
        DifferenceKind::Added => ("edit", "+", words.added),
        DifferenceKind::Removed => ("gone", "−", words.taken),
        DifferenceKind::Changed => ("fix", "~", words.changed),
    };
    html! {
        <tr data-mark={mark}>
            <th scope="row">
                <span class="kind"><b aria-hidden="true">{sign}</b>{word}</span>
                <code translate="no">{&one.at}</code>
            </th>
            <td><code translate="no">{one.before.as_deref().unwrap_or("–")}</code></td>
            <td><code translate="no">{one.after.as_deref().unwrap_or("–")}</code></td>
        </tr>
    }
}

fn failed(words: &Words, lang: Lang, which: Which, failure: &Failure) -> Html {
    let name = match which {
        Which::Old => words.old,
        Which::New => words.new,
    };
    html! { <p class="refused"><strong>{name}</strong>{" "}{failure.plain_message(lang)}</p> }
}

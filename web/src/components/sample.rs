//! What becomes of a few lines, shown beside the empty paste box.

use yew::prelude::*;

use crate::browser;
use crate::state::Action;
use crate::widgets::with_code;
use crate::words::Words;

/// Lines of a paste that are not in its result; `index.html` has them too.
const REMOVED: [&str; 3] = [
    "\"revision\": 5,",
    "\"status\": \"ACTIVE\",",
    "\"pidMode\": null,",
];

/// The line after them, which is.
const KEPT: &str = "\"cpu\": \"256\"";

/// The sample.
pub fn sample(words: &Words, dispatch: &Callback<Action>) -> Html {
    let on_tour = dispatch.reform(|_: MouseEvent| {
        browser::focus("#why-title");
        Action::ShowStep(Some(0))
    });
    let removed = |line| html! { <><del>{line}</del>{"\n"}</> };
    html! {
        <section class="sample" aria-labelledby="sample-title">
            <h2 id="sample-title">{words.sample}</h2>
            <div class="before-after">
                <div>
                    <p class="quiet">{words.console_json}</p>
                    <pre translate="no">{REMOVED.join("\n")}{"\n"}{KEPT}</pre>
                </div>
                <div>
                    <p class="quiet">{words.registered_json}</p>
                    <pre translate="no">{ for REMOVED.into_iter().map(removed) }{KEPT}</pre>
                </div>
            </div>
            <p class="refusal">{with_code(words.refusal)}</p>
            <p class="buttons">
                <button type="button" id="tour" onclick={on_tour}>{words.start_tour}</button>
            </p>
        </section>
    }
}

//! What a screen reader says of the outcome.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::browser;

/// How long a paste has to settle before it is spoken of, in milliseconds.
const SETTLED: i32 = 300;

/// What [`Live`] is given.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// What to say.
    pub(crate) says: AttrValue,
}

/// Says a text once it has stayed the same for a while.
#[component]
pub(crate) fn Live(props: &Props) -> Html {
    let said = use_state(AttrValue::default);
    let newest = use_mut_ref(AttrValue::default);
    {
        let said = said.clone();
        use_effect_with(props.says.clone(), move |says| {
            let says = says.clone();
            newest.replace(says.clone());
            spawn_local(async move {
                browser::wait(SETTLED).await;
                if *newest.borrow() == says {
                    said.set(says);
                }
            });
        });
    }
    html! { <p id="live" class="off-screen" role="status">{&*said}</p> }
}

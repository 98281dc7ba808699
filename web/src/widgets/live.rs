//! The live region, from which a screen reader announces the outcome.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::browser;

/// How long a text must stay the same before it is announced, in milliseconds.
const SETTLED: i32 = 300;

/// The properties of [`Live`].
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The text to announce.
    pub(crate) says: AttrValue,
}

/// Announces a text once it has stayed the same for [`SETTLED`].
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

//! A text field with its label.

use yew::prelude::*;

use crate::components::after_key;

/// A text field with its label.
pub(super) struct Field {
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    pub(super) value: String,
    /// The class of what is wrong with the value.
    pub(super) mark: Option<&'static str>,
    pub(super) on_input: Callback<String>,
}

impl Field {
    /// Shows it.
    pub(super) fn show(self) -> Html {
        html! {
            <div class="field" data-mark={self.mark}>
                <label for={self.id.clone()}>{self.label}</label>
                <input type="text" id={self.id} value={self.value} oninput={after_key(self.on_input)}
                    spellcheck="false" autocomplete="off" autocapitalize="off" translate="no" />
            </div>
        }
    }
}

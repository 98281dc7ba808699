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
    /// What to know of it, under it.
    pub(super) hint: Option<String>,
    pub(super) on_input: Callback<String>,
}

impl Field {
    /// Shows it.
    pub(super) fn show(self) -> Html {
        let hint_id = format!("{}-hint", self.id);
        html! {
            <div class="field" data-mark={self.mark}>
                <label for={self.id.clone()}>{self.label}</label>
                <input type="text" id={self.id} aria-describedby={self.hint.as_ref().map(|_| hint_id.clone())} value={self.value} oninput={after_key(self.on_input)}
                    spellcheck="false" autocomplete="off" autocapitalize="off" translate="no" />
                if let Some(hint) = self.hint {
                    <span class="quiet" id={hint_id}>{hint}</span>
                }
            </div>
        }
    }
}

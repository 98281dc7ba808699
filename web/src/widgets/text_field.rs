//! A text field with its label.

use yew::prelude::*;

use super::input::after_key;

/// A text field with its label.
pub(crate) struct TextField {
    pub(crate) id: AttrValue,
    pub(crate) label: AttrValue,
    pub(crate) value: String,
    /// The name of the class of a finding about the value, for `data-mark`.
    pub(crate) mark: Option<&'static str>,
    /// A note under the field.
    pub(crate) hint: Option<String>,
    pub(crate) on_input: Callback<String>,
}

impl TextField {
    /// Renders it.
    pub(crate) fn show(self) -> Html {
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

//! The box of the first screen, in which somebody may write before the page is there.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

use super::element;

/// What was done there.
#[derive(Debug, Default)]
pub(crate) struct Early {
    text: String,
    /// The selection, if the box has the focus.
    cursor: Option<(u32, u32)>,
    /// Whether the example was asked for after that.
    example: bool,
}

fn area() -> Option<HtmlTextAreaElement> {
    element("paste")?.dyn_into().ok()
}

impl Early {
    /// Reads the box.
    pub(crate) fn read() -> Self {
        let Some(area) = area() else {
            return Early::default();
        };
        let focused = document().active_element().as_deref() == Some(&**area);
        let at = |place: Result<Option<u32>, _>| place.ok().flatten().filter(|_| focused);
        Early {
            text: area.value(),
            cursor: at(area.selection_start()).zip(at(area.selection_end())),
            example: document()
                .query_selector("[data-kept=example]")
                .is_ok_and(|shell| shell.is_some()),
        }
    }

    /// The text in it.
    pub(crate) fn text(&self) -> String {
        self.text.clone()
    }

    /// Whether the example was asked for.
    pub(crate) fn example(&self) -> bool {
        self.example
    }

    /// Puts the cursor into the page's own box, where somebody is writing.
    pub(crate) fn hand_over(self) {
        if let (Some(area), Some((start, end))) = (area(), self.cursor) {
            let _ = area.focus();
            let _ = area.set_selection_range(start, end);
        }
    }
}

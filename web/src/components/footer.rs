//! The footer: privacy, and the versions of taskdef and of the AWS model.

use taskdef_core::model;
use yew::prelude::*;

use crate::words::Words;

/// The footer.
pub fn footer(words: &Words) -> Html {
    html! {
        <footer>
            <details class="privacy">
                <summary>{words.privacy}{" "}<span class="how">{words.how}</span></summary>
                <p>{words.how_text}</p>
                <p><a href="taskdef.html" download="taskdef.html">{words.one_file}</a></p>
            </details>
            <p translate="no">
                {"taskdef "}{env!("CARGO_PKG_VERSION")}{" · "}{words.model}{" botocore "}
                {model::VERSION.botocore}{" ("}{model::VERSION.refreshed}{")"}
            </p>
        </footer>
    }
}

//! The two commands of a buildspec that use the result.

use taskdef_core::{Conversion, generate};
use yew::prelude::*;

use super::CopyButton;
use crate::words::Words;

/// The two commands of a buildspec.
pub fn buildspec(words: &'static Words, conversion: &Conversion) -> Html {
    let commands = generate::commands(&conversion.outline);
    html! {
        <section aria-labelledby="buildspec-title">
            <div class="result-head">
                <h2 id="buildspec-title">{words.buildspec}</h2>
                <CopyButton id="copy-commands" {words} label={words.copy_commands} text={commands.clone()} left={0} />
            </div>
            <p>{words.buildspec_text}</p>
            <pre id="commands" translate="no" tabindex="0" aria-labelledby="buildspec-title">{commands}</pre>
        </section>
    }
}

//! The parts of the wasm beside the first one, each with a function that asks for it. What only that
//! function reaches, code and data, is in the part.

#![expect(
    clippy::unnecessary_wraps,
    reason = "only what can fail can say that its part did not come"
)]

use taskdef_core::Lang;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::Callback;

use crate::browser;
use crate::second::SECOND;
use crate::state::Second;
use crate::words::{ENGLISH, JAPANESE, Language};

/// Milliseconds until a part is asked for again, where it did not come.
const AGAIN: i32 = 3000;

/// What the second part does, when it is there; tells `late` each time that it did not come.
pub(crate) async fn second(late: &Callback<()>) -> &'static Second {
    loop {
        if let Ok(second) = split_second().await {
            return second;
        }
        late.emit(());
        browser::wait(AGAIN).await;
    }
}

/// All that is said in a language, when it is there.
pub(crate) async fn language(lang: Lang) -> &'static Language {
    loop {
        let language = match lang {
            Lang::En => english().await,
            Lang::Ja => japanese().await,
        };
        if let Ok(language) = language {
            #[cfg(feature = "parted")]
            taskdef_core::rule_texts::provide(lang, language.rules);
            return language;
        }
        browser::wait(AGAIN).await;
    }
}

#[wasm_split(second, fallible)]
fn split_second() -> Result<&'static Second, SplitLoaderError> {
    Ok(&SECOND)
}

#[wasm_split(en, fallible)]
fn english() -> Result<&'static Language, SplitLoaderError> {
    Ok(&ENGLISH)
}

#[wasm_split(ja, fallible)]
fn japanese() -> Result<&'static Language, SplitLoaderError> {
    Ok(&JAPANESE)
}

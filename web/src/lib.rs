//! The page and the module: the same core in a browser and in Node.
//!
//! Neither implements a step of the pipeline itself. The page is a state that a pure reducer
//! changes ([`state`]), components that show it, and one module that talks to the browser.
//!
//! # Floors
//!
//! A module imports from its own folder or from floors below it, never from above.
//!
//! 1. `app`, `module`
//! 2. `parts`
//! 3. `second`
//! 4. `components`
//! 5. `widgets`
//! 6. `state`
//! 7. `history`, `layout`, `downloads`
//! 8. `archive`, `browser`, `course`, `moved`, `way`, `words`

#[cfg(feature = "page")]
mod app;
#[cfg(feature = "page")]
pub mod archive;
#[cfg(feature = "page")]
mod browser;
#[cfg(feature = "page")]
pub mod components;
#[cfg(feature = "page")]
pub mod course;
#[cfg(feature = "page")]
pub mod downloads;
#[cfg(feature = "page")]
pub mod history;
#[cfg(feature = "page")]
pub mod layout;
#[cfg(feature = "module")]
mod module;
#[cfg(feature = "page")]
pub mod moved;
#[cfg(feature = "page")]
mod parts;
#[cfg(feature = "page")]
pub mod second;
#[cfg(feature = "page")]
pub mod state;
#[cfg(feature = "page")]
pub mod way;
#[cfg(feature = "page")]
mod widgets;
#[cfg(feature = "page")]
pub mod words;

#[cfg(feature = "page")]
pub use app::{App, AppProps};

/// A smaller allocator than the one of the standard library.
#[cfg(all(feature = "page", target_family = "wasm"))]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Shows the page, which takes over what stands in the box of the first screen. Its promise is kept
/// when the page is there.
#[cfg(feature = "page")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub async fn show() {
    let language = parts::language(browser::preferred_lang()).await;
    if let Some(root) = browser::element("app") {
        let early = browser::Early::read();
        let props = AppProps {
            text: early.text().into(),
            example: early.example(),
            language,
        };
        yew::Renderer::<App>::with_root_and_props(root, props).render();
        // The page is mounted by a task of its own, which comes before this one.
        wasm_bindgen_futures::spawn_local(async { early.hand_over() });
    }
}

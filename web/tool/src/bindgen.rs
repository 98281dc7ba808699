//! `bindgen`: gives a wasm file its JavaScript, as the command `wasm-bindgen` would.

use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

use crate::Failure;

/// Who loads the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// A browser, by `import`.
    Web,
    /// Node, by `require` or `import`; with types.
    Nodejs,
}

impl Target {
    /// The target of this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        match name {
            "web" => Some(Self::Web),
            "nodejs" => Some(Self::Nodejs),
            _ => None,
        }
    }
}

/// Writes `NAME.js` and `NAME_bg.wasm` into `outdir`; for Node also `NAME.d.ts`.
pub(crate) fn run(input: &Path, outdir: &Path, name: &str, target: Target) -> Result<(), Failure> {
    let mut bindgen = Bindgen::new();
    match target {
        Target::Web => bindgen.web(true)?,
        Target::Nodejs => bindgen.nodejs(true)?,
    };
    bindgen
        .input_path(input)
        .out_name(name)
        .typescript(target == Target::Nodejs)
        .omit_default_module_path(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(outdir)?;
    Ok(())
}

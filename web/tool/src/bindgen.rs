//! `bindgen`: gives a wasm file its JavaScript, as the command `wasm-bindgen` would, with shorter
//! names between the two.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

use crate::Failure;
use crate::parts::{self, Parts};

/// What a file is bound for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum For {
    /// The page: in parts, that come one after the other.
    Page,
    /// Scripts: whole, with its types.
    Scripts,
}

/// Writes `NAME.js`, an ES module for browsers, and `NAME_bg.wasm` into `outdir`; for the page also
/// its other parts, `NAME_PART.wasm`; for scripts also `NAME.d.ts`.
pub(crate) fn run(input: &Path, outdir: &Path, name: &str, whom: For) -> Result<(), Failure> {
    let whole = fs::read(input)?;
    let Parts { first, others } = match whom {
        For::Page => parts::part(&whole, outdir)?,
        For::Scripts => Parts::of_one(whole),
    };
    let mut output = Bindgen::new()
        .web(true)?
        .input_bytes(name, first)
        .out_name(name)
        .typescript(whom == For::Scripts)
        .omit_default_module_path(false)
        .keep_lld_exports(!others.is_empty())
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()?;
    // Code that lives in other files would have to be written too.
    if output.snippets().values().any(|inline| !inline.is_empty())
        || !output.local_modules().is_empty()
    {
        return Err("a crate brings JavaScript of its own, which this does not write".into());
    }
    let mut short = HashMap::new();
    let mut shorten = |long: &mut String| {
        let new = format!("i{}", short.len());
        short.insert(std::mem::replace(long, new.clone()), new);
    };
    let wasm = output.wasm_mut();
    wasm.imports
        .iter_mut()
        .for_each(|import| shorten(&mut import.name));
    let exports = wasm.exports.iter_mut();
    // The others are names of ours, which scripts call, or those that other parts import.
    let exports =
        exports.filter(|export| export.name.contains("__") && !parts::is_shared(&export.name));
    exports.for_each(|export| shorten(&mut export.name));
    let js = match whom {
        For::Scripts => output.js().to_owned(),
        For::Page => parts::link(output.js(), &others)?,
    };
    let js = rename(&js, &short);
    if let Some(types) = output.ts() {
        fs::write(outdir.join(format!("{name}.d.ts")), rename(types, &short))?;
    }
    fs::write(outdir.join(format!("{name}.js")), js)?;
    let wasm = output.wasm_mut().emit_wasm();
    fs::write(outdir.join(format!("{name}_bg.wasm")), wasm)?;
    for part in others {
        fs::write(outdir.join(format!("{name}_{}.wasm", part.name)), part.wasm)?;
    }
    Ok(())
}

/// Renames identifiers, whole ones only. The names of imports and exports hold a hash, which is half
/// a kilobyte for each hundred of them even when packed, and stands in both files.
fn rename(js: &str, names: &HashMap<String, String>) -> String {
    let part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut out = String::with_capacity(js.len());
    let mut rest = js;
    while let Some(start) = rest.find(part) {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest.find(|c| !part(c)).unwrap_or(rest.len());
        let word = &rest[..end];
        out.push_str(names.get(word).map_or(word, String::as_str));
        rest = &rest[end..];
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::rename;

    #[test]
    fn renames_whole_identifiers() {
        let names = [("__wbg_a_1f".to_owned(), "i0".to_owned())].into();
        let js = "{ __wbg_a_1f: f(__wbg_a_1f2, x.__wbg_a_1f, $__wbg_a_1f) } // テスト";
        assert_eq!(
            rename(js, &names),
            "{ i0: f(__wbg_a_1f2, x.i0, $__wbg_a_1f) } // テスト"
        );
    }
}

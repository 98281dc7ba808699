//! The parts of the page: a linked wasm file is parted where its sources say so, so that what the
//! first result needs comes first.

use std::fs;
use std::path::Path;

use wasm_encoder::{Module, RawSection};
use wasm_split_cli_support::{Options, transform};
use wasmparser::{Parser, Payload};

use crate::{Failure, swap};

/// A wasm file in parts.
#[derive(Debug)]
pub(crate) struct Parts {
    /// The one that the others are joined to.
    pub(crate) first: Vec<u8>,
    /// The others.
    pub(crate) others: Vec<Part>,
}

/// A part that is joined to the first one.
#[derive(Debug)]
pub(crate) struct Part {
    /// What the sources call it.
    pub(crate) name: String,
    /// The module. It imports the exports of the first one that [`is_shared`] names.
    pub(crate) wasm: Vec<u8>,
}

impl Parts {
    /// A file that is not parted.
    pub(crate) fn of_one(first: Vec<u8>) -> Self {
        Parts {
            first,
            others: Vec::new(),
        }
    }
}

/// Where the first part imports the functions that ask for the others.
const LINK: &str = "./link.js";

/// What the library puts before a part's name.
const SPLIT: &str = "split_";

/// Parts a file that was linked with `--emit-relocs`, with files of its own in `dir`.
pub(crate) fn part(whole: &[u8], dir: &Path) -> Result<Parts, Failure> {
    let dir = dir.join("parts");
    let first = dir.join("first.wasm");
    let mut options = Options::new(whole);
    (options.output_dir, options.main_out_path) = (&dir, &first);
    options.link_name = LINK;
    let made = transform(options)?;
    let mut others = Vec::new();
    for path in &made.split_modules {
        let name = path.file_stem().and_then(|stem| stem.to_str());
        let name = name.and_then(|stem| stem.strip_prefix(SPLIT));
        let name = name.ok_or(
            "two parts share something that the first one does not have: a function, or a text that is the same",
        )?;
        others.push(Part {
            name: name.to_owned(),
            wasm: without_names(&fs::read(path)?)?,
        });
    }
    others.sort_by(|a, b| a.name.cmp(&b.name));
    let first = fs::read(&first)?;
    fs::remove_dir_all(&dir)?;
    Ok(Parts { first, others })
}

/// A module without the names of its functions, which the library writes.
fn without_names(wasm: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        let is_named =
            matches!(&payload, Payload::CustomSection(section) if section.name() == "name");
        if let Some((id, range)) = payload.as_section().filter(|_| !is_named) {
            let data = &wasm[usize::try_from(range.start)?..usize::try_from(range.end)?];
            module.section(&RawSection { id, data });
        }
    }
    Ok(module.finish())
}

/// Whether an export of the first part is imported by the others.
pub(crate) fn is_shared(export: &str) -> bool {
    export.starts_with("__wasm_split") || export == "__indirect_function_table"
}

/// The JavaScript of the first part with the functions that ask for the others. It exports `bring`,
/// which is told how: by a function of a part's name and imports, which promises that the part is
/// there. The way to start without waiting is for scripts alone, and goes.
pub(crate) fn link(js: &str, parts: &[Part]) -> Result<String, Failure> {
    let from = format!(" from \"{LINK}\"");
    let imports: Vec<&str> = js.lines().filter(|line| line.ends_with(&from)).collect();
    let names = imports.iter().filter_map(|line| {
        let name = line.strip_prefix("import * as ")?;
        name.strip_suffix(&from)
    });
    let names: Vec<&str> = names.collect();
    if names.is_empty() || names.len() != imports.len() {
        return Err("the first part asks for the others in a way that is not known here".into());
    }
    let loads = parts
        .iter()
        .map(|Part { name, .. }| format!("__wasm_split_load_{name}: ask('{name}'),\n"));
    let linked = format!(
        "let from;
const bring_parts = (how) => {{ from = how; }};
const ask = (name) => (then, data) => from(name, {{ __wasm_split: wasm }}).then(() => 1, () => 0)
    .then((there) => wasm.__indirect_function_table.get(then)(data, there));
const asks = {{\n{}}};
const {} = asks;\n",
        loads.collect::<String>(),
        names.join(" = asks, ")
    );
    let rest = js.lines().filter(|line| !imports.contains(line));
    let js = rest.fold(linked, |js, line| js + line + "\n");
    swap(
        &js,
        "export { initSync, ",
        "export { bring_parts as bring, ",
    )
}

#[cfg(test)]
mod tests {
    use super::{Part, is_shared, link};

    #[test]
    fn an_import_becomes_functions_that_ask() {
        let parts = ["en", "second"].map(|name| Part {
            name: name.to_owned(),
            wasm: Vec::new(),
        });
        let js = "import * as import1 from \"./link.js\"\nimport * as import2 from \"./link.js\"\nlet wasm;\nexport { initSync, a as default };";
        let linked = link(js, &parts).unwrap_or_default();
        assert!(!linked.contains("import *"), "{linked}");
        assert!(
            linked.contains("const import1 = asks, import2 = asks;"),
            "{linked}"
        );
        for part in ["en", "second"] {
            let ask = format!("__wasm_split_load_{part}: ask('{part}'),");
            assert!(linked.contains(&ask), "{linked}");
        }
        assert!(link("let wasm;", &parts).is_err());
    }

    #[test]
    fn what_the_parts_share_keeps_its_name() {
        assert!(is_shared("__wasm_split_shared0"));
        assert!(is_shared("__indirect_function_table"));
        assert!(!is_shared("__wbindgen_malloc"));
    }
}

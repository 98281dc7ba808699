//! `single`: the page as one file, which a browser opens from a disk. It asks nobody for anything,
//! and its policy allows its own script and style and no others.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use miniz_oxide::deflate::compress_to_vec_zlib;

use crate::hash::{base64, integrity};
use crate::{Failure, swap};

/// Its name among the page's files.
pub(crate) const NAME: &str = "taskdef.html";

/// What starts the page there, in place of `boot.js`.
const START: &str = include_str!("../../single.js");

/// What `boot.js` begins with.
const LOOK: &str = include_str!("../../look.js");

/// What `boot.js` has before it waits for the page.
const EARLY: &str = include_str!("../../early.js");

const IMPORT: &str = "import init, { bring, show } from './taskdef.js';";

/// The parts of the wasm, by the ids of what holds them.
const PARTS: [&str; 4] = ["bg", "en", "ja", "second"];

const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
const STYLE: &str = "<link rel=\"stylesheet\" href=\"main.css\">\n";
const PRELOAD: &str = "<link rel=\"modulepreload\" href=\"taskdef.js\">\n";
const WASM: &str = "<link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin href=\"taskdef_bg.wasm\">\n";
const SCRIPT: &str = "<script type=\"module\" src=\"boot.js\"></script>\n";

/// Writes it into `dir`, out of the page's files there.
pub(crate) fn run(dir: &Path) -> Result<(), Failure> {
    let text = |name: &str| fs::read_to_string(dir.join(name));
    let script = script(&text("taskdef.js")?)?;
    // The guides are not in it.
    let style = text("main.css")? + ".guides{display:none}";
    let html = page(&text("index.html")?, &style, &script)?;
    let mut data = String::new();
    for part in PARTS {
        let wasm = fs::read(dir.join(format!("taskdef_{part}.wasm")))?;
        let packed = base64(&compress_to_vec_zlib(&wasm, 10));
        // Not a script, but what no browser takes for anything.
        writeln!(
            data,
            "<script type=\"text/plain\" id=\"{part}\">{packed}</script>"
        )?;
    }
    let end = "</body>";
    fs::write(dir.join(NAME), swap(&html, end, &(data + end))?)?;
    Ok(())
}

/// The page's HTML, with its style and script within itself.
fn page(index: &str, style: &str, script: &str) -> Result<String, Failure> {
    if style.contains("</") || script.contains("</script") || script.contains("<!--") {
        return Err("what a style or script holds would end it".into());
    }
    let old = index
        .split_once(POLICY)
        .and_then(|(_, rest)| rest.split_once('"'));
    let (old, _) = old.ok_or("index.html has no policy")?;
    let html = swap(index, old, &policy(style, script))?;
    let html = swap(&html, PRELOAD, "")?;
    let html = swap(&html, WASM, "")?;
    let html = swap(&html, STYLE, &format!("<style>{style}</style>\n"))?;
    let script = format!("<script type=\"module\">{script}</script>\n");
    swap(&html, SCRIPT, &script)
}

/// The page's policy, but for one file: there is nobody to ask.
fn policy(style: &str, script: &str) -> String {
    let (style, script) = (integrity(style.as_bytes()), integrity(script.as_bytes()));
    [
        "default-src 'none'",
        &format!("script-src '{script}' 'wasm-unsafe-eval'"),
        &format!("style-src '{style}'"),
        "img-src data:",
        "connect-src 'none'",
        "worker-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]
    .join("; ")
}

/// `taskdef.js` and what starts it, as one module. Its exports may stay: nobody can import them.
fn script(js: &str) -> Result<String, Failure> {
    let init = own_name(js, "default").ok_or("taskdef.js has no default export")?;
    let bring = own_name(js, "bring").ok_or("taskdef.js asks for no other part")?;
    let start = swap(
        START,
        IMPORT,
        &format!("const init = {init}, bring = {bring};"),
    )?;
    // Blocks, since their names may be those of the module.
    Ok(format!("{{\n{LOOK}}}\n{js}\n{{\n{EARLY}{start}}}\n"))
}

/// The name that a module itself has for what it exports under this one.
fn own_name<'a>(js: &'a str, exported: &str) -> Option<&'a str> {
    let (before, _) = js.rsplit_once(&format!(" as {exported}"))?;
    let name = before.rsplit(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '$'));
    name.into_iter().next().filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{own_name, page, script};
    use crate::hash::integrity;

    const INDEX: &str = include_str!("../../../index.html");

    #[test]
    fn finds_the_way_to_start() {
        assert_eq!(own_name("let E;export{E as default}", "default"), Some("E"));
        let js = "export { bring_parts as bring, __wbg_init as default };";
        assert_eq!(own_name(js, "default"), Some("__wbg_init"));
        assert_eq!(own_name(js, "bring"), Some("bring_parts"));
        assert_eq!(own_name("export { a }", "default"), None);
        let script = script("export{a as bring,$ as default};").unwrap_or_default();
        assert!(script.contains("const init = $, bring = a;"), "{script}");
        assert!(!script.contains("import init"), "{script}");
    }

    #[test]
    fn refers_to_no_other_file_and_allows_only_what_it_holds() {
        let html = page(INDEX, "a{}", "b();").unwrap_or_default();
        assert!(html.contains("<style>a{}</style>"), "{html}");
        assert!(
            html.contains("<script type=\"module\">b();</script>"),
            "{html}"
        );
        for allowed in [integrity(b"a{}"), integrity(b"b();")] {
            assert!(html.contains(&format!("-src '{allowed}'")), "{html}");
        }
        for gone in ["'self'", " src=", ".js\"", ".css", ".svg", ".wasm"] {
            assert!(!html.contains(gone), "{gone} in {html}");
        }
    }

    #[test]
    fn what_would_end_its_element_is_refused() {
        assert!(page(INDEX, "a{}", "'</script>'").is_err());
        assert!(page(INDEX, "</style>", "").is_err());
    }
}

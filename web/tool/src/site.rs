//! Which file an address means, and of what type it is.

use std::path::{Component, Path, PathBuf};

/// The file under `root` that an address names, if there is one. Never one outside `root`.
pub(crate) fn file(root: &Path, address: &str) -> Option<PathBuf> {
    let path = address.split(['?', '#']).next()?;
    let path = unescape(path.strip_prefix('/')?)?;
    let mut file = root.to_owned();
    for part in Path::new(&path).components() {
        match part {
            Component::CurDir => {}
            Component::Normal(name) => file.push(name),
            _ => return None,
        }
    }
    if path.is_empty() || path.ends_with('/') {
        file.push("index.html");
    }
    // A link may lead out as well.
    let file = file.canonicalize().ok()?;
    let root = root.canonicalize().ok()?;
    (file.starts_with(root) && file.is_file()).then_some(file)
}

/// `%20` and the like.
fn unescape(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut out = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        let byte = match byte {
            b'%' => {
                let high = char::from(bytes.next()?).to_digit(16)?;
                let low = char::from(bytes.next()?).to_digit(16)?;
                u8::try_from(high * 16 + low).ok()?
            }
            byte => byte,
        };
        if byte == 0 || byte == b'\\' {
            return None;
        }
        out.push(byte);
    }
    String::from_utf8(out).ok()
}

/// The type by which a browser takes the file for what it is.
pub(crate) fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("wasm") => "application/wasm",
        Some("txt" | "ts") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{file, media_type};

    #[test]
    fn finds_files_below_the_root_only() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        for found in [
            "/Cargo.toml",
            "/src/site.rs",
            "/src/%73ite.rs?x=1#y",
            "/./Cargo.toml",
        ] {
            assert!(file(root, found).is_some(), "{found}");
        }
        for lost in [
            "/",
            "/src",
            "/none",
            "Cargo.toml",
            "/../build",
            "/src/../../build",
            "/%2e%2e/build",
            "/..%2fbuild",
            "/..%5cbuild",
            "//etc/passwd",
            "/%2fetc/passwd",
            "/Cargo.toml%00",
            "/%",
            "/%zz",
            "/%ff",
        ] {
            assert_eq!(file(root, lost), None, "{lost}");
        }
    }

    #[test]
    fn wasm_streams() {
        assert_eq!(media_type(Path::new("a_bg.wasm")), "application/wasm");
        assert_eq!(media_type(Path::new("a")), "application/octet-stream");
    }
}

//! Values that a program cut off when it printed them: PowerShell's `System.Object[]`, Node's
//! `[Object]`.

/// How the name begins that a program prints for a list or an object: PowerShell and .NET, Ruby,
/// JavaScript, Chromium's console, Perl.
const BEGINNINGS: [&str; 9] = [
    "@{",
    "System.",
    "Amazon.ECS.",
    "#<struct ",
    "#<Aws::",
    "[object ",
    "Array(",
    "ARRAY(0x",
    "HASH(0x",
];

/// The whole of what a program prints instead: Node, Python, JavaScript, jq, PHP.
const WHOLES: [&str; 9] = [
    "[Object]", "[Array]", "[...]", "{...}", "{…}", "...", "…", "Array", "Object",
];

/// Whether a text stands for a list or an object that was cut off. Use it only where AWS takes a
/// list or an object: elsewhere the same text is data.
#[must_use]
pub(crate) fn is_cut_off(text: &str) -> bool {
    let text = text.trim();
    WHOLES.contains(&text) || BEGINNINGS.iter().any(|begin| text.starts_with(begin))
}

//! Which options each kind of file accepts.

use taskdef_core::generate::Kind;

/// What runs the new revision.
const TARGETS: &[&str] = &["cluster", "services", "rules", "schedules"];
/// How the image is built and deployed.
const BUILD: &[&str] = &[
    "style",
    "builder",
    "dockerHub",
    "reports",
    "batch",
    "parameterPath",
    "taskdefUrl",
];
/// Places that the task definition does not name.
const PLACE: &[&str] = &["repository", "container"];
/// Roles and keys that the task definition does not name.
const PASSED: &[&str] = &["ruleRole", "scheduleRole", "kmsKey"];

/// Whether a kind of file accepts an option of this name.
pub(super) fn accepts(kind: Kind, name: &str) -> bool {
    let options: &[&[&str]] = match kind {
        Kind::Buildspec => &[
            &["format", "runtime", "taskdefFile", "keepLatest", "noWait"],
            &["taskdefSha256"],
            TARGETS,
            BUILD,
            PLACE,
        ],
        Kind::Policy(_) => &[
            &["for", "format", "region", "account", "project", "bucket"],
            TARGETS,
            BUILD,
            PLACE,
            PASSED,
        ],
        Kind::Pipeline => &[&["source", "format"], TARGETS, BUILD, PLACE, PASSED],
        Kind::AppSpec => &[&["format", "container", "port"]],
        Kind::ImageDefinitions | Kind::ImageDetail => &[&["container", "image"]],
        Kind::TaskDefinition => &[&["container"]],
        Kind::EventBridge(_) => &[&["by", "format", "cluster"]],
    };
    name == "lang" || options.iter().any(|names| names.contains(&name))
}

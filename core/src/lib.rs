//! Turns an ECS task definition copied from the AWS console into one that AWS registers, and
//! explains every change.
//!
//! [`convert`] runs every step:
//!
//! 1. **read**: parses the pasted text into a tree. Strict JSON takes the fast path; what people
//!    really paste is mended, and each mending is recorded.
//! 2. **unwrap**: finds the task definition in it, bare or in the answer of
//!    `describe-task-definition`; any other document is refused by name.
//! 3. **edit**: resolves the requested edits to nodes of the tree.
//! 4. **sanitize**: looks every key up in AWS's [`model`] and builds the result. Read-only fields and
//!    nulls are removed, wrong types with only one meaning converted, unknown fields left unchanged.
//! 5. **check**: applies the [rules] of ECS that its model does not contain.
//! 6. **report**: lists every change and finding with its position and its rule.
//!
//! The crate is pure: text in, values out. It reads no file, no clock and no environment, and it
//! does not panic on any input.
//!
//! ```
//! use taskdef_core::{Options, Pasted, convert};
//!
//! let pasted = Pasted::text(
//!     r#"{
//!   "family": "batch",
//!   "containerDefinitions": [{"name": "app", "image": "app:1", "cpu": "256"}],
//!   "ipcMode": null,
//!   "revision": 5
//! }"#,
//! );
//! let conversion = convert(&pasted, &Options::default()).map_err(|_| "not a task definition")?;
//! assert_eq!(
//!     conversion.result,
//!     r#"{
//!   "family": "batch",
//!   "containerDefinitions": [
//!     {
//!       "name": "app",
//!       "image": "app:1",
//!       "cpu": 256
//!     }
//!   ]
//! }
//! "#
//! );
//! let rules: Vec<_> = conversion.report.changes.iter().map(|change| change.rule).collect();
//! assert_eq!(rules, ["string-for-integer", "null-value", "read-only-field"]);
//! # Ok::<(), &str>(())
//! ```
//!
//! # What to rely on
//!
//! These keep their names and meanings from one minor version to the next:
//!
//! - [`convert`], [`check`] and [`annotate`] with [`Pasted`], [`Options`], [`Edit`] and [`Conversion`]; [`LineConverter`]
//!   for a document a line; [`fix()`] for safe fixes of a text;
//! - [`Report`], with its changes and findings, and the JSON that they serialize to;
//! - [`Failure`] and [`EditError`]: why there is no result;
//! - [`schema()`], [`diff`], [`explain`], [`catalog`] and [`generate`];
//! - [`Lang`] and [`Localized`].
//!
//! All else that is public serves this project's command line and page, and changes with them.
//!
//! # Floors
//!
//! A module imports from its own folder and from floors below it, never from above.
//!
//! 1. `error_places` `fix` `generate`
//! 2. `convert`
//! 3. `annotated` `blanks` `diff` `lines` `report` `schema`
//! 4. `explain`
//! 5. `catalog` `rule_texts`
//! 6. `check`
//! 7. `document`
//! 8. `pasted`
//! 9. `error`
//! 10. `sanitize`
//! 11. `edit` `texts`
//! 12. `read` `unwrap`
//! 13. `notes` `outline`
//! 14. `finding`
//! 15. `mask` `patch` `rules`
//! 16. `arn` `aws_error` `calls` `controls` `evidence` `field_texts` `named_values` `position` `rule` `schedule` `secret` `write`
//! 17. `actions` `capacity_provider` `cut_off` `escape` `event_names` `fargate` `first_occurrence` `image` `in_order` `lang` `model` `names` `placeholder` `region` `shell` `size` `suggest` `tree`

#![forbid(unsafe_code)]

pub mod actions;
pub mod annotated;
mod arn;
pub mod aws_error;
mod blanks;
pub mod calls;
mod capacity_provider;
pub mod catalog;
mod check;
pub mod controls;
mod convert;
mod cut_off;
#[cfg(test)]
mod decisions;
pub mod diff;
mod document;
mod edit;
mod error;
mod error_places;
mod escape;
mod event_names;
pub mod evidence;
pub mod explain;
pub mod fargate;
pub mod field_texts;
mod finding;
mod first_occurrence;
mod fix;
pub mod generate;
pub mod image;
mod in_order;
mod lang;
mod lines;
pub mod mask;
pub mod model;
mod named_values;
mod names;
mod notes;
mod outline;
mod pasted;
mod patch;
mod placeholder;
mod position;
mod read;
mod region;
pub mod report;
pub mod rule;
pub mod rule_texts;
pub mod rules;
mod sanitize;
pub mod schedule;
mod schema;
mod secret;
mod shell;
mod size;
mod suggest;
mod texts;
mod tree;
mod unwrap;
mod write;

pub use arn::Arn;
pub use blanks::{Blank, BlankKind, fill};
pub use capacity_provider::CapacityProvider;
pub use convert::{AnnotatedSource, Conversion, Options, annotate, check, convert};
pub use edit::{
    ContainerField, EDIT_OPTIONS, Edit, EditError, EditOption, EditTarget, ModuleMember,
    PairChange, PairList, TaskField, ValueKind, command_options,
};
pub use error::{ErrorReport, Failure, Reason, Unreadable};
pub use error_places::places_of_error;
pub use escape::{escape, escape_lines, report_json};
pub use event_names::{RuleName, ScheduleName};
pub use fix::{Fixed, fix, fix_rule};

pub use lang::{Lang, Localized};
pub use lines::LineConverter;
pub use outline::{Container, FileSystem, Logs, Outline, Output};
pub use pasted::Pasted;
pub use patch::{Replacement, apply};
pub use placeholder::{has_placeholder, is_placeholder};
pub use position::Position;
pub use read::{Encoding, LONGEST_TEXT, Mend, Problem, Remedy, remedy};
pub use report::Report;
pub use schema::schema;
pub use shell::quote;
pub use texts::Texts;
pub use unwrap::{Form, Lookalike};

//! A value of the paste that something else speaks of, such as an error of AWS.

use serde::Serialize;

use super::Finding;
use super::builder::underlined;
use super::excerpt::Excerpt;
use super::path::PathText;
use crate::document::Document;
use crate::position::Position;
use crate::tree::NodeRef;

/// Where a value stands in the pasted text.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Located {
    /// The JSON pointer into the document as pasted.
    pub at: String,
    /// Its position in the pasted text.
    #[serde(flatten)]
    pub position: Position,
    /// The rule that finds it, if one does.
    pub rule: Option<&'static str>,
    /// The path as messages write it.
    #[serde(skip)]
    pub dotted: String,
    /// The line of the paste around it, with values masked.
    #[serde(skip)]
    pub excerpt: Excerpt,
}

impl Located {
    /// That of a node of the pasted tree.
    pub(crate) fn new(document: &Document<'_>, node: NodeRef<'_>) -> Self {
        let span = underlined(node);
        Located {
            at: node.pointer(),
            position: document.lines.position(span.start),
            rule: None,
            dotted: PathText::new(Some(node), None, None).dotted,
            excerpt: Excerpt::of(document, &document.lines, span, false),
        }
    }

    /// That of a finding, if it stands in the pasted text.
    pub(crate) fn of_finding(finding: &Finding) -> Option<Self> {
        Some(Located {
            at: finding.at.clone().unwrap_or_default(),
            position: finding.position?,
            rule: Some(finding.rule),
            dotted: finding.dotted.clone(),
            excerpt: finding.excerpt.clone()?,
        })
    }
}

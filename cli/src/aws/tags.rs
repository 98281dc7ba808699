//! Tags that show which other tool manages a resource and would undo a deployment.

use serde::Deserialize;
use taskdef_core::Localized;

use crate::text::texts;

/// A tag, as ECS answers it.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Tag {
    key: String,
    value: Option<String>,
}

/// A stack of CloudFormation, which tags what it owns, or Terraform, by a tag that many teams set.
pub(super) fn owner(tags: &[Tag]) -> Option<Localized<String>> {
    let stack = tags
        .iter()
        .find(|tag| tag.key == "aws:cloudformation:stack-name");
    if let Some(Tag { value, .. }) = stack {
        let name = value.as_deref().unwrap_or("");
        return Some(texts!(
            "the CloudFormation stack {name}",
            "CloudFormation スタック {name}"
        ));
    }
    let is_terraform = |text: &str| text.to_lowercase().contains("terraform");
    tags.iter()
        .any(|tag| is_terraform(&tag.key) || tag.value.as_deref().is_some_and(is_terraform))
        .then(|| texts!("Terraform", "Terraform"))
}

//! The options of `convert`, and the edits among them.

use serde::Deserialize;
use taskdef_core::{ContainerField, Edit, PairList, TaskField};

use super::options::{UnknownMembers, list};

/// The options of `convert`. Every member may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct ConvertOptions {
    pub(super) lang: Option<String>,
    pub(super) no_repair: bool,
    pub(super) show_values: bool,
    cpu: Option<String>,
    memory: Option<String>,
    family: Option<String>,
    task_role_arn: Option<String>,
    execution_role_arn: Option<String>,
    #[serde(deserialize_with = "list")]
    images: Vec<NamedValue>,
    #[serde(deserialize_with = "list")]
    environment: Vec<NamedValue>,
    #[serde(deserialize_with = "list")]
    secrets: Vec<NamedValue>,
    #[serde(deserialize_with = "list")]
    log_options: Vec<NamedValue>,
    #[serde(deserialize_with = "list")]
    tags: Vec<NamedValue>,
    #[serde(flatten)]
    unknown: UnknownMembers,
}

/// An image with its container, or a variable, log option or tag with its name. Without a value, it
/// is removed.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct NamedValue {
    container: Option<String>,
    name: String,
    value: Option<String>,
    #[serde(flatten)]
    unknown: UnknownMembers,
}

impl ConvertOptions {
    /// The unknown members of the options and of the edits in them.
    pub(super) fn unknown(&self) -> impl Iterator<Item = &UnknownMembers> {
        let lists = [
            &self.images,
            &self.environment,
            &self.secrets,
            &self.log_options,
            &self.tags,
        ];
        let edits = lists.into_iter().flatten().map(|edit| &edit.unknown);
        edits.chain([&self.unknown])
    }

    /// The edits, in the order in which the command line makes them.
    pub(super) fn edits(&self) -> Vec<Edit> {
        let task = [
            (TaskField::Family, &self.family),
            (TaskField::Cpu, &self.cpu),
            (TaskField::Memory, &self.memory),
            (TaskField::TaskRole, &self.task_role_arn),
            (TaskField::ExecutionRole, &self.execution_role_arn),
        ];
        let task = task.into_iter().filter_map(|(field, value)| {
            let value = value.clone()?;
            Some(Edit::Task { field, value })
        });
        let images = self.images.iter().map(|image| Edit::Container {
            container: image.container.clone(),
            field: ContainerField::Image,
            value: image.value.clone().unwrap_or_default(),
        });
        let lists = [
            (PairList::Environment, &self.environment),
            (PairList::Secrets, &self.secrets),
            (PairList::LogOptions, &self.log_options),
        ];
        let pairs = lists.into_iter().flat_map(|(list, pairs)| {
            pairs.iter().map(move |pair| Edit::Pair {
                container: pair.container.clone(),
                list,
                name: pair.name.clone(),
                value: pair.value.clone(),
            })
        });
        let tags = self.tags.iter().map(|tag| Edit::Tag {
            key: tag.name.clone(),
            value: tag.value.clone(),
        });
        task.chain(images).chain(pairs).chain(tags).collect()
    }
}

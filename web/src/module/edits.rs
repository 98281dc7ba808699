//! The edits of `convert`.

use serde::Deserialize;
use taskdef_core::{ContainerField, Edit, PairList, TaskField};

use super::convert::Asked;
use super::options::Unknown;

/// A named value: an image by its container, a variable by its name. No value takes it away.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Named {
    container: Option<String>,
    name: String,
    value: Option<String>,
    #[serde(flatten)]
    pub(super) unknown: Unknown,
}

impl Asked {
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

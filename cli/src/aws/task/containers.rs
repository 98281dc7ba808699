//! The containers of a task definition, as far as following a task goes.

use std::collections::BTreeMap;

use serde::Deserialize;

/// A registered task definition.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Definition {
    pub(super) container_definitions: Vec<Container>,
}

/// A container of it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Container {
    pub(super) name: String,
    /// Whether the task ends with it; so it does where nothing is said.
    pub(super) essential: Option<bool>,
    #[serde(rename = "logConfiguration")]
    pub(super) log: Option<Log>,
}

/// Where its log goes.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Log {
    #[serde(rename = "logDriver")]
    pub(super) driver: String,
    options: Option<BTreeMap<String, String>>,
}

impl Log {
    pub(super) fn option(&self, name: &str) -> Option<&str> {
        self.options.as_ref()?.get(name).map(String::as_str)
    }
}

//! A task definition, as far as running a task of it goes.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::aws::call::{parse, read};
use crate::aws::failure::Failure;
use crate::aws::operation::Operation;
use crate::aws::revision::Revision;

/// A task definition, registered or to be registered.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Definition {
    pub(super) container_definitions: Vec<Container>,
    network_mode: Option<String>,
    requires_compatibilities: Option<Vec<String>>,
    /// What AWS found it to be valid for; only in AWS's answers.
    compatibilities: Option<Vec<String>>,
}

/// A container of it.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Container {
    pub(super) name: String,
    /// Whether the task ends with it; so it does where nothing is said.
    pub(super) essential: Option<bool>,
    #[serde(rename = "logConfiguration")]
    pub(super) log: Option<Log>,
}

/// Where its log goes.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Log {
    #[serde(rename = "logDriver")]
    pub(super) driver: String,
    options: Option<BTreeMap<String, String>>,
}

impl Definition {
    /// That of a registered revision.
    ///
    /// # Errors
    /// The answer lacks a member that it must have.
    pub(crate) fn of(revision: &Revision) -> Result<Self, Box<Failure>> {
        let operation = Operation::DescribeTaskDefinition;
        parse(operation, revision.definition().clone())
    }

    /// That of a document that is to be registered.
    ///
    /// # Errors
    /// It lacks a member that it must have.
    pub(crate) fn of_document(text: &str) -> Result<Self, Box<Failure>> {
        let operation = Operation::RegisterTaskDefinition;
        parse(operation, read(operation, text)?)
    }

    /// Whether a task of it needs subnets.
    pub(crate) fn needs_network(&self) -> bool {
        self.network_mode.as_deref() == Some("awsvpc")
    }

    /// Whether it is for Fargate: it says so, or where it says nothing, AWS found that it can be.
    pub(super) fn is_for_fargate(&self) -> bool {
        let said = self.requires_compatibilities.as_ref();
        let said = said.filter(|said| !said.is_empty());
        let mut types = said.or(self.compatibilities.as_ref()).into_iter().flatten();
        types.any(|launch_type| launch_type == "FARGATE")
    }

    pub(super) fn names(&self) -> Vec<String> {
        let containers = self.container_definitions.iter();
        containers.map(|container| container.name.clone()).collect()
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.container_definitions.iter().any(|it| it.name == name)
    }

    /// The only container, or else the only essential one.
    pub(super) fn main(&self) -> Option<&str> {
        if let [only] = &self.container_definitions[..] {
            return Some(&only.name);
        }
        let mut essential = self.container_definitions.iter();
        let main = essential.find(|container| container.is_essential())?;
        let is_only = !essential.any(Container::is_essential);
        is_only.then_some(&main.name)
    }
}

impl Container {
    pub(super) fn is_essential(&self) -> bool {
        self.essential != Some(false)
    }
}

impl Log {
    pub(super) fn option(&self, name: &str) -> Option<&str> {
        self.options.as_ref()?.get(name).map(String::as_str)
    }
}

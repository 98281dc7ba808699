//! The resources that policies name, by ARN.

use super::ecr::EcrImage;
use super::request::Style;
use super::scope::{Placed, Scope, last_of_path};
use super::slot::{self, Slot};
use super::term::{Part, Term};
use crate::arn::Arn;
use crate::placeholder::is_placeholder;

/// A repository of ECR.
pub(super) struct Repository {
    /// Its ARN.
    pub(super) arn: Term,
    /// As `docker push` takes it, if that is known.
    pub(super) uri: Option<String>,
}

impl<'a> Scope<'a> {
    /// The repository that the build pushes to.
    pub(super) fn repository(&self) -> Repository {
        let image = match &self.request.repository {
            Some(name) if EcrImage::parse(name).is_none() => None,
            _ => self.image(),
        };
        Repository {
            uri: image.map(|image| image.uri.to_owned()),
            arn: self.repository_arn(image, &Term::slot(&slot::REPOSITORY)),
        }
    }

    /// The ARN of a repository. One of this region and account is named by them, wherever they are.
    pub(super) fn repository_arn(&self, image: Option<EcrImage<'_>>, name: &Term) -> Term {
        let elsewhere =
            |known: Option<String>, other: &str| known.is_some_and(|known| known != other);
        let start = Term::default()
            .then("arn:")
            .with(&Term::slot(&slot::PARTITION))
            .then(":ecr:");
        let place = match image {
            Some(image)
                if elsewhere(self.region(), image.region)
                    || elsewhere(self.account(), image.account) =>
            {
                Term::data(image.region)
                    .then(":")
                    .with(&Term::data(image.account))
            }
            _ => Term::slot(&slot::REGION)
                .then(":")
                .with(&Term::slot(&slot::ACCOUNT)),
        };
        start.with(&place).then(":repository/").with(name)
    }

    /// The roles of the task definition, each once.
    pub(super) fn task_roles(&self) -> Vec<Term> {
        let outline = self.outline;
        let task = role(outline.task_role.as_ref(), &slot::TASK_ROLE);
        let execution = match &outline.execution_role {
            same if *same == outline.task_role => None,
            other => role(other.as_ref(), &slot::EXECUTION_ROLE),
        };
        task.into_iter().chain(execution).collect()
    }

    /// Every revision of the family, or of each family of a batch.
    pub(super) fn task_definitions(&self) -> Vec<Term> {
        let start = || arn("ecs").then("task-definition/");
        if !self.request.batch.is_empty() {
            let families = self.request.batch.iter();
            return families
                .map(|family| start().with(&Term::data(family)).then(":*"))
                .collect();
        }
        if self.outline.family.is_empty() {
            return Vec::new();
        }
        vec![start().with(&Term::slot(&slot::FAMILY)).then(":*")]
    }

    /// Whether the build names the cluster.
    pub(super) fn uses_cluster(&self) -> bool {
        self.request.deploys_service() || self.request.style == Style::Taskdef
    }

    pub(super) fn services(&self) -> Vec<Term> {
        if !self.request.deploys_service() {
            return Vec::new();
        }
        let start = || {
            arn("ecs")
                .then("service/")
                .with(&Term::slot(&slot::CLUSTER))
                .then("/")
        };
        let names = named(&self.request.services, &slot::ECS_SERVICE, |name| {
            Term::data(&last_of_path(name))
        });
        names.iter().map(|name| start().with(name)).collect()
    }

    pub(super) fn rules(&self) -> Vec<Term> {
        if self.request.rules.is_empty() {
            return Vec::new();
        }
        // The default bus does not stand in an ARN.
        let name = |rule: &str| Term::data(rule.strip_prefix("default/").unwrap_or(rule));
        let names = named(&self.request.rules, &slot::RULE, name);
        names
            .iter()
            .map(|name| arn("events").then("rule/").with(name))
            .collect()
    }

    /// The groups of the schedules, each once; the default one if none is named.
    pub(super) fn schedule_groups(&self) -> Vec<&'a str> {
        let groups = self
            .request
            .schedules
            .iter()
            .map(|text| Placed::of(text).place.unwrap_or("default"));
        let mut groups: Vec<&str> = groups.collect();
        if groups.is_empty() {
            groups.push("default");
        }
        groups.sort_unstable();
        groups.dedup();
        groups
    }

    pub(super) fn schedules(&self) -> Vec<Term> {
        let terms = self.request.schedules.iter().map(|text| {
            let Placed { place, name } = Placed::of(text);
            let group = Term::data(place.unwrap_or("default"));
            arn("scheduler")
                .then("schedule/")
                .with(&group)
                .then("/")
                .with(&Term::data(name))
        });
        terms.collect()
    }

    /// The parameters that the build reads, by ARN.
    pub(super) fn parameters(&self) -> Vec<Term> {
        let names = self.parameter_names().into_iter();
        names
            .map(|name| arn("ssm").then("parameter").with(&parameter(name)))
            .collect()
    }
}

/// `arn:PARTITION:SERVICE:REGION:ACCOUNT:`
pub(super) fn arn(service: &'static str) -> Term {
    let start = Term::default()
        .then("arn:")
        .with(&Term::slot(&slot::PARTITION))
        .then(":")
        .then(service);
    start
        .then(":")
        .with(&Term::slot(&slot::REGION))
        .then(":")
        .with(&Term::slot(&slot::ACCOUNT))
        .then(":")
}

/// The ARN of a role that is named by its ARN or its bare name.
fn role(written: Option<&String>, slot: &'static Slot) -> Option<Term> {
    let written = written?;
    if is_placeholder(written) || Arn::parse(written).is_some() {
        return Some(Term::slot(slot));
    }
    let start = Term::default()
        .then("arn:")
        .with(&Term::slot(&slot::PARTITION))
        .then(":iam::");
    let account = start.with(&Term::slot(&slot::ACCOUNT)).then(":role/");
    Some(account.with(&Term::data(written)))
}

/// The ARN of the cluster.
pub(super) fn cluster() -> Term {
    arn("ecs")
        .then("cluster/")
        .with(&Term::slot(&slot::CLUSTER))
}

/// A parameter's name in Parameter Store.
pub(super) fn parameter(variable: &'static str) -> Term {
    Term::slot(&slot::PARAMETER_PATH).then("/").then(variable)
}

/// One name may be a parameter of a template; several are written out.
fn named(names: &[String], slot: &'static Slot, literal: impl Fn(&str) -> Term) -> Vec<Term> {
    match names {
        [] | [_] => vec![Term(vec![Part::Slot(slot)])],
        names => names.iter().map(|name| literal(name)).collect(),
    }
}

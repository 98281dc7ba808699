//! What a task is started like, as a user names it.

use std::fmt;

use taskdef_core::Localized;

use super::template::{Template, first_template};
use crate::aws::arn::FamilyRevision;
use crate::aws::call::Aws;
use crate::aws::error::Error;
use crate::aws::failure::Failure;
use crate::aws::refusal::Refusal;
use crate::aws::services::Service;
use crate::aws::targets::TriggerFilter;
use crate::text::{text, texts};

/// A service, rule or schedule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Like {
    /// A service of the cluster, whatever it runs: on its network.
    Service(String),
    /// A rule, as `[BUS/]NAME`, that starts the family on the cluster.
    Rule(String),
    /// A schedule, as `[GROUP/]NAME`, that does.
    Schedule(String),
}

impl Like {
    /// Reads `service/NAME`, `rule/[BUS/]NAME` or `schedule/[GROUP/]NAME`, as the resource of an ARN is
    /// written.
    pub(crate) fn parse(text: &str) -> Result<Self, Localized<String>> {
        let (kind, name) = text.split_once('/').unwrap_or((text, ""));
        let like: fn(String) -> Like = match kind {
            "service" => Like::Service,
            "rule" => Like::Rule,
            "schedule" => Like::Schedule,
            _ => {
                return Err(texts!(
                    "service/NAME, rule/[BUS/]NAME or schedule/[GROUP/]NAME",
                    "service/NAME、rule/[BUS/]NAME、schedule/[GROUP/]NAME のどれかの形で指定してください"
                ));
            }
        };
        if name.is_empty() {
            return Err(texts!(
                "{kind}/ and a name",
                "{kind}/ のあとに名前を指定してください"
            ));
        }
        Ok(like(name.to_owned()))
    }
}

impl fmt::Display for Like {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kind, name) = match self {
            Like::Service(name) => ("service", name),
            Like::Rule(name) => ("rule", name),
            Like::Schedule(name) => ("schedule", name),
        };
        write!(f, "{kind}/{name}")
    }
}

/// A family on a cluster.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Family<'a> {
    pub(crate) name: &'a str,
    /// The cluster as it was given.
    pub(crate) cluster: &'a str,
    /// The cluster's ARN.
    pub(crate) cluster_arn: &'a str,
}

impl Aws {
    /// How a family is started like this, and what that is in words.
    ///
    /// # Errors
    /// It is not there or does not start the family, or AWS does not answer.
    pub(crate) async fn template_like(
        &self,
        family: Family<'_>,
        like: &Like,
    ) -> Result<(Template, String), Error> {
        let not_like = || Refusal::NotLike {
            like: like.to_string(),
            family: family.name.to_owned(),
        };
        let trigger_filter = match like {
            Like::Service(name) => {
                let names = std::slice::from_ref(name);
                let services = self.all_services(family.cluster, names).await?;
                let service = services.first().ok_or_else(not_like)?;
                return Ok(self.like_service(service));
            }
            Like::Rule(name) => TriggerFilter::new([name], [], false),
            Like::Schedule(name) => TriggerFilter::new([], [name], false),
        };
        let found = self.like_trigger(family, &trigger_filter).await?;
        Ok(found.ok_or_else(not_like)?)
    }

    /// How a family is started there by the first rule or schedule that does, or else by a service, and
    /// what that is in words.
    ///
    /// # Errors
    /// AWS refuses, or does not answer.
    pub(crate) async fn template_like_any(
        &self,
        family: Family<'_>,
    ) -> Result<Option<(Template, String)>, Box<Failure>> {
        let all = TriggerFilter {
            all: true,
            ..TriggerFilter::default()
        };
        if let Some(found) = self.like_trigger(family, &all).await? {
            return Ok(Some(found));
        }
        let names = self.service_names(family.cluster).await?;
        let services = self.services(family.cluster, &names).await?;
        let mut services = services.iter().flatten();
        let is_of =
            |service: &&Service| FamilyRevision::family_name(service.definition()) == family.name;
        Ok(services
            .find(is_of)
            .map(|service| self.like_service(service)))
    }

    /// On the network of a service, with its name in words.
    pub(crate) fn like_service(&self, service: &Service) -> (Template, String) {
        let name = service.name();
        let like = text!(self.lang, "service {name}", "サービス {name}");
        (Template::from_service(service), like)
    }

    async fn like_trigger(
        &self,
        family: Family<'_>,
        trigger_filter: &TriggerFilter,
    ) -> Result<Option<(Template, String)>, Box<Failure>> {
        let here = family.cluster_arn;
        let found = self
            .triggers(&[family.name], trigger_filter, Some(here))
            .await?;
        Ok(first_template(&found.triggers, here, self.lang))
    }
}

#[cfg(test)]
mod tests {
    use super::Like;

    #[test]
    fn reads_a_kind_and_a_name() {
        for text in [
            "service/web",
            "rule/nightly",
            "rule/aws.partner/x/y/nightly",
            "schedule/g/n",
        ] {
            assert_eq!(
                Like::parse(text).map(|like| like.to_string()),
                Ok(text.to_owned())
            );
        }
        for text in ["", "web", "service/", "service", "task/web", "/web"] {
            assert!(Like::parse(text).is_err(), "{text}");
        }
    }
}

//! The revision to go back to: the one that ran last with success, by what AWS shows of it.

use std::collections::BTreeMap;

use super::arn::FamilyRevision;
use super::call::Aws;
use super::error::Error;
use super::failure::{Failure, Kind};
use super::history::{DESCRIBED_AT_ONCE, ServiceDeployment};
use super::precondition::Precondition;
use super::services::Service;

/// A revision to go back to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Previous {
    pub(crate) number: u64,
    /// What shows that it ran, or that nothing does.
    pub(crate) why: String,
    /// Whether it was named.
    pub(crate) is_chosen: bool,
    /// Whether nothing shows that it ran: it is only the one before by its number.
    pub(crate) is_guess: bool,
    /// Services whose deployment under way ECS can roll back to this revision, each with that
    /// deployment's ARN.
    pub(crate) under_way: BTreeMap<String, String>,
}

impl Previous {
    /// One that was named.
    pub(crate) fn chosen(number: u64) -> Self {
        Previous {
            number,
            why: "as --to says".to_owned(),
            is_chosen: true,
            is_guess: false,
            under_way: BTreeMap::new(),
        }
    }
}

/// What a service's history says.
enum Found {
    Ran(u64, String),
    /// Why nothing is known.
    Unknown(String),
}

impl Aws {
    /// The revision of a family to go back to, for services of a cluster that run it. They go back
    /// together: what those with the highest number ran before.
    ///
    /// # Errors
    /// They ran different ones before, or there is none before.
    pub(crate) async fn previous(
        &self,
        family: &str,
        cluster: &str,
        services: &[&Service],
    ) -> Result<Previous, Error> {
        let highest = services.iter().filter_map(|service| number(service)).max();
        let highest = highest.ok_or_else(|| nothing_before(family))?;
        let mut found: Vec<(&str, Found)> = Vec::new();
        let mut under_way = BTreeMap::new();
        for service in services.iter().filter(|it| number(it) == Some(highest)) {
            let history = self.service_deployments(cluster, service.name()).await;
            let (ran, deployment) = self.ran_before(service, highest, history).await?;
            if let Some(deployment) = deployment {
                under_way.insert(service.name().to_owned(), deployment);
            }
            found.push((service.name(), ran));
        }
        let mut ran = found.iter().filter_map(|(service, found)| match found {
            Found::Ran(number, why) => Some((*service, *number, why)),
            Found::Unknown(_) => None,
        });
        let Some((_, number, why)) = ran.next() else {
            let why = found.into_iter().find_map(|(_, found)| match found {
                Found::Unknown(why) => Some(why),
                Found::Ran(..) => None,
            });
            return self.guess(family, highest, &why.unwrap_or_default()).await;
        };
        if ran.any(|(_, other, _)| other != number) {
            let all = found.iter().filter_map(|(service, found)| match found {
                Found::Ran(number, _) => Some(format!("service {service} ran {family}:{number}")),
                Found::Unknown(_) => None,
            });
            let all = all.collect::<Vec<_>>().join(", ");
            return Err(Precondition::SeveralBefore { all }.into());
        }
        Ok(Previous {
            number,
            why: why.clone(),
            is_chosen: false,
            is_guess: false,
            under_way,
        })
    }

    /// The highest active revision below a number, of which nothing shows that it ever ran.
    pub(crate) async fn guess(
        &self,
        family: &str,
        below: u64,
        why: &str,
    ) -> Result<Previous, Error> {
        let before = self.revision_before(family, below).await?;
        let number = before.ok_or_else(|| Precondition::NothingBefore {
            revision: format!("{family}:{below}"),
        })?;
        Ok(Previous {
            number,
            why: format!("the active revision before {family}:{below} by number; {why}"),
            is_chosen: false,
            is_guess: true,
            under_way: BTreeMap::new(),
        })
    }

    /// What a service ran with success below a revision, and its deployment under way, if ECS would roll
    /// that back to the same.
    async fn ran_before(
        &self,
        service: &Service,
        below: u64,
        history: Result<Vec<ServiceDeployment>, Box<Failure>>,
    ) -> Result<(Found, Option<String>), Error> {
        let name = service.name();
        let is_under_way = service
            .primary()
            .is_some_and(|it| it.rollout() == "IN_PROGRESS");
        let shown = service.completed().and_then(FamilyRevision::parse);
        let shown = shown
            .and_then(|it| it.revision)
            .filter(|number| *number < below);
        let history = match history {
            Ok(history) => history,
            Err(failure) if failure.is_unavailable() => {
                let found = match shown {
                    Some(number) => Found::Ran(number, shown_words(name)),
                    None => Found::Unknown(unavailable_words(&failure)),
                };
                return Ok((found, None));
            }
            Err(failure) => return Err(failure.into()),
        };
        let under_way = history.iter().find(|it| is_under_way && it.is_under_way());
        let under_way = under_way.map(|it| it.arn.clone());
        if let Some(number) = shown {
            return Ok((Found::Ran(number, shown_words(name)), under_way));
        }
        let family = FamilyRevision::family_name(service.definition());
        let successful: Vec<&str> = history
            .iter()
            .filter(|it| it.is_successful())
            .map(|it| it.revision.as_str())
            .collect();
        let mut newest = true;
        for some in successful.chunks(DESCRIBED_AT_ONCE) {
            let definitions = self.definitions_of(some).await?;
            for definition in some
                .iter()
                .filter_map(|revision| definitions.get(*revision))
            {
                let parsed = FamilyRevision::parse(definition).filter(|it| it.family == family);
                let number = parsed.and_then(|it| it.revision).filter(|it| *it < below);
                let is_newest = std::mem::take(&mut newest);
                if let Some(number) = number
                    && !self.revision(definition).await?.is_inactive()
                {
                    let why =
                        format!("service {name} last ran it with success, by its deployments");
                    // ECS rolls back to what was deployed before, whatever that is.
                    return Ok((Found::Ran(number, why), under_way.filter(|_| is_newest)));
                }
            }
        }
        let why = format!(
            "the deployments of service {name}, which ECS keeps for 90 days, show none that ran with \
             success"
        );
        Ok((Found::Unknown(why), None))
    }
}

fn number(service: &Service) -> Option<u64> {
    FamilyRevision::parse(service.definition())?.revision
}

fn nothing_before(family: &str) -> Error {
    let revision = family.to_owned();
    Precondition::NothingBefore { revision }.into()
}

fn shown_words(service: &str) -> String {
    format!("service {service} ran it with success before its present deployment")
}

fn unavailable_words(failure: &Failure) -> String {
    let why = match &failure.kind {
        Kind::Denied(denied) => format!("{} is not allowed", denied.action),
        _ => "AWS does not list the deployments here".to_owned(),
    };
    format!("whether it ever ran is unknown, since {why}")
}

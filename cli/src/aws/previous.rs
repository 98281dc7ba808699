//! The revision to go back to: the one that ran last with success, by what AWS shows of it.

use std::collections::BTreeMap;

use taskdef_core::Lang;

use super::arn::FamilyRevision;
use super::call::Aws;
use super::error::Error;
use super::failure::{Failure, Kind};
use super::history::{DESCRIBED_AT_ONCE, ServiceDeployment};
use super::precondition::Precondition;
use super::services::Service;
use crate::text::{comma, text};

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
    pub(crate) fn chosen(number: u64, lang: Lang) -> Self {
        Previous {
            number,
            why: text!(lang, "as --to says", "--to の指定どおりです"),
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
    /// together, from the highest number that one of them runs; what stands below stays.
    ///
    /// # Errors
    /// They ran different ones before, ECS is going back already, or there is none before.
    pub(crate) async fn previous(
        &self,
        family: &str,
        cluster: &str,
        services: &[&Service],
    ) -> Result<Previous, Error> {
        let mut services: Vec<(u64, &Service)> = services
            .iter()
            .filter_map(|service| Some((number(service)?, *service)))
            .collect();
        services.sort_by_key(|(number, _)| std::cmp::Reverse(*number));
        let Some((highest, _)) = services.first().copied() else {
            return Err(nothing_before(family));
        };
        let mut known: Option<(u64, String)> = None;
        let (mut ran, mut unknown) = (Vec::new(), Vec::new());
        let mut under_way = BTreeMap::new();
        for (runs, service) in services {
            if known.as_ref().is_some_and(|(target, _)| runs <= *target) {
                break;
            }
            service.check_rollback()?;
            let (found, deployment) = self.ran_before(cluster, service, runs).await?;
            let name = service.name();
            if let Some(deployment) = deployment {
                under_way.insert(name.to_owned(), deployment);
            }
            match found {
                Found::Ran(number, why) => {
                    ran.push((name, number));
                    known.get_or_insert((number, why));
                }
                Found::Unknown(why) => unknown.push(why),
            }
        }
        let Some((number, why)) = known else {
            let why = self.in_a_row(&unknown);
            return self.guess(family, highest, &why).await;
        };
        if ran.iter().any(|(_, other)| *other != number) {
            let all = ran.iter().map(|(name, number)| {
                text!(
                    self.lang,
                    "service {name} ran {family}:{number}",
                    "サービス {name} は {family}:{number}"
                )
            });
            let all = all.collect::<Vec<_>>();
            let all = all.join(comma(self.lang));
            return Err(Precondition::SeveralBefore { all }.into());
        }
        let is_guess = !unknown.is_empty();
        unknown.insert(0, why);
        Ok(Previous {
            number,
            why: self.in_a_row(&unknown),
            is_chosen: false,
            is_guess,
            under_way,
        })
    }

    /// Reasons, one after the other.
    fn in_a_row(&self, reasons: &[String]) -> String {
        reasons.join(match self.lang {
            Lang::En => "; ",
            Lang::Ja => "。",
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
            why: text!(
                self.lang,
                "it is the active revision before {family}:{below} by number, and {why}",
                "番号順で {family}:{below} の 1 つ前にあたる、アクティブなリビジョンというだけです。{why}"
            ),
            is_chosen: false,
            is_guess: true,
            under_way: BTreeMap::new(),
        })
    }

    /// What a service ran with success below a revision, and its deployment under way, if ECS would roll
    /// that back to the same.
    async fn ran_before(
        &self,
        cluster: &str,
        service: &Service,
        below: u64,
    ) -> Result<(Found, Option<String>), Error> {
        let name = service.name();
        let family = FamilyRevision::family_name(service.definition());
        let shown = match service.completed() {
            Some(definition) => self.usable(definition, &family, below).await?,
            None => None,
        };
        let shown = shown.map(|number| {
            let why = text!(
                self.lang,
                "service {name} ran it with success before its present deployment",
                "サービス {name} が、現在のデプロイの前に正常に実行していたリビジョンです"
            );
            Found::Ran(number, why)
        });
        let history = match self.service_deployments(cluster, name).await {
            Ok(history) => history,
            Err(failure) if failure.is_unavailable() => {
                let unknown = || Found::Unknown(unavailable_words(name, &failure, self.lang));
                return Ok((shown.unwrap_or_else(unknown), None));
            }
            Err(failure) => return Err(failure.into()),
        };
        let is_under_way = service
            .primary()
            .is_some_and(|primary| matches!(primary.rollout(), "IN_PROGRESS" | ""));
        let under_way = history
            .iter()
            .find(|it| is_under_way && it.status.is_under_way());
        let under_way = under_way.map(|it| it.arn.clone());
        let (found, is_newest) = match self.last_success(name, &history, &family, below).await {
            Ok(found) => found,
            Err(Error::Call(failure)) if failure.is_unavailable() => (
                Found::Unknown(unavailable_words(name, &failure, self.lang)),
                false,
            ),
            Err(error) => return Err(error),
        };
        // ECS rolls back to what was deployed before, whatever that is.
        let under_way = under_way.filter(|_| is_newest);
        Ok((shown.unwrap_or(found), under_way))
    }

    /// The newest successful deployment of a revision of this family below a number, and whether it is
    /// the newest of all.
    async fn last_success(
        &self,
        service: &str,
        history: &[ServiceDeployment],
        family: &str,
        below: u64,
    ) -> Result<(Found, bool), Error> {
        let successful = history.iter().filter(|it| it.status.is_successful());
        let successful: Vec<&str> = successful.map(|it| it.revision.as_str()).collect();
        let mut is_newest = true;
        for some in successful.chunks(DESCRIBED_AT_ONCE) {
            let definitions = self.definitions_of(some).await?;
            for revision in some {
                let Some(definition) = definitions.get(*revision) else {
                    let why = text!(
                        self.lang,
                        "AWS does not tell what a deployment of service {service} brought",
                        "サービス {service} のデプロイの内容が、AWS の応答からわかりません"
                    );
                    return Ok((Found::Unknown(why), false));
                };
                if let Some(number) = self.usable(definition, family, below).await? {
                    let why = text!(
                        self.lang,
                        "service {service} last ran it with success, by its deployments",
                        "デプロイの履歴によれば、サービス {service} が最後に正常に実行していたリビジョンです"
                    );
                    return Ok((Found::Ran(number, why), is_newest));
                }
                is_newest = false;
            }
        }
        let why = text!(
            self.lang,
            "the deployments of service {service}, which ECS keeps for 90 days, show none that ran with \
             success",
            "サービス {service} のデプロイの履歴（ECS が保持するのは 90 日間）に、正常に実行できたものが\
             ありません"
        );
        Ok((Found::Unknown(why), false))
    }

    /// The number of a revision, if it is one of this family below another, and can still be started.
    async fn usable(
        &self,
        definition: &str,
        family: &str,
        below: u64,
    ) -> Result<Option<u64>, Error> {
        let parsed = FamilyRevision::parse(definition).filter(|it| it.family == family);
        let number = parsed.and_then(|it| it.revision).filter(|it| *it < below);
        let Some(number) = number else {
            return Ok(None);
        };
        match self.revision(definition).await {
            Ok(revision) => Ok(revision.is_active().then_some(number)),
            Err(failure) if failure.is_missing() => Ok(None),
            Err(failure) => Err(failure.into()),
        }
    }
}

fn number(service: &Service) -> Option<u64> {
    FamilyRevision::parse(service.definition())?.revision
}

fn nothing_before(family: &str) -> Error {
    let revision = family.to_owned();
    Precondition::NothingBefore { revision }.into()
}

/// Why the history of a service is not known.
fn unavailable_words(service: &str, failure: &Failure, lang: Lang) -> String {
    let why = match &failure.kind {
        Kind::Denied(denied) => {
            let action = &denied.action;
            text!(
                lang,
                "{action} is not allowed",
                "{action} が許可されていない"
            )
        }
        _ => text!(
            lang,
            "AWS does not list its deployments",
            "AWS がデプロイの一覧を返さない"
        ),
    };
    text!(
        lang,
        "what service {service} ran before is unknown, since {why}",
        "{why}ため、サービス {service} が前に何を実行していたかはわかりません"
    )
}

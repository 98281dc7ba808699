//! Why a request is not even tried: it does not fit what exists.

use std::fmt;
use std::io;

use taskdef_core::escape;

use crate::status::Status;

/// A request that can't be carried out. Nothing was changed.
#[derive(Debug)]
pub(crate) enum Precondition {
    /// No region is set anywhere.
    NoRegion,
    /// An endpoint that is not a URL.
    BadEndpoint { name: String },
    /// The file that `AWS_CA_BUNDLE` names holds no certificates.
    CaBundle,
    /// The async runtime can't start.
    Runtime(io::Error),
    /// Two files define the same family.
    SameFamily { family: String },
    /// A file names no family.
    NoFamily { file: String },
    /// A service runs another family.
    OtherFamily { service: String, runs: String },
    /// A service that is to go back to a revision of a family runs another one.
    NotOfFamily {
        service: String,
        runs: String,
        family: String,
    },
    /// Something else than ECS deploys a service.
    OtherController { service: String, controller: String },
    /// There is no such cluster, or it was deleted.
    NoCluster { cluster: String },
    /// A service is being deleted.
    NotActive { service: String, status: String },
    /// A rule or schedule that was named does not start the family there.
    StartsNothing { what: String, cluster: String },
    /// A revision that was deregistered.
    InactiveRevision { revision: String },
    /// A name that is no `FAMILY:REVISION`.
    NoRevision { text: String },
    /// There is no revision to go back to.
    NothingBefore { revision: String },
    /// Services ran different revisions before.
    SeveralBefore { all: String },
    /// Nothing shows that the revision to go back to ever ran.
    Guess { revision: String, why: String },
    /// It does not say what is to go back.
    NoPlace,
    /// No service of a cluster runs a family that is to go back.
    NoService { family: String, cluster: String },
    /// What is unpinned starts the latest revision, which is not the one that is deployed.
    Unpins { revision: String, latest: String },
    /// ECS is putting a revision back already.
    RollsBack { service: String, to: String },
    /// It does not say which network a task is to run in.
    NoNetwork { family: String },
}

impl Precondition {
    pub(crate) fn status(&self) -> Status {
        match self {
            Precondition::CaBundle | Precondition::Runtime(_) => Status::File,
            Precondition::NotActive { .. }
            | Precondition::NoService { .. }
            | Precondition::OtherController { .. }
            | Precondition::NoCluster { .. }
            | Precondition::InactiveRevision { .. }
            | Precondition::NothingBefore { .. } => Status::Refused,
            _ => Status::Usage,
        }
    }
}

impl fmt::Display for Precondition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Precondition::NoRegion => {
                "no AWS region is set: give --region, set AWS_REGION, or put \
                `region` into the profile"
                    .to_owned()
            }
            Precondition::BadEndpoint { name } => {
                format!("{name} is not a URL: write http://… or https://…, or leave it out")
            }
            Precondition::CaBundle => {
                "the file that AWS_CA_BUNDLE names does not hold valid PEM certificates".to_owned()
            }
            Precondition::Runtime(error) => format!("can't start: {error}"),
            Precondition::SameFamily { family } => {
                format!("two files define family {family}; pass one file per family")
            }
            Precondition::NoFamily { file } => {
                format!("{file} names no family: add `family`, or give --family")
            }
            Precondition::OtherFamily { service, runs } => format!(
                "service {service} runs {runs}, which is none of the families here; `deploy \
                 --switch-family` with one file or revision makes it run that instead; nothing was \
                 changed"
            ),
            Precondition::NotOfFamily {
                service,
                runs,
                family,
            } => format!("service {service} runs {runs}, not {family}; nothing was changed"),
            Precondition::OtherController {
                service,
                controller,
            } => other_controller(service, controller),
            Precondition::NoCluster { cluster } => format!(
                "there is no active cluster {cluster} in this account and region: check --cluster, \
                 --region and --profile; nothing was changed"
            ),
            Precondition::NotActive { service, status } => format!(
                "service {service} is {status}: it is being deleted, or was; nothing was changed"
            ),
            Precondition::StartsNothing { what, cluster } => format!(
                "{what} this family on cluster {cluster}; `taskdef schedules FAMILY` lists \
                 what does; nothing was changed"
            ),
            Precondition::InactiveRevision { revision } => format!(
                "{revision} is INACTIVE: it was deregistered, and nothing can start it any more"
            ),
            Precondition::NoRevision { text } => {
                format!("`{text}` should be FAMILY:REVISION, such as batch:12")
            }
            Precondition::NothingBefore { revision } => {
                format!("there is no active revision before {revision}")
            }
            Precondition::SeveralBefore { all } => format!(
                "the services did not run the same revision before: {all}. Give --to, or one service \
                 at a time; nothing was changed"
            ),
            Precondition::Guess { revision, why } => format!(
                "{revision} would be a guess: {why}. Give --to REV, or --yes to take it; \
                 nothing was changed"
            ),
            Precondition::NoService { family, cluster } => format!(
                "no service of cluster {cluster} runs {family}, so there is nothing to go back"
            ),
            Precondition::Unpins { revision, latest } => format!(
                "with --unpin, rules and schedules would start the latest revision, {latest}, and not \
                 {revision}: leave --unpin out; nothing was changed"
            ),
            Precondition::RollsBack { service, to } => format!(
                "ECS is rolling service {service} back to {to} already: `taskdef status` shows how far \
                 it is. Give --to to go back to another revision; nothing was changed"
            ),
            Precondition::NoPlace => {
                "say what to roll back: --service, --all-services, --rule, --schedule or \
                 --all-schedules, with --cluster"
                    .to_owned()
            }
            Precondition::NoNetwork { family } => format!(
                "no rule, schedule or service names the network of {family}: pass --subnet \
                 and --security-group, or --rule, --schedule or --service to take it from"
            ),
        };
        f.write_str(&escape(&text))
    }
}

/// What deploys a service in place of ECS, and the way that does work. Source:
/// <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-types.html>
fn other_controller(service: &str, controller: &str) -> String {
    let way = match controller {
        "CODE_DEPLOY" => {
            "CodeDeploy deploys it: `taskdef register` makes the revision, `taskdef generate appspec` \
             the file that CodeDeploy deploys it with"
        }
        "EXTERNAL" => {
            "a tool of your own deploys it, by task sets: `taskdef register` makes the revision for it"
        }
        _ => {
            "taskdef does not know it: `taskdef register` makes the revision for whatever deploys it"
        }
    };
    format!(
        "service {service} has the deployment controller {controller}, and ECS refuses to update its \
         task definition: {way}; nothing was changed"
    )
}

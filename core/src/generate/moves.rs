//! What a deploy moves to the revision that it registers: the one notion of it, for every generated
//! file. By default it is nothing: what names no revision follows the latest by itself.

use super::request::Request;
use crate::arn::last_of_path;
use crate::event_names::{RuleName, ScheduleName};
use crate::lang::Localized;

/// What a deploy moves to the revision that it registers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Moves {
    /// The ECS services.
    pub(super) services: Services,
    /// EventBridge rules, as `[BUS/]NAME`.
    pub(super) rules: Vec<String>,
    /// Schedules, as `[GROUP/]NAME`.
    pub(super) schedules: Vec<String>,
}

/// Where the names of the services come from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum Services {
    /// There are none.
    #[default]
    None,
    /// One, which a variable of the build or a parameter of the stack names.
    Variable,
    /// These, without their clusters; at least one.
    Named(Vec<String>),
}

impl Moves {
    /// Those of a request for a single family.
    pub(super) fn of(request: &Request) -> Self {
        Moves {
            services: if request.service_variable {
                Services::Variable
            } else {
                Services::named(&request.services)
            },
            rules: request.rules.clone(),
            schedules: request.schedules.clone(),
        }
    }

    /// Whether a deploy registers only.
    pub(super) fn is_nothing(&self) -> bool {
        !self.has_services() && self.rules.is_empty() && self.schedules.is_empty()
    }

    /// Whether a service is moved.
    pub(super) fn has_services(&self) -> bool {
        self.services != Services::None
    }

    /// Whether there is one service, whose name can be a variable.
    pub(super) fn has_one_service(&self) -> bool {
        match &self.services {
            Services::None => false,
            Services::Variable => true,
            Services::Named(names) => names.len() == 1,
        }
    }

    /// The one service's name, if it is known.
    pub(super) fn service(&self) -> Option<&str> {
        match &self.services {
            Services::Named(names) => names.first().map(String::as_str),
            _ => None,
        }
    }

    /// Adds what another family moves.
    pub(super) fn add(&mut self, other: &Moves) {
        if let Services::Named(more) = &other.services {
            match &mut self.services {
                Services::Named(names) => names.extend_from_slice(more),
                services => *services = Services::Named(more.clone()),
            }
        }
        self.rules.extend_from_slice(&other.rules);
        self.schedules.extend_from_slice(&other.schedules);
    }

    /// Everything that is moved, by one name for each.
    pub(super) fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        if let Services::Named(services) = &self.services {
            names.extend(services.iter().map(|name| format!("service {name}")));
        }
        let rules = self.rules.iter();
        names.extend(rules.map(|rule| format!("rule {}", RuleName::parse(rule).path())));
        for schedule in &self.schedules {
            let ScheduleName { group, name } = ScheduleName::parse(schedule);
            names.push(format!("schedule {group}/{name}"));
        }
        names
    }
}

impl Services {
    /// Services by their names or ARNs.
    pub(super) fn named(names: &[String]) -> Self {
        if names.is_empty() {
            return Services::None;
        }
        Services::Named(names.iter().map(|name| last_of_path(name)).collect())
    }
}

/// What it means that a deploy registers only.
pub const REGISTERS_ONLY: Localized = Localized {
    en: "The deploy only registers. A rule or schedule that names no revision starts the new one from its next run; \
        nothing that runs, and nothing that names a revision, changes.",
    ja: "行うのは登録だけです。リビジョンを指定していないルールやスケジュールは、次回の起動から新しいリビジョンを\
        使います。実行中のものと、リビジョンを指定しているものは変わりません。",
};

/// The same where the deploy also runs the revision once.
const RUNS_ONCE: Localized = Localized {
    en: "The deploy registers, and runs the new revision once. A rule or schedule that names no revision starts it from \
        its next run; nothing else that runs, and nothing that names a revision, changes.",
    ja: "デプロイは登録し、新しいリビジョンを一度実行するだけです。リビジョンを指定していないルールやスケジュールは、次回の起動から\
        新しいリビジョンを使います。ほかの実行中のものと、リビジョンを指定しているものは変わりません。",
};

/// What a deploy that moves nothing does.
pub(super) const fn moves_nothing(runs: bool) -> Localized {
    if runs { RUNS_ONCE } else { REGISTERS_ONLY }
}

/// How something is named that a deploy is to move.
pub(super) const MOVED_BY: Localized = Localized {
    en: "--service, --service-variable, --rule and --schedule of taskdef generate move what they name.",
    ja: "切り替えるものは、taskdef generate の --service、--service-variable、--rule、--schedule で指定します。",
};

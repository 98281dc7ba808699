//! Why tasks stop while a service is waited for.

use std::collections::BTreeSet;

use taskdef_core::Lang;
use taskdef_core::explain::Meaning;

use super::look::Look;
use super::watched::Watched;
use crate::aws::arn::short;
use crate::aws::progress::Event;
use crate::aws::stop_reasons::{StoppedTask, TasksOf};
use crate::text::text;

/// The most services whose tasks are looked at in one look: each takes two calls, and the next look is
/// not to be late.
const MOST_AT_ONCE: usize = 4;
/// How often the tasks are looked at until one shows why it stopped.
const MAX_TRIES: u32 = 3;
/// The most reasons that are told at the end.
const MOST_REASONS: usize = 5;

/// The reasons of the tasks of a revision that stopped.
#[derive(Debug, Default)]
pub(in crate::aws::deploy) struct Stops {
    /// The tasks that are counted.
    tasks: BTreeSet<String>,
    /// In the order in which they were seen.
    reasons: Vec<StopReason>,
    /// The tasks that failed in a row, and those that ran, at the last look.
    failed: u64,
    running: u64,
    /// How often it is still worth looking for a reason.
    tries: u32,
}

/// Why tasks stopped.
#[derive(Debug, Clone)]
pub(in crate::aws::deploy) struct StopReason {
    reason: String,
    /// What it means, if that is known.
    meaning: Option<Meaning>,
    /// How many stopped so.
    tasks: usize,
}

impl Stops {
    /// Takes how many tasks failed in a row, and how many run. More that failed than before, or fewer that
    /// run, are worth a look: ECS does not count a task as failed that ran.
    pub(super) fn counted(&mut self, failed: u64, running: u64) {
        if failed > self.failed || running < self.running {
            self.tries = MAX_TRIES;
        }
        (self.failed, self.running) = (failed, running);
    }

    /// Takes what ECS tells of the service: where it stops what is not well, that is worth a look.
    pub(super) fn heard(&mut self, event: &str) {
        let words = ["unhealthy", "health checks", "unable to consistently start"];
        if words.iter().any(|words| event.contains(words)) {
            self.tries = MAX_TRIES;
        }
    }

    /// Takes stopped tasks, and gives the reasons that are new.
    pub(in crate::aws::deploy) fn take(&mut self, stopped: Vec<StoppedTask>) -> Vec<StopReason> {
        let known = self.reasons.len();
        let before = self.tasks.len();
        for task in stopped {
            if !self.tasks.insert(task.id) {
                continue;
            }
            let mut reasons = self.reasons.iter_mut();
            match reasons.find(|known| known.reason == task.reason) {
                Some(known) => known.tasks += 1,
                None => self.reasons.push(StopReason {
                    reason: task.reason,
                    meaning: task.meaning,
                    tasks: 1,
                }),
            }
        }
        if self.tasks.len() > before {
            self.tries = 0;
        }
        self.reasons[known..].to_vec()
    }

    /// The reasons, each once, and with the number of its tasks if there are several.
    pub(in crate::aws::deploy) fn told(&self, lang: Lang) -> Vec<String> {
        let reasons = self.reasons.iter().take(MOST_REASONS);
        reasons
            .map(|StopReason { reason, tasks, .. }| match tasks {
                1 => reason.clone(),
                _ => text!(
                    lang,
                    "{reason} ({tasks} tasks)",
                    "{reason}（{tasks} 個のタスク）"
                ),
            })
            .collect()
    }

    /// What they mean, each kind once.
    pub(in crate::aws::deploy) fn meanings(&self) -> Vec<Meaning> {
        let mut meanings: Vec<Meaning> = Vec::new();
        let reasons = self.reasons.iter().take(MOST_REASONS);
        for meaning in reasons.filter_map(|reason| reason.meaning.as_ref()) {
            if !meanings.contains(meaning) {
                meanings.push(meaning.clone());
            }
        }
        meanings
    }
}

impl Look<'_, '_> {
    /// Tells why tasks stopped that the last look does not know, each reason once.
    pub(super) async fn tell_stops(&mut self, going: &mut [&mut Watched<'_>]) {
        let wanted = going.iter_mut().filter(|it| !it.over && it.stops.tries > 0);
        for watched in wanted.take(MOST_AT_ONCE) {
            watched.stops.tries -= 1;
            let of = watched.tasks_of(self.cluster);
            match self.deployer.aws.stopped_tasks(of).await {
                Ok(stopped) => {
                    for stop in watched.stops.take(stopped) {
                        let service = &watched.service.name;
                        let revision = &short(&watched.definition);
                        self.deployer.progress.tell(&Event::Stopped {
                            service,
                            revision,
                            tasks: stop.tasks,
                            reason: &stop.reason,
                        });
                        self.deployer.progress.meaning(stop.meaning.as_ref());
                    }
                }
                Err(failure) if failure.is_unavailable() => {
                    watched.stops.tries = 0;
                    let operation = failure.operation;
                    let lang = self.deployer.aws.lang;
                    self.tell_once(&text!(
                        lang,
                        "why tasks stop is not shown: {operation} is not allowed",
                        "タスクの停止理由は表示できません: {operation} が許可されていません"
                    ));
                }
                // The next look asks again.
                Err(_) => {}
            }
        }
    }
}

impl Watched<'_> {
    /// The tasks of its deployment.
    pub(in crate::aws::deploy) fn tasks_of<'a>(&'a self, cluster: &'a str) -> TasksOf<'a> {
        TasksOf {
            cluster,
            service: &self.service.name,
            definition: &self.definition,
            deployment: self.service.deployment.as_deref(),
        }
    }
}

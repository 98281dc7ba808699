//! Following tasks until they stop.

use std::collections::BTreeMap;

use taskdef_core::Lang;
use tokio::time::Instant;

use super::ended::Ended;
use super::followed::{End, Followed, FollowedTask, PollOptions};
use super::logs::{Log, Streams};
use super::start::Started;
use crate::aws::arn::last_part;
use crate::aws::call::Aws;
use crate::aws::failure::Failure;
use crate::aws::interrupt::Interrupt;
use crate::aws::progress::Progress;
use crate::aws::tasks::{DESCRIBED_AT_ONCE, Task};
use crate::text::text;
use crate::time::elapsed;

/// The last state of a task.
const STOPPED: &str = "STOPPED";
/// After this many looks at which AWS does not know a task, it is not going to.
const MAX_UNKNOWN: u32 = 12;
/// The same of one that it has shown.
const MAX_LOST: u32 = 3;

/// A task under watch.
struct Watched {
    task: FollowedTask,
    streams: Streams,
    unknown: u32,
}

impl Aws {
    /// Tells of tasks until they stop: their states on stderr, their logs on stdout.
    pub(crate) async fn follow(
        &self,
        started: &Started,
        poll_options: PollOptions,
        progress: &Progress,
        interrupt: &Interrupt,
    ) -> Followed {
        let start = Instant::now();
        let log = Log {
            to_stderr: poll_options.log_to_stderr,
            several_tasks: started.arns.len() > 1,
        };
        let mut watched: Vec<Watched> = self.watched(started, progress);
        let end = loop {
            if let Err(failure) = self.look(started, &mut watched).await {
                break End::Lost(failure);
            }
            let time = elapsed(start.elapsed());
            let states = states(&watched, self.lang);
            let line = text!(self.lang, "{states}, {time}", "{states}、{time}");
            progress.state(&states, &line);
            for watched in &mut watched {
                self.tell(watched, started, log, progress).await;
            }
            if watched.iter().all(|watched| watched.task.ended.is_some()) {
                break End::Stopped;
            }
            if interrupt.is_requested() {
                break End::Interrupted;
            }
            if start.elapsed() >= poll_options.timeout {
                break End::TimedOut;
            }
            interrupt.sleep(poll_options.poll).await;
        };
        progress.end();
        Followed {
            tasks: watched.into_iter().map(|watched| watched.task).collect(),
            end,
        }
    }

    fn watched(&self, started: &Started, progress: &Progress) -> Vec<Watched> {
        let containers = &started.definition.container_definitions;
        let arns = started.arns.iter().enumerate();
        let watched = arns.map(|(index, arn)| {
            let streams = Streams::new(containers, last_part(arn), self);
            // They are the same for each task.
            for unread in streams.unread.iter().filter(|_| index == 0) {
                progress.line(unread);
            }
            Watched {
                task: FollowedTask {
                    arn: arn.clone(),
                    state: None,
                    ended: None,
                },
                streams,
                unknown: 0,
            }
        });
        watched.collect()
    }

    /// Looks at those that are not seen to be at their end.
    async fn look(&self, started: &Started, watched: &mut [Watched]) -> Result<(), Box<Failure>> {
        let mut left: Vec<&mut Watched> = watched
            .iter_mut()
            .filter(|it| it.task.ended.is_none())
            .collect();
        for left in left.chunks_mut(DESCRIBED_AT_ONCE) {
            let arns: Vec<String> = left.iter().map(|it| it.task.arn.clone()).collect();
            let mut found = self.tasks(&started.cluster, &arns).await?;
            for watched in left {
                let is_it =
                    |task: &Task| task.arn.as_ref().is_none_or(|arn| *arn == watched.task.arn);
                let at = found.iter().position(is_it);
                let task = at.map(|at| found.swap_remove(at));
                watched.unknown = if task.is_some() {
                    0
                } else {
                    watched.unknown + 1
                };
                let most = if watched.task.state.is_some() {
                    MAX_LOST
                } else {
                    MAX_UNKNOWN
                };
                let is_gone = watched.unknown >= most;
                match task {
                    Some(task) => {
                        let containers = &started.definition.container_definitions;
                        watched.task.ended = (task.last_status == STOPPED)
                            .then(|| Ended::of(&task, containers, self.lang));
                        watched.task.state = Some(task.last_status);
                    }
                    None if is_gone => {
                        let unknown = text!(
                            self.lang,
                            "AWS does not know the task",
                            "AWS にこのタスクの記録がありません"
                        );
                        watched.task.ended = Some(Ended::unknown(unknown));
                    }
                    None => {}
                }
            }
        }
        Ok(())
    }

    /// Tells what is new of a task: its log, and its end.
    async fn tell(&self, watched: &mut Watched, started: &Started, log: Log, progress: &Progress) {
        if watched.streams.is_at_end {
            return;
        }
        self.print_logs(&mut watched.streams, log, progress).await;
        let Some(ended) = &watched.task.ended else {
            return;
        };
        watched.streams.is_at_end = true;
        if started.arns.len() > 1 {
            progress.line(&self.how_it_ended(&watched.task.arn, ended));
        }
    }

    /// How a task ended, in a sentence.
    pub(crate) fn how_it_ended(&self, arn: &str, ended: &Ended) -> String {
        let task = last_part(arn);
        let reason = &ended.reason;
        let told = match ended.exit_code {
            Some(code) => text!(
                self.lang,
                "task {task} exited with {code}. {reason}",
                "タスク {task} は終了コード {code} で終了しました。{reason}"
            ),
            None => text!(
                self.lang,
                "task {task} ended without an exit code. {reason}",
                "タスク {task} は終了コードなしで終了しました。{reason}"
            ),
        };
        told.trim_end().to_owned()
    }
}

/// The states of tasks in a few words: of one as AWS says it, of several with how many are in each.
fn states(watched: &[Watched], lang: Lang) -> String {
    let state = |watched: &Watched| match (&watched.task.state, &watched.task.ended) {
        (Some(_), Some(_)) => STOPPED.to_owned(),
        (Some(state), None) => state.clone(),
        (None, _) => "-".to_owned(),
    };
    if let [only] = watched {
        let (task, state) = (last_part(&only.task.arn), state(only));
        return text!(lang, "task {task}: {state}", "タスク {task}: {state}");
    }
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for watched in watched {
        *counts.entry(state(watched)).or_default() += 1;
    }
    let counts = counts
        .iter()
        .map(|(state, count)| text!(lang, "{count} {state}", "{state} が {count} 個"));
    let counts = counts.collect::<Vec<_>>();
    match lang {
        Lang::En => format!("tasks: {}", counts.join(", ")),
        Lang::Ja => format!("タスク: {}", counts.join("、")),
    }
}

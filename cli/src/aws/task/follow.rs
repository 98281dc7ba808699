//! Following tasks until they stop.

use tokio::time::Instant;

use super::ended::Ended;
use super::followed::{End, Followed, FollowedTask, PollOptions};
use super::logs::{Log, Streams};
use super::start::Started;
use crate::aws::arn::last_part;
use crate::aws::call::{Aws, MAX_STRANGE_LOOKS};
use crate::aws::failure::Failure;
use crate::aws::interrupt::Interrupt;
use crate::aws::operation::Operation;
use crate::aws::progress::{Progress, TaskState};
use crate::aws::tasks::{DESCRIBED_AT_ONCE, Task, look};
use crate::text::{text, texts};

/// The last state of a task.
const STOPPED: &str = "STOPPED";
/// After this many looks at which AWS does not know a task, it is not going to.
const MAX_UNKNOWN: u32 = 12;
/// The same of one that it has shown.
const MAX_LOST: u32 = 3;

/// A task under watch.
struct WatchedTask {
    task: FollowedTask,
    streams: Streams,
    /// The looks in a row at which AWS did not know it.
    unknown: u32,
    /// Whether it is not looked for any more: it may run, or have ended.
    is_lost: bool,
    /// Whether its end was told, after its log.
    is_ended_told: bool,
}

impl WatchedTask {
    fn state(&self) -> TaskState<'_> {
        TaskState {
            task: last_part(&self.task.arn),
            state: self.task.state.as_deref(),
        }
    }

    fn is_over(&self) -> bool {
        self.is_lost || self.task.ended.is_some()
    }

    /// Whether it is over, and all of its log was read.
    fn is_told(&self) -> bool {
        self.is_lost || self.is_ended_told
    }
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
        let mut watched: Vec<WatchedTask> = self.watched(started, progress);
        let mut strange_looks = 0;
        let end = loop {
            let is_last = start.elapsed() >= poll_options.timeout || interrupt.is_requested();
            match self.look(started, &mut watched).await {
                Ok(()) => strange_looks = 0,
                Err(failure) => {
                    strange_looks += u32::from(!failure.is_outage());
                    let may_pass = failure.is_transient() && strange_looks < MAX_STRANGE_LOOKS;
                    if is_last || !may_pass {
                        break End::Lost(failure);
                    }
                    progress.unanswered(&failure.message(self.lang));
                    interrupt.sleep(poll_options.pause(start.elapsed())).await;
                    continue;
                }
            }
            let states: Vec<TaskState<'_>> = watched.iter().map(WatchedTask::state).collect();
            progress.tasks(&states, start.elapsed());
            // Asked once a look: a task whose end is seen is told to have ended, however long its log takes.
            let is_up = if interrupt.is_requested() {
                Some(End::Interrupted)
            } else {
                (start.elapsed() >= poll_options.timeout).then_some(End::TimedOut)
            };
            // What is left of a log is not waited for when the time is up.
            for watched in watched.iter_mut().filter(|_| is_up.is_some()) {
                watched.streams.looks_left = 0;
            }
            for watched in &mut watched {
                self.tell(watched, started, log, progress).await;
            }
            if watched.iter().all(WatchedTask::is_told) {
                let one_is_lost = watched.iter().any(|watched| watched.is_lost);
                break if one_is_lost {
                    End::Lost(Box::new(unknown(started)))
                } else {
                    End::Stopped
                };
            }
            if let Some(end) = is_up {
                break end;
            }
            interrupt.sleep(poll_options.pause(start.elapsed())).await;
        };
        progress.end();
        Followed {
            tasks: watched.into_iter().map(|watched| watched.task).collect(),
            end,
        }
    }

    fn watched(&self, started: &Started, progress: &Progress) -> Vec<WatchedTask> {
        let containers = &started.definition.container_definitions;
        let arns = started.arns.iter().enumerate();
        let watched = arns.map(|(index, arn)| {
            let streams = Streams::new(containers, last_part(arn), self);
            // They are the same for each task.
            for unread in streams.unread.iter().filter(|_| index == 0) {
                progress.line(unread);
            }
            WatchedTask {
                task: FollowedTask {
                    arn: arn.clone(),
                    state: None,
                    ended: None,
                },
                streams,
                unknown: 0,
                is_lost: false,
                is_ended_told: false,
            }
        });
        watched.collect()
    }

    /// Looks at those that are not seen to be at their end.
    async fn look(
        &self,
        started: &Started,
        watched: &mut [WatchedTask],
    ) -> Result<(), Box<Failure>> {
        let mut left: Vec<&mut WatchedTask> =
            watched.iter_mut().filter(|it| !it.is_over()).collect();
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
                match task {
                    Some(task) => {
                        let containers = &started.definition.container_definitions;
                        watched.task.ended = (task.last_status == STOPPED)
                            .then(|| Ended::of(&task, containers, self.lang));
                        watched.task.state = Some(task.last_status);
                    }
                    None => watched.is_lost = watched.unknown >= most,
                }
            }
        }
        Ok(())
    }

    /// Tells what is new of a task: its log, and its end.
    async fn tell(
        &self,
        watched: &mut WatchedTask,
        started: &Started,
        log: Log,
        progress: &Progress,
    ) {
        if watched.is_ended_told {
            return;
        }
        let is_ended = watched.task.ended.is_some();
        let is_last = is_ended && watched.streams.looks_left == 0;
        self.print_logs(&mut watched.streams, log, is_last, progress)
            .await;
        let Some(ended) = &watched.task.ended else {
            return;
        };
        if !watched.streams.is_at_end() {
            watched.streams.looks_left -= 1;
            return;
        }
        watched.is_ended_told = true;
        if started.arns.len() > 1 {
            progress.line(&self.how_it_ended(&watched.task.arn, ended));
            progress.meaning(ended.meaning.as_ref());
        }
    }

    /// How a task ended, in a sentence.
    pub(crate) fn how_it_ended(&self, arn: &str, ended: &Ended) -> String {
        let task = last_part(arn);
        let (reason, beside_code) = (&ended.reason, &ended.beside_code);
        let told = match ended.exit_code {
            Some(code) => text!(
                self.lang,
                "task {task} exited with {code}. {beside_code}",
                "タスク {task} は終了コード {code} で終了しました。{beside_code}"
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

/// That AWS no longer shows a task: for an hour after its end it would. Source:
/// <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTasks.html>
fn unknown(started: &Started) -> Failure {
    let why = texts!(
        "AWS does not show the task, which may still run",
        "AWS にこのタスクが表示されません。まだ実行中かもしれません"
    );
    let look = look(&started.cluster, &started.arns);
    Failure::invalid_response(Operation::DescribeTasks, why).shown_by(&look)
}

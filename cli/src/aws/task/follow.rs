//! Following a task until it stops.

use std::time::Duration;

use tokio::time::Instant;

use super::containers::Container;
use super::logs::Streams;
use super::{Ended, Started};
use crate::aws::arn::last_part;
use crate::aws::call::Aws;
use crate::aws::failure::Failure;
use crate::aws::interrupt::Interrupt;
use crate::aws::progress::Progress;
use crate::aws::tasks::Task;
use crate::time::elapsed;

/// The last state of a task.
const STOPPED: &str = "STOPPED";
/// What AWS may say of a task that it has just started.
const UNKNOWN: &str = "not shown by AWS yet";
/// After this many looks at which AWS does not know the task, it is not going to.
const MAX_UNKNOWN: u32 = 12;

/// How long and how often to look.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PollOptions {
    pub(crate) timeout: Duration,
    pub(crate) poll: Duration,
}

/// Why following ended.
#[derive(Debug)]
pub(crate) enum RunResult {
    /// The task stopped.
    Ended(Ended),
    /// The task still runs; the timeout expired.
    TimedOut,
    /// The task still runs; Ctrl-C.
    Interrupted,
}

impl Aws {
    /// Tells of a task until it stops: its state on stderr, its log on stdout.
    pub(crate) async fn follow(
        &self,
        started: &Started,
        poll_options: PollOptions,
        progress: &Progress,
        interrupt: &Interrupt,
    ) -> Result<RunResult, Box<Failure>> {
        let start = Instant::now();
        let name = last_part(&started.arn);
        let mut streams = Streams::new(&started.containers, name, &self.region);
        for unread in &streams.unread {
            progress.line(unread);
        }
        let (mut seen, mut unknown) = (false, 0);
        loop {
            let task = self.task(started).await?;
            seen |= task.is_some();
            unknown += u32::from(task.is_none());
            let gone = if seen || unknown >= MAX_UNKNOWN {
                STOPPED
            } else {
                UNKNOWN
            };
            let state = task.as_ref().map_or(gone, |task| &task.last_status);
            let time = elapsed(start.elapsed());
            progress.state(state, &format!("task {name}: {state}, {time}"));
            self.print_logs(&mut streams, progress).await;
            if state == STOPPED {
                progress.end();
                let ended = ended(task.as_ref(), &started.containers);
                return Ok(RunResult::Ended(ended));
            }
            if interrupt.is_requested() || start.elapsed() >= poll_options.timeout {
                progress.end();
                return Ok(if interrupt.is_requested() {
                    RunResult::Interrupted
                } else {
                    RunResult::TimedOut
                });
            }
            interrupt.sleep(poll_options.poll).await;
        }
    }
}

/// How a stopped task ended. A container that is not essential ends nothing; a task of which one
/// that is essential has no exit code did not succeed, nor one that AWS does not know.
fn ended(task: Option<&Task>, definitions: &[Container]) -> Ended {
    let Some(task) = task else {
        return Ended {
            exit_code: None,
            reason: "AWS does not know the task".to_owned(),
        };
    };
    let essential = definitions
        .iter()
        .filter(|defined| defined.essential != Some(false));
    let codes: Vec<Option<i64>> = essential
        .map(|defined| {
            let mut containers = task.containers();
            let name = Some(defined.name.as_str());
            containers
                .find(|container| container.name.as_deref() == name)?
                .exit_code
        })
        .collect();
    let failed = codes.iter().flatten().find(|code| **code != 0);
    let all: Option<Vec<i64>> = codes.iter().copied().collect();
    let first = all.and_then(|codes| codes.first().copied());
    Ended {
        exit_code: failed.copied().or(first),
        reason: task.stop_reason(taskdef_core::Lang::En),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use serde_json::json;

    use super::{Container, Task, ended};

    #[test]
    fn the_essential_containers_decide() {
        let containers = json!([{"name": "app"}, {"name": "helper", "essential": false}]);
        let containers: Vec<Container> = serde_json::from_value(containers).unwrap();
        let code = |helper: i64, app: Option<i64>| {
            let task = json!({"lastStatus": "STOPPED", "containers": [
                {"name": "helper", "exitCode": helper}, {"name": "app", "exitCode": app},
            ]});
            let task: Task = serde_json::from_value(task).unwrap();
            ended(Some(&task), &containers).exit_code
        };
        assert_eq!(code(1, Some(0)), Some(0));
        assert_eq!(code(0, Some(3)), Some(3));
        assert_eq!(code(0, None), None);
    }

    #[test]
    fn an_essential_container_without_an_exit_code_is_no_success() {
        let containers = json!([{"name": "proxy"}, {"name": "app", "essential": true}]);
        let containers: Vec<Container> = serde_json::from_value(containers).unwrap();
        for (rest, expected) in [
            (
                json!([{"name": "app", "reason": "CannotPullContainerError"}]),
                None,
            ),
            (json!([]), None),
            (json!([{"name": "app", "exitCode": 0}]), Some(0)),
            (json!([{"name": "app", "exitCode": 1}]), Some(1)),
        ] {
            let mut all = vec![json!({"name": "proxy", "exitCode": 0})];
            all.extend(rest.as_array().unwrap().iter().cloned());
            let task = json!({"lastStatus": "STOPPED", "containers": all});
            let task: Task = serde_json::from_value(task).unwrap();
            assert_eq!(
                ended(Some(&task), &containers).exit_code,
                expected,
                "{rest}"
            );
        }
    }
}

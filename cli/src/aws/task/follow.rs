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
        loop {
            let task = self.task(started).await?;
            let state = task.as_ref().map_or(STOPPED, |task| &task.last_status);
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

/// How a stopped task ended. A container that is not essential ends nothing, and a task that
/// AWS no longer knows has no exit code.
fn ended(task: Option<&Task>, definitions: &[Container]) -> Ended {
    let Some(task) = task else {
        return Ended {
            exit_code: None,
            reason: "AWS no longer knows the task".to_owned(),
        };
    };
    let is_essential = |name: &str| {
        let mut definitions = definitions.iter();
        definitions.any(|defined| defined.name == name && defined.essential != Some(false))
    };
    let essential = task
        .containers()
        .filter(|container| container.name.as_deref().is_some_and(is_essential));
    let codes: Vec<i64> = essential
        .filter_map(|container| container.exit_code)
        .collect();
    let failed = codes.iter().find(|code| **code != 0);
    Ended {
        exit_code: failed.or(codes.first()).copied(),
        reason: task.stop_reason(),
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
}

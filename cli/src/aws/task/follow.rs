//! Following a task until it stops.

use std::time::Duration;

use serde_json::Value;
use tokio::time::Instant;

use super::logs::Streams;
use super::{Ended, Started};
use crate::aws::arn::last_part;
use crate::aws::call::Aws;
use crate::aws::failure::Failure;
use crate::aws::interrupt::Interrupt;
use crate::aws::progress::Progress;
use crate::aws::services::stop_reason;
use crate::time::elapsed;

/// How long and how often to look.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Patience {
    pub(crate) timeout: Duration,
    pub(crate) poll: Duration,
}

/// Why following ended.
#[derive(Debug)]
pub(crate) enum Followed {
    /// The task stopped.
    Ended(Ended),
    /// The task still runs; the time was over.
    TimedOut,
    /// The task still runs; someone asked to stop.
    Interrupted,
}

impl Aws {
    /// Tells of a task until it stops: its state on stderr, its log on stdout.
    pub(crate) async fn follow(
        &self,
        started: &Started,
        patience: Patience,
        progress: &Progress,
        interrupt: &Interrupt,
    ) -> Result<Followed, Box<Failure>> {
        let start = Instant::now();
        let name = last_part(&started.arn);
        let mut streams = Streams::of(&started.definition, name, &self.region);
        for unread in &streams.unread {
            progress.line(unread);
        }
        loop {
            let task = self.task(started).await?;
            let state = task["lastStatus"].as_str().unwrap_or("STOPPED").to_owned();
            let time = elapsed(start.elapsed());
            progress.state(&state, &format!("task {name}: {state}, {time}"));
            self.print_logs(&mut streams, progress).await;
            if state == "STOPPED" {
                progress.end();
                return Ok(Followed::Ended(ended(&task, &started.definition)));
            }
            if interrupt.asked() || start.elapsed() >= patience.timeout {
                progress.end();
                return Ok(if interrupt.asked() {
                    Followed::Interrupted
                } else {
                    Followed::TimedOut
                });
            }
            interrupt.sleep(patience.poll).await;
        }
    }
}

/// How a stopped task ended. A container that is not essential ends nothing.
fn ended(task: &Value, definition: &Value) -> Ended {
    let containers = definition["containerDefinitions"]
        .as_array()
        .into_iter()
        .flatten();
    let essential: Vec<&Value> = containers
        .filter(|container| container["essential"] != false)
        .map(|container| &container["name"])
        .collect();
    let containers = task["containers"].as_array().into_iter().flatten();
    let codes: Vec<i64> = containers
        .filter(|container| essential.contains(&&container["name"]))
        .filter_map(|container| container["exitCode"].as_i64())
        .collect();
    let failed = codes.iter().find(|code| **code != 0);
    Ended {
        exit_code: failed.or(codes.first()).copied(),
        reason: stop_reason(task),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::ended;

    #[test]
    fn the_essential_containers_decide() {
        let definition = json!({"containerDefinitions": [
            {"name": "app"}, {"name": "helper", "essential": false},
        ]});
        let code = |helper: i64, app: Option<i64>| {
            let task = json!({"containers": [
                {"name": "helper", "exitCode": helper}, {"name": "app", "exitCode": app},
            ]});
            ended(&task, &definition).exit_code
        };
        assert_eq!(code(1, Some(0)), Some(0));
        assert_eq!(code(0, Some(3)), Some(3));
        assert_eq!(code(0, None), None);
    }
}

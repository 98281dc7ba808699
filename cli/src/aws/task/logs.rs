//! The log of a running task, where the `awslogs` driver writes one.

use std::io::{self, Write};

use serde_json::{Value, json};
use taskdef_core::escape;

use crate::aws::call::Aws;
use crate::aws::operation::Operation;
use crate::aws::progress::Progress;

/// The log streams of a task's containers.
#[derive(Debug, Default)]
pub(super) struct Streams {
    streams: Vec<Stream>,
    /// What can't be followed, and why.
    pub(super) unread: Vec<String>,
}

#[derive(Debug)]
struct Stream {
    container: String,
    group: String,
    name: String,
    next: Option<String>,
    /// AWS refused it once: it is not asked again.
    refused: bool,
}

impl Streams {
    pub(super) fn of(definition: &Value, task: &str, region: &str) -> Self {
        let mut found = Streams::default();
        for container in definition["containerDefinitions"]
            .as_array()
            .into_iter()
            .flatten()
        {
            let name = container["name"].as_str().unwrap_or_default();
            let log = &container["logConfiguration"];
            let option = |name: &str| log["options"][name].as_str();
            let place = (option("awslogs-group"), option("awslogs-stream-prefix"));
            match (log["logDriver"].as_str(), place) {
                (Some("awslogs"), (Some(group), Some(prefix)))
                    if option("awslogs-region").is_none_or(|of_log| of_log == region) =>
                {
                    found.streams.push(Stream {
                        container: name.to_owned(),
                        group: group.to_owned(),
                        name: format!("{prefix}/{name}/{task}"),
                        next: None,
                        refused: false,
                    });
                }
                (Some("awslogs"), (Some(_), Some(_))) => {
                    found
                        .unread
                        .push(format!("the log of {name} is in another region"));
                }
                (Some("awslogs"), _) => found.unread.push(format!(
                    "the log of {name} has no awslogs-stream-prefix, so that its stream has no \
                     name to look for"
                )),
                (Some(driver), _) => {
                    found
                        .unread
                        .push(format!("the log of {name} goes to {driver}"));
                }
                (None, _) => found
                    .unread
                    .push(format!("{name} has no log configuration")),
            }
        }
        found
    }
}

impl Aws {
    /// Prints what is new. A log that can't be read is no reason to give up the task.
    pub(super) async fn print_logs(&self, streams: &mut Streams, progress: &Progress) {
        let several = streams.streams.len() > 1;
        for stream in streams.streams.iter_mut().filter(|stream| !stream.refused) {
            self.print_log(stream, several, progress).await;
        }
    }

    async fn print_log(&self, stream: &mut Stream, several: bool, progress: &Progress) {
        loop {
            let mut body = json!({
                "logGroupName": stream.group,
                "logStreamName": stream.name,
                "startFromHead": true,
            });
            if let Some(next) = &stream.next {
                body["nextToken"] = next.as_str().into();
            }
            let answer = match self.ask(Operation::GetLogEvents, &body).await {
                Ok(answer) => answer,
                // The stream is made with the first line.
                Err(failure) if failure.is_missing() => return,
                Err(failure) => {
                    stream.refused = true;
                    progress.line(&format!(
                        "can't follow the log of {}: {failure}",
                        stream.container
                    ));
                    return;
                }
            };
            let events = answer["events"].as_array().into_iter().flatten();
            let lines: Vec<&str> = events
                .filter_map(|event| event["message"].as_str())
                .collect();
            for line in &lines {
                progress.end();
                let prefix = if several {
                    format!("{}: ", stream.container)
                } else {
                    String::new()
                };
                let _ = writeln!(io::stdout(), "{prefix}{}", escape(line.trim_end()));
            }
            let next = answer["nextForwardToken"].as_str().map(str::to_owned);
            let same = next == stream.next;
            stream.next = next;
            if lines.is_empty() || same {
                return;
            }
        }
    }
}

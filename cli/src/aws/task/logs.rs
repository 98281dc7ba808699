//! The log of a running task, where the `awslogs` driver writes one.

use std::io::{self, Write};

use serde::Deserialize;
use serde_json::json;
use taskdef_core::escape;

use super::containers::Container;
use crate::aws::call::Aws;
use crate::aws::operation::Operation;
use crate::aws::pages::Tokens;
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
    /// AWS refused it once, so it is not requested again.
    refused: bool,
}

impl Streams {
    /// The streams of the containers of a task with this id, in a region.
    pub(super) fn new(containers: &[Container], task: &str, region: &str) -> Self {
        let mut found = Streams::default();
        for container in containers {
            match Stream::for_container(container, task, region) {
                Ok(stream) => found.streams.push(stream),
                Err(why) => found.unread.push(why),
            }
        }
        found
    }
}

impl Stream {
    /// The stream of a container, or why it can't be followed.
    fn for_container(container: &Container, task: &str, region: &str) -> Result<Self, String> {
        let name = &container.name;
        let Some(log) = &container.log else {
            return Err(format!("{name} has no log configuration"));
        };
        if log.driver != "awslogs" {
            return Err(format!("the log of {name} goes to {}", log.driver));
        }
        let place = log
            .option("awslogs-group")
            .zip(log.option("awslogs-stream-prefix"));
        let Some((group, prefix)) = place else {
            return Err(format!(
                "the log of {name} has no awslogs-stream-prefix, so its stream can't be found"
            ));
        };
        if log
            .option("awslogs-region")
            .is_some_and(|of_log| of_log != region)
        {
            return Err(format!("the log of {name} is in another region"));
        }
        Ok(Stream {
            container: name.clone(),
            group: group.to_owned(),
            name: format!("{prefix}/{name}/{task}"),
            next: None,
            refused: false,
        })
    }
}

/// The answer of `GetLogEvents`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Page {
    events: Vec<Event>,
    next_forward_token: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Event {
    message: String,
}

impl Aws {
    /// Prints new log lines. An unreadable log does not stop following the task.
    pub(super) async fn print_logs(&self, streams: &mut Streams, progress: &Progress) {
        let several = streams.streams.len() > 1;
        for stream in streams.streams.iter_mut().filter(|stream| !stream.refused) {
            self.print_log(stream, several, progress).await;
        }
    }

    async fn print_log(&self, stream: &mut Stream, several: bool, progress: &Progress) {
        let operation = Operation::GetLogEvents;
        let mut tokens = Tokens::new(operation);
        loop {
            let mut body = json!({
                "logGroupName": stream.group,
                "logStreamName": stream.name,
                "startFromHead": true,
            });
            if let Some(next) = &stream.next {
                body["nextToken"] = next.as_str().into();
            }
            let page = self.ask(operation, &body).await.and_then(|page: Page| {
                // Its end is the token of the page itself.
                let end = page.next_forward_token == stream.next;
                let next = page.next_forward_token.filter(|_| !end);
                Ok((page.events, tokens.next(next)?))
            });
            let (events, next) = match page {
                Ok(page) => page,
                // The stream is made with the first line.
                Err(failure) if failure.is_missing() => return,
                Err(failure) => {
                    stream.refused = true;
                    let (container, words) = (&stream.container, failure.words(self.lang));
                    progress.line(&format!("can't follow the log of {container}: {words}"));
                    return;
                }
            };
            for Event { message } in &events {
                progress.end();
                let prefix = if several {
                    format!("{}: ", stream.container)
                } else {
                    String::new()
                };
                let line = format!("{prefix}{}", message.trim_end());
                let _ = writeln!(io::stdout(), "{}", escape(&line));
            }
            if let Some(next) = &next {
                stream.next = Some(next.clone());
            }
            if events.is_empty() || next.is_none() {
                return;
            }
        }
    }
}

//! The logs of running tasks, where the `awslogs` driver writes them.

use std::io::{self, Write};

use serde::Deserialize;
use serde_json::json;
use taskdef_core::{Lang, escape};

use super::containers::Container;
use crate::aws::call::Aws;
use crate::aws::operation::Operation;
use crate::aws::pages::Tokens;
use crate::aws::progress::{Event as ProgressEvent, Progress};
use crate::text::text;

/// The most pages in a row without a line that are read in one look. AWS may give such pages. Source:
/// <https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html>
const MAX_EMPTY_PAGES: u32 = 10;

/// Where logs are shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Log {
    pub(super) to_stderr: bool,
    /// Whether there are tasks to tell apart.
    pub(super) several_tasks: bool,
}

/// How many looks at a log follow the one that saw the end of its task.
const LOOKS_AFTER_THE_END: u32 = 2;

/// The log streams of a task's containers.
#[derive(Debug, Default)]
pub(super) struct Streams {
    followed: Vec<Stream>,
    /// The task's id.
    task: String,
    /// How often it is still looked at: lines may be shown a while after the task that wrote them ended.
    pub(super) looks_left: u32,
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
    /// The streams of the containers of a task with this id.
    pub(super) fn new(containers: &[Container], task: &str, aws: &Aws) -> Self {
        let mut found = Streams {
            task: task.to_owned(),
            looks_left: LOOKS_AFTER_THE_END,
            ..Streams::default()
        };
        for container in containers {
            match Stream::for_container(container, task, &aws.region, aws.lang) {
                Ok(stream) => found.followed.push(stream),
                Err(why) => found.unread.push(why),
            }
        }
        found
    }
}

impl Streams {
    /// Whether nothing of it is looked for any more.
    pub(super) fn is_at_end(&self) -> bool {
        self.looks_left == 0 || self.followed.iter().all(|stream| stream.refused)
    }
}

impl Stream {
    /// The stream of a container, or why it can't be followed.
    fn for_container(
        container: &Container,
        task: &str,
        region: &str,
        lang: Lang,
    ) -> Result<Self, String> {
        let name = &container.name;
        let Some(log) = &container.log else {
            return Err(text!(
                lang,
                "{name} has no log configuration",
                "{name} にはログ設定がありません"
            ));
        };
        let driver = &log.driver;
        if driver != "awslogs" {
            return Err(text!(
                lang,
                "the log of {name} goes to {driver}",
                "{name} のログは {driver} に送られます"
            ));
        }
        let place = log
            .option("awslogs-group")
            .zip(log.option("awslogs-stream-prefix"));
        let Some((group, prefix)) = place else {
            return Err(text!(
                lang,
                "the log of {name} has no awslogs-stream-prefix, so its stream can't be found",
                "{name} のログに awslogs-stream-prefix がないため、ログストリームを特定できません"
            ));
        };
        if log
            .option("awslogs-region")
            .is_some_and(|of_log| of_log != region)
        {
            return Err(text!(
                lang,
                "the log of {name} is in another region",
                "{name} のログは別のリージョンにあります"
            ));
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
    pub(super) async fn print_logs(
        &self,
        streams: &mut Streams,
        log: Log,
        is_last: bool,
        progress: &Progress,
    ) {
        let several = streams.followed.len() > 1;
        for stream in streams.followed.iter_mut().filter(|stream| !stream.refused) {
            let task = log.several_tasks.then_some(streams.task.as_str());
            let container = several.then_some(stream.container.as_str());
            let parts: Vec<&str> = task.into_iter().chain(container).collect();
            let prefix = match parts.join(" ") {
                none if none.is_empty() => none,
                prefix => format!("{prefix}: "),
            };
            self.print_log(stream, &streams.task, &prefix, log, is_last, progress)
                .await;
        }
    }

    /// Prints the new lines of a stream, each behind a prefix.
    async fn print_log(
        &self,
        stream: &mut Stream,
        task: &str,
        prefix: &str,
        log: Log,
        is_last: bool,
        progress: &Progress,
    ) {
        let operation = Operation::GetLogEvents;
        let mut tokens = Tokens::new(operation);
        let mut empty = 0;
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
                // The next look asks again.
                Err(failure) if failure.is_transient() && !is_last => return,
                Err(failure) => {
                    stream.refused = true;
                    let (container, words) = (&stream.container, failure.problem(self.lang));
                    progress.line(&text!(
                        self.lang,
                        "can't follow the log of {container}: {words}",
                        "{container} のログを読めません: {words}"
                    ));
                    return;
                }
            };
            for Event { message } in &events {
                let line = message.trim_end();
                if log.to_stderr {
                    progress.tell(&ProgressEvent::Log {
                        task,
                        container: &stream.container,
                        line,
                        prefix,
                    });
                } else {
                    progress.keep();
                    let line = format!("{}\n", escape(&format!("{prefix}{line}")));
                    let _ = io::stdout().write_all(line.as_bytes());
                }
            }
            if let Some(next) = &next {
                stream.next = Some(next.clone());
            }
            // A page may be empty, and the lines on the one behind it.
            empty = if events.is_empty() { empty + 1 } else { 0 };
            if next.is_none() || empty >= MAX_EMPTY_PAGES {
                return;
            }
        }
    }
}

//! What happens while a command goes on.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::Serialize;
use taskdef_core::Lang;
use taskdef_core::explain::Meaning;

use super::row::Row;
use crate::text::text;
use crate::time::elapsed;

/// How far a task is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct TaskState<'a> {
    /// Its id.
    pub(crate) task: &'a str,
    /// As AWS says it, such as `RUNNING`; `None` if AWS said nothing yet.
    pub(crate) state: Option<&'a str>,
}

/// Something that happened, in the JSON form by its `type`.
#[derive(Debug, Serialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub(crate) enum Event<'a> {
    /// Said for people.
    Message { text: &'a str },
    /// Tasks that were started by hand have new states.
    Tasks {
        tasks: &'a [TaskState<'a>],
        /// Since they are followed.
        seconds: u64,
    },
    /// A line of a task's log.
    Log {
        /// The id of the task.
        task: &'a str,
        container: &'a str,
        line: &'a str,
        /// What tells it apart for people, where there is something to tell apart.
        #[serde(skip)]
        prefix: &'a str,
    },
    /// A service has a new state.
    Service {
        #[serde(flatten)]
        row: &'a Row,
        /// Since the wait began.
        seconds: u64,
    },
    /// What ECS tells of a service, in its words.
    #[serde(rename = "event")]
    ServiceMessage { service: &'a str, message: &'a str },
    /// Tasks of a service stopped for a reason that was not told before.
    Stopped {
        service: &'a str,
        revision: &'a str,
        tasks: usize,
        reason: &'a str,
    },
    /// What it means that tasks stopped, of a kind that was not told before.
    Meaning {
        #[serde(flatten)]
        meaning: &'a Meaning,
    },
    /// A deployment waits at a pause hook for somebody.
    Paused {
        service: &'a str,
        revision: &'a str,
        stage: Option<&'a str>,
        hook: &'a str,
        /// RFC 3339.
        expires: Option<&'a str>,
        /// What ECS does then: `CONTINUE` or `ROLLBACK`.
        then: Option<&'a str>,
        /// The command that lets it go on.
        command: &'a str,
    },
}

impl Event<'_> {
    /// The same for people, on one line.
    pub(super) fn text(&self, lang: Lang) -> String {
        match self {
            Event::Message { text } => (*text).to_owned(),
            Event::Tasks { tasks, seconds } => {
                let (states, time) = (
                    states(tasks, lang),
                    elapsed(Duration::from_secs(*seconds), lang),
                );
                text!(lang, "{states}, {time}", "{states}、{time}")
            }
            Event::Log { line, prefix, .. } => format!("{prefix}{line}"),
            Event::Service { row, seconds } => row.line(Duration::from_secs(*seconds), lang),
            Event::ServiceMessage { message, .. } => (*message).to_owned(),
            Event::Stopped {
                service,
                revision,
                tasks,
                reason,
            } => match (lang, tasks) {
                (Lang::En, 1) => {
                    format!("service {service}: a task of {revision} stopped: {reason}")
                }
                (Lang::En, _) => {
                    format!("service {service}: {tasks} tasks of {revision} stopped: {reason}")
                }
                (Lang::Ja, _) => format!(
                    "サービス {service}: {revision} のタスクが {tasks} 個停止しました: {reason}"
                ),
            },
            Event::Meaning { meaning } => meaning.line(lang),
            Event::Paused {
                service,
                revision,
                stage,
                expires,
                then,
                command,
                ..
            } => {
                let waits = waits(*stage, *expires, *then, lang);
                text!(
                    lang,
                    "service {service}: {revision} {waits}; to let it go on: {command}",
                    "サービス {service}: {revision} は{waits}。続行するには: {command}"
                )
            }
        }
    }
}

/// The states of tasks in a few words: of one as AWS says it, of several with how many are in each.
fn states(tasks: &[TaskState<'_>], lang: Lang) -> String {
    let state = |task: &TaskState<'_>| task.state.unwrap_or("-").to_owned();
    if let [only] = tasks {
        let (task, state) = (only.task, state(only));
        return text!(lang, "task {task}: {state}", "タスク {task}: {state}");
    }
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for task in tasks {
        *counts.entry(state(task)).or_default() += 1;
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

/// That a deployment waits for somebody, until when, and what ECS does then.
pub(crate) fn waits(
    stage: Option<&str>,
    expires: Option<&str>,
    then: Option<&str>,
    lang: Lang,
) -> String {
    let stage = match (stage, lang) {
        (Some(stage), Lang::En) => format!(" at {stage}"),
        (Some(stage), Lang::Ja) => format!(" {stage} で"),
        (None, _) => String::new(),
    };
    let then = match (then, lang) {
        (Some("ROLLBACK"), Lang::En) => ", when ECS rolls it back".to_owned(),
        (Some("ROLLBACK"), Lang::Ja) => "、期限が切れると ECS がロールバックします".to_owned(),
        (Some("CONTINUE"), Lang::En) => ", when ECS lets it go on".to_owned(),
        (Some("CONTINUE"), Lang::Ja) => "、期限が切れると ECS が続行します".to_owned(),
        (Some(then), Lang::En) => format!(", when ECS does {then}"),
        (Some(then), Lang::Ja) => format!("、期限が切れると ECS が {then} を実行します"),
        (None, _) => String::new(),
    };
    let expires = match (expires, lang) {
        (Some(expires), Lang::En) => format!(" until {expires}{then}"),
        (Some(expires), Lang::Ja) => format!("（期限 {expires}{then}）"),
        (None, _) => String::new(),
    };
    text!(
        lang,
        "waits for somebody{stage}{expires}",
        "{stage}担当者の操作を待っています{expires}"
    )
}

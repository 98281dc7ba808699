//! Schedules of EventBridge Scheduler, in every group.

use futures_util::{StreamExt, TryStreamExt, stream};
use serde::Deserialize;
use serde_json::Value;

use super::universal::RunTaskInput;
use super::{EcsParameters, FoundTriggers, Trigger, TriggerId};
use crate::aws::arn::{Arn, FamilyRevision};
use crate::aws::call::{Aws, member, parse, read};
use crate::aws::failure::Failure;
use crate::aws::operation::Operation;
use crate::aws::pages::Tokens;
use crate::aws::request::Request;
use crate::aws::runtime::MAX_CONCURRENT;
use crate::text::{text, texts};

/// Members that `GetSchedule` answers and `UpdateSchedule` refuses. The name is in the path.
const READ_ONLY: [&str; 4] = ["Arn", "CreationDate", "LastModificationDate", "Name"];

/// The target of a schedule that calls `RunTask` with an input of the user's own.
const RUN_TASK: &str = ":::aws-sdk:ecs:runTask";

/// A page of `ListSchedules`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Page {
    schedules: Vec<Summary>,
    next_token: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Summary {
    group_name: String,
    name: String,
    target: SummaryTarget,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct SummaryTarget {
    arn: String,
}

/// A schedule, as `GetSchedule` answers.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Schedule {
    target: Value,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Target {
    arn: String,
    input: Option<String>,
    #[serde(rename = "EcsParameters")]
    ecs: Option<Value>,
}

impl Aws {
    /// Every schedule that starts tasks. The list holds each schedule's target, so that only
    /// those of ECS are requested one by one.
    pub(super) async fn all_schedules(
        &self,
        found: &mut FoundTriggers,
    ) -> Result<(), Box<Failure>> {
        let operation = Operation::ListSchedules;
        let mut named = Vec::new();
        let mut tokens = Tokens::new(operation);
        let mut next = None;
        loop {
            let page = self.call(Request::schedules(next)).await?;
            let page: Page = parse(operation, read(operation, &page)?)?;
            let of_ecs = page.schedules.into_iter().filter(is_of_ecs);
            named.extend(of_ecs.map(|schedule| (schedule.group_name, schedule.name)));
            next = tokens.next(page.next_token)?;
            if next.is_none() {
                break;
            }
        }
        self.named_schedules(&named, found).await
    }

    /// These schedules, by group and name.
    pub(super) async fn named_schedules(
        &self,
        named: &[(String, String)],
        found: &mut FoundTriggers,
    ) -> Result<(), Box<Failure>> {
        let triggers: Vec<Starts> = stream::iter(named)
            .map(|(group, name)| self.schedule(group, name))
            .buffered(MAX_CONCURRENT)
            .try_collect()
            .await?;
        for (starts, (group, name)) in triggers.into_iter().zip(named) {
            match starts {
                Starts::Definition(trigger) => found.triggers.push(*trigger),
                Starts::Unclear => {
                    found.skipped.push(text!(
                        self.lang,
                        "what schedule {group}/{name} starts (its input does not name one task \
                         definition in JSON)",
                        "スケジュール {group}/{name} が起動するもの（入力の JSON から、\
                         起動するタスク定義を 1 つに特定できません）"
                    ));
                    found.unclear.push(schedule_id(group, name));
                }
                Starts::SomethingElse => {}
            }
        }
        Ok(())
    }

    async fn schedule(&self, group: &str, name: &str) -> Result<Starts, Box<Failure>> {
        let operation = Operation::GetSchedule;
        let request = Request::schedule(operation, group, name, String::new());
        trigger(group, name, read(operation, &self.call(request).await?)?)
    }

    /// Writes a schedule back with all its members. AWS refuses a start date in the past in some
    /// cases; it has no effect any more, so the schedule is then written without it, and the
    /// result is `true`.
    pub(crate) async fn update_schedule(
        &self,
        group: &str,
        name: &str,
        whole: &Value,
    ) -> Result<bool, Box<Failure>> {
        let mut body = whole.clone();
        if let Value::Object(members) = &mut body {
            members.retain(|key, value| !READ_ONLY.contains(&key.as_str()) && !value.is_null());
        }
        let Err(failure) = self.put_schedule(group, name, &body).await else {
            return Ok(false);
        };
        if !failure.says("StartDate") || !has_passed(&body["StartDate"]) {
            return Err(failure);
        }
        if let Value::Object(members) = &mut body {
            members.remove("StartDate");
        }
        self.put_schedule(group, name, &body).await.map(|()| true)
    }

    /// Writes a schedule, and believes the answer only where it holds what each has to hold, or
    /// where the schedule shows it.
    async fn put_schedule(
        &self,
        group: &str,
        name: &str,
        whole: &Value,
    ) -> Result<(), Box<Failure>> {
        let operation = Operation::UpdateSchedule;
        let request = Request::schedule(operation, group, name, whole.to_string());
        let answer = self.call(request).await;
        let arn = answer.and_then(|answer| {
            member::<String>(operation, &mut read(operation, &answer)?, "ScheduleArn")
        });
        let unproven = match arn {
            Ok(_) => return Ok(()),
            Err(failure) if failure.is_unread() => failure,
            Err(failure) => return Err(failure),
        };
        let shown = match self.schedule(group, name).await {
            Ok(Starts::Definition(shown)) => shown.definition,
            Ok(_) => {
                let known = texts!(
                    "it does not show what it starts",
                    "スケジュールからは、何を起動するのかわかりません"
                );
                return Err(Box::new(unproven.and(&known)));
            }
            Err(failure) => return Err(Box::new(unproven.and_failed(&failure))),
        };
        match trigger(group, name, whole.clone())? {
            Starts::Definition(put) if put.definition == shown => Ok(()),
            _ => {
                let known = texts!(
                    "it still starts {shown}",
                    "スケジュールは {shown} を起動するままです"
                );
                Err(Box::new(unproven.and(&known)))
            }
        }
    }
}

/// Whether its target is a cluster, or `RunTask` itself.
fn is_of_ecs(schedule: &Summary) -> bool {
    let target = &schedule.target.arn;
    let is_cluster = Arn::parse(target)
        .is_some_and(|arn| arn.service == "ecs" && arn.resource.starts_with("cluster/"));
    is_cluster || target.ends_with(RUN_TASK)
}

/// What a schedule starts.
enum Starts {
    /// A task definition.
    Definition(Box<Trigger>),
    /// A task definition that its input does not name clearly.
    Unclear,
    /// No task.
    SomethingElse,
}

/// A schedule as a trigger.
///
/// # Errors
/// A member is missing that every schedule has.
fn trigger(group: &str, name: &str, whole: Value) -> Result<Starts, Box<Failure>> {
    let operation = Operation::GetSchedule;
    let Schedule { target } = parse(operation, whole.clone())?;
    let Target { arn, input, ecs } = parse(operation, target)?;
    let universal = arn.ends_with(RUN_TASK);
    let (cluster, definition) = if universal {
        match input.as_deref().and_then(RunTaskInput::parse) {
            Some(input) => (input.cluster, input.definition),
            None => return Ok(Starts::Unclear),
        }
    } else {
        match ecs.map(|ecs| parse(operation, ecs)).transpose()? {
            Some(EcsParameters { definition }) => (arn, definition),
            None => return Ok(Starts::SomethingElse),
        }
    };
    Ok(match FamilyRevision::parse(&definition) {
        Some(definition) => Starts::Definition(Box::new(Trigger {
            id: schedule_id(group, name),
            cluster,
            definition,
            whole,
            universal,
        })),
        None => Starts::Unclear,
    })
}

fn schedule_id(group: &str, name: &str) -> TriggerId {
    TriggerId::Schedule {
        group: group.to_owned(),
        name: name.to_owned(),
    }
}

/// Whether a time, in seconds since 1970, has passed.
fn has_passed(seconds: &Value) -> bool {
    let now = jiff::Timestamp::now().as_duration().as_secs_f64();
    seconds.as_f64().is_some_and(|then| then < now)
}

//! The one way to AWS: an operation and its JSON in, AWS's own JSON out.
//!
//! The SDK signs, sends, retries and finds credentials. It does not write or read the JSON: its
//! builders and outputs lose every field that they do not know yet. So the body of a request is
//! replaced before it is signed, the same bytes in each attempt, and the answer is taken as it
//! came.

use std::cell::RefCell;
use std::time::Duration;

use aws_smithy_types::retry::RetryConfig;
use serde_json::Value;

use super::failure::{Failure, Kind};
use super::operation::Operation;
use super::pace::Pace;
use super::raw::Raw;
use super::request::{Path, Request};

/// The longest wait between two attempts.
pub(super) const LONGEST_BACKOFF: Duration = Duration::from_secs(20);

/// AWS, as one person or pipeline may use it in one region.
#[derive(Debug)]
pub(crate) struct Aws {
    pub(super) ecs: aws_sdk_ecs::Client,
    pub(super) events: aws_sdk_eventbridge::Client,
    pub(super) scheduler: aws_sdk_scheduler::Client,
    pub(super) logs: aws_sdk_cloudwatchlogs::Client,
    pub(super) region: String,
    pub(super) backoff: Duration,
    pub(super) attempts: u32,
    pub(super) pace: RefCell<Pace>,
}

/// Sends one of an SDK's requests with our body, and gives the answer's.
macro_rules! send {
    ($request:expr, $sdk:ident, $call:expr) => {{
        let raw = Raw::new($call.body.clone());
        let mut request = $request.customize().interceptor(raw.clone());
        if $call.once {
            let once = $sdk::config::Config::builder().retry_config(RetryConfig::disabled());
            request = request.config_override(once);
        }
        raw.answer(request.send().await.err(), $call.operation)
    }};
}

impl Aws {
    /// Calls AWS and gives its answer, as the text that it sent.
    pub(crate) async fn call(&self, call: Request) -> Result<String, Box<Failure>> {
        let mut attempt = 1;
        loop {
            // The SDK tries again after most faults, but not after half an answer.
            match self.send(call.clone()).await {
                Err(failure)
                    if failure.kind == Kind::Garbled && !call.once && attempt < self.attempts =>
                {
                    self.back_off(attempt).await;
                    attempt += 1;
                }
                answer => return answer,
            }
        }
    }

    async fn send(&self, call: Request) -> Result<String, Box<Failure>> {
        self.turn().await;
        let Aws { ecs, events, .. } = self;
        match call.operation {
            Operation::RegisterTaskDefinition => {
                send!(ecs.register_task_definition(), aws_sdk_ecs, call)
            }
            Operation::DescribeTaskDefinition => {
                send!(ecs.describe_task_definition(), aws_sdk_ecs, call)
            }
            Operation::ListTaskDefinitions => {
                send!(ecs.list_task_definitions(), aws_sdk_ecs, call)
            }
            Operation::UpdateService => send!(ecs.update_service(), aws_sdk_ecs, call),
            Operation::DescribeServices => send!(ecs.describe_services(), aws_sdk_ecs, call),
            Operation::ListServices => send!(ecs.list_services(), aws_sdk_ecs, call),
            Operation::ListClusters => send!(ecs.list_clusters(), aws_sdk_ecs, call),
            Operation::RunTask => send!(ecs.run_task(), aws_sdk_ecs, call),
            Operation::ListTasks => send!(ecs.list_tasks(), aws_sdk_ecs, call),
            Operation::DescribeTasks => send!(ecs.describe_tasks(), aws_sdk_ecs, call),
            Operation::ListEventBuses => {
                send!(events.list_event_buses(), aws_sdk_eventbridge, call)
            }
            Operation::ListRuleNamesByTarget => {
                send!(
                    events.list_rule_names_by_target(),
                    aws_sdk_eventbridge,
                    call
                )
            }
            Operation::DescribeRule => send!(events.describe_rule(), aws_sdk_eventbridge, call),
            Operation::ListTargetsByRule => {
                send!(events.list_targets_by_rule(), aws_sdk_eventbridge, call)
            }
            Operation::PutTargets => send!(events.put_targets(), aws_sdk_eventbridge, call),
            Operation::ListSchedules | Operation::GetSchedule | Operation::UpdateSchedule => {
                self.call_scheduler(call).await
            }
            Operation::GetLogEvents => {
                send!(self.logs.get_log_events(), aws_sdk_cloudwatchlogs, call)
            }
        }
    }

    async fn call_scheduler(&self, call: Request) -> Result<String, Box<Failure>> {
        let Path { name, group, next } = call.path.clone();
        match call.operation {
            Operation::ListSchedules => {
                let request = self.scheduler.list_schedules().max_results(100);
                send!(request.set_next_token(next), aws_sdk_scheduler, call)
            }
            Operation::GetSchedule => {
                let request = self.scheduler.get_schedule().set_name(name);
                send!(request.set_group_name(group), aws_sdk_scheduler, call)
            }
            _ => {
                let request = self.scheduler.update_schedule().set_name(name);
                send!(request, aws_sdk_scheduler, call)
            }
        }
    }

    /// Calls AWS and reads its answer.
    pub(crate) async fn ask(
        &self,
        operation: Operation,
        body: &Value,
    ) -> Result<Value, Box<Failure>> {
        let answer = self.call(Request::new(operation, body)).await?;
        read(operation, &answer)
    }

    /// All pages of a list: the elements of `list`, where `token` names the next page.
    pub(crate) async fn pages(
        &self,
        operation: Operation,
        mut body: Value,
        list: &str,
        token: &str,
    ) -> Result<Vec<Value>, Box<Failure>> {
        let mut all = Vec::new();
        loop {
            let mut page = self.ask(operation, &body).await?;
            if let Value::Array(items) = page[list].take() {
                all.extend(items);
            }
            match page[token].take() {
                Value::String(next) if !next.is_empty() => body[token] = Value::String(next),
                _ => return Ok(all),
            }
        }
    }

    /// Waits between two attempts: twice as long each time, and never the same for two callers.
    pub(super) async fn back_off(&self, attempt: u32) {
        let most = self.backoff.saturating_mul(1 << (attempt - 1).min(16));
        let wait = most
            .min(LONGEST_BACKOFF)
            .mul_f64(0.5 + fastrand::f64() / 2.0);
        tokio::time::sleep(wait).await;
    }

    /// Waits until the next request may start.
    async fn turn(&self) {
        let wait = self.pace.borrow_mut().next();
        tokio::time::sleep_until(wait).await;
    }
}

/// The answer of an operation as JSON.
pub(crate) fn read(operation: Operation, answer: &str) -> Result<Value, Box<Failure>> {
    serde_json::from_str(answer).map_err(|_| Box::new(Failure::no_json(operation)))
}

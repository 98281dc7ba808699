//! The only way to AWS: an operation and its JSON in, AWS's own JSON out.
//!
//! The SDK signs, sends, retries and finds credentials. It does not write or read the JSON: its
//! builders and outputs lose every field that they do not know yet. So the body of a request is
//! replaced before it is signed, the same bytes in each attempt, and the answer is taken as it
//! came.

use std::cell::RefCell;
use std::time::Duration;

use aws_config::SdkConfig;
use aws_smithy_types::retry::RetryConfig;
use serde::de::DeserializeOwned;
use serde_json::Value;
use taskdef_core::{Lang, Localized};

use super::failure::{Failure, Kind};
use super::operation::{Operation, Service};
use super::rate_limiter::RateLimiter;
use super::raw::Raw;
use super::redact::Redactor;
use super::request::Request;
use crate::text::texts;

/// The longest delay between two attempts.
pub(super) const LONGEST_BACKOFF: Duration = Duration::from_secs(20);

/// After this many looks in a row that something else than AWS answered, it is not going to be AWS.
pub(super) const MAX_STRANGE_LOOKS: u32 = 5;

/// AWS, as one person or pipeline may use it in one region.
#[derive(Debug)]
pub(crate) struct Aws {
    /// How AWS is reached.
    pub(super) config: SdkConfig,
    /// The language of what is told.
    pub(crate) lang: Lang,
    pub(super) ecs: aws_sdk_ecs::Client,
    pub(super) events: aws_sdk_eventbridge::Client,
    pub(super) scheduler: aws_sdk_scheduler::Client,
    pub(super) logs: aws_sdk_cloudwatchlogs::Client,
    pub(super) region: String,
    pub(super) backoff: Duration,
    pub(super) attempts: u32,
    pub(super) rate_limiter: RefCell<RateLimiter>,
    /// What it may not show of AWS's words.
    pub(super) redactor: RefCell<Redactor>,
}

/// Sends a request of an SDK with our body, and gives the body of the answer.
macro_rules! send {
    ($request:expr, $sdk:ident, $call:expr) => {{
        let raw = Raw::new($call.operation, $call.body.clone());
        let mut request = $request.customize().interceptor(raw.clone());
        if $call.no_retry {
            let no_retry = $sdk::config::Config::builder().retry_config(RetryConfig::disabled());
            request = request.config_override(no_retry);
        }
        raw.answer(request.send().await.err())
    }};
}

impl Aws {
    /// Calls AWS and gives the body of its answer, unchanged. No failure shows a value of what was
    /// sent, or of what came before.
    ///
    /// # Errors
    /// AWS refuses, does not answer, or answers no JSON, after all retries.
    pub(crate) async fn call(&self, call: Request) -> Result<String, Box<Failure>> {
        let operation = call.operation;
        self.redactor.borrow_mut().sent(&call);
        let answer = self.attempts(call).await;
        let mut redactor = self.redactor.borrow_mut();
        if let Ok(answer) = &answer {
            redactor.answered(operation, answer);
        }
        answer.map_err(|failure| Box::new(failure.redacted(&mut redactor)))
    }

    async fn attempts(&self, call: Request) -> Result<String, Box<Failure>> {
        let mut attempt = 1;
        loop {
            // The SDK tries again after most faults, but not after an answer of success.
            match self.send(call.clone()).await {
                Err(failure)
                    if failure.is_garbled() && !call.no_retry && attempt < self.attempts =>
                {
                    self.back_off(attempt).await;
                    attempt += 1;
                }
                answer => return answer,
            }
        }
    }

    async fn send(&self, call: Request) -> Result<String, Box<Failure>> {
        self.throttle().await;
        let Aws {
            ecs,
            events,
            scheduler,
            logs,
            ..
        } = self;
        // One request of each SDK carries all operations of its service: body, target and answer are
        // our own. Scheduler alone has paths in place of a target.
        match call.operation {
            Operation::ListSchedules => {
                let request = scheduler.list_schedules().max_results(100);
                let request = request.set_next_token(call.path.next.clone());
                send!(request, aws_sdk_scheduler, call)
            }
            Operation::GetSchedule => {
                let request = scheduler.get_schedule().set_name(call.path.name.clone());
                let request = request.set_group_name(call.path.group.clone());
                send!(request, aws_sdk_scheduler, call)
            }
            Operation::UpdateSchedule => {
                let request = scheduler.update_schedule().set_name(call.path.name.clone());
                send!(request, aws_sdk_scheduler, call)
            }
            operation => match operation.service() {
                Service::Events => send!(events.list_event_buses(), aws_sdk_eventbridge, call),
                Service::Logs => send!(logs.get_log_events(), aws_sdk_cloudwatchlogs, call),
                Service::Ecs | Service::Scheduler => {
                    send!(ecs.list_clusters(), aws_sdk_ecs, call)
                }
            },
        }
    }

    /// Calls AWS and reads its answer.
    ///
    /// # Errors
    /// AWS refuses, does not answer, or its answer lacks a member that it must have.
    pub(crate) async fn ask<T: DeserializeOwned>(
        &self,
        operation: Operation,
        body: &Value,
    ) -> Result<T, Box<Failure>> {
        let answer = self.call(Request::new(operation, body)).await?;
        parse(operation, read(operation, &answer)?)
    }

    /// What AWS says, without any value of the documents that were sent or read.
    pub(crate) fn redact(&self, words: &str) -> String {
        self.redactor.borrow_mut().redact(words)
    }

    /// Lets AWS's words show values, as the user asked for.
    pub(crate) fn show_values(&self) {
        self.redactor.borrow_mut().show_values();
    }

    /// A failure that a successful answer reports, in AWS's words.
    pub(super) fn failure(&self, operation: Operation, code: &str, words: &str) -> Failure {
        let mut redactor = self.redactor.borrow_mut();
        Failure::told(operation, Kind::Refused, code, words).redacted(&mut redactor)
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
    async fn throttle(&self) {
        let wait = self.rate_limiter.borrow_mut().next();
        tokio::time::sleep_until(wait).await;
    }
}

/// The answer of an operation as JSON.
///
/// # Errors
/// It is not JSON, or no object.
pub(super) fn read(operation: Operation, answer: &str) -> Result<Value, Box<Failure>> {
    match serde_json::from_str(answer) {
        Ok(value @ Value::Object(_)) => Ok(value),
        Ok(_) => Err(Box::new(Failure::no_object(operation))),
        Err(_) => Err(Box::new(Failure::no_json(operation))),
    }
}

/// What an answer, or a part of it, says.
///
/// # Errors
/// It is no object, lacks a member that it must have, or one is of another type.
pub(super) fn parse<T: DeserializeOwned>(
    operation: Operation,
    value: Value,
) -> Result<T, Box<Failure>> {
    let not_whole = |Localized { en, ja }| {
        let why = texts!("the answer is not whole: {en}", "応答が不完全です: {ja}");
        Box::new(Failure::invalid_response(operation, why))
    };
    if !value.is_object() {
        // serde would read a list as the members in their order.
        let why = texts!(
            "a part of it is no object",
            "一部がオブジェクトではありません"
        );
        return Err(not_whole(why));
    }
    serde_json::from_value(value).map_err(|error| not_whole(lack(&error)))
}

/// What a member of an answer says.
///
/// # Errors
/// As [`parse`]; the message names the member.
pub(super) fn member<T: DeserializeOwned>(
    operation: Operation,
    answer: &mut Value,
    name: &str,
) -> Result<T, Box<Failure>> {
    let value = answer.get_mut(name).map_or(Value::Null, Value::take);
    serde_json::from_value(value).map_err(|error| {
        let Localized { en, ja } = lack(&error);
        let why = texts!(
            "the answer is not whole: `{name}`: {en}",
            "応答が不完全です: `{name}`: {ja}"
        );
        Box::new(Failure::invalid_response(operation, why))
    })
}

/// What an answer lacks. A value of another type may be a secret, and serde would repeat it.
fn lack(error: &serde_json::Error) -> Localized<String> {
    let words = error.to_string();
    match words.strip_prefix("missing field") {
        Some(field) => texts!("missing field{field}", "項目がありません:{field}"),
        None => texts!(
            "it is missing, or of another type",
            "値がないか、型が違います"
        ),
    }
}

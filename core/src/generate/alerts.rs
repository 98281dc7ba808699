//! Alerts: a topic that tells of tasks that failed or did not start, of failed runs of a state machine,
//! and of starts that were lost.
//!
//! Sources: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_task_events.html>,
//! <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html> (`stopCode`),
//! <https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html>,
//! <https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html>

use super::cloudformation::{self, Template};
use super::error::GenerateError;
use super::generated::Generated;
use super::request::Starter;
use super::scope::Scope;
use super::template::{self, Bindings, template};
use super::value::Function;
use crate::lang::Localized;

/// The stack of the topic and what publishes to it, with what to know beside it.
pub(super) fn generate(scope: &Scope<'_>) -> Result<Generated, GenerateError> {
    let request = scope.request;
    let mut generated = cloudformation::write(stack(scope)?, scope)?;
    let mut note = |applies: bool, words: Localized| {
        if applies {
            generated.notes.push(words.text(request.lang).to_owned());
        }
    };
    let several = scope.outline.containers.len() > 1;
    let counts_each = request.container.is_none() && request.state_machine.is_none();
    note(several && counts_each, EVERY_CONTAINER);
    let may_be_lost = request.started_by != Some(Starter::Hand);
    note(
        may_be_lost && request.dead_letter_queue.is_none(),
        LOST_STARTS,
    );
    note(request.topic.is_some(), TOPIC);
    Ok(generated)
}

/// The parameters that the stack has to be given, each as `NAME=VALUE`.
///
/// # Errors
/// The stack can't be made.
pub(super) fn required(scope: &Scope<'_>) -> Result<String, GenerateError> {
    Ok(cloudformation::required(stack(scope)?, scope))
}

/// The stack.
///
/// # Errors
/// The options contradict each other.
fn stack(scope: &Scope<'_>) -> Result<Template, GenerateError> {
    let request = scope.request;
    let by_machine = request.state_machine.is_some();
    let names_container = request.container.is_some();
    if request.topic.is_some() && request.mail.is_some() {
        return Err(MAIL_OF_TOPIC);
    }
    if by_machine && names_container {
        return Err(CONTAINER_OF_MACHINE);
    }
    let topic = match &request.topic {
        Some(_) => "AlertsTopicArn",
        None => "Alerts",
    };
    let mut bindings = Bindings::new();
    bindings.when("machine", by_machine);
    bindings.when("container", names_container);
    bindings.when("queue", request.dead_letter_queue.is_some());
    bindings.when("given-topic", request.topic.is_some());
    let message = if by_machine { OF_RUN } else { OF_TASK };
    bindings.value("message", Function::Sub.call(message.into()));
    bindings.value("topic", Function::Ref.call(topic.into()));
    Ok(Template {
        name: "alerts.yml",
        head: Vec::new(),
        root: template::read(template!("alerts.tmpl"), &bindings),
    })
}

/// What a mail says. EventBridge puts the values in as JSON, with their quotes.
const OF_TASK: &str = "{\"what\": \"A task of ${Family} failed, or did not start\",
 \"reason\": <reason>, \"code\": <code>, \"containers\": <containers>,
 \"task\": <task>, \"definition\": <definition>}";
const OF_RUN: &str = "{\"what\": \"A run of the job ${Family} did not succeed\",
 \"status\": <status>, \"run\": <run>}";

const MAIL_OF_TOPIC: GenerateError = GenerateError::of_options(
    "alerts",
    Localized {
        en: "--mail is for a new topic; who hears of --topic is that topic's own",
        ja: "--mail は新しいトピックのためのものです。--topic の通知先は、そのトピックの購読で決まります",
    },
);

const CONTAINER_OF_MACHINE: GenerateError = GenerateError::of_options(
    "alerts",
    Localized {
        en: "--container is for tasks; with --state-machine, its runs are told",
        ja: "--container はタスクのためのものです。--state-machine では、その実行を通知します",
    },
);

const EVERY_CONTAINER: Localized = Localized {
    en: "Every container counts: a sidecar that is stopped with its task may exit with another code than 0. \
        --container names the one that counts.",
    ja: "すべてのコンテナが対象です。タスクと一緒に停止されるサイドカーは 0 以外のコードで終了することがあります。対象のコンテナは \
        --container で指定できます。",
};

const LOST_STARTS: Localized = Localized {
    en: "A start that never became a task leaves no event of ECS. The stack of taskdef generate eventbridge keeps it in \
        a queue, its output LostStartsQueue; taskdef generate alerts --dead-letter-queue adds an alarm on that queue.",
    ja: "タスクにならなかった起動は、ECS のイベントになりません。taskdef generate eventbridge のスタックでは、それがキュー（出力の \
        LostStartsQueue）に残ります。taskdef generate alerts --dead-letter-queue で、そのキューのアラームを追加できます。",
};

const TOPIC: Localized = Localized {
    en: "The topic's own policy has to let events.amazonaws.com and, for an alarm, cloudwatch.amazonaws.com publish.",
    ja: "トピックのポリシーで、events.amazonaws.com と、アラームには cloudwatch.amazonaws.com に発行を許可してください。",
};

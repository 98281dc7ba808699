//! A rule or schedule that runs the task definition by its family, so that it follows the latest
//! revision and no deploy has to touch it.

use super::iam::{self, Trust, needs};
use super::request::Starter;
use super::resources::{arn, cluster};
use super::scope::Scope;
use super::slot::{self, Slot};
use super::template::{self, Template};
use super::term::{Ink, Term};
use super::value::{Function, List, Map, Value};
use super::{Generated, Refusal};
use crate::lang::Prose;

pub(super) fn generate(starter: Starter, scope: &Scope<'_>) -> Result<Generated, Refusal> {
    if scope.outline.family.is_empty() {
        return Err(Refusal::NoFamily);
    }
    let known = |slot: &Slot| scope.known(slot);
    let ink = Ink {
        template: true,
        known: &known,
    };
    let (name, kind, trust) = match starter {
        Starter::Rule => ("TaskRule", "AWS::Events::Rule", Trust::StackRule),
        Starter::Schedule => ("TaskSchedule", "AWS::Scheduler::Schedule", Trust::Schedules),
    };
    let statements = iam::statements(needs::TASK_EVENTS, scope);
    let policy = Map::new()
        .set("PolicyName", "RunTask")
        .set("PolicyDocument", iam::document(&statements, ink));
    let role = Map::new()
        .set("AssumeRolePolicyDocument", iam::trust(trust, ink, scope))
        .set("Policies", List::new().push(policy));
    let properties = match starter {
        Starter::Rule => rule(scope, ink),
        Starter::Schedule => schedule(scope, ink),
    };
    let resources = Map::new()
        .say(STARTER)
        .set(
            name,
            Map::new().set("Type", kind).set("Properties", properties),
        )
        .say(ROLE)
        .set(
            "TaskEventsRole",
            Map::new()
                .set("Type", "AWS::IAM::Role")
                .set("Properties", role),
        );
    template::write(
        Template {
            name: "eventbridge.yml",
            description: "Runs an ECS task on schedule, by its family".to_owned(),
            head: Vec::new(),
            resources,
            outputs: Map::new(),
        },
        scope,
    )
}

fn rule(scope: &Scope<'_>, ink: Ink<'_>) -> Map {
    let target = target(ink)
        .set("Id", "task")
        .set("EcsParameters", ecs(scope, ink, Starter::Rule));
    Map::new()
        .say(UTC)
        .set(
            "ScheduleExpression",
            ink.text(&Term::slot(&slot::EXPRESSION)),
        )
        .set("State", "ENABLED")
        .set("Targets", List::new().push(target))
}

fn schedule(scope: &Scope<'_>, ink: Ink<'_>) -> Map {
    Map::new()
        .set(
            "ScheduleExpression",
            ink.text(&Term::slot(&slot::EXPRESSION)),
        )
        .set(
            "ScheduleExpressionTimezone",
            ink.text(&Term::slot(&slot::TIME_ZONE)),
        )
        .say(ON_TIME)
        .set("FlexibleTimeWindow", Map::new().set("Mode", "OFF"))
        .set("State", "ENABLED")
        .set(
            "Target",
            target(ink).set("EcsParameters", ecs(scope, ink, Starter::Schedule)),
        )
}

fn target(ink: Ink<'_>) -> Map {
    let role = Value::Call(Function::GetAtt, Box::new("TaskEventsRole.Arn".into()));
    Map::new()
        .set("Arn", ink.text(&cluster()))
        .set("RoleArn", role)
}

fn ecs(scope: &Scope<'_>, ink: Ink<'_>, starter: Starter) -> Map {
    let outline = scope.outline;
    let family = arn("ecs")
        .then("task-definition/")
        .with(&Term::slot(&slot::FAMILY));
    let fargate = outline
        .requires_compatibilities
        .iter()
        .any(|kind| kind == "FARGATE");
    let mut ecs = Map::new()
        .say(LATEST)
        .set("TaskDefinitionArn", ink.text(&family))
        .set("TaskCount", 1)
        .set("LaunchType", if fargate { "FARGATE" } else { "EC2" });
    if outline.network_mode.as_deref() == Some("awsvpc") {
        let reference = |slot| ink.text(&Term::slot(slot));
        let network = Map::new()
            .set("Subnets", reference(&slot::SUBNETS))
            .set("SecurityGroups", reference(&slot::SECURITY_GROUPS))
            .set("AssignPublicIp", reference(&slot::PUBLIC_IP));
        // The two services spell this one key differently.
        let key = match starter {
            Starter::Rule => "AwsVpcConfiguration",
            Starter::Schedule => "AwsvpcConfiguration",
        };
        ecs = ecs.set("NetworkConfiguration", Map::new().set(key, network));
    }
    ecs.set_some("PropagateTags", outline.tagged.then_some("TASK_DEFINITION"))
}

const STARTER: Prose = Prose {
    en: "Starts one task of the family each time.",
    ja: "そのたびに、ファミリーのタスクを 1 つ起動します。",
};

const LATEST: Prose = Prose {
    en: "Without a revision behind it: each start takes the latest one, and a deploy only has to register.",
    ja: "リビジョンを付けないため、起動のたびに最新のリビジョンを使います。デプロイは登録だけで済みます。",
};

const UTC: Prose = Prose {
    en: "A rule counts in UTC; a schedule of EventBridge Scheduler takes a time zone.",
    ja: "ルールの時刻は UTC です。タイムゾーンを指定できるのは EventBridge Scheduler のスケジュールです。",
};

const ON_TIME: Prose = Prose {
    en: "At the very time, not within a window.",
    ja: "時間枠を設けず、指定した時刻に起動します。",
};

const ROLE: Prose = Prose {
    en: "Only EventBridge may take this role on, and only for this account.",
    ja: "このロールを使えるのは、このアカウントの EventBridge だけです。",
};

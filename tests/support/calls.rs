//! The calls made with each role, written by hand from what a build, ECS and EventBridge do, and
//! not from the templates of the policies. They belong to `tests/generated/pastes/full.json`.

use taskdef_core::generate::{Builder, Kind, Request, Style};

use crate::iam::Call;

const ECS_TASKS: &str = "ecs-tasks.amazonaws.com";

/// An ARN in the account and region of the paste.
fn here(service: &str, rest: &str) -> String {
    format!("arn:aws:{service}:ap-northeast-1:111122223333:{rest}")
}

/// The calls of a state machine that runs the task of this paste.
#[allow(dead_code, reason = "not every test has a state machine")]
pub(crate) fn of_the_machine() -> Vec<Call> {
    let rule = here("events", "rule/StepFunctionsGetEventsForECSTaskRule");
    let task = here("ecs", "task/jobs/1");
    let mut calls = of_the_starter(&Request::new(Kind::Buildspec));
    calls.extend([
        Call::new("ecs:DescribeTasks", &task),
        Call::new("ecs:StopTask", &task),
        Call::new("events:PutTargets", &rule),
        Call::new("events:PutRule", &rule),
        Call::new("events:DescribeRule", &rule),
    ]);
    calls
}

/// Passes a role to a service.
fn pass(role: &str, to: &str) -> Call {
    Call::new(
        "iam:PassRole",
        &format!("arn:aws:iam::111122223333:role/{role}"),
    )
    .with("iam:PassedToService", to)
}

/// The calls of a build.
pub(crate) fn of_a_build(request: &Request) -> Vec<Call> {
    let log = |rest: &str| here("logs", &format!("log-group:/aws/codebuild/deploy{rest}"));
    let family = here("ecs", "task-definition/nightly-report:6");
    let mut calls = vec![
        Call::new("logs:CreateLogGroup", &log("")),
        Call::new("logs:CreateLogStream", &log(":log-stream:1")),
        Call::new("logs:PutLogEvents", &log(":log-stream:1")),
        Call::new("ecs:RegisterTaskDefinition", &family),
        Call::new("ecs:TagResource", &family).with("ecs:CreateAction", "RegisterTaskDefinition"),
        pass("service/report-task", ECS_TASKS),
        pass("report-execution", ECS_TASKS),
    ];
    let mut add = |used: bool, more: &[Call]| {
        if used {
            calls.extend_from_slice(more);
        }
    };
    let object = |name: &str| format!("arn:aws:s3:::{name}");
    add(
        request.bucket.is_some(),
        &[
            Call::new("s3:GetObject", &object("artifacts/App/1")),
            Call::new("s3:PutObject", &object("artifacts/Build/1")),
        ],
    );
    let parameter = |name: &str| here("ssm", &format!("parameter/CodeBuild/nightly-report/{name}"));
    add(
        request.docker_hub && request.builder != Builder::None,
        &[
            Call::new("ssm:GetParameters", &parameter("DOCKERHUB_USER")),
            Call::new("ssm:GetParameters", &parameter("DOCKERHUB_PASS")),
        ],
    );
    add(
        request.docker_hub && request.builder != Builder::None && !request.kms_keys.is_empty(),
        &[Call::new("kms:Decrypt", &here("kms", "key/k"))],
    );
    let taskdef = request.style == Style::Taskdef;
    add(
        taskdef,
        &[
            Call::new("s3:GetObject", &object("tools/0.1.0/taskdef")),
            Call::new("ecs:DescribeTaskDefinition", "*"),
        ],
    );
    let push = [
        "DescribeImages",
        "InitiateLayerUpload",
        "UploadLayerPart",
        "CompleteLayerUpload",
        "PutImage",
    ];
    let repository = here("ecr", "repository/team/report");
    let push = push.map(|action| Call::new(&format!("ecr:{action}"), &repository));
    let builds = request.builder != Builder::None;
    add(builds, &push);
    add(builds, &[Call::new("ecr:GetAuthorizationToken", "*")]);
    let reports = here("codebuild", "report-group/deploy-unit-tests");
    add(
        request.reports && builds,
        &[
            Call::new("codebuild:CreateReportGroup", &reports),
            Call::new("codebuild:CreateReport", &reports),
            Call::new("codebuild:UpdateReport", &reports),
            Call::new("codebuild:BatchPutTestCases", &reports),
        ],
    );
    if request.vpc {
        for action in ["DescribeSubnets", "DescribeVpcs"] {
            calls.push(Call::new(&format!("ec2:{action}"), "*"));
        }
        let interface = here("ec2", "network-interface/eni-1");
        calls.push(Call::new("ec2:CreateNetworkInterface", &interface));
        let permission = Call::new("ec2:CreateNetworkInterfacePermission", &interface);
        let subnet = here("ec2", "subnet/<BUILD_SUBNETS>");
        calls.push(
            permission
                .with("ec2:AuthorizedService", "codebuild.amazonaws.com")
                .with("ec2:Subnet", &subnet),
        );
    }
    calls.extend(of_targets(request));
    if request.run {
        calls.extend(of_a_run(request));
    }
    calls
}

/// The calls with which a build shows what changed and runs the new revision once.
fn of_a_run(request: &Request) -> Vec<Call> {
    let cluster = here("ecs", "cluster/jobs");
    let family = here("ecs", "task-definition/nightly-report:6");
    let mut calls = vec![
        Call::new("ecs:DescribeTaskDefinition", "*"),
        Call::new("ecs:RunTask", &family).with("ecs:cluster", &cluster),
        Call::new("ecs:DescribeTasks", &here("ecs", "task/jobs/1")),
    ];
    if request.style == Style::AwsCli {
        return calls;
    }
    let stream = "log-group:/ecs/report:log-stream:app/app/1";
    calls.push(Call::new("logs:GetLogEvents", &here("logs", stream)));
    let services = !request.services.is_empty() || request.service_variable;
    if !services && request.rules.is_empty() && request.schedules.is_empty() {
        // Nothing that moves says where it runs: it looks for what starts it, among everything.
        for action in [
            "ecs:ListClusters",
            "ecs:ListServices",
            "events:ListEventBuses",
            "events:ListRuleNamesByTarget",
            "scheduler:ListSchedules",
        ] {
            calls.push(Call::new(action, "*"));
        }
        for (action, service, starter) in [
            ("events:ListTargetsByRule", "events", "rule/bus/some"),
            ("scheduler:GetSchedule", "scheduler", "schedule/some/one"),
            ("ecs:DescribeServices", "ecs", "service/jobs/some"),
        ] {
            calls.push(Call::new(action, &here(service, starter)));
        }
    }
    calls
}

/// The calls of a workflow of GitHub Actions: those of a build, less what CodeBuild itself does.
#[allow(dead_code, reason = "not every test has a workflow")]
pub(crate) fn of_a_workflow(request: &Request) -> Vec<Call> {
    let mut calls = of_a_build(request);
    let own = |action: &str| {
        // It writes a log of its own; it reads that of a run as a build does.
        let services = [
            "logs:Create",
            "logs:Put",
            "codebuild:",
            "ssm:",
            "kms:",
            "ec2:",
        ];
        services.iter().any(|service| action.starts_with(service))
    };
    calls.retain(|call| !own(&call.action) && !call.resource.contains(":::artifacts/"));
    calls
}

/// The calls with which a build updates services, rules and schedules.
fn of_targets(request: &Request) -> Vec<Call> {
    let mut calls = Vec::new();
    let mut add = |used: bool, more: &[Call]| {
        if used {
            calls.extend_from_slice(more);
        }
    };
    let named = !request.services.is_empty();
    let service = named || request.service_variable;
    let others = !request.rules.is_empty() || !request.schedules.is_empty();
    let name = if named { "worker" } else { "<SERVICE>" };
    let arn = here("ecs", &format!("service/jobs/{name}"));
    add(
        service,
        &[
            Call::new("ecs:UpdateService", &arn),
            Call::new("ecs:DescribeServices", &arn),
        ],
    );
    let cluster = here("ecs", "cluster/jobs");
    let taskdef = request.style == Style::Taskdef;
    let deployment = here("ecs", &format!("service-deployment/jobs/{name}/1"));
    add(
        taskdef && request.wait && service,
        &[
            Call::new("ecs:ListServiceDeployments", &arn),
            Call::new("ecs:DescribeServiceRevisions", &arn),
            Call::new("ecs:DescribeServiceDeployments", &deployment),
            Call::new("ecs:ListTasks", "*").with("ecs:cluster", &cluster),
            Call::new("ecs:DescribeTasks", &here("ecs", "task/jobs/1")),
        ],
    );
    add(
        taskdef && !service && (others || request.run),
        &[Call::new("ecs:DescribeClusters", &cluster)],
    );
    let rule = here("events", "rule/bus/nightly");
    add(
        !request.rules.is_empty(),
        &[
            Call::new("events:ListTargetsByRule", &rule),
            Call::new("events:PutTargets", &rule),
            pass("rule", "events.amazonaws.com"),
        ],
    );
    let schedule = here("scheduler", "schedule/group/nightly");
    add(
        !request.schedules.is_empty(),
        &[
            Call::new("scheduler:GetSchedule", &schedule),
            Call::new("scheduler:UpdateSchedule", &schedule),
            pass("schedule", "scheduler.amazonaws.com"),
        ],
    );
    calls
}

/// The calls that ECS makes with the execution role.
pub(crate) fn of_the_agent(request: &Request) -> Vec<Call> {
    let mut calls = vec![
        Call::new("ecr:GetAuthorizationToken", "*"),
        Call::new("ecr:BatchGetImage", &here("ecr", "repository/team/report")),
        Call::new(
            "logs:CreateLogGroup",
            &here("logs", "log-group:/ecs/report"),
        ),
        Call::new(
            "logs:PutLogEvents",
            &here("logs", "log-group:/ecs/report:log-stream:app/1"),
        ),
        Call::new(
            "ssm:GetParameters",
            &here("ssm", "parameter/DEV_REPORT_URL"),
        ),
        Call::new("ssm:GetParameters", &here("ssm", "parameter/report/key")),
        Call::new(
            "secretsmanager:GetSecretValue",
            &here("secretsmanager", "secret:report/db-AbCdEf"),
        ),
        Call::new(
            "secretsmanager:GetSecretValue",
            &here("secretsmanager", "secret:report-partial-a1B2c3"),
        ),
        Call::new(
            "secretsmanager:GetSecretValue",
            &here("secretsmanager", "secret:router-ZyXwVu"),
        ),
        Call::new("s3:GetObject", "arn:aws:s3:::report-settings/prod/app.env"),
        Call::new("s3:GetBucketLocation", "arn:aws:s3:::report-settings"),
    ];
    if !request.kms_keys.is_empty() {
        calls.push(Call::new("kms:Decrypt", &here("kms", "key/k")));
    }
    calls
}

/// The calls that EventBridge makes with the role of a rule or schedule.
pub(crate) fn of_the_starter(request: &Request) -> Vec<Call> {
    let lost = request.dead_letter_queue.iter();
    let lost = lost.map(|name| Call::new("sqs:SendMessage", &here("sqs", name)));
    let mut calls = vec![
        Call::new(
            "ecs:RunTask",
            &here("ecs", "task-definition/nightly-report:6"),
        )
        .with("ecs:cluster", &here("ecs", "cluster/jobs")),
        Call::new("ecs:TagResource", &here("ecs", "task/jobs/1"))
            .with("ecs:CreateAction", "RunTask"),
        pass("service/report-task", ECS_TASKS),
        pass("report-execution", ECS_TASKS),
    ];
    calls.extend(lost);
    calls
}

//! The output of `generate`: policies contain exactly the permissions that are needed, the same
//! request gives the same bytes, and names stay data. `tests/generated/run` checks the files with
//! other software.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    reason = "a test reads files, and fails by panicking"
)]

#[path = "support/calls.rs"]
mod calls;
#[allow(dead_code, reason = "it makes documents of other kinds too")]
#[path = "support/generate.rs"]
mod documents;
#[path = "support/iam.rs"]
mod iam;
#[path = "support/random.rs"]
mod random;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use documents::Mode;
use iam::{Call, Policy};
use random::Random;
use serde_json::{Value, json};
use taskdef_core::generate::{
    Builder, Format, GenerateError, Generated, Kind, PolicyFor, Request, Source, Starter, Style,
    Trigger, generate,
};
use taskdef_core::{Conversion, Lang, Options, Pasted, convert};

const CASES: u64 = 3_000;

const ROLES: [PolicyFor; 6] = [
    PolicyFor::GitHubActions,
    PolicyFor::CodeBuild,
    PolicyFor::ExecutionRole,
    PolicyFor::TaskRole,
    PolicyFor::TaskEvents,
    PolicyFor::Batch,
];

const KINDS: [Kind; 18] = [
    Kind::Buildspec,
    Kind::Policy(PolicyFor::CodeBuild),
    Kind::Policy(PolicyFor::ExecutionRole),
    Kind::Policy(PolicyFor::TaskRole),
    Kind::Policy(PolicyFor::TaskEvents),
    Kind::Policy(PolicyFor::Batch),
    Kind::Pipeline,
    Kind::AppSpec,
    Kind::ImageDefinitions,
    Kind::ImageDetail,
    Kind::TaskDefinition,
    Kind::EventBridge(Trigger::Rule),
    Kind::EventBridge(Trigger::Schedule),
    Kind::EventBridge(Trigger::StateMachine),
    Kind::Alerts,
    Kind::GitHubActions,
    Kind::Policy(PolicyFor::GitHubActions),
    Kind::Readme,
];

fn full() -> Conversion {
    pasted("full")
}

fn pasted(name: &str) -> Conversion {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/generated/pastes");
    let file = file.join(name).with_extension("json");
    converted(&fs::read_to_string(file).expect("the paste is there"))
}

fn converted(text: &str) -> Conversion {
    convert(&Pasted::text(text), &Options::default()).expect("a task definition")
}

fn made(conversion: &Conversion, request: &Request) -> Generated {
    generate(conversion, request).unwrap_or_else(|refusal| panic!("{request:?}: {refusal:?}"))
}

/// A request about the container `app`.
fn about_app(kind: Kind) -> Request {
    Request {
        container: Some("app".to_owned()),
        ..started(kind)
    }
}

/// A request that says what starts the job.
fn started(kind: Kind) -> Request {
    Request {
        started_by: Some(Starter::Schedule),
        ..Request::new(kind)
    }
}

fn policy(conversion: &Conversion, request: &Request) -> Policy {
    Policy::read(&made(conversion, request).text)
}

/// Every combination of the options that add statements; each is a bit of a number.
fn requests(who: PolicyFor) -> impl Iterator<Item = Request> {
    let arn = |rest: &str| format!("arn:aws:{rest}");
    (0..1_u32 << 11).map(move |bits| {
        let on = |bit: u32| bits & (1 << bit) != 0;
        let some = |bit, text: String| on(bit).then_some(text);
        let named = |bit, name: &str| some(bit, name.to_owned()).into_iter().collect();
        Request {
            cluster: Some("jobs".to_owned()),
            project: Some("deploy".to_owned()),
            services: named(0, "worker"),
            service_variable: !on(0) && on(9),
            run: on(10),
            vpc: on(5),
            rules: named(1, "bus/nightly"),
            rule_role: some(1, arn("iam::111122223333:role/rule")),
            schedules: named(2, "group/nightly"),
            schedule_role: some(2, arn("iam::111122223333:role/schedule")),
            bucket: some(3, "artifacts".to_owned()),
            docker_hub: on(4),
            reports: on(5),
            builder: if on(6) { Builder::None } else { Builder::Maven },
            style: if on(7) { Style::Taskdef } else { Style::AwsCli },
            taskdef_url: some(7, "s3://tools/0.1.0/taskdef".to_owned()),
            dead_letter_queue: some(5, "lost".to_owned()),
            kms_keys: some(8, arn("kms:ap-northeast-1:111122223333:key/k"))
                .into_iter()
                .collect(),
            ..about_app(Kind::Policy(who))
        }
    })
}

/// The calls made with a role.
type Calls = fn(&Request) -> Vec<Call>;

const CALLERS: [(PolicyFor, Calls); 4] = [
    (PolicyFor::GitHubActions, calls::of_a_workflow),
    (PolicyFor::CodeBuild, calls::of_a_build),
    (PolicyFor::ExecutionRole, calls::of_the_agent),
    (PolicyFor::TaskEvents, calls::of_the_starter),
];

#[test]
fn a_policy_allows_every_call_and_lacks_one_without_any_statement() {
    let conversion = full();
    for (who, calls) in CALLERS {
        for request in requests(who) {
            let policy = policy(&conversion, &request);
            let calls = calls(&request);
            for call in &calls {
                assert!(policy.allows(call), "{request:?}: {call:?}");
            }
            for index in 0..policy.len() {
                let (sid, rest) = policy.without(index);
                let denied = calls.iter().any(|call| !rest.allows(call));
                assert!(denied, "nothing needs the statement {sid} of {request:?}");
            }
        }
    }
}

#[test]
fn a_policy_allows_no_call_on_anything_else() {
    let conversion = full();
    for (who, calls) in CALLERS {
        for request in requests(who).step_by(13) {
            let policy = policy(&conversion, &request);
            for call in calls(&request).iter().filter(|call| call.resource != "*") {
                for other in call.strayed() {
                    assert!(!policy.allows(&other), "{request:?}: {other:?}");
                }
            }
        }
    }
}

#[test]
fn every_resource_comes_from_the_paste_or_an_option() {
    let mut resources = 0;
    for seed in 0..CASES {
        let mut random = Random::new(seed);
        let document = documents::document(seed, &Mode::REGISTERABLE, 0);
        let conversion = converted(&document);
        let conversion = converted(&with_names(&conversion.result, &mut random));
        let batch = random.chance(200);
        let first = serde_json::from_str::<Value>(&conversion.result).expect("JSON");
        let first = first["containerDefinitions"][0]["name"]
            .as_str()
            .map(str::to_owned);
        let known = strings(&conversion.result);
        let options = [
            "jobs",
            "worker",
            "nightly",
            "deploy",
            "one-family",
            "arn:aws:iam::1:role/rule",
        ];
        let known: Vec<String> = known
            .into_iter()
            .chain(options.map(str::to_owned))
            .collect();
        for who in ROLES {
            let request = Request {
                cluster: Some("jobs".to_owned()),
                project: Some("deploy".to_owned()),
                services: if batch {
                    Vec::new()
                } else {
                    vec!["worker".to_owned()]
                },
                rules: if batch {
                    Vec::new()
                } else {
                    vec!["nightly".to_owned()]
                },
                rule_role: Some("arn:aws:iam::1:role/rule".to_owned()),
                docker_hub: random.chance(500),
                exec: random.chance(500),
                container: first.clone(),
                batch: if batch {
                    ["one-family", "service=worker", "rule=nightly"]
                        .map(str::to_owned)
                        .to_vec()
                } else {
                    Vec::new()
                },
                ..Request::new(Kind::Policy(who))
            };
            let Ok(generated) = generate(&conversion, &request) else {
                continue;
            };
            for resource in Policy::read(&generated.text).resources() {
                resources += 1;
                assert!(
                    iam::is_made_of(&resource, &known),
                    "seed {seed}, {who:?}: {resource} comes from nowhere\n{}",
                    conversion.result
                );
            }
        }
    }
    assert!(resources > 10 * CASES, "only {resources} resources");
}

/// The same task definition with AWS names of any form.
fn with_names(result: &str, random: &mut Random) -> String {
    let mut definition: Value = serde_json::from_str(result).expect("JSON");
    for role in ["taskRoleArn", "executionRoleArn"] {
        let forms = [
            "arn:aws:iam::111122223333:role/a/b",
            "bare-role",
            "<ROLE>",
            "${ROLE}",
            "x y",
        ];
        definition[role] = random.pick(&forms).into();
    }
    let containers = definition["containerDefinitions"].as_array_mut();
    for container in containers
        .into_iter()
        .flatten()
        .filter(|container| container.is_object())
    {
        let images = [
            "111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/app:1",
            "444455556666.dkr.ecr-fips.us-gov-west-1.amazonaws.com/other@sha256:0",
            "nginx",
            "<IMAGE1_NAME>",
            "",
        ];
        container["image"] = random.pick(&images).into();
        let froms = [
            "arn:aws:ssm:eu-west-1:111122223333:parameter/p/q",
            "arn:aws:secretsmanager:eu-west-1:111122223333:secret:s-AbCdEf:key::",
            "arn:aws:secretsmanager:eu-west-1:111122223333:secret:s",
            "/path/name",
            "name",
            "*",
        ];
        let secret = json!({"name": "S", "valueFrom": random.pick(&froms)});
        container["secrets"] = json!([secret, {"name": "T", "valueFrom": random.pick(&froms)}]);
        let group = random.pick(&["/ecs/logs", "${x}", "a*"]);
        let options = json!({"awslogs-group": group, "awslogs-region": "eu-west-1", "awslogs-create-group": "true"});
        container["logConfiguration"] = json!({"logDriver": "awslogs", "options": options});
        let files = ["arn:aws:s3:::bucket/a/b.env", "no-arn"];
        container["environmentFiles"] = json!([{"type": "s3", "value": random.pick(&files)}]);
    }
    definition.to_string()
}

#[test]
fn nothing_is_made_of_an_empty_paste() {
    for text in [
        r#"{"containerDefinitions":[]}"#,
        r#"{"family":"f","containerDefinitions":[]}"#,
        r#"{"family":"","containerDefinitions":[{}]}"#,
        r#"{"family":null,"containerDefinitions":[{"name":"app","image":"nginx"}]}"#,
    ] {
        let conversion = converted(text);
        for kind in KINDS {
            // These files contain a container's image, which the last definition has.
            let has_container = matches!(kind, Kind::ImageDefinitions | Kind::ImageDetail);
            if !has_container {
                let refused = generate(&conversion, &Request::new(kind));
                assert!(refused.is_err(), "{kind:?} of {text}: {refused:?}");
            }
        }
    }
    let conversion =
        converted(r#"{"family":"f","containerDefinitions":[{"name":"app","image":"nginx"}]}"#);
    let request = Request::new(Kind::Policy(PolicyFor::ExecutionRole));
    assert_eq!(
        generate(&conversion, &request),
        Err(GenerateError::NOTHING_NEEDED)
    );
}

#[test]
fn the_same_request_makes_the_same_bytes_and_no_value_of_a_variable() {
    let conversion = full();
    for kind in KINDS {
        for lang in [Lang::En, Lang::Ja] {
            for format in [Format::Usual, Format::Yaml, Format::Json] {
                let request = Request {
                    lang,
                    format,
                    batch: vec!["one".to_owned()],
                    one_image: true,
                    exec: true,
                    source: Source::Connection,
                    ..about_app(kind)
                };
                let first = made(&conversion, &request);
                assert_eq!(first, made(&full(), &request), "{request:?}");
                assert!(
                    first.text.ends_with('\n') && !first.text.ends_with("\n\n"),
                    "{request:?}"
                );
                let whole = format!("{first:?}");
                // The exception is the task definition itself, which contains its variables.
                let is_definition = kind == Kind::TaskDefinition;
                assert_eq!(whole.contains("hunter2"), is_definition, "{request:?}");
            }
        }
    }
}

/// Names with a special meaning in a shell, YAML, IAM or CloudFormation.
const AWKWARD: [&str; 14] = [
    "a\nb",
    "it's",
    "say \"x\"",
    "`id`",
    "$(id)",
    "${AWS::AccountId}",
    "a: b",
    "a #b",
    "-x",
    "*",
    "a?b",
    "${!x}",
    "日本語",
    "on",
];

#[test]
fn awkward_names_come_through_as_data() {
    for name in AWKWARD {
        let document = json!({
            "family": name,
            "taskRoleArn": name,
            "containerDefinitions": [{
                "name": name,
                "image": format!("111122223333.dkr.ecr.eu-west-1.amazonaws.com/{name}"),
                "portMappings": [{"containerPort": 80}],
                "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": name}},
            }],
        });
        let conversion = converted(&document.to_string());
        let json_of = |kind| {
            let request = Request {
                format: Format::Json,
                region: Some("eu-west-1".to_owned()),
                ..Request::new(kind)
            };
            let text = made(&conversion, &request).text;
            serde_json::from_str::<Value>(&text).expect("JSON")
        };
        let spec = json_of(Kind::Buildspec);
        assert_eq!(spec["env"]["variables"]["ContainerName"], name);
        let uri = spec["env"]["variables"]["REPOSITORY_URI"]
            .as_str()
            .unwrap_or_default();
        // A colon begins an image's tag.
        let repository = uri.split_once('/').map(|(_, repository)| repository);
        assert!(name.contains(':') || repository == Some(name), "{uri}");
        // No command contains a name: names are in variables.
        assert!(
            name == "on" || name == "*" || !spec["phases"].to_string().contains(name),
            "{name}"
        );
        let pipeline = json_of(Kind::Pipeline);
        let in_text = pipeline["Parameters"]["Family"]["Default"] == name;
        let escaped = name.contains(['*', '?', '$']);
        assert!(in_text || escaped, "{name}");
        assert_eq!(json_of(Kind::ImageDetail)["name"], name);
        assert_eq!(json_of(Kind::ImageDefinitions)[0]["name"], name);
        let balanced = &json_of(Kind::AppSpec)["Resources"][0]["TargetService"]["Properties"]["LoadBalancerInfo"];
        assert_eq!(balanced["ContainerName"], name);
        let group = format!("arn:aws:logs:eu-west-1:111122223333:log-group:{name}");
        let execution = Policy::read(&json_of(Kind::Policy(PolicyFor::ExecutionRole)).to_string());
        // What begins with a dollar is filled in first.
        let call = Call::new("logs:PutLogEvents", &format!("{group}:log-stream:1"));
        assert_eq!(execution.allows(&call), !name.contains('$'), "{name}");
        let other = "arn:aws:logs:eu-west-1:111122223333:log-group:axb:log-stream:1";
        assert!(
            !execution.allows(&Call::new("logs:PutLogEvents", other)),
            "{name} is a pattern"
        );
        let build = Policy::read(&json_of(Kind::Policy(PolicyFor::CodeBuild)).to_string());
        let family = format!("arn:aws:ecs:eu-west-1:111122223333:task-definition/{name}:1");
        assert!(
            build.allows(&Call::new("ecs:RegisterTaskDefinition", &family)),
            "{name}"
        );
    }
}

#[test]
fn what_runs_on_arm_is_built_on_arm() {
    let request = Request {
        format: Format::Json,
        ..about_app(Kind::Pipeline)
    };
    for (paste, kind, image) in [
        ("full", "LINUX_CONTAINER", "aws/codebuild/standard:8.0"),
        (
            "china",
            "ARM_CONTAINER",
            "aws/codebuild/amazonlinux-aarch64-standard:4.0",
        ),
    ] {
        let text = made(&pasted(paste), &request).text;
        let stack: Value = serde_json::from_str(&text).expect("JSON");
        let environment = &stack["Resources"]["CodeBuildProject"]["Properties"]["Environment"];
        assert_eq!(environment["Type"], kind);
        assert_eq!(stack["Parameters"]["CodeBuildImage"]["Default"], image);
    }
}

#[test]
fn a_build_for_windows_is_not_passed_off_as_one() {
    let definition = |system| {
        json!({
            "family": "job",
            "runtimePlatform": {"operatingSystemFamily": system},
            "containerDefinitions": [{"name": "app", "image": "r/app:1"}],
        })
    };
    for (system, is_windows) in [
        ("WINDOWS_SERVER_2022_CORE", true),
        ("WINDOWS_SERVER_2019_FULL", true),
        ("LINUX", false),
    ] {
        let conversion = converted(&definition(system).to_string());
        for kind in [Kind::Buildspec, Kind::Pipeline, Kind::GitHubActions] {
            for (lang, builder) in [
                (Lang::En, Builder::Docker),
                (Lang::Ja, Builder::Docker),
                (Lang::En, Builder::None),
            ] {
                let request = Request {
                    lang,
                    builder,
                    ..Request::new(kind)
                };
                let made = made(&conversion, &request);
                let told = is_windows && builder != Builder::None;
                assert_eq!(made.text.contains("Windows"), told, "{kind:?} of {system}");
                let notes = made.notes.join("\n");
                assert_eq!(notes.contains("--builder none"), told, "{notes}");
            }
        }
    }
}

/// The project's name begins with the service's.
#[test]
fn a_name_that_begins_with_a_mark_is_asked_for() {
    for (family, is_known) in [
        ("job", true),
        ("-job", false),
        ("_job", false),
        ("1-job", true),
    ] {
        let text = json!({"family": family, "containerDefinitions": [{"name": "app", "image": "r/app:1"}]});
        let made = made(&converted(&text.to_string()), &Request::new(Kind::Pipeline));
        let is_asked = made.notes.iter().any(|note| note.contains("Service=VALUE"));
        assert_eq!(is_asked, !is_known, "{family}");
    }
}

#[test]
fn the_command_names_the_file_as_it_is_written() {
    for (format, written_to, words) in [
        (Format::Usual, None, "--template-file pipeline.yml"),
        (Format::Json, None, "--template-file pipeline.json"),
        (
            Format::Usual,
            Some("my stack.yml"),
            "--template-file 'my stack.yml'",
        ),
    ] {
        let request = Request {
            format,
            written_to: written_to.map(str::to_owned),
            ..about_app(Kind::Pipeline)
        };
        let notes = made(&full(), &request).notes.join("\n");
        assert!(notes.contains(words), "{notes}");
    }
}

#[test]
fn cloudformation_fetches_no_secret_for_a_name() {
    let conversion = converted(
        r#"{"family":"{{resolve:ssm:x}}","containerDefinitions":[{"name":"app","image":"app:1"}]}"#,
    );
    for kind in [Kind::Pipeline, Kind::EventBridge(Trigger::Rule)] {
        let refused = generate(&conversion, &Request::new(kind));
        assert_eq!(refused, Err(GenerateError::DYNAMIC_REFERENCE));
    }
}

#[test]
fn what_is_not_pinned_is_refused() {
    let with = |url: &str, sum: &str| Request {
        style: Style::Taskdef,
        taskdef_url: Some(url.to_owned()),
        taskdef_sha256: Some(sum.to_owned()),
        ..about_app(Kind::Buildspec)
    };
    let sum = "0".repeat(64);
    let conversion = full();
    for url in [
        "https://x.example/latest/taskdef",
        "s3://b/taskdef-latest",
        "http://x.example/1/taskdef",
        "ftp://x/1",
    ] {
        assert_eq!(
            generate(&conversion, &with(url, &sum)),
            Err(GenerateError::UNPINNED),
            "{url}"
        );
    }
    for url in [
        "https://x.example/0.1.0/taskdef",
        "s3://b/0.1.0/taskdef",
        "tools/taskdef",
    ] {
        assert!(generate(&conversion, &with(url, &sum)).is_ok(), "{url}");
    }
    for bad in ["", "abc", &"g".repeat(64)] {
        assert_eq!(
            generate(&conversion, &with("tools/taskdef", bad)),
            Err(GenerateError::BAD_CHECKSUM),
            "{bad}"
        );
    }
}

/// Every string value of a document.
fn strings(json: &str) -> Vec<String> {
    fn collect(value: &Value, out: &mut Vec<String>) {
        match value {
            Value::String(text) => out.push(text.clone()),
            Value::Array(list) => list.iter().for_each(|each| collect(each, out)),
            Value::Object(map) => map.values().for_each(|each| collect(each, out)),
            _ => {}
        }
    }
    let mut out = Vec::new();
    collect(&serde_json::from_str(json).unwrap_or_default(), &mut out);
    out
}

/// Only the name of a partner event bus contains a slash; a rule's name never does.
#[test]
fn a_rule_on_a_partners_bus_stays_whole() {
    let mut request = about_app(Kind::Buildspec);
    request.rules = vec!["aws.partner/example.com/acct/name/nightly".to_owned()];
    let buildspec = made(&full(), &request).text;
    assert!(
        buildspec.contains("--rule=nightly --event-bus-name=aws.partner/example.com/acct/name"),
        "{buildspec}"
    );
    request.kind = Kind::Policy(PolicyFor::CodeBuild);
    let policy = made(&full(), &request).text;
    assert!(
        policy.contains("rule/aws.partner/example.com/acct/name/nightly\""),
        "{policy}"
    );
}

/// An image at a dual-stack endpoint needs the same permissions as at any other endpoint of ECR.
#[test]
fn an_image_at_a_dual_stack_endpoint_needs_its_repository() {
    let conversion = converted(
        r#"{"family": "batch", "containerDefinitions": [{"name": "app",
        "image": "111122223333.dkr-ecr.eu-west-1.on.aws/team/app:1"}]}"#,
    );
    let request = Request::new(Kind::Policy(PolicyFor::ExecutionRole));
    let policy = made(&conversion, &request).text;
    assert!(policy.contains("repository/team/app"), "{policy}");
}

#[test]
fn what_a_batch_cannot_be_is_refused() {
    let batch = |words: &[&str]| Request {
        batch: words.iter().map(|word| (*word).to_owned()).collect(),
        ..Request::new(Kind::Buildspec)
    };
    let table = |text: &str| Request {
        batch_table: Some(text.to_owned()),
        ..Request::new(Kind::Buildspec)
    };
    let many: Vec<String> = (0..100).map(|number| format!("job-{number}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let with = |request: &Request, change: fn(&mut Request)| {
        let mut request = request.clone();
        change(&mut request);
        request
    };
    let one = batch(&["one"]);
    for request in vec![
        batch(&["schedule=nightly"]),
        batch(&["one", "team=a"]),
        batch(&["one", "folder=a", "folder=b"]),
        batch(&["one", "one"]),
        batch(&["one", "service=worker", "two", "service=cluster/worker"]),
        batch(&["one", "rule=default/nightly", "two", "rule=nightly"]),
        batch(&["one", "schedule=nightly", "two", "schedule=default/nightly"]),
        batch(&["one", "schedule=nightly", "schedule=nightly"]),
        batch(&["one", "service=a b"]),
        batch(&["one", "service=$(id)"]),
        batch(&["one", "service=-a"]),
        batch(&["one", "schedule=a/b/c"]),
        batch(&["one", "schedule=jobs/"]),
        batch(&["one", "folder=../other"]),
        batch(&["one", "folder=/etc"]),
        batch(&["one", "container=a;b"]),
        batch(&[""]),
        batch(&["a b"]),
        with(&batch(&many), |it| it.one_image = true),
        with(&one, |it| it.services = vec!["worker".to_owned()]),
        with(&one, |it| it.service_variable = true),
        with(&one, |it| it.rules = vec!["nightly".to_owned()]),
        with(&one, |it| it.schedules = vec!["nightly".to_owned()]),
        with(&one, |it| it.repository = Some("team/report".to_owned())),
        with(&one, |it| it.container = Some("app".to_owned())),
        with(&one, |it| {
            it.one_image = true;
            it.container = Some("app".to_owned());
            it.builder = Builder::None;
        }),
        with(&Request::new(Kind::Buildspec), |it| it.one_image = true),
        table("{}"),
        table("[\"one\"]"),
        table("[{\"family\": 1}]"),
        table("[{\"family\": \"one\", \"service\": \"worker\"}]"),
        table("[{\"family\": \"one\", \"services\": \"worker\"}]"),
        table("[{\"services\": [\"worker\"]}]"),
        table("nothing"),
    ] {
        let refused = generate(&full(), &request);
        assert_eq!(
            refused.as_ref().map_err(GenerateError::id),
            Err("batch"),
            "{request:?}: {refused:?}"
        );
    }
    let table = table(
        "[{\"family\": \"one\", \"folder\": \"jobs/1\", \"services\": [\"a\"]}, // the next\n\
                        {\"family\": \"two\", \"rules\": [\"bus/r\"], \"schedules\": [\"s\"],}]",
    );
    let words = batch(&[
        "one",
        "folder=jobs/1",
        "service=a",
        "two",
        "rule=bus/r",
        "schedule=s",
    ]);
    assert_eq!(made(&full(), &table), made(&full(), &words));
    assert!(generate(&full(), &batch(&many)).is_ok());
}

#[test]
fn of_several_containers_none_is_guessed() {
    let conversion = full();
    for kind in KINDS {
        let about_no_container = matches!(
            kind,
            Kind::AppSpec | Kind::EventBridge(_) | Kind::Alerts | Kind::Policy(_) | Kind::Readme
        ) && kind != Kind::Policy(PolicyFor::CodeBuild)
            && kind != Kind::Policy(PolicyFor::GitHubActions);
        let made = generate(&conversion, &started(kind));
        let refused = made.as_ref().map_err(GenerateError::id);
        // A batch's service role is needed for a batch alone.
        let no_batch = kind == Kind::Policy(PolicyFor::Batch);
        // So is the task role's, where the definition shows a need.
        let no_need = kind == Kind::Policy(PolicyFor::TaskRole);
        assert_eq!(
            refused.is_ok(),
            about_no_container && !no_batch && !no_need,
            "{kind:?}: {made:?}"
        );
        if !about_no_container {
            assert_eq!(refused, Err("several-containers"), "{kind:?}");
            assert!(generate(&conversion, &about_app(kind)).is_ok(), "{kind:?}");
        }
    }
    // Which image it is, the page can't ask: the file leaves it open.
    let maker = Kind::Buildspec.maker();
    let plain = maker.plain(&conversion, &Request::new(maker.kind()));
    let plain = plain.expect("a buildspec").text;
    assert!(plain.contains("Set the variable ContainerName"), "{plain}");
}

#[test]
fn without_a_target_a_deploy_registers_only() {
    let conversion = full();
    for style in [Style::AwsCli, Style::Taskdef] {
        for kind in [
            Kind::Buildspec,
            Kind::Pipeline,
            Kind::Policy(PolicyFor::CodeBuild),
        ] {
            let request = Request {
                style,
                ..about_app(kind)
            };
            let Generated { text, notes, .. } = made(&conversion, &request);
            for word in [
                "SERVICE",
                "EcsService",
                "UpdateService",
                "update-service",
                "CLUSTER",
                "EcsCluster",
            ] {
                assert!(!text.contains(word), "{kind:?} has {word}:\n{text}");
            }
            let told = notes.iter().any(|note| note.contains("only registers"));
            assert!(told, "{kind:?}: {notes:?}");
            let in_file = matches!(kind, Kind::Policy(_)) || text.contains("only registers");
            assert!(in_file, "{kind:?}:\n{text}");
        }
    }
}

/// Requests with everything that adds lines, for each kind of file, style, builder and language.
fn verbose() -> Vec<Request> {
    let mut requests = Vec::new();
    for kind in KINDS {
        for lang in [Lang::En, Lang::Ja] {
            for (style, source) in [
                (Style::AwsCli, Source::CodeCommit),
                (Style::Taskdef, Source::Connection),
            ] {
                for builder in [
                    Builder::Maven,
                    Builder::Gradle,
                    Builder::Node,
                    Builder::None,
                ] {
                    for reports in [true, false] {
                        let request = Request {
                            lang,
                            comments: Some(lang),
                            format: Format::Yaml,
                            style,
                            source,
                            builder,
                            cluster: Some("jobs".to_owned()),
                            docker_hub: true,
                            reports,
                            exec: true,
                            ..about_app(kind)
                        };
                        requests.extend(moving(&request));
                    }
                }
            }
        }
    }
    requests
}

/// A request with everything that can be moved: of one family, of a batch, of a batch with one image.
fn moving(request: &Request) -> [Request; 6] {
    let list = |words: &[&str]| words.iter().map(ToString::to_string).collect();
    let one = Request {
        services: list(&["worker"]),
        rules: list(&["bus/nightly"]),
        schedules: list(&["group/nightly"]),
        run: true,
        ..request.clone()
    };
    let batch = Request {
        batch: list(&["one", "service=worker", "rule=r", "schedule=s", "two"]),
        container: None,
        ..request.clone()
    };
    let one_image = Request {
        one_image: true,
        container: request.container.clone(),
        ..batch.clone()
    };
    let of_a_service = Request {
        service_variable: true,
        run: true,
        ..request.clone()
    };
    let of_a_rule = Request {
        rules: list(&["bus/nightly"]),
        run: true,
        ..request.clone()
    };
    let alone = Request {
        run: true,
        ..request.clone()
    };
    [one, batch, one_image, of_a_service, of_a_rule, alone]
}

/// How wide a line is where Japanese letters take two columns.
fn columns(line: &str) -> usize {
    line.chars()
        .map(|c| if c > '\u{2e7f}' { 2 } else { 1 })
        .sum()
}

#[test]
fn no_line_is_longer_than_people_read() {
    let conversion = full();
    let mut files = 0;
    let mut long = BTreeSet::new();
    let mut repositories = 0;
    for request in verbose() {
        let Ok(Generated { name, text, .. }) = generate(&conversion, &request) else {
            continue;
        };
        files += 1;
        repositories += usize::from(text.contains("REPOSITORY_URI=$(jq"));
        let lines = text.lines().filter(|line| columns(line) > 120);
        long.extend(lines.map(|line| format!("{name} by {:?}: {line}", request.style)));
    }
    assert_eq!(long, BTreeSet::new(), "{long:#?}");
    assert!(files >= 300, "{files} files");
    // The batches in which each family has its own repository are among them.
    assert!(repositories > 0);
}

#[test]
fn comments_are_in_the_language_that_is_asked_for() {
    let conversion = full();
    for kind in [
        Kind::Buildspec,
        Kind::Pipeline,
        Kind::Policy(PolicyFor::CodeBuild),
        Kind::EventBridge(Trigger::Schedule),
        Kind::AppSpec,
    ] {
        let is_stack = !matches!(kind, Kind::Buildspec | Kind::AppSpec);
        for lang in [Lang::En, Lang::Ja] {
            for comments in [None, Some(Lang::En), Some(Lang::Ja)] {
                let request = Request {
                    lang,
                    comments,
                    format: Format::Yaml,
                    ..about_app(kind)
                };
                let Generated { text, notes, .. } = made(&conversion, &request);
                let in_file = comments.unwrap_or(if is_stack { Lang::En } else { lang });
                let is_japanese = |text: &str| text.contains('。');
                assert_eq!(
                    is_japanese(&text),
                    in_file == Lang::Ja,
                    "{request:?}:\n{text}"
                );
                // Beside a stack stands only what it does not hold itself.
                let beside = notes.iter().any(|note| note.contains("ASCII 以外"));
                let misses = is_stack && lang == Lang::Ja && in_file == Lang::En;
                assert_eq!(beside, misses, "{request:?}: {notes:?}");
            }
        }
    }
}

/// The article is nobody's own pipeline, and what every maintained image has is not asked for.
#[test]
fn nothing_is_said_or_checked_that_nobody_needs() {
    for comments in [Lang::En, Lang::Ja] {
        for kind in [Kind::Buildspec, Kind::Pipeline] {
            let request = Request {
                comments: Some(comments),
                ..about_app(kind)
            };
            let text = made(&full(), &request).text;
            for word in ["article", "記事", "corretto11", "--version"] {
                assert!(!text.contains(word), "{word} in:\n{text}");
            }
        }
    }
    let younger = |volume: &str| {
        let text = format!(
            r#"{{"family": "a", "volumes": [{volume}],
            "containerDefinitions": [{{"name": "a", "image": "a:1", "restartPolicy": {{"enabled": true}}}}]}}"#
        );
        made(&converted(&text), &Request::new(Kind::Buildspec)).text
    };
    // Known since December 2024, and since April 2026.
    assert!(!younger(r#"{"name": "v"}"#).contains("AWS CLI"));
    let s3_files = r#"{"name": "v", "s3filesVolumeConfiguration": {"fileSystemArn": "x"}}"#;
    let text = younger(s3_files);
    assert!(
        text.contains("1.44.75") && text.contains("2.34.26"),
        "{text}"
    );
}

#[test]
fn a_batch_role_is_for_a_batch() {
    let role = Request::new(Kind::Policy(PolicyFor::Batch));
    assert_eq!(generate(&full(), &role), Err(GenerateError::NO_BATCH));
    let with_batch = Request {
        batch: vec!["one".to_owned()],
        ..role
    };
    assert!(
        made(&full(), &with_batch)
            .text
            .contains("codebuild:StartBuild")
    );
}

#[test]
fn a_run_is_for_one_family_and_named_by_what_it_needs() {
    let refused = Request {
        run: true,
        batch: vec!["one".to_owned()],
        ..Request::new(Kind::Buildspec)
    };
    assert_eq!(
        generate(&full(), &refused),
        Err(GenerateError::RUN_IN_BATCH)
    );
    let by_taskdef = Request {
        style: Style::Taskdef,
        ..refused
    };
    let spec = made(&full(), &by_taskdef).text;
    assert!(
        spec.contains("--cluster=\"$CLUSTER\" \"$@\" --wait --run"),
        "{spec}"
    );
    assert_eq!(spec.matches("--dry-run").count(), 1, "{spec}");
    // On a network of its own it has to be told which; what is moved says it.
    for (schedules, asked) in [(vec![], true), (vec!["nightly".to_owned()], false)] {
        for (kind, word) in [
            (Kind::Buildspec, "Set the variable SUBNETS"),
            (Kind::Pipeline, "Name: SUBNETS"),
        ] {
            let request = Request {
                run: true,
                schedules: schedules.clone(),
                ..about_app(kind)
            };
            let text = made(&full(), &request).text;
            assert_eq!(text.contains(word), asked, "{text}");
            assert!(text.contains("CLUSTER"), "{text}");
        }
    }
}

#[test]
fn a_pipeline_is_started_held_and_placed_as_it_is_told() {
    let pipeline = |change: fn(&mut Request)| {
        let mut request = about_app(Kind::Pipeline);
        change(&mut request);
        made(&full(), &request).text
    };
    let plain = pipeline(|_| ());
    for word in [
        "Triggers:",
        "Approval",
        "VpcConfig",
        "VpcId",
        "FailureTopic",
    ] {
        assert!(!plain.contains(word), "{word}");
    }
    let filtered = pipeline(|it| {
        it.source = Source::Connection;
        it.paths = vec!["jobs/nightly/**".to_owned(), "lib/*: x".to_owned()];
    });
    for line in [
        "        - ProviderType: CodeStarSourceConnection",
        "                    - jobs/nightly/**",
        "                    - 'lib/*: x'",
    ] {
        assert!(filtered.lines().any(|it| it == line), "{filtered}");
    }
    let held = pipeline(|it| it.approval = true);
    let approval = held.find("Provider: Manual");
    assert!(approval.is_some() && approval < held.find("Provider: CodeBuild"));
    let told = pipeline(|it| it.notify = Some("arn:aws:sns:x:1:failures".to_owned()));
    for word in [
        "Arn: !Ref FailureTopicArn",
        "Default: arn:aws:sns:x:1:failures",
        "- FAILED",
    ] {
        assert!(told.contains(word), "{told}");
    }
    let placed = pipeline(|it| it.vpc = true);
    for word in [
        "VpcId: !Ref VpcId",
        "Sid: UseInterface",
        "AWS::EC2::VPC::Id",
    ] {
        assert!(placed.contains(word), "{placed}");
    }
    let refused = Request {
        paths: vec!["jobs/**".to_owned()],
        ..about_app(Kind::Pipeline)
    };
    let refused = generate(&full(), &refused);
    assert_eq!(refused, Err(GenerateError::PATHS_OF_CODECOMMIT));
}

/// A condition on what a service does not send would let nothing start.
#[test]
fn only_what_a_service_sends_is_a_condition_of_its_trust() {
    let text = made(&full(), &about_app(Kind::Pipeline)).text;
    let after = |service: &str| {
        let (_, rest) = text.split_once(service).expect("the service is trusted");
        rest.split("Policies:")
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    assert!(!after("Service: codepipeline.amazonaws.com").contains("Condition"));
    assert!(after("Service: codebuild.amazonaws.com").contains("aws:SourceAccount"));
    assert!(after("Service: events.amazonaws.com").contains("aws:SourceAccount"));
}

#[test]
fn who_else_names_latest_is_told_of() {
    for (image, keeps, told) in [
        ("r/a:latest", false, true),
        ("r/a", false, true),
        ("r/a:latest", true, false),
        ("r/a:1", false, false),
    ] {
        let text = r#"{"family": "a", "containerDefinitions": [{"name": "a", "image": "IMAGE"}]}"#;
        let request = Request {
            latest: keeps,
            ..Request::new(Kind::Buildspec)
        };
        let notes = made(&converted(&text.replace("IMAGE", image)), &request).notes;
        let is_told = notes.iter().any(|note| note.contains("`latest`"));
        assert_eq!(is_told, told, "{image}: {notes:?}");
    }
}

/// What is run is not nothing: neither the file nor its notes say so.
#[test]
fn what_only_runs_the_revision_does_not_only_register() {
    for (style, batch) in [
        (Style::AwsCli, &[][..]),
        (Style::Taskdef, &[]),
        (Style::Taskdef, &["one", "two"]),
    ] {
        for runs in [false, true] {
            let mut request = Request {
                style,
                run: runs,
                batch: batch.iter().map(ToString::to_string).collect(),
                ..about_app(Kind::Buildspec)
            };
            if !batch.is_empty() {
                request.container = None;
            }
            let Generated { text, notes, .. } = made(&full(), &request);
            let told = text.contains("run once:") || text.contains("and ran it once:");
            assert_eq!(told, runs, "{text}");
            let only = notes.iter().any(|note| note.contains("only registers"));
            assert_eq!(only, !runs, "{notes:?}");
        }
    }
}

#[test]
fn a_batch_is_made_for_its_families_and_says_what_sets_privileged_mode() {
    let request = Request {
        batch: ["one", "two"].map(str::to_owned).to_vec(),
        ..Request::new(Kind::Buildspec)
    };
    let text = made(&full(), &request).text;
    let head = text.lines().next().unwrap_or_default();
    assert!(
        head.ends_with("for the task definition families one, two."),
        "{head}"
    );
    assert!(!text.contains("the project's privileged mode"), "{text}");
    let one = made(&full(), &about_app(Kind::Buildspec)).text;
    assert!(one.contains("the project's privileged mode"), "{one}");
}

/// An option that takes an ARN takes no other text, in whatever file.
#[test]
fn what_takes_an_arn_takes_that_of_its_kind() {
    type Give = fn(&mut Request, String);
    let options: [(&str, &str, Give); 7] = [
        ("--notify", "sns:x:1:a", |it, arn| it.notify = Some(arn)),
        ("--topic", "sns:x:1:a", |it, arn| it.topic = Some(arn)),
        ("--rule-role", "iam::1:role/a", |it, arn| {
            it.rule_role = Some(arn);
        }),
        ("--schedule-role", "iam::1:role/p/a", |it, arn| {
            it.schedule_role = Some(arn);
        }),
        ("--role", "iam::1:role/a", |it, arn| {
            it.github_role = Some(arn);
        }),
        ("--state-machine", "states:x:1:stateMachine:a", |it, arn| {
            it.state_machine = Some(arn);
        }),
        ("--kms-key", "kms:x:1:key/a", |it, arn| {
            it.kms_keys = vec![arn];
        }),
    ];
    for (option, right, set) in options {
        let given = |text: &str| {
            let mut request = about_app(Kind::Pipeline);
            set(&mut request, text.to_owned());
            generate(&full(), &request)
        };
        assert!(given(&format!("arn:aws:{right}")).is_ok(), "{option}");
        for wrong in [
            "",
            "a",
            "ops@example.com",
            "arn:aws:sns:x:1:",
            "arn:aws:s3:::a",
            right,
        ] {
            let error = given(wrong).expect_err("it is no such ARN");
            assert_eq!(error.id(), "no-arn", "{option} {wrong}");
            assert!(error.message(Lang::En).starts_with(&format!("{option} ")));
            assert!(error.message(Lang::Ja).starts_with(&format!("{option} ")));
        }
    }
    for (mail, fits) in [
        ("ops@example.com", true),
        ("arn:aws:sns:x:1:a", false),
        ("ops", false),
        ("@example.com", false),
        ("a b@example.com", false),
    ] {
        let request = Request {
            mail: Some(mail.to_owned()),
            ..Request::new(Kind::Alerts)
        };
        assert_eq!(generate(&full(), &request).is_ok(), fits, "{mail}");
    }
}

/// Of a pipeline the role needs its bucket, which a policy alone does not know.
#[test]
fn a_policy_without_a_bucket_says_so() {
    for bucket in [None, Some("artifacts")] {
        for format in [Format::Json, Format::Yaml] {
            let request = Request {
                bucket: bucket.map(str::to_owned),
                format,
                ..about_app(Kind::Policy(PolicyFor::CodeBuild))
            };
            let Generated { text, notes, .. } = made(&full(), &request);
            let told = notes.iter().any(|note| note.contains("--bucket"));
            assert_eq!(told, bucket.is_none(), "{notes:?}");
            assert!(!text.contains("nothing else"), "{text}");
        }
    }
}

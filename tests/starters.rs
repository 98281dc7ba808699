//! What starts a task: a rule, a schedule, or a schedule of a state machine.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    reason = "a test reads files, and fails by panicking"
)]

#[allow(dead_code, reason = "it has the calls of other roles too")]
#[path = "support/calls.rs"]
mod calls;
#[allow(dead_code, reason = "another test asks more of a policy")]
#[path = "support/iam.rs"]
mod iam;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use iam::Policy;
use serde_json::{Value, json};
use taskdef_core::generate::{
    Format, GenerateError, Kind, LaunchType, PolicyFor, Request, Trigger, generate,
};
use taskdef_core::{Conversion, Options, Pasted, convert};

const TRIGGERS: [Trigger; 3] = [Trigger::Rule, Trigger::Schedule, Trigger::StateMachine];

fn converted(text: &str) -> Conversion {
    convert(&Pasted::text(text), &Options::default()).expect("a task definition")
}

fn full() -> Conversion {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/generated/pastes/full.json");
    converted(&fs::read_to_string(file).expect("the paste is there"))
}

/// A definition for these launch types, in a region.
fn definition(kinds: &[&str]) -> Conversion {
    let definition = json!({
        "taskDefinitionArn": "arn:aws:ecs:eu-west-1:111122223333:task-definition/job:3",
        "family": "job",
        "networkMode": if kinds == ["EXTERNAL"] { "bridge" } else { "awsvpc" },
        "requiresCompatibilities": kinds,
        "containerDefinitions": [{"name": "app", "image": "app:1"}],
    });
    converted(&definition.to_string())
}

fn request(trigger: Trigger, change: fn(&mut Request)) -> Request {
    let mut request = Request {
        format: Format::Json,
        cluster: Some("jobs".to_owned()),
        ..Request::new(Kind::EventBridge(trigger))
    };
    change(&mut request);
    request
}

fn stack(conversion: &Conversion, request: &Request) -> Value {
    let made =
        generate(conversion, request).unwrap_or_else(|error| panic!("{request:?}: {error:?}"));
    serde_json::from_str(&made.text).expect("JSON")
}

/// What the starter runs the task with.
fn run(stack: &Value, trigger: Trigger) -> &Value {
    let resources = &stack["Resources"];
    match trigger {
        Trigger::Rule => &resources["TaskRule"]["Properties"]["Targets"][0]["EcsParameters"],
        Trigger::Schedule => &resources["TaskSchedule"]["Properties"]["Target"]["EcsParameters"],
        Trigger::StateMachine => {
            &resources["TaskMachine"]["Properties"]["Definition"]["States"]["RunTask"]["Arguments"]
        }
    }
}

/// What an option changes.
type Change = fn(&mut Request);

/// The kinds of a definition, the options, and what it then runs on.
type Launch = (&'static [&'static str], Change, Value);

#[test]
fn a_task_runs_on_what_it_is_for_or_on_what_is_asked() {
    let of_type = |name: &str| json!({"LaunchType": name});
    let of = |providers: Value| json!({"CapacityProviderStrategy": providers});
    let open = json!([{"CapacityProvider": {"Ref": "CapacityProvider"}, "Weight": 1}]);
    let spot = json!([{"CapacityProvider": "FARGATE_SPOT", "Weight": 3}, {"CapacityProvider": "FARGATE", "Weight": 1, "Base": 1}]);
    let own = json!([{"CapacityProvider": "own", "Weight": 1}]);
    let with_spot: fn(&mut Request) = |it| {
        it.capacity_providers = vec!["FARGATE_SPOT=3".to_owned(), "FARGATE=1,1".to_owned()];
    };
    let on_own: fn(&mut Request) = |it| it.capacity_providers = vec!["own".to_owned()];
    let table: Vec<Launch> = vec![
        (&["FARGATE"], |_| {}, of_type("FARGATE")),
        (&["EC2"], |_| {}, of_type("EC2")),
        (&["EC2", "FARGATE"], |_| {}, of_type("FARGATE")),
        (&["EXTERNAL"], |_| {}, of_type("EXTERNAL")),
        (&["EC2", "EXTERNAL"], |_| {}, of_type("EC2")),
        (&["MANAGED_INSTANCES"], |_| {}, of(open)),
        (&[], |_| {}, json!({})),
        (
            &["EC2", "FARGATE"],
            |it| it.launch_type = LaunchType::Ec2,
            of_type("EC2"),
        ),
        (
            &["EC2", "EXTERNAL"],
            |it| it.launch_type = LaunchType::External,
            of_type("EXTERNAL"),
        ),
        (
            &[],
            |it| it.launch_type = LaunchType::Fargate,
            of_type("FARGATE"),
        ),
        (&["FARGATE"], with_spot, of(spot)),
        (&["EC2"], on_own, of(own.clone())),
        (&["MANAGED_INSTANCES"], on_own, of(own)),
    ];
    for trigger in TRIGGERS {
        for (kinds, change, expected) in &table {
            let stack = stack(&definition(kinds), &request(trigger, *change));
            let run = run(&stack, trigger);
            let mut expected = expected.clone();
            let managed = kinds == &["MANAGED_INSTANCES"] && expected.to_string().contains("Ref");
            if trigger == Trigger::StateMachine && managed {
                // A definition of a state machine takes no functions of CloudFormation.
                expected["CapacityProviderStrategy"][0]["CapacityProvider"] = "${Provider}".into();
            }
            for member in ["LaunchType", "CapacityProviderStrategy"] {
                assert_eq!(
                    run[member], expected[member],
                    "{trigger:?} {kinds:?} {member}"
                );
            }
            // Only Fargate gives a public address, and what has no network of its own has no subnets.
            let network = run["NetworkConfiguration"].to_string();
            let on_fargate = expected.to_string().contains("FARGATE");
            assert_eq!(
                network.contains("AssignPublicIp"),
                on_fargate,
                "{trigger:?} {kinds:?}"
            );
            assert_eq!(
                network.contains("Subnets"),
                kinds != &["EXTERNAL"],
                "{trigger:?} {kinds:?}"
            );
            assert_eq!(
                stack["Parameters"].get("CapacityProvider").is_some(),
                managed
            );
        }
    }
}

fn refused(conversion: &Conversion, request: &Request) -> &'static str {
    match generate(conversion, request) {
        Err(error) => error.id(),
        Ok(made) => panic!("{request:?} made {}", made.text),
    }
}

#[test]
fn what_cannot_be_right_is_refused() {
    fn providers(it: &mut Request, names: &[&str]) {
        it.capacity_providers = names.iter().map(|name| (*name).to_owned()).collect();
    }
    let fargate = definition(&["FARGATE"]);
    let external = definition(&["EXTERNAL"]);
    let launches: Vec<(&Conversion, Change)> = vec![
        (&fargate, |it| it.launch_type = LaunchType::Ec2),
        (&external, |it| it.launch_type = LaunchType::Fargate),
        (&external, |it| providers(it, &["FARGATE_SPOT"])),
        (&external, |it| providers(it, &["own"])),
        (&fargate, |it| providers(it, &["own"])),
        (&fargate, |it| providers(it, &["FARGATE", "own"])),
        (&fargate, |it| providers(it, &["FARGATE", "FARGATE"])),
        (&fargate, |it| providers(it, &["FARGATE=0"])),
        (&fargate, |it| {
            providers(it, &["FARGATE=1,1", "FARGATE_SPOT=1,1"]);
        }),
        (&fargate, |it| providers(it, &["FARGATE=1001"])),
        (&fargate, |it| providers(it, &[""])),
        (&fargate, |it| {
            providers(it, &["FARGATE"]);
            it.launch_type = LaunchType::Fargate;
        }),
    ];
    for trigger in TRIGGERS {
        for (conversion, change) in &launches {
            assert_eq!(refused(conversion, &request(trigger, *change)), "launch");
        }
        for text in ["", "0 3 * * *", "cron(0 3 * * ? *", "cron"] {
            let mut request = request(trigger, |_| {});
            request.expression = Some(text.to_owned());
            assert_eq!(refused(&fargate, &request), "expression", "{text}");
        }
        for text in ["", "{}", "report --daily", "[1]", "[\"a\", null]", "[\"a\""] {
            let mut request = request(trigger, |_| {});
            request.command = Some(text.to_owned());
            assert_eq!(refused(&fargate, &request), "command", "{text}");
        }
        for text in ["", "soon", "1d", "0"] {
            let mut request = request(trigger, |_| {});
            request.timeout = Some(text.to_owned());
            assert_eq!(refused(&fargate, &request), "timeout", "{text}");
        }
        let command = request(trigger, |it| it.command = Some("[\"a\"]".to_owned()));
        assert_eq!(refused(&full(), &command), "several-containers");
    }
    for trigger in [Trigger::Rule, Trigger::Schedule] {
        let limit = |it: &mut Request| it.timeout = Some("2h".to_owned());
        assert_eq!(refused(&fargate, &request(trigger, limit)), "timeout");
        let again = |it: &mut Request| it.retries = Some(1);
        assert_eq!(refused(&fargate, &request(trigger, again)), "timeout");
    }
    let alerts = |change: fn(&mut Request)| {
        let mut request = Request::new(Kind::Alerts);
        change(&mut request);
        refused(&fargate, &request)
    };
    let both = alerts(|it| {
        it.topic = Some("arn:aws:sns:eu-west-1:111122223333:alerts".to_owned());
        it.mail = Some("a@example.com".to_owned());
    });
    assert_eq!(both, "alerts");
    let of_machine = alerts(|it| {
        it.state_machine =
            Some("arn:aws:states:eu-west-1:111122223333:stateMachine:job".to_owned());
        it.container = Some("app".to_owned());
    });
    assert_eq!(of_machine, "alerts");
    let zone = |it: &mut Request| it.time_zone = Some("Asia/Tokyo".to_owned());
    assert_eq!(
        refused(&fargate, &request(Trigger::Rule, zone)),
        "time-zone"
    );
    let spaced = |it: &mut Request| it.time_zone = Some("Asia Tokyo".to_owned());
    assert_eq!(
        refused(&fargate, &request(Trigger::Schedule, spaced)),
        "time-zone"
    );
    let once = |it: &mut Request| it.expression = Some("at(2030-01-01T03:00:00)".to_owned());
    assert_eq!(
        refused(&fargate, &request(Trigger::Rule, once)),
        "expression"
    );
    assert!(generate(&fargate, &request(Trigger::Schedule, once)).is_ok());
}

#[test]
fn the_time_zone_is_that_of_the_region_unless_one_is_given() {
    let nowhere = converted(
        r#"{"family": "job", "containerDefinitions": [{"name": "app", "image": "app:1"}]}"#,
    );
    let default = |conversion: &Conversion, request: &Request| {
        stack(conversion, request)["Parameters"]["TimeZone"]["Default"].clone()
    };
    for trigger in [Trigger::Schedule, Trigger::StateMachine] {
        let plain = request(trigger, |_| {});
        let tokyo = request(trigger, |it| it.time_zone = Some("Asia/Tokyo".to_owned()));
        assert_eq!(default(&definition(&["FARGATE"]), &plain), "Europe/Dublin");
        assert_eq!(default(&definition(&["FARGATE"]), &tokyo), "Asia/Tokyo");
        // Then it has to be said when the stack is created.
        assert_eq!(default(&nowhere, &plain), Value::Null);
        let told = |conversion: &Conversion, request: &Request| {
            let notes = generate(conversion, request)
                .expect("a stack")
                .notes
                .join("\n");
            (
                notes.contains("Europe/Dublin"),
                notes.contains("TimeZone=VALUE"),
            )
        };
        assert_eq!(told(&definition(&["FARGATE"]), &plain), (true, false));
        assert_eq!(told(&definition(&["FARGATE"]), &tokyo), (false, false));
        assert_eq!(told(&nowhere, &plain), (false, true));
    }
    let rule = stack(&definition(&["FARGATE"]), &request(Trigger::Rule, |_| {}));
    assert_eq!(rule["Parameters"].get("TimeZone"), None);
}

#[test]
fn one_family_does_many_jobs_by_their_commands() {
    let command = r#"["report", "it's \"${AWS::AccountId}\"", "日本語"]"#;
    for name in ["app", "${Family}", "a\"b"] {
        let definition =
            json!({"family": "job", "containerDefinitions": [{"name": name, "image": "a:1"}]});
        let conversion = converted(&definition.to_string());
        for trigger in TRIGGERS {
            let mut request = request(trigger, |_| {});
            request.command = Some(command.to_owned());
            let stack = stack(&conversion, &request);
            assert_eq!(stack["Parameters"]["Command"]["Default"], command);
            let properties = match trigger {
                Trigger::Rule => &stack["Resources"]["TaskRule"]["Properties"]["Targets"][0],
                _ => &stack["Resources"]["TaskSchedule"]["Properties"]["Target"],
            };
            let input = filled(
                &properties["Input"],
                &BTreeMap::from([("Command", command)]),
            );
            let input: Value = serde_json::from_str(input.as_str().expect("a text")).expect("JSON");
            let words: Value = serde_json::from_str(command).expect("JSON");
            if trigger == Trigger::StateMachine {
                assert_eq!(input, json!({"command": words}));
                let over = &run(&stack, trigger)["Overrides"]["ContainerOverrides"][0];
                assert_eq!(over["Command"], "{% $states.input.command %}");
            } else {
                let over = json!([{"name": name, "command": words}]);
                assert_eq!(input, json!({"containerOverrides": over}));
            }
        }
    }
}

/// A value with what CloudFormation would fill in.
fn filled(value: &Value, known: &BTreeMap<&str, &str>) -> Value {
    let lookup = |name: &str| known.get(name).copied().unwrap_or(name).to_owned();
    match value {
        Value::Object(members) => {
            if let Some(name) = value["Ref"].as_str() {
                return lookup(name).into();
            }
            if let Some(pair) = value["Fn::GetAtt"].as_array() {
                let pair: Vec<_> = pair.iter().filter_map(Value::as_str).collect();
                return lookup(&pair.join(".")).into();
            }
            if let Some(text) = value["Fn::Sub"].as_str() {
                let mut out = String::new();
                let mut rest = text;
                while let Some((before, after)) = rest.split_once("${") {
                    let (name, behind) = after.split_once('}').expect("an end");
                    out.push_str(before);
                    match name.strip_prefix('!') {
                        Some(literal) => out.push_str(&["${", literal, "}"].concat()),
                        None => out.push_str(&lookup(name)),
                    }
                    rest = behind;
                }
                out.push_str(rest);
                return out.into();
            }
            let members = members.iter();
            members
                .map(|(key, each)| (key.clone(), filled(each, known)))
                .collect()
        }
        Value::Array(list) => list.iter().map(|each| filled(each, known)).collect(),
        other => other.clone(),
    }
}

#[test]
fn the_roles_of_a_state_machine_hold_what_it_calls_and_nothing_else() {
    let request = request(Trigger::StateMachine, |_| {});
    let stack = stack(&full(), &request);
    let mut known = BTreeMap::from([
        ("AWS::Partition", "aws"),
        ("AWS::Region", "ap-northeast-1"),
        ("AWS::AccountId", "111122223333"),
        (
            "TaskMachine",
            "arn:aws:states:ap-northeast-1:111122223333:stateMachine:job",
        ),
        (
            "LostStarts.Arn",
            "arn:aws:sqs:ap-northeast-1:111122223333:lost",
        ),
    ]);
    for (name, parameter) in stack["Parameters"].as_object().expect("parameters") {
        if let Some(default) = parameter["Default"].as_str() {
            known.insert(name, default);
        }
    }
    let of = |resource: &str| {
        let properties = &stack["Resources"][resource]["Properties"];
        let document = properties.get("PolicyDocument");
        let document = document.unwrap_or(&properties["Policies"][0]["PolicyDocument"]);
        Policy::read(&filled(document, &known).to_string())
    };
    let call = |action: &str, resource: &str| iam::Call::new(action, known[resource]);
    for (role, calls) in [
        ("TaskMachineRole", calls::of_the_machine()),
        (
            "FindRunsPolicy",
            vec![call("states:ListExecutions", "TaskMachine")],
        ),
        (
            "TaskEventsRole",
            vec![
                call("states:StartExecution", "TaskMachine"),
                call("sqs:SendMessage", "LostStarts.Arn"),
            ],
        ),
    ] {
        let policy = of(role);
        for call in &calls {
            assert!(policy.allows(call), "{role}: {call:?}");
            for other in call.strayed() {
                assert!(!policy.allows(&other), "{role}: {other:?}");
            }
        }
        for index in 0..policy.len() {
            let (sid, rest) = policy.without(index);
            let denied = calls.iter().any(|call| !rest.allows(call));
            assert!(denied, "nothing needs the statement {sid} of {role}");
        }
    }
}

#[test]
fn what_starts_no_task_is_kept_and_tried_again_for_an_hour() {
    for trigger in TRIGGERS {
        let stack = stack(&full(), &request(trigger, |it| it.disabled = true));
        let target = match trigger {
            Trigger::Rule => &stack["Resources"]["TaskRule"]["Properties"]["Targets"][0],
            _ => &stack["Resources"]["TaskSchedule"]["Properties"]["Target"],
        };
        assert_eq!(
            target["RetryPolicy"]["MaximumEventAgeInSeconds"],
            json!({"Ref": "StartWithin"})
        );
        assert_eq!(stack["Parameters"]["StartWithin"]["Default"], 3600);
        assert_eq!(
            target["DeadLetterConfig"]["Arn"],
            json!({"Fn::GetAtt": ["LostStarts", "Arn"]})
        );
        assert_eq!(stack["Parameters"]["State"]["Default"], "DISABLED");
        // EventBridge sends by the queue's own policy, Scheduler by the schedule's role.
        let by_queue = stack["Resources"].get("LostStartsPolicy").is_some();
        assert_eq!(by_queue, trigger == Trigger::Rule);
    }
    // The policy alone, for who makes the schedule otherwise.
    let policy = Request {
        cluster: Some("jobs".to_owned()),
        dead_letter_queue: Some("lost".to_owned()),
        ..Request::new(Kind::Policy(PolicyFor::TaskEvents))
    };
    let policy = generate(&full(), &policy).map_err(|error: GenerateError| error.id());
    assert!(policy.expect("a policy").text.contains("sqs:SendMessage"));
}

/// A stack that is made for a job whose starter is named makes it by that name, and says its name and role.
#[test]
fn what_is_named_is_made_by_its_name() {
    let named = |it: &mut Request| {
        it.rules = vec!["default/nightly".to_owned()];
        it.schedules = vec!["jobs/nightly".to_owned(), "other".to_owned()];
        it.state_machine =
            Some("arn:aws:states:eu-west-1:111122223333:stateMachine:job".to_owned());
    };
    let fargate = definition(&["FARGATE"]);
    for (trigger, resource, outputs) in [
        (Trigger::Rule, "TaskRule", &["RuleName", "RuleRoleArn"][..]),
        (
            Trigger::Schedule,
            "TaskSchedule",
            &["ScheduleName", "ScheduleRoleArn"],
        ),
        (
            Trigger::StateMachine,
            "TaskSchedule",
            &["ScheduleName", "StateMachineArn"],
        ),
    ] {
        let plain = stack(&fargate, &request(trigger, |_| {}));
        let made = stack(&fargate, &request(trigger, named));
        for output in outputs {
            assert!(
                made["Outputs"].get(output).is_some(),
                "{trigger:?} {output}"
            );
        }
        let property = |stack: &Value, resource: &str, name: &str| {
            stack["Resources"][resource]["Properties"][name].clone()
        };
        assert_eq!(property(&made, resource, "Name"), "nightly");
        assert_eq!(property(&plain, resource, "Name"), Value::Null);
        let group = property(&made, resource, "GroupName");
        assert_eq!(group == "jobs", trigger != Trigger::Rule, "{group}");
        let machine = property(&made, "TaskMachine", "StateMachineName");
        assert_eq!(machine == "job", trigger == Trigger::StateMachine);
    }
    // A rule that starts at a time is on the default bus.
    let on_bus = |it: &mut Request| it.rules = vec!["bus/nightly".to_owned()];
    let made = stack(&fargate, &request(Trigger::Rule, on_bus));
    assert!(
        made["Resources"]["TaskRule"]["Properties"]
            .get("Name")
            .is_none()
    );
}

//! What a redactor shows and what it masks.

use serde_json::{Value, json};

use super::{LEFT_OUT, LONGEST, Lang, Operation, Redactor, Request};

const SECRET: &str = "p4ss\"word\\ of <a> long\nsecond line";

fn knowing(operation: Operation, body: &Value) -> Redactor {
    let mut redactor = Redactor::new("eu-west-1", Lang::En);
    redactor.sent(&Request::new(operation, body));
    redactor
}

/// One that knows a definition with these values in its environment.
fn with_values(values: &[&str]) -> Redactor {
    let pairs: Vec<Value> = values
        .iter()
        .map(|value| json!({"name": "N", "value": value}))
        .collect();
    let definition = json!({
        "family": "nightly-report",
        "taskRoleArn": "arn:aws:iam::123456789012:role/report",
        "containerDefinitions": [
            {"name": "web-app", "image": "registry.example.com/app:1", "environment": pairs},
        ],
    });
    knowing(Operation::RegisterTaskDefinition, &definition)
}

fn escaped(text: &str) -> String {
    let json = Value::from(text).to_string();
    json[1..json.len() - 1].to_owned()
}

#[test]
fn a_value_is_masked_in_every_form() {
    let once = escaped(SECRET);
    let twice = escaped(&once);
    let by_number = once.replace('<', "\\u003c").replace('>', "\\u003E");
    let url = "p4ss%22word%5C+of+%3Ca%3E+long%0Asecond%20line";
    let mut redactor = with_values(&[SECRET]);
    for form in [SECRET, &once, &twice, &by_number, url] {
        let words = format!("Invalid value '{form}' for N");
        assert_eq!(
            redactor.redact(&words),
            "Invalid value '****' for N",
            "{form}"
        );
    }
}

#[test]
fn what_is_left_of_a_value_is_masked() {
    let mut redactor = with_values(&["0123456789 and so on", "first\nanother, longer line"]);
    for (words, shown) in [
        ("got 01234567… (truncated)", "got ****… (truncated)"),
        ("got …d so on here", "got …d so on here"),
        ("got ...9 and so on!", "got ...****!"),
        ("got [first]", "got [****]"),
        ("see another, lo", "see ****"),
        ("0123456789 and so on0123456789 and so on", "****"),
        ("01234567 xyz 456789 and", "**** xyz ****"),
    ] {
        assert_eq!(redactor.redact(words), shown, "{words}");
    }
}

#[test]
fn a_short_value_is_a_word() {
    let mut redactor = with_values(&["abcd", "a-b=c", "x y", "42", "true"]);
    for (words, shown) in [
        ("abcd", "****"),
        ("an abcd.", "an ****."),
        ("N=abcd;", "N=****;"),
        ("値はabcdです", "値は****です"),
        ("abcdef xabcd", "abcdef xabcd"),
        ("a-b=c", "****"),
        ("x y and 42 are true", "x y and 42 are true"),
    ] {
        assert_eq!(redactor.redact(words), shown, "{words}");
    }
}

#[test]
fn names_and_words_of_aws_stay() {
    let mut redactor = with_values(&[
        "nightly",
        "nightly-report",
        "report",
        "eu-west-1",
        "https://sqs.eu-west-1.amazonaws.com/123456789012/jobs",
        "arn:aws:sqs:eu-west-1:123456789012:jobs",
        "containerDefinitions",
        "run the container with parameters",
        "awslogs",
    ]);
    for words in [
        "User: arn:aws:sts::123456789012:assumed-role/Build/x is not authorized to perform: \
         ecs:RegisterTaskDefinition on resource: \
         arn:aws:ecs:eu-west-1:123456789012:task-definition/nightly-report:* because no \
         identity-based policy allows the ecs:RegisterTaskDefinition action",
        "The container web-app of nightly-report has no parameter: see https://docs.aws.amazon.com/x",
        "containerDefinitions[0]: awslogs",
    ] {
        assert_eq!(redactor.redact(words), words);
    }
    let whole = "queue arn:aws:sqs:eu-west-1:123456789012:jobs";
    assert_eq!(redactor.redact(whole), "queue ****");
    let longer = "run the container with parameters";
    assert_eq!(redactor.redact(longer), "****");
}

#[test]
fn a_name_that_begins_a_value_hides_nothing_of_it() {
    let mut redactor = with_values(&["nightly-report-hunter2"]);
    let words = "nightly-report: nightly-report-hunter2";
    assert_eq!(redactor.redact(words), "nightly-report: ****");
}

#[test]
fn json_in_a_value_holds_values_too() {
    let inner = json!({"pw": "abcde", "deeper": json!({"key": "fghij"}).to_string()});
    let template = r#"{"value": "lmnop", "time": <time>}"#;
    let mut redactor = with_values(&[&inner.to_string(), template]);
    let words = "abcde fghij lmnop vwxyz";
    assert_eq!(redactor.redact(words), "**** **** **** vwxyz");
}

#[test]
fn every_member_of_a_request_is_hidden_but_names() {
    let input = json!({"containerOverrides": [{"name": "app", "environment": [
        {"name": "N", "value": "hidden-one"}]}]});
    let target = json!({
        "Id": "target-id-1", "Arn": "arn:aws:ecs:eu-west-1:1:cluster/production",
        "RoleArn": "arn:aws:iam::1:role/starter", "Input": input.to_string(),
        "InputTransformer": {"InputTemplate": "hidden-two <x>"},
        "EcsParameters": {
            "TaskDefinitionArn": "arn:aws:ecs:eu-west-1:1:task-definition/batch:1",
            "Tags": [{"Key": "tag-key-1", "Value": "hidden-three"}],
            "NetworkConfiguration": {"awsvpcConfiguration": {"Subnets": ["subnet-12345"]}},
        },
    });
    let task = json!({"cluster": "production", "overrides": {"containerOverrides": [
        {"name": "web-app", "command": ["hidden-one"], "environment": [
            {"name": "NAME_OF_IT", "value": "hidden-two"}]}]},
        "tags": [{"key": "tag-key-1", "value": "hidden-three"}]});
    let schedule = json!({"Description": "hidden-one", "ScheduleExpression": "rate(1 day)",
        "Target": {"Input": "hidden-two = no JSON",
            "EcsParameters": {"Tags": [{"Key": "tag-key-1", "Value": "hidden-three"}]}}});
    let targets = json!({"Rule": "rule-name-1", "Targets": [target]});
    let shown = "web-app target-id-1 tag-key-1 subnet-12345 production rate(1 day)";
    for (operation, body) in [
        (Operation::PutTargets, targets),
        (Operation::RunTask, task),
        (Operation::UpdateSchedule, schedule),
    ] {
        let mut redactor = knowing(operation, &body);
        let words = format!("{shown}; hidden-one, hidden-two, hidden-three");
        let expected = format!("{shown}; ****, ****, ****");
        assert_eq!(redactor.redact(&words), expected, "{operation}");
    }
}

#[test]
fn answers_are_known_too() {
    let mut redactor = Redactor::new("eu-west-1", Lang::En);
    for (operation, answer) in [
        (
            Operation::DescribeTaskDefinition,
            r#"{"taskDefinition": {"x": "hidden-one"}}"#,
        ),
        (
            Operation::ListTargetsByRule,
            r#"{"Targets": [{"Input": "hidden-two"}]}"#,
        ),
        (
            Operation::GetSchedule,
            r#"{"Target": {"Input": "hidden-three"}}"#,
        ),
        (
            Operation::ListClusters,
            r#"{"clusterArns": ["cluster-name"]}"#,
        ),
    ] {
        redactor.answered(operation, answer);
    }
    let words = "hidden-one hidden-two hidden-three cluster-name";
    assert_eq!(redactor.redact(words), "**** **** **** cluster-name");
}

#[test]
fn what_can_t_be_read_hides_all_words_but_the_code() {
    let mut redactor = with_values(&["hidden-one"]);
    redactor.answered(Operation::DescribeTaskDefinition, "{\"secret");
    assert_eq!(redactor.redact("a hidden-one"), LEFT_OUT.en);
    assert_eq!(redactor.redact(""), "");
    assert_eq!(redactor.redact_code("ClientException"), "ClientException");
    assert_eq!(redactor.redact_code("hidden one"), LEFT_OUT.en);
}

#[test]
fn what_the_core_reads_hides_its_values() {
    for document in [
        r#"{"x": 1e999, "environment": "hidden-one"}"#,
        r#"{"x": "\ud83d hidden-one"}"#,
    ] {
        let request = Request::raw(Operation::RegisterTaskDefinition, document.to_owned());
        let mut redactor = Redactor::new("eu-west-1", Lang::En);
        redactor.sent(&request);
        assert_eq!(redactor.redact("a hidden-one."), "a ****.", "{document}");
    }
}

#[test]
fn long_words_are_cut_and_no_value_with_them() {
    let mut redactor = with_values(&[&"0123456789abcdef".repeat(4_096)]);
    let secret = "0123456789abcdef".repeat(64);
    for before in [0, 1, LONGEST - 9, LONGEST - 4, LONGEST, 2 * LONGEST - 4] {
        let words = format!("{}{secret}é{}", "-".repeat(before), ".".repeat(9_000));
        let shown = redactor.redact(&words);
        assert!(shown.len() <= LONGEST + '…'.len_utf8(), "{before}");
        assert!(shown.ends_with('…'), "{before}");
        assert!(!shown.contains("0123"), "{before}: {shown}");
    }
}

#[test]
fn values_are_shown_on_request() {
    let mut redactor = with_values(&["hidden-one"]);
    redactor.answered(Operation::DescribeTaskDefinition, "{\"secret");
    redactor.show_values();
    assert_eq!(redactor.redact("a hidden-one"), "a hidden-one");
    assert_eq!(
        redactor.redact(&"a".repeat(9_000)).len(),
        LONGEST + '…'.len_utf8()
    );
}

#[test]
fn no_value_is_in_its_debug_form() {
    let redactor = with_values(&["hidden-one"]);
    assert!(!format!("{redactor:?}").contains("hidden-one"));
}

//! What each kind of document is told as.

use crate::convert::{Options, convert};
use crate::error::Failure;
use crate::pasted::Pasted;

/// The id of a document of another kind; of a task definition its form.
fn told(text: &str) -> String {
    match convert(&Pasted::text(text), &Options::default()) {
        Ok(conversion) => conversion.report.input.to_owned(),
        Err(Failure::Unreadable(error)) => error.id().to_owned(),
        Err(Failure::Edit(_)) => "edit".to_owned(),
    }
}

const DEFINITION: &str =
    r#"{"family":"a","containerDefinitions":[{"name":"app","image":"app:1"}]}"#;

#[test]
fn other_spellings_are_no_cloudformation() {
    for (text, id) in [
        (
            r#"{"TaskDefinition":{"Family":"a","ContainerDefinitions":[{"Name":"app"}]},"Tags":[]}"#,
            "sdk-answer",
        ),
        (
            r#"{"ContainerDefinitions":[{"Name":"app"}],"Family":"a","Revision":4}"#,
            "sdk-answer",
        ),
        (
            r#"{"ContainerDefinitions":[{"Name":"app"}],"Family":"a","HttpStatusCode":200}"#,
            "sdk-answer",
        ),
        (
            "{\n  ContainerDefinitions: [{\n      Name: \"app\"\n    }],\n  Family: \"a\"\n}",
            "sdk-answer",
        ),
        (
            r#"{"TaskDefinition":{"Family":"a","ContainerDefinitions":"Amazon.ECS.Model.ContainerDefinition"}}"#,
            "sdk-cut-off",
        ),
        (
            r#"{"TaskDefinition":{"ContainerDefinitions":[{"Name":"app","Command":"System.Collections.Generic.List`1[System.String]"}]}}"#,
            "sdk-cut-off",
        ),
        (
            r#"{"TaskDefinition":"Amazon.ECS.Model.TaskDefinition","HttpStatusCode":200}"#,
            "sdk-cut-off",
        ),
        (
            r#"{"ContainerDefinitions":[{"Name":"app"}],"Family":"a"}"#,
            "cloudformation-properties",
        ),
        (
            r#"{"ContainerDefinitions":[{"Name":"app"}],"Family":{"Ref":"Name"}}"#,
            "cloudformation-properties",
        ),
        (
            r#"{"Type":"AWS::ECS::TaskDefinition","Properties":{"Family":"a"}}"#,
            "cloudformation-properties",
        ),
        (
            r#"{"Task":{"Type":"AWS::ECS::TaskDefinition","Properties":{"ContainerDefinitions":[]}}}"#,
            "cloudformation-properties",
        ),
        (
            r#"{"task_definition":{"family":"a","container_definitions":[{"name":"app"}]}}"#,
            "snake-case",
        ),
        (
            r#"{"family":"a","container_definitions":[{"name":"app"}],"network_mode":"awsvpc"}"#,
            "snake-case",
        ),
        (
            r#"{"container_definitions":[{"name":"app"}]}"#,
            "snake-case",
        ),
        // One name misspelt, which is a finding.
        (
            r#"{"family":"a","container_definitions":[{"name":"app"}]}"#,
            "task-definition",
        ),
        (
            r#"{"family":"a","containerDefinitions":[],"network_mode":"awsvpc"}"#,
            "task-definition",
        ),
    ] {
        assert_eq!(told(text), id, "{text}");
    }
}

#[test]
fn what_was_cut_off_whole_is_told() {
    for (text, id) in [
        (
            r#"{"taskDefinition":"@{taskDefinitionArn=arn:x; family=a}","tags":""}"#,
            "cut-off",
        ),
        (r#"{"taskDefinition":"[Object]"}"#, "cut-off"),
        ("{ taskDefinition: [Object], tags: [] }", "cut-off"),
        (r#"{"taskDefinition":"a:3","desiredCount":1}"#, "reference"),
        (r#"{"taskDefinition":null}"#, "null-task-definition"),
    ] {
        assert_eq!(told(text), id, "{text}");
    }
}

#[test]
fn documents_of_others_are_named() {
    for (text, id) in [
        (
            r#"{"version":4,"terraform_version":"1.9.0","resources":[{"instances":[]}]}"#,
            "terraform",
        ),
        (
            r#"{"format_version":"1.2","planned_values":{"root_module":{}}}"#,
            "terraform",
        ),
        (
            r#"{"eventVersion":"1.08","eventName":"RegisterTaskDefinition","requestParameters":{"family":"a","containerDefinitions":[]}}"#,
            "cloudtrail-event",
        ),
        (
            r#"{"Records":[{"eventVersion":"1.08","requestParameters":{"family":"a","containerDefinitions":[]}}]}"#,
            "cloudtrail-event",
        ),
        (
            r#"{"Events":[{"EventName":"RegisterTaskDefinition","CloudTrailEvent":"{}"}]}"#,
            "cloudtrail-event",
        ),
        (
            r#"{"detail-type":"ECS Task State Change","detail":{"taskArn":"x"}}"#,
            "eventbridge-event",
        ),
        (
            r#"{"jobDefinitionName":"a","type":"container","containerProperties":{"image":"app:1"}}"#,
            "batch-job-definition",
        ),
        (
            r#"{"jobDefinitions":[{"jobDefinitionName":"a"}]}"#,
            "batch-job-definition",
        ),
        (
            r#"{"StartAt":"Run","States":{"Run":{"Type":"Task"}}}"#,
            "state-machine",
        ),
        (
            r#"{"AWSEBDockerrunVersion":"1","Image":{"Name":"app:1"}}"#,
            "dockerrun",
        ),
        (
            r#"{"AWSEBDockerrunVersion":2,"containerDefinitions":[{"name":"app","image":"app:1"}]}"#,
            "dockerrun",
        ),
        (
            r#"{"daemonTaskDefinition":{"family":"a","containerDefinitions":[]}}"#,
            "daemon-task-definition",
        ),
        (
            r#"{"daemonTaskDefinitionArn":"x","family":"a","containerDefinitions":[]}"#,
            "daemon-task-definition",
        ),
        (
            r#"{"services":{"web":{"image":"app:1"}},"volumes":{"data":{}}}"#,
            "compose",
        ),
        (
            r#"{"services":[{"serviceArn":"x","taskDefinition":"a:1"}],"failures":[]}"#,
            "service",
        ),
        (
            r#"[{"Id":"1","Config":{"Image":"app:1"},"HostConfig":{"Memory":0}}]"#,
            "docker-inspect",
        ),
        (
            r#"{"apiVersion":"apps/v1","kind":"Deployment","spec":{}}"#,
            "kubernetes",
        ),
        (
            r#"{"name":"a","version":"1.0.0","scripts":{}}"#,
            "package-json",
        ),
    ] {
        assert_eq!(told(text), id, "{text}");
    }
}

#[test]
fn a_list_is_never_one_definition() {
    for (text, id) in [
        (format!("[{DEFINITION}]"), "task-definition-list"),
        (
            format!("[{DEFINITION},{DEFINITION}]"),
            "task-definition-list",
        ),
        (
            format!(r#"[{{"taskDefinition":{DEFINITION}}}]"#),
            "task-definition-list",
        ),
        (
            format!(r#"{{"taskDefinitions":[{DEFINITION},{DEFINITION}]}}"#),
            "nested-task-definition",
        ),
        (
            format!(r#"{{"data":{DEFINITION}}}"#),
            "nested-task-definition",
        ),
        (
            format!(r#"{{"taskDefinition":{DEFINITION}}}"#),
            "describe-task-definition",
        ),
        ("[1,2]".to_owned(), "list"),
        (
            r#"[{"name":"app","image":"app:1"}]"#.to_owned(),
            "container-definitions",
        ),
        (r#""{\"family\":\"a\"}""#.to_owned(), "json-text"),
        (r#""[{\"name\":\"app\"}]""#.to_owned(), "json-text"),
        (r#"{"a":{"b":1}}"#.to_owned(), "other"),
    ] {
        assert_eq!(told(&text), id, "{text}");
    }
}

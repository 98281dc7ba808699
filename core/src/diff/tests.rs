use super::{Which, defaults, diff, order};
use crate::explain::{Topic, explain};
use crate::model;
use crate::pasted::Pasted;

/// The differences as `kind at before after`, with values shown.
fn differences(old: &str, new: &str, show_values: bool) -> Vec<String> {
    let Ok(comparison) = diff(&Pasted::text(old), &Pasted::text(new), show_values) else {
        return vec!["unreadable".to_owned()];
    };
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let differences = comparison.differences.iter();
    let lines = differences.map(|difference| {
        let (before, after) = (text(&difference.before), text(&difference.after));
        let line = format!("{:?} {} {before} {after}", difference.kind, difference.at);
        line.trim().replace("  ", " ")
    });
    lines.collect()
}

/// A task definition with these members, and a container `app` with these members.
fn task(members: &str, container: &str) -> String {
    format!(
        r#"{{"family":"f",{members}"containerDefinitions":[{{{container}"name":"app","image":"i"}}]}}"#
    )
}

fn same(old: &str, new: &str) {
    assert_eq!(differences(old, new, true), Vec::<String>::new());
}

fn differ(old: &str, new: &str, expected: &[&str]) {
    assert_eq!(differences(old, new, true), expected);
}

#[test]
fn a_copy_from_aws_says_what_was_registered() {
    let back = r#"{"taskDefinition":{"revision":7,"status":"ACTIVE","family":"f","cpu":"512",
        "memory":"2048","networkMode":"awsvpc","enableFaultInjection":false,"volumes":[],
        "placementConstraints":[],"containerDefinitions":[{"image":"i","name":"app","cpu":0,
        "portMappings":[{"containerPort":80,"hostPort":80,"protocol":"tcp"}],"essential":true,
        "environment":[],"mountPoints":[],"volumesFrom":[],"systemControls":[],"healthCheck":
        {"command":["CMD","x"],"interval":30,"timeout":5,"retries":3}}]}}"#;
    let sent = r#"{"family":"f","networkMode":"awsvpc","cpu":".5 vCPU","memory":"2 GB",
        "containerDefinitions":[{"name":"app","image":"i","healthCheck":{"command":["CMD","x"]},
        "portMappings":[{"containerPort":80}]}]}"#;
    same(back, sent);
    same(sent, back);
}

#[test]
fn what_does_not_count_is_told_apart() {
    let old = r#"{"family":"f","cpu":"1 vCPU","containerDefinitions":[{"name":"app","image":"i",
        "cpu":0,"environment":[{"name":"B","value":"2"},{"name":"A","value":"1"}]}]}"#;
    let new = r#"{"family":"f","cpu":"1024","containerDefinitions":[{"name":"app","image":"i",
        "environment":[{"name":"A","value":"1"},{"name":"C","value":"3"},{"name":"B","value":"2"}],
        "essential":true}]}"#;
    let found = diff(&Pasted::text(old), &Pasted::text(new), false);
    assert!(found.is_ok());
    let Ok(found) = found else {
        return;
    };
    let uncounted = found.uncounted.iter().map(|entry| {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        (entry.at.clone(), text(&entry.before), text(&entry.after))
    });
    let at = |place: &str| format!("containerDefinitions[app]{place}");
    let is = |at: String, before: &str, after: &str| (at, before.to_owned(), after.to_owned());
    assert_eq!(
        uncounted.collect::<Vec<_>>(),
        [
            is(at(".cpu"), "0", ""),
            is(at(".essential"), "", "true"),
            is(at(".environment"), r#"["B","A"]"#, r#"["A","B"]"#),
            is("cpu".to_owned(), r#""1 vCPU""#, r#""1024""#),
        ]
    );
    assert_eq!(found.differences.len(), 1);
}

#[test]
fn an_empty_word_of_a_list_is_no_value() {
    same(&task(r#""pidMode":"","ipcMode":"","#, ""), &task("", ""));
    let at = "containerDefinitions[app].workingDirectory";
    let added = format!(r#"Added {at} """#);
    differ(
        &task("", ""),
        &task("", r#""workingDirectory":"","#),
        &[&added],
    );
}

#[test]
fn order_does_not_count_in_sets() {
    same(
        &task(
            r#""requiresCompatibilities":["EC2","FARGATE"],"tags":[{"key":"a"},{"key":"b"}],"#,
            r#""environment":[{"name":"A","value":"1"},{"name":"B","value":"2"}],
            "dockerLabels":{"x":"1","y":"2"},
            "linuxParameters":{"capabilities":{"add":["KILL","CHOWN"]}},"#,
        ),
        &task(
            r#""tags":[{"key":"b"},{"key":"a"}],"requiresCompatibilities":["FARGATE","EC2"],"#,
            r#""linuxParameters":{"capabilities":{"add":["CHOWN","KILL"]}},
            "dockerLabels":{"y":"2","x":"1"},
            "environment":[{"value":"2","name":"B"},{"value":"1","name":"A"}],"#,
        ),
    );
}

#[test]
fn order_counts_in_sequences() {
    differ(
        &task("", r#""command":["a","b","c"],"#),
        &task("", r#""command":["b","a","c"],"#),
        &[
            r#"Changed containerDefinitions[app].command[0] "a" "b""#,
            r#"Changed containerDefinitions[app].command[1] "b" "a""#,
        ],
    );
    differ(
        &task("", r#""command":["a","c"],"#),
        &task("", r#""command":["a","b","c"],"#),
        &[r#"Added containerDefinitions[app].command[1] "b""#],
    );
    // Of two variables with the same name, only one counts.
    let twice = |a, b| {
        let twice = format!(r#"{{"name":"A","value":"{a}"}},{{"name":"A","value":"{b}"}}"#);
        task("", &format!(r#""environment":[{twice}],"#))
    };
    differ(
        &twice(1, 2),
        &twice(2, 1),
        &[
            r#"Changed containerDefinitions[app].environment[A].value "1" "2""#,
            r#"Changed containerDefinitions[app].environment[A#2].value "2" "1""#,
        ],
    );
}

#[test]
fn containers_go_by_their_names() {
    differ(
        r#"{"family":"f","containerDefinitions":[{"name":"a","image":"i"},{"name":"b","image":"i"}]}"#,
        r#"{"family":"f","containerDefinitions":[{"name":"c","image":"i"},{"name":"b","image":"j"},
            {"name":"a","image":"i"}]}"#,
        &[
            r#"Changed containerDefinitions[b].image "i" "j""#,
            r#"Added containerDefinitions[c] {"name":"c","image":"i"}"#,
        ],
    );
}

#[test]
fn only_what_ecs_fills_in_may_be_left_out() {
    let port = |network: &str, port: &str| {
        let network = format!(r#""networkMode":"{network}","#);
        task(
            &network,
            &format!(r#""portMappings":[{{"containerPort":80{port}}}],"#),
        )
    };
    let at = "containerDefinitions[app].portMappings[80].hostPort";
    same(&port("awsvpc", ""), &port("awsvpc", r#","hostPort":80"#));
    same(&port("bridge", ""), &port("bridge", r#","hostPort":0"#));
    differ(
        &port("bridge", ""),
        &port("bridge", r#","hostPort":80"#),
        &[&format!("Added {at} 80")],
    );
    differ(
        &port("host", r#","hostPort":0"#),
        &port("host", ""),
        &[&format!("Removed {at} 0")],
    );
    differ(
        &task("", ""),
        &task("", r#""essential":false,"#),
        &["Added containerDefinitions[app].essential false"],
    );
    differ(
        &task("", r#""essential":true,"#),
        &task("", r#""essential":false,"#),
        &["Changed containerDefinitions[app].essential true false"],
    );
    differ(
        &task("", ""),
        &task("", r#""environment":[{"name":"A","value":"1"}],"#),
        &[r#"Added containerDefinitions[app].environment[A] {"name":"A","value":"1"}"#],
    );
    // No source says that a variable without a value equals one with an empty value.
    differ(
        &task("", r#""environment":[{"name":"A"}],"#),
        &task("", r#""environment":[{"name":"A","value":""}],"#),
        &[r#"Added containerDefinitions[app].environment[A].value """#],
    );
}

#[test]
fn what_says_nothing_may_be_left_out() {
    let volume = |members: &str| {
        let volumes = format!(r#""volumes":[{{"name":"v"{members}}}],"#);
        task(&volumes, "")
    };
    let efs = |members: &str| {
        let efs = format!(r#","efsVolumeConfiguration":{{"fileSystemId":"fs-1"{members}}}"#);
        volume(&efs)
    };
    same(&volume(""), &volume(r#","host":{}"#));
    same(&efs(""), &efs(r#","rootDirectory":"/""#));
    let point = r#","authorizationConfig":{"accessPointId":"fsap-1"}"#;
    same(
        &efs(&format!(r#"{point},"rootDirectory":"/""#)),
        &efs(point),
    );
    same(&task("", r#""dockerLabels":{},"#), &task("", ""));
    let logs = |options: &str| {
        let logs = format!(r#""logConfiguration":{{"logDriver":"none"{options}}},"#);
        task("", &logs)
    };
    same(&logs(r#","options":{}"#), &logs(""));
    let at = "volumes[v].efsVolumeConfiguration.rootDirectory";
    differ(
        &efs(""),
        &efs(r#","rootDirectory":"/data""#),
        &[&format!(r#"Added {at} "/data""#)],
    );
    differ(
        &efs(r#","rootDirectory":"/""#),
        &efs(r#","rootDirectory":"/data""#),
        &[&format!(r#"Changed {at} "/" "/data""#)],
    );
    differ(
        &volume(""),
        &volume(r#","host":{"sourcePath":"/srv"}"#),
        &[r#"Added volumes[v].host {"sourcePath":"/srv"}"#],
    );
    // A volume of Docker is another one than a bind mount.
    differ(
        &volume(""),
        &volume(r#","dockerVolumeConfiguration":{}"#),
        &["Added volumes[v].dockerVolumeConfiguration {}"],
    );
    differ(
        &task("", ""),
        &task("", r#""dockerLabels":{"a":""},"#),
        &[r#"Added containerDefinitions[app].dockerLabels {"a":""}"#],
    );
}

#[test]
fn units_are_those_of_the_task_only() {
    same(&task(r#""cpu":"1 vCPU","#, ""), &task(r#""cpu":1024,"#, ""));
    differ(
        &task(r#""cpu":"256","memory":"1024","#, ""),
        &task(r#""memory":"2GB","cpu":".25 vcpu","#, ""),
        &[r#"Changed memory "1024" "2GB""#],
    );
    let value = |value| {
        task(
            "",
            &format!(r#""environment":[{{"name":"A","value":"{value}"}}],"#),
        )
    };
    assert_eq!(differences(&value("1 vCPU"), &value("1024"), true).len(), 1);
}

#[test]
fn a_masked_value_still_says_that_it_changed() {
    let secret = |value| {
        let environment = format!(r#""environment":[{{"name":"A","value":"{value}"}}],"#);
        task(
            "",
            &format!(r#"{environment}"tmpfs":1,"command":["{value}"],"#),
        )
    };
    let differences = differences(&secret("s3cret"), &secret("hunter2"), false);
    assert_eq!(
        differences,
        [
            r#"Changed containerDefinitions[app].command[0] "****" "****""#,
            r#"Changed containerDefinitions[app].environment[A].value "****" "****""#,
        ]
    );
    // A name that may contain anything is masked in the path as well.
    let control = |value| {
        let control = format!(r#"[{{"namespace":"net.core","value":"{value}"}}]"#);
        task("", &format!(r#""systemControls":{control},"#))
    };
    assert_eq!(
        self::differences(&control(1), &control(2), false),
        [r#"Changed containerDefinitions[app].systemControls[0].value "****" "****""#]
    );
}

#[test]
fn unknown_members_are_compared_as_they_stand() {
    same(
        &task(r#""new":{"a":[1,2],"b":null},"#, ""),
        &task(r#""new":{"b":null,"a":[1,2]},"#, ""),
    );
    differ(
        &task(r#""new":{"a":[1,2]},"#, ""),
        &task(r#""new":{"a":[1,3],"cpu":0},"#, ""),
        &["Changed new.a[1] 2 3", "Added new.cpu 0"],
    );
    differ(
        &task(r#""new":"1","#, ""),
        &task(r#""new":1,"#, ""),
        &[r#"Changed new "1" 1"#],
    );
}

#[test]
fn what_is_no_task_definition_is_named() {
    let good = task("", "");
    let failure = |old: &str, new: &str| {
        let result = diff(&Pasted::text(old), &Pasted::text(new), false);
        result.err().map(|(which, _)| which)
    };
    assert_eq!(failure("[", &good), Some(Which::Old));
    assert_eq!(failure(&good, "["), Some(Which::New));
    assert_eq!(failure(&good, &good), None);
}

#[test]
fn the_tables_name_members_of_the_model() {
    let mut rows: Vec<(&str, &str)> = order::UNORDERED.iter().map(|row| (row.0, row.1)).collect();
    rows.extend(
        defaults::FILL_INS
            .iter()
            .map(|row| (row.structure, row.member)),
    );
    let links: Vec<String> = model::paths()
        .filter_map(|(path, _)| match explain(&path) {
            Ok(Topic::Fields(fields)) => fields.into_iter().next(),
            _ => None,
        })
        .map(|field| field.source)
        .collect();
    for (structure, member) in rows {
        let end = match structure.strip_suffix("Request") {
            Some(operation) => format!("#ECS-{operation}-request-{member}"),
            None => format!("#ECS-Type-{structure}-{member}"),
        };
        assert!(links.iter().any(|link| link.ends_with(&end)), "{end}");
    }
}

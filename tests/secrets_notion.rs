//! Which names and values `check` calls secrets: a table of them, half of them harmless, with the
//! precision and the recall on it. What is found is never shown.

#![allow(
    clippy::panic,
    clippy::cast_precision_loss,
    reason = "a test fails by panicking"
)]

#[path = "support/random.rs"]
mod random;
#[path = "secrets/said.rs"]
#[allow(dead_code, reason = "it compares two texts as well")]
mod said;

use random::Random;
use serde_json::{Value, json};
use taskdef_core::{Options, Pasted, check};

const TABLE: &str = include_str!("secrets/notion.txt");

/// A row of the table.
struct Row {
    secret: bool,
    name: String,
    value: String,
}

fn rows() -> Vec<Row> {
    let mut random = Random::new(20);
    let mut secret = true;
    let mut rows = Vec::new();
    for line in TABLE.lines() {
        match line {
            "secret" => secret = true,
            "harmless" => secret = false,
            _ if line.is_empty() || line.starts_with('#') => {}
            _ => {
                let (name, value) = line.split_once(' ').unwrap_or_else(|| panic!("{line}"));
                rows.push(Row {
                    secret,
                    name: name.to_owned(),
                    value: filled(value, &mut random).replace("\\n", "\n"),
                });
            }
        }
    }
    rows
}

/// A value with characters of the kinds that it asks for.
fn filled(value: &str, random: &mut Random) -> String {
    let mut out = String::new();
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('«') {
        let (asked, after) = after.split_once('»').unwrap_or_else(|| panic!("{value}"));
        let (kind, count) = asked.split_once(' ').unwrap_or_else(|| panic!("{value}"));
        let letters: &[u8] = match kind {
            "hex" => b"0123456789abcdef",
            "upper" => b"ABCDEFGHJKLMNPQRSTUVWXYZ234567",
            "digit" => b"0123456789",
            "word" => b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
            _ => panic!("{value}"),
        };
        out.push_str(before);
        for _ in 0..count.parse::<usize>().unwrap_or_default() {
            out.push(char::from(letters[random.below(letters.len())]));
        }
        rest = after;
    }
    out + rest
}

/// A definition with a row in its environment, or as a command.
fn definition(row: &Row) -> Value {
    let mut container = json!({"name": "app", "image": "registry.example.com/app:1"});
    if row.name == "-" {
        container["command"] = json!(["sh", "-c", row.value]);
    } else {
        container["environment"] = json!([{"name": row.name, "value": row.value}]);
    }
    json!({"family": "batch", "memory": "512", "containerDefinitions": [container]})
}

fn is_found(definition: &Value) -> bool {
    let text = definition.to_string();
    let report = check(&Pasted::text(&text), &Options::default(), false);
    let report = report.unwrap_or_else(|error| panic!("{text}: {error:?}"));
    let mut findings = report.findings.iter();
    findings.any(|finding| finding.rule == "plaintext-secret")
}

#[test]
fn precision_and_recall() {
    let rows = rows();
    let secrets = rows.iter().filter(|row| row.secret).count();
    let harmless = rows.len() - secrets;
    assert!(rows.len() >= 200, "only {} rows", rows.len());
    assert!(harmless * 10 >= rows.len() * 4, "only {harmless} harmless");
    let mut wrong = Vec::new();
    let (mut found, mut alarms) = (0, 0);
    for row in &rows {
        let is_found = is_found(&definition(row));
        found += usize::from(row.secret && is_found);
        alarms += usize::from(!row.secret && is_found);
        if row.secret != is_found {
            let what = if row.secret { "missed" } else { "false alarm" };
            wrong.push(format!("{what}: {} {}", row.name, row.value));
        }
    }
    let recall = found as f64 / secrets as f64;
    let precision = found as f64 / (found + alarms) as f64;
    assert!(
        precision >= 0.99 && recall >= 0.98,
        "precision {precision:.3}, recall {recall:.3}\n{}",
        wrong.join("\n")
    );
}

/// At every place where a definition takes text of people's own.
#[test]
fn a_secret_is_found_wherever_it_stands() {
    let token = format!("ghp_{}", "a1B2c3D4e".repeat(4));
    let container = |member: Value| {
        let mut own = json!({"name": "app", "image": "registry.example.com/app:1"});
        for (key, value) in member.as_object().into_iter().flatten() {
            own[key] = value.clone();
        }
        json!({"family": "batch", "memory": "512", "containerDefinitions": [own]})
    };
    let task = |member: Value| {
        let mut own = container(json!({}));
        for (key, value) in member.as_object().into_iter().flatten() {
            own[key] = value.clone();
        }
        own
    };
    let log = |options: Value| {
        container(json!({"logConfiguration": {"logDriver": "splunk", "options": options}}))
    };
    let proxy = |pair: Value| {
        task(json!({"proxyConfiguration": {"containerName": "app", "properties": [pair]}}))
    };
    let volume = |options: Value| {
        task(
            json!({"volumes": [{"name": "v", "dockerVolumeConfiguration":
            {"driver": "local", "driverOpts": options}}]}),
        )
    };
    for definition in [
        container(json!({"command": [token]})),
        container(json!({"command": ["run", "--password", "hunter22"]})),
        container(json!({"entryPoint": ["sh", "-c", format!("TOKEN={token} run")]})),
        container(
            json!({"healthCheck": {"command": ["CMD-SHELL", "curl -u me:hunter22 localhost"]}}),
        ),
        container(
            json!({"healthCheck": {"command": ["CMD", "curl", "-u", "me:hunter22", "localhost"]}}),
        ),
        container(json!({"dockerLabels": {"api.token": "f00dfeed"}})),
        container(json!({"dockerLabels": {"note": token}})),
        container(json!({"environment": [{"name": token, "value": "TOKEN"}]})),
        container(json!({"image": "https://me:hunter22@registry.example.com/app:1"})),
        container(json!({"extraHosts": [{"hostname": token, "ipAddress": "10.0.0.1"}]})),
        container(
            json!({"firelensConfiguration": {"type": "fluentbit", "options": {"api_key": "f00dfeed"}}}),
        ),
        log(json!({"splunk-token": "f00dfeed-0000"})),
        log(json!({"splunk-url": "https://me:hunter22@splunk.example.com"})),
        proxy(json!({"name": "API_TOKEN", "value": "f00dfeed"})),
        proxy(json!({"name": "x", "value": token})),
        volume(json!({"o": "username=me,password=hunter22"})),
        volume(json!({"password": "hunter22"})),
        task(json!({"tags": [{"key": "db-password", "value": "hunter22"}]})),
        task(json!({"family": token})),
        json!({"family": token, "containerDefinitions": [{"name": "a", "image": "b:1", "memory": 64,
            "environment": [{"name": "DB_PASSWORD", "value": "hunter22"}]}]}),
    ] {
        assert!(is_found(&definition), "{definition}");
        let said = said::said_of(&definition.to_string());
        for value in [&*token, "hunter22", "f00dfeed"] {
            assert!(!said.contains(value), "{definition}\n{said}");
        }
    }
}

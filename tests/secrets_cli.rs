//! No value of a paste is in what the command line prints, whatever the command and its format.
//!
//! `secrets.rs` tries every place and every form in process; here a few files that hold a value at
//! every place go through each command.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "secrets/broken.rs"]
mod broken;
#[path = "secrets/planted.rs"]
mod planted;
#[path = "support/random.rs"]
mod random;

use std::fs;
use std::process::Command;

use broken::{BREAKS, FOREIGN};
use planted::{FORMS, Leaks, Planted, every_field, filled, places};
use tempfile::TempDir;

const LANGUAGES: [&str; 2] = ["en", "ja"];

/// Files with planted values, and what the command line shows of them.
struct Files {
    folder: TempDir,
    names: Vec<String>,
    planted: Planted,
    leaks: Leaks,
    runs: usize,
}

impl Files {
    /// Files that can be read, one for each of these forms.
    fn filled(forms: &[&str]) -> Self {
        let mut files = Files {
            folder: TempDir::new().expect("a folder"),
            names: Vec::new(),
            planted: Planted::default(),
            leaks: Leaks::default(),
            runs: 0,
        };
        for (index, form) in forms.iter().enumerate() {
            let document = filled(&every_field(), form, &mut files.planted);
            files.add(&format!("answer{index}.json"), &document.to_string());
            let definition = &document["taskDefinition"];
            files.add(&format!("pretty{index}.json"), &format!("{definition:#}"));
        }
        files
    }

    /// Adds files that can't be read, or only after mending.
    fn with_broken(mut self) -> Self {
        let document = filled(&every_field(), "§", &mut self.planted);
        let text = format!("{:#}", document["taskDefinition"]);
        let values: Vec<String> = places(&document)
            .iter()
            .filter_map(|place| Some(document.pointer(place)?.to_string()))
            .collect();
        let values: Vec<&str> = values.iter().map(String::as_str).collect();
        for (way, one) in BREAKS.iter().enumerate() {
            for (index, broken) in one.all(&text, &values, 1).iter().enumerate() {
                self.add(&format!("broken{way}-{index}.json"), broken);
            }
        }
        for (index, text) in FOREIGN.iter().enumerate() {
            let text = self.planted.text(text);
            self.add(&format!("foreign{index}.txt"), &text);
        }
        self
    }

    fn add(&mut self, name: &str, text: &str) {
        fs::write(self.folder.path().join(name), text).expect("it can be written");
        self.names.push(name.to_owned());
    }

    /// Runs a command, and looks at what it prints; at its output only if that is no result.
    fn run(&mut self, arguments: &[&str], output_too: bool) {
        let output = Command::new(env!("CARGO_BIN_EXE_taskdef"))
            .args(arguments)
            .current_dir(self.folder.path())
            // Nobody listens there, if a command should get as far as AWS.
            .envs([
                ("AWS_ENDPOINT_URL", "http://127.0.0.1:9"),
                ("AWS_ACCESS_KEY_ID", "key"),
                ("AWS_SECRET_ACCESS_KEY", "key"),
                ("AWS_REGION", "eu-west-1"),
            ])
            .output()
            .expect("it runs");
        let mut shown = String::from_utf8_lossy(&output.stderr).into_owned();
        if output_too {
            shown.push_str(&String::from_utf8_lossy(&output.stdout));
        }
        assert!(!shown.contains("Usage: "), "{arguments:?}: {shown}");
        self.leaks.look(&self.planted, &shown, &arguments.join(" "));
        self.runs += 1;
    }

    fn assert_hidden(&self, runs: usize) {
        self.leaks.assert_none();
        assert!(self.runs >= runs, "only {} runs", self.runs);
    }
}

#[test]
fn convert_shows_no_value() {
    let mut files = Files::filled(&["§", "${§}", "a: §"]).with_broken();
    let edits = [
        ["--env", "app:NEW=§"],
        ["--secret", "app:TOKEN=§"],
        ["--command", "app=[\"run\", \"§\"]"],
        ["--log-option", "app:tag=§"],
        ["--docker-label", "app:team=§"],
        ["--docker-label", "§"],
        ["--unset-docker-label", "team=§"],
        ["--log-driver", "app=§"],
        ["--s3-env-file", "app=arn:aws:s3:::§/§.env"],
        ["--s3-env-file", "arn:aws:s3:::§/day=§.env"],
        ["--tag", "team=§"],
        ["--env", "nobody:NEW=§"],
        ["--command", "app=[\"§\""],
        ["--command", "app=§"],
        ["--env", "a §"],
        ["--container-cpu", "app=§"],
        ["--container-memory", "§"],
        ["--image", "app=a §"],
        ["--unset-tag", "team=§"],
        ["--unset-env", "TOKEN=§"],
    ];
    let edits = edits.map(|edit| edit.map(|word| files.planted.text(word)));
    let variables = [
        "app:NEW=§\nTOKEN=§\n",
        "NEW=§\nexport TOKEN=§\n",
        "NEW=§\n=§\n",
        "NEW=-----BEGIN\n§\n§==\n",
        "nobody:NEW=§\n",
    ];
    let names = files.names.clone();
    let variables: Vec<[String; 2]> = (variables.iter().enumerate())
        .map(|(index, text)| {
            let name = format!("variables{index}.env");
            let text = files.planted.text(text);
            files.add(&name, &text);
            ["--env-file".to_owned(), name]
        })
        .collect();
    for name in &names {
        files.run(&["convert", name], false);
    }
    for name in &names[..6] {
        for lang in LANGUAGES {
            for report in ["text", "json", "markdown", "none"] {
                let arguments = ["convert", name, "--lang", lang, "--report", report];
                files.run(&arguments, false);
                files.run(&[&arguments[..], &["--strict"]].concat(), false);
                files.run(&[&arguments[..], &["--no-repair"]].concat(), false);
            }
        }
    }
    for lang in LANGUAGES {
        for report in ["text", "json", "markdown", "none"] {
            for [option, value] in edits.iter().chain(&variables) {
                let arguments = [
                    "convert",
                    "pretty0.json",
                    "--lang",
                    lang,
                    "--report",
                    report,
                ];
                files.run(&[&arguments[..], &[option, value]].concat(), false);
            }
        }
    }
    files.assert_hidden(100);
}

#[test]
fn lines_show_no_value() {
    let mut files = Files::filled(&FORMS);
    let mut lines = String::new();
    for name in files.names.iter().filter(|name| name.starts_with("answer")) {
        let line = fs::read_to_string(files.folder.path().join(name)).expect("it is there");
        for line in [
            &*line,
            &line[1..],
            &line[..line.len() / 2],
            &line.replace(',', " "),
        ] {
            lines.push_str(line);
            lines.push('\n');
        }
    }
    files.add("lines.jsonl", &lines);
    for lang in LANGUAGES {
        files.run(
            &["convert", "lines.jsonl", "--lines", "--lang", lang],
            false,
        );
        files.run(&["convert", "lines.jsonl", "--lines", "--strict"], false);
    }
    files.assert_hidden(4);
}

#[test]
fn check_shows_no_value() {
    let mut files = Files::filled(&["§", "https://u:§@example.com"]).with_broken();
    let names = files.names.clone();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    for format in ["text", "json", "sarif", "github"] {
        for lang in LANGUAGES {
            let options = ["check", "--format", format, "--lang", lang];
            files.run(&[&options[..], &names].concat(), true);
            for more in [&["--as-is"][..], &["--strict"], &["--as-is", "--strict"]] {
                files.run(&[&options[..], &names[..4], more].concat(), true);
            }
        }
    }
    for format in ["text", "json", "sarif", "github"] {
        files.run(
            &[&["check", "--fix", "--format", format][..], &names].concat(),
            true,
        );
    }
    files.assert_hidden(36);
}

#[test]
fn diff_shows_no_value() {
    let mut files = Files::filled(&["§", "run § now"]).with_broken();
    files.add("healthy.json", &every_field().to_string());
    let pairs = [
        ("healthy.json", "answer0.json"),
        ("answer0.json", "pretty1.json"),
        ("healthy.json", "broken0-0.json"),
        ("answer0.json", "foreign0.txt"),
    ];
    for (one, other) in pairs {
        for format in ["text", "json"] {
            for lang in LANGUAGES {
                let options = ["diff", "--format", format, "--lang", lang];
                files.run(&[&options[..], &[one, other]].concat(), true);
                files.run(&[&options[..], &[other, one]].concat(), true);
            }
        }
    }
    files.assert_hidden(32);
}

#[test]
fn explain_shows_no_value_of_an_error() {
    let mut files = Files::filled(&[]);
    for error in [
        "An error occurred (ClientException) when calling the RegisterTaskDefinition operation: \
         Invalid value '§' for environment",
        "Unknown parameter in containerDefinitions[0]: \"§\", must be one of: name, image",
        "ClientException: Log driver awslogs option §",
        "Invalid type for parameter containerDefinitions[0].environment[0].value, value: §, type: \
         <class 'int'>, valid types: <class 'str'>",
    ] {
        let error = files.planted.text(error);
        for format in ["text", "json"] {
            for lang in LANGUAGES {
                files.run(
                    &["explain", &error, "--format", format, "--lang", lang],
                    true,
                );
            }
        }
    }
    files.assert_hidden(16);
}

/// Where a value is a reference that a policy has to name: to a secret, a file or a file system.
#[cfg(feature = "generate")]
const REFERENCES: [&str; 3] = ["/valueFrom", "/credentialsParameter", "/environmentFiles/"];

#[cfg(feature = "generate")]
#[test]
fn generate_shows_no_value() {
    let kinds = [
        "buildspec",
        "policy",
        "policy --for execution-role",
        "policy --for task-events",
        "policy --for batch",
        "pipeline",
        "eventbridge",
        "appspec",
        "taskdef",
        "imagedetail",
        "imagedefinitions",
    ];
    let healthy = every_field();
    let mut files = Files::filled(&[]);
    for (index, form) in FORMS.iter().enumerate() {
        let document = planted::filled_but(&healthy, &REFERENCES, form, &mut files.planted);
        files.add(&format!("data{index}.json"), &document.to_string());
    }
    let names = files.names.clone();
    for (kind, name) in kinds
        .iter()
        .flat_map(|kind| names.iter().map(move |name| (kind, name)))
    {
        for lang in LANGUAGES {
            let mut arguments = vec!["generate"];
            arguments.extend(kind.split(' '));
            arguments.extend([name.as_str(), "--lang", lang]);
            // CodeDeploy's taskdef.json is a task definition.
            files.run(&arguments, *kind != "taskdef");
        }
    }
    files.assert_hidden(350);
    let mut files = Files::filled(&[]).with_broken();
    for name in files.names.clone() {
        files.run(&["generate", "policy", &name], true);
    }
    files.assert_hidden(50);
}

#[cfg(feature = "aws")]
#[test]
fn register_and_deploy_show_no_value_of_what_is_not_ready() {
    let mut files = Files::filled(&["§", "${§}"]).with_broken();
    for name in files.names.clone() {
        files.run(&["register", &name, "--lang", "ja"], true);
        files.run(&["deploy", &name, "--cluster", "c", "--service", "s"], true);
    }
    files.assert_hidden(80);
}

//! The command line: what it prints, and which files it writes.
//!
//! `tests/cmd` contains commands with their output, and those of README.md and the guides are run as well; the
//! tests below cover what such files can't express. `UPDATE=1 cargo test -p taskdef-cli` accepts new
//! output.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

#[path = "support/documents.rs"]
mod documents;
#[path = "support/shapes.rs"]
mod shapes;

use std::collections::BTreeSet;
use std::env;
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs::{self, File, Permissions};
use std::io::{self, Write as _};
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{FileTypeExt as _, MetadataExt as _, PermissionsExt as _, chown, symlink};
use std::os::unix::process::{CommandExt as _, ExitStatusExt as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use taskdef_core::catalog::RULES;
use taskdef_core::mask::{self, Scalar};
use taskdef_core::{EDIT_OPTIONS, Edit, EditTarget, Lang, Options, PairChange, PairList, Pasted};
use tempfile::TempDir;

const TASKDEF: &str = env!("CARGO_BIN_EXE_taskdef");

/// A task definition of one container.
const SMALL: &str =
    r#"{"family":"batch","containerDefinitions":[{"name":"app","image":"app:1","memory":128}]}"#;

/// A user and a group that own nothing.
const NOBODY: u32 = 65534;

/// The content of an existing file that must not change.
const OLD: &str = "what stood here before\n";

// Commands with their output.

#[test]
fn commands_print_what_their_files_say() {
    if update() && env::var_os("TRYCMD").is_none() {
        let this_test = ["--exact", "commands_print_what_their_files_say"];
        let status = Command::new(env::current_exe().unwrap())
            .args(this_test)
            .env("TRYCMD", "overwrite")
            .status();
        assert!(status.unwrap().success(), "some output can't be accepted");
        return;
    }
    env::set_current_dir(root()).unwrap();
    // The runner silently skips unknown programs, and files without a command.
    for file in command_files() {
        let commands = commands(&file);
        assert!(!commands.is_empty(), "{} has no command", file.display());
        for command in commands {
            let words = command.split(' ').filter(|word| !word.contains('='));
            assert_eq!(words.clone().next(), Some("taskdef"), "{command}");
        }
    }
    let cases = trycmd::TestCases::new();
    cases
        .register_bin("taskdef", Path::new(TASKDEF))
        .env("LC_ALL", "C")
        .env("COLUMNS", "100")
        .case("tests/cmd/*.toml");
    for file in command_files() {
        cases.case(file.strip_prefix(root()).unwrap());
    }
    cases.run();
}

#[test]
fn no_message_shows_a_hidden_word() {
    let mut seen = 0;
    for file in command_files() {
        for command in commands(&file) {
            if command.contains("--show-values") || !command.contains("taskdef ") {
                continue;
            }
            let output = Command::new("sh")
                .args(["-c", &command])
                .env("PATH", path_with_taskdef())
                .current_dir(root())
                .output()
                .unwrap();
            let stderr = text(&output.stderr);
            assert!(
                !stderr.contains("HIDDEN"),
                "`{command}` shows a hidden word:\n{stderr}"
            );
            seen += usize::from(command.contains("HIDDEN"));
        }
    }
    assert!(seen >= 10, "only {seen} commands have a word to hide");
}

/// Every file whose commands are run.
fn command_files() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(root().join("tests/cmd"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|name| name == "trycmd"))
        .collect();
    assert!(files.len() >= 5, "tests/cmd holds only {}", files.len());
    let documents = documents::for_users().into_iter();
    files.extend(documents.filter(|file| !commands(file).is_empty()));
    files
}

/// The command lines of a file.
fn commands(file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).unwrap();
    let commands = text.lines().filter_map(|line| line.strip_prefix("$ "));
    commands.map(str::to_owned).collect()
}

fn path_with_taskdef() -> std::ffi::OsString {
    let folder = Path::new(TASKDEF).parent().unwrap().to_owned();
    let path = env::var_os("PATH").unwrap_or_default();
    env::join_paths([folder].into_iter().chain(env::split_paths(&path))).unwrap()
}

#[test]
fn documents_name_options_that_exist() {
    let mut known = BTreeSet::from(["--help".to_owned(), "--version".to_owned()]);
    let commands = "convert check diff explain next schema completions man \
        fetch register deploy schedules run rollback status wait continue";
    for command in commands.split_whitespace() {
        known.extend(options(&text(&run(&[command, "--help"]).stdout)));
    }
    let generated = "buildspec github-actions policy pipeline eventbridge alerts appspec taskdef imagedetail \
        imagedefinitions all";
    for kind in generated.split_whitespace() {
        known.extend(options(&text(&run(&["generate", kind, "--help"]).stdout)));
    }
    known.extend(options(&text(&run(&["generate", "--help"]).stdout)));
    // Cargo's, those of other programs in prose, and hidden ones of ours.
    let others = "--features --locked --no-default-features --path --release --include --no-deregister --poll --backoff";
    known.extend(others.split(' ').map(str::to_owned));
    for file in documents::for_users() {
        // In a table of what another program has, ours is in the last column.
        let of_another = file
            .file_name()
            .unwrap()
            .to_string_lossy()
            .starts_with("from-");
        let text = fs::read_to_string(&file).unwrap();
        for line in text.lines().filter(|line| !line.starts_with("aws ")) {
            let ours = if of_another {
                line.trim_end_matches('|').rsplit(" | ").next().unwrap()
            } else {
                line
            };
            for option in options(ours) {
                assert!(
                    known.contains(&option),
                    "{}: no option {option}",
                    file.display()
                );
            }
        }
    }
}

fn options(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    let long = |word: &&str| {
        word.strip_prefix("--")
            .is_some_and(|name| name.starts_with(|c: char| c.is_ascii_lowercase()))
    };
    words.filter(long).map(str::to_owned).collect()
}

/// The options that the page shows for a shell make the same edits as the page.
#[test]
fn edits_as_options_do_the_same() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("in.json");
    let two = r#"{"family":"batch","tags":[{"key":"OLD","value":"x"}],"containerDefinitions":[
        {"name":"app","image":"app:1"},
        {"name":"log","image":"log:1","environment":[{"name":"OLD","value":"x"}],
         "secrets":[{"name":"OLD","valueFrom":"x"}],"dockerLabels":{"OLD":"x"},
         "logConfiguration":{"logDriver":"awslogs","options":{"OLD":"x"}}}]}"#;
    fs::write(&file, two).unwrap();
    let awkward = "a b'c\"$(x)*\n日本";
    // In the order in which the command line applies them.
    let mut targets: Vec<EditTarget> = EDIT_OPTIONS.iter().map(|option| option.target).collect();
    targets.sort_unstable();
    let edit = |(at, &target): (usize, &EditTarget)| {
        let number = (100 + at).to_string();
        let value = |change| (change == PairChange::Set).then(|| awkward.to_owned());
        let name = |change| {
            if change == PairChange::Set {
                "MODE"
            } else {
                "OLD"
            }
            .to_owned()
        };
        Some(match target {
            EditTarget::Task(field) => Edit::Task {
                field,
                value: number,
            },
            EditTarget::Container(field) => Edit::Container {
                container: Some("app".to_owned()),
                field,
                value: number,
            },
            EditTarget::Command => Edit::Command {
                container: Some("app".to_owned()),
                arguments: vec![awkward.to_owned(), String::new()],
            },
            EditTarget::Pair(list, change) => Edit::Pair {
                container: Some("log".to_owned()),
                list,
                name: name(change),
                value: value(change),
            },
            EditTarget::Tag(change) => Edit::Tag {
                key: name(change),
                value: value(change),
            },
            // No edit is a file: what one lists are edits of variables.
            EditTarget::VariablesOfFile => return None,
        })
    };
    let mut edits: Vec<Edit> = targets.iter().enumerate().filter_map(edit).collect();
    assert_eq!(edits.len(), EDIT_OPTIONS.len() - 1);
    edits.push(Edit::Pair {
        container: Some("log".to_owned()),
        list: PairList::Environment,
        name: "my.mode".to_owned(),
        value: Some("daily".to_owned()),
    });
    let options = Options {
        edits: edits.clone(),
        ..Options::default()
    };
    let wanted = taskdef_core::convert(&Pasted::text(two), &options).unwrap();
    for shown in [true, false] {
        let words = taskdef_core::command_options(&edits, shown).join(" ");
        assert_eq!(words.contains("daily"), shown, "{words}");
        let output = Command::new("sh")
            .args(["-c", &format!("\"$0\" convert \"$1\" {words}"), TASKDEF])
            .arg(&file)
            .envs([("MODE", awkward), ("my_mode", "daily")])
            .output()
            .unwrap();
        assert_eq!(text(&output.stdout), wanted.result, "{words}: {output:?}");
    }
}

/// The environment of the only container, with the values that the files and the options gave it.
fn environment(output: &Output) -> Vec<(String, String)> {
    assert!(output.status.success(), "{output:?}");
    let result: Value = serde_json::from_slice(&output.stdout).unwrap();
    let pairs = result["containerDefinitions"][0]["environment"].as_array();
    let text = |pair: &Value, key: &str| pair[key].as_str().unwrap().to_owned();
    let pairs = pairs.unwrap().iter();
    pairs
        .map(|pair| (text(pair, "name"), text(pair, "value")))
        .collect()
}

#[test]
fn a_file_of_variables_is_read_as_docker_reads_it() {
    let folder = TempDir::new().unwrap();
    let input = folder.path().join("taskdef.json");
    fs::write(&input, SMALL).unwrap();
    let file = folder.path().join("a.env");
    let with_file = |text: &[u8], more: &[&str]| {
        fs::write(&file, text).unwrap();
        let words = [&["--env-file", file.to_str().unwrap()][..], more].concat();
        convert(&input, &words)
    };
    for (text, expected) in [
        (&b"A=1\nB=2"[..], &[("A", "1"), ("B", "2")][..]),
        (b"\xEF\xBB\xBFA=1\r\nB=2\r\n\r\n", &[("A", "1"), ("B", "2")]),
        (b"# B=2\n \t# C=3\n\n \t A=1\n", &[("A", "1")]),
        (
            b"A='1'\nB=\"2\"\nC=$A #\n",
            &[("A", "'1'"), ("B", "\"2\""), ("C", "$A #")],
        ),
        (
            b"A= 1 \nB=x=y=\nC=",
            &[("A", " 1 "), ("B", "x=y="), ("C", "")],
        ),
        (b"A=1\nA=2\napp:A=3", &[("A", "3")]),
        ("A=\u{2028}é\\n".as_bytes(), &[("A", "\u{2028}é\\n")]),
        (b"a.b-c=1\n2=3", &[("a.b-c", "1"), ("2", "3")]),
    ] {
        let made = environment(&with_file(text, &[]));
        let made: Vec<_> = made
            .iter()
            .map(|(name, value)| (&**name, &**value))
            .collect();
        assert_eq!(made, expected, "{}", text.escape_ascii());
    }
    let made = environment(&with_file(b"A=1\nB=2", &["--env", "A=3"]));
    assert_eq!(made[0].1, "3");
    for (text, place) in [
        (&b"A=1\nB=\xff"[..], ":2: the line is not UTF-8"),
        (b"A=HIDDEN\n\nthe HIDDEN=1", ":3: a line is"),
        (b"=HIDDEN", ":1: a line is"),
        (b"HIDDEN", ":1: there is no such variable"),
        (&b"A=1\n".repeat(300_000), ": it has more than 1 MiB"),
    ] {
        let output = with_file(text, &[]);
        let told = crate::text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(told.contains(&format!("a.env{place}")), "{told}");
        assert!(!told.contains("HIDDEN"), "{told}");
        assert!(output.stdout.is_empty(), "{output:?}");
    }
    let output = convert(&input, &["--env-file", folder.path().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
}

#[test]
fn a_value_may_come_from_the_environment() {
    let folder = TempDir::new().unwrap();
    let input = folder.path().join("taskdef.json");
    fs::write(&input, SMALL).unwrap();
    let file = folder.path().join("a.env");
    fs::write(&file, "B\nC=\n").unwrap();
    let with = |words: &[&str], variables: &[(&str, &OsStr)]| {
        Command::new(TASKDEF)
            .arg("convert")
            .arg(&input)
            .args(words)
            .env_clear()
            .envs(variables.iter().copied())
            .output()
            .unwrap()
    };
    let file = file.to_str().unwrap();
    let variables = [("A", OsStr::new("a=1\n\"é")), ("B", OsStr::new(""))];
    let made = environment(&with(&["--env", "app:A", "--env-file", file], &variables));
    let expected = [("B", ""), ("C", ""), ("A", "a=1\n\"é")];
    assert_eq!(
        made,
        expected.map(|(name, value)| (name.to_owned(), value.to_owned()))
    );
    let broken = [("A", OsStr::from_bytes(b"HIDDEN\xff"))];
    for (variables, problem) in [
        (
            &broken[..],
            "--env A: its value in the environment is not UTF-8",
        ),
        (&[], "--env A: there is no such variable in the environment"),
    ] {
        let output = with(&["--env", "A"], variables);
        let told = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(told.contains(problem) && !told.contains("HIDDEN"), "{told}");
    }
}

// Values are masked in messages.

#[test]
fn no_fixture_s_values_are_shown() {
    let folder = TempDir::new().unwrap();
    let small = folder.path().join("small.json");
    fs::write(&small, SMALL).unwrap();
    let small = small.to_str().expect("a path in UTF-8");
    let mut seen = 0;
    for path in fixtures() {
        let bytes = fs::read(&path).unwrap();
        let values = values_to_hide(&bytes);
        seen += values.len();
        let file = path.to_str().expect("a path in UTF-8");
        for arguments in [
            &["convert", file][..],
            &["convert", file, "--lang", "ja"],
            &["convert", file, "--report", "json"],
            &["convert", file, "--report", "none", "--strict"],
            &["convert", file, "--lines"],
            &["check", file],
            &["check", file, "--as-is", "--lang", "ja"],
            &["check", file, "--as-is", "--format", "json"],
            &["check", file, "--as-is", "--format", "sarif"],
            &["check", file, "--format", "github"],
            &["diff", file, small],
            &["diff", small, file, "--format", "json"],
        ] {
            let output = run(arguments);
            let mut shown = text(&output.stderr);
            if ["check", "diff"].contains(&arguments[0]) {
                shown.push_str(&text(&output.stdout));
            }
            for value in &values {
                assert!(
                    !shown.contains(value.as_str()),
                    "{arguments:?} shows {value:?}:\n{shown}"
                );
            }
        }
    }
    assert!(seen > 100, "the fixtures hold only {seen} values to hide");
}

/// Strings that no message may contain. Shorter ones than six characters could occur by chance.
fn values_to_hide(bytes: &[u8]) -> BTreeSet<String> {
    let pasted = String::from_utf8_lossy(bytes);
    let converted = Pasted::bytes(bytes)
        .ok()
        .and_then(|pasted| taskdef_core::convert(&pasted, &Options::default()).ok())
        .map(|conversion| conversion.result);
    let mut values = BTreeSet::new();
    let mut shown = BTreeSet::new();
    for json in [Some(pasted.clone().into_owned()), converted.clone()] {
        let Some(Ok(value)) = json.map(|json| serde_json::from_str::<Value>(&json)) else {
            continue;
        };
        collect(&value, &mut String::new(), &mut values, &mut shown);
    }
    if converted.is_none() {
        // A file that can't be read has no JSON pointers: every string that is not a key counts.
        let strings: Vec<&str> = pasted.split('"').collect();
        let values_only = strings.iter().enumerate().filter(|(index, _)| {
            let after = strings.get(index + 1).copied().unwrap_or_default();
            index % 2 == 1 && !after.trim_start().starts_with(':')
        });
        values.extend(values_only.map(|(_, string)| (*string).to_owned()));
    }
    values
        .into_iter()
        .filter(|value| value.trim().chars().count() >= 6 && !is_public(value))
        .filter(|value| !shown.iter().any(|shown| shown.contains(value.as_str())))
        .collect()
}

/// Whether a rule's own words contain the value, so that a message with it reveals nothing.
fn is_public(value: &str) -> bool {
    RULES.iter().any(|rule| {
        let words = [rule.words(Lang::En), rule.words(Lang::Ja)];
        let own = words.map(|words| {
            [
                words.title,
                words.label,
                words.message,
                words.why,
                words.cure,
            ]
        });
        let mut texts = own
            .iter()
            .flatten()
            .chain([&rule.id, &rule.aws, &rule.source]);
        texts.any(|text| text.contains(value))
    })
}

fn collect(
    value: &Value,
    pointer: &mut String,
    hidden: &mut BTreeSet<String>,
    shown: &mut BTreeSet<String>,
) {
    let length = pointer.len();
    match value {
        Value::String(text) if mask::is_shown(pointer, Scalar::String(text)) => {
            shown.insert(text.clone());
        }
        Value::Number(number) if mask::is_shown(pointer, Scalar::Number) => {
            shown.insert(number.to_string());
        }
        Value::String(text) => {
            hidden.insert(text.clone());
        }
        Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                let _ = write!(pointer, "/{index}");
                collect(element, pointer, hidden, shown);
                pointer.truncate(length);
            }
        }
        Value::Object(members) => {
            for (key, member) in members {
                // Keys are shown, since they are part of a path.
                shown.insert(key.clone());
                pointer.push('/');
                pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
                collect(member, pointer, hidden, shown);
                pointer.truncate(length);
            }
        }
        _ => {}
    }
}

#[test]
fn terminals_get_no_control_characters_of_the_input() {
    let nasty = "\u{1b}[31m\u{202e}\u{7f}";
    let folder = TempDir::new().unwrap();
    let file = folder.path().join(format!("nasty{nasty}.json"));
    let key = "\\u001b[31m\\u202e\\u007f";
    let json = format!(
        r#"{{"family":"a{key}","containerDefinitions":[{{"name":"b{key}","image":"c{key}","d{key}":null}}],"e{key}":1}}"#
    );
    fs::write(&file, json).unwrap();
    for arguments in [
        &[][..],
        &["--lang", "ja"],
        &["--image", "nobody=x"],
        &["--env", "\u{1b}[31m\u{202e}=x", "--env", "nobody:x=y"],
        &["--unset-env", "\u{1b}[31m\u{202e}"],
        &["--lines", "--image", "nobody=x"],
        &["--strict", "--report", "none"],
    ] {
        no_control_characters(&convert(&file, arguments), arguments);
    }
    for form in ["text", "github", "sarif"] {
        let name = file.to_str().expect("a path in UTF-8");
        let mut output = run(&["check", name, "--as-is", "--format", form]);
        output.stderr.append(&mut output.stdout);
        no_control_characters(&output, &["check", form]);
    }
    fs::write(&file, format!("{{\"family\": \"x\" \"{nasty}\"}}")).unwrap();
    no_control_characters(&convert(&file, &[]), &["a broken file"]);
    fs::remove_file(&file).unwrap();
    no_control_characters(&convert(&file, &[]), &["a file that is not there"]);
    no_control_characters(&convert(&file, &["--lines"]), &["--lines"]);
}

fn no_control_characters(output: &Output, about: &[&str]) {
    let shown = text(&output.stderr);
    let nasty = |c: char| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c);
    assert!(!shown.contains(nasty), "{about:?}: {shown:?}");
    assert!(
        !shown.is_empty(),
        "{about:?} prints nothing, so nothing was tested"
    );
}

#[test]
fn the_language_is_that_of_the_environment() {
    let fixture = root().join("tests/fixtures/good/article.json");
    for (variables, japanese) in [
        (&[("LANG", "ja_JP.UTF-8")][..], true),
        (&[("LC_MESSAGES", "ja"), ("LANG", "C")], true),
        (&[("LC_ALL", ""), ("LC_MESSAGES", ""), ("LANG", "ja")], true),
        (&[("LC_ALL", "C"), ("LANG", "ja_JP.UTF-8")], false),
        (&[("LC_ALL", "ja_JP"), ("LANG", "en_GB.UTF-8")], true),
        (&[("LANG", "en_GB.UTF-8")], false),
        (&[], false),
    ] {
        for option in ["", "en", "ja"] {
            let mut command = Command::new(TASKDEF);
            command.arg("convert").arg(&fixture);
            for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
                command.env_remove(name);
            }
            if !option.is_empty() {
                command.args(["--lang", option]);
            }
            let output = command.envs(variables.iter().copied()).output().unwrap();
            let expected = option == "ja" || (option.is_empty() && japanese);
            let stderr = text(&output.stderr);
            assert_eq!(
                stderr.contains("読み取り専用"),
                expected,
                "{variables:?} {option}: {stderr}"
            );
        }
    }
}

// Input.

#[test]
fn stdin_is_read_when_no_file_is_named() {
    for arguments in [&["convert"][..], &["convert", "-"], &["convert", "--lines"]] {
        let output = run_with_input(arguments, SMALL.as_bytes());
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert!(
            text(&output.stdout).contains("batch"),
            "{arguments:?}: {output:?}"
        );
    }
}

#[test]
fn a_terminal_on_stdin_is_a_usage_error() {
    let english = "stdin is a terminal";
    for (command, told) in [
        ("convert", english),
        ("convert --lines", english),
        ("convert --lang ja", "stdin は端末です"),
    ] {
        let (status, screen) = in_terminal(&format!("'{TASKDEF}' {command}"), &[]);
        assert_eq!(status, Some(2), "{command}: {screen}");
        assert!(screen.contains(told), "{command}: {screen}");
    }
}

#[test]
fn colours_follow_the_terminal() {
    let fixture = root().join("tests/fixtures/good/article.json");
    let command = format!("'{TASKDEF}' convert '{}'", fixture.display());
    let coloured = |variables: &[(&str, &str)]| {
        let (status, screen) = in_terminal(&command, variables);
        assert_eq!(status, Some(0), "{screen}");
        screen.contains("\u{1b}[")
    };
    assert!(coloured(&[("TERM", "xterm")]));
    assert!(!coloured(&[("TERM", "xterm"), ("NO_COLOR", "1")]));
    assert!(!coloured(&[("TERM", "dumb")]));
    let piped = convert(&fixture, &[]);
    assert!(!text(&piped.stderr).contains('\u{1b}'));
}

/// Runs a shell command in a terminal of its own, for at most 20 seconds.
fn in_terminal(command: &str, variables: &[(&str, &str)]) -> (Option<i32>, String) {
    let output = Command::new("timeout")
        .args(["20", "script", "--quiet", "--return", "--command"])
        .args([command, "/dev/null"])
        .env_remove("NO_COLOR")
        .env("LC_ALL", "C.UTF-8")
        .envs(variables.iter().copied())
        .stdin(Stdio::null())
        .output()
        .expect("timeout (coreutils) and script (bsdutils) are there");
    (output.status.code(), text(&output.stdout))
}

#[test]
fn a_bad_line_gives_null_and_the_others_come_out_in_order() {
    let lines: String = (0..5000)
        .map(|number| match number {
            1234 => "{\"family\": nothing}\n".to_owned(),
            2345 => "\u{feff}{}\n".to_owned(),
            _ => SMALL.replace("batch", &format!("batch-{number}")) + "\n",
        })
        .collect();
    let output = run_with_input(&["convert", "--lines"], lines.as_bytes());
    assert_eq!(output.status.code(), Some(3));
    let stdout = text(&output.stdout);
    assert_eq!(stdout.lines().count(), 5000);
    for (number, line) in stdout.lines().enumerate() {
        match number {
            1234 | 2345 => assert_eq!(line, "null"),
            _ => assert!(line.contains(&format!("\"batch-{number}\"")), "{line}"),
        }
    }
    let stderr = text(&output.stderr);
    let reasons: Vec<&str> = stderr.lines().collect();
    assert_eq!(reasons.len(), 2, "{stderr}");
    assert!(reasons[0].starts_with("stdin:1235: "), "{stderr}");
    assert!(reasons[1].starts_with("stdin:2346: "), "{stderr}");
}

// Output.

#[test]
fn output_may_be_the_input_itself() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("taskdef.json");
    fs::copy(root().join("tests/fixtures/good/article.json"), &file).unwrap();
    let expected = convert(&file, &[]).stdout;
    let output = convert_to(&file, &file, &[]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(output.stdout.is_empty(), "with -o, nothing goes to stdout");
    assert_eq!(fs::read(&file).unwrap(), expected);
    assert_eq!(names(folder.path()), ["taskdef.json"]);
}

#[test]
fn output_through_symlinks_leaves_the_links() {
    let folder = TempDir::new().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("real")).unwrap();
    fs::write(at("in.json"), SMALL).unwrap();
    fs::write(at("real/out.json"), OLD).unwrap();
    symlink("real/out.json", at("relative")).unwrap();
    symlink("relative", at("chain")).unwrap();
    symlink(at("real/out.json"), at("absolute")).unwrap();
    symlink("real/new.json", at("dangling")).unwrap();
    symlink("real", at("folder")).unwrap();
    for (link, target) in [
        ("relative", "real/out.json"),
        ("chain", "real/out.json"),
        ("absolute", "real/out.json"),
        ("dangling", "real/new.json"),
    ] {
        let before = fs::read_link(at(link)).unwrap();
        if at(target).exists() {
            fs::write(at(target), OLD).unwrap();
        }
        let output = convert_to(&at("in.json"), &at(link), &[]);
        assert_eq!(output.status.code(), Some(0), "{link}: {output:?}");
        assert_eq!(fs::read_link(at(link)).unwrap(), before, "{link}");
        assert!(
            fs::read_to_string(at(target)).unwrap().contains("batch"),
            "{link}"
        );
        assert!(
            fs::symlink_metadata(at(target)).unwrap().is_file(),
            "{link}"
        );
    }
    let output = convert_to(&at("in.json"), &at("folder/third.json"), &[]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(at("real/third.json").exists());
    assert_eq!(
        names(&at("real")),
        ["new.json", "out.json", "third.json"],
        "a temporary file stayed"
    );
    symlink("loop", at("loop")).unwrap();
    let output = convert_to(&at("in.json"), &at("loop"), &[]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert_eq!(fs::read_link(at("loop")).unwrap(), Path::new("loop"));
}

#[test]
fn output_to_a_pipe_is_written_through() {
    let folder = TempDir::new().unwrap();
    let (input, fifo) = (folder.path().join("in.json"), folder.path().join("fifo"));
    fs::write(&input, SMALL).unwrap();
    let made = Command::new("mkfifo").arg(&fifo).status();
    assert!(made.expect("mkfifo (coreutils) is there").success());
    let reader = std::thread::spawn({
        let fifo = fifo.clone();
        move || fs::read_to_string(fifo).unwrap()
    });
    let output = convert_to(&input, &fifo, &[]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(reader.join().unwrap().contains("batch"));
    assert!(
        fs::symlink_metadata(&fifo).unwrap().file_type().is_fifo(),
        "the pipe was replaced"
    );
}

#[test]
fn output_to_a_device_is_written_through() {
    let folder = TempDir::new().unwrap();
    let input = folder.path().join("in.json");
    fs::write(&input, SMALL).unwrap();
    for stdout in ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"] {
        let output = convert_to(&input, Path::new(stdout), &[]);
        assert_eq!(output.status.code(), Some(0), "{stdout}: {output:?}");
        assert!(text(&output.stdout).contains("batch"), "{stdout}");
    }
    let output = convert_to(&input, Path::new("/dev/null"), &[]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let output = convert_to(&input, Path::new("/dev/full"), &[]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(text(&output.stderr).contains("can't write /dev/full"));
    for device in ["/dev/null", "/dev/full"] {
        let kind = fs::symlink_metadata(device).unwrap().file_type();
        assert!(kind.is_char_device(), "{device} was replaced");
    }
}

#[test]
fn an_existing_file_keeps_its_mode() {
    let folder = TempDir::new().unwrap();
    let (input, file) = (
        folder.path().join("in.json"),
        folder.path().join("out.json"),
    );
    fs::write(&input, SMALL).unwrap();
    for mode in [0o600, 0o640, 0o664, 0o755] {
        fs::write(&file, OLD).unwrap();
        fs::set_permissions(&file, Permissions::from_mode(mode)).unwrap();
        assert_eq!(convert_to(&input, &file, &[]).status.code(), Some(0));
        assert_eq!(mode_of(&file), mode, "{mode:o}");
        assert!(fs::read_to_string(&file).unwrap().contains("batch"));
    }
}

/// A user who may not write to a file could still replace it, in a folder of their own.
#[test]
fn a_file_that_is_not_to_be_written_is_not_replaced() {
    let base = folder_for_nobody();
    let at = |name: &str| base.path().join(name);
    let file = at("folder/out.json");
    allow(&at("folder"), 0o777);
    let before = fs::metadata(&file).unwrap();
    let is_root = before.uid() == 0;
    // Only root can have a file of somebody else.
    let somebody_else_s = is_root.then_some((0o666, Some(0)));
    let own = is_root.then_some(NOBODY);
    for (mode, owner) in [(0o444, own)].into_iter().chain(somebody_else_s) {
        chown(&file, owner, owner).unwrap();
        allow(&file, mode);
        let mut command = Command::new(at("taskdef"));
        command
            .arg("convert")
            .arg(at("in.json"))
            .arg("-o")
            .arg(&file);
        let output = output_as_nobody(&mut command);
        assert_eq!(output.status.code(), Some(1), "{mode:o}: {output:?}");
        assert!(text(&output.stderr).contains("can't write"), "{output:?}");
        assert_eq!(fs::read_to_string(&file).unwrap(), OLD);
        assert_eq!(fs::metadata(&file).unwrap().ino(), before.ino());
        assert_eq!(names(&at("folder")), ["out.json"]);
    }
    if is_root {
        chown(&file, Some(NOBODY), Some(NOBODY)).unwrap();
        assert_eq!(
            convert_to(&at("in.json"), &file, &[]).status.code(),
            Some(0)
        );
        let after = fs::metadata(&file).unwrap();
        assert_eq!((after.uid(), after.gid()), (NOBODY, NOBODY));
        assert_ne!(after.ino(), before.ino());
    }
}

#[test]
fn a_dash_for_the_output_is_stdout() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("in.json"), SMALL).unwrap();
    let mut commands = vec![&["convert", "in.json"][..]];
    if cfg!(feature = "generate") {
        commands.push(&["generate", "taskdef", "in.json"]);
    }
    for command in commands {
        let [plain, dash] = [command.to_vec(), [command, &["-o", "-"]].concat()].map(|arguments| {
            Command::new(TASKDEF)
                .args(arguments)
                .current_dir(folder.path())
                .output()
                .unwrap()
        });
        assert_eq!(dash, plain);
        assert!(text(&dash.stdout).contains("batch"));
    }
    assert_eq!(names(folder.path()), ["in.json"]);
}

#[test]
fn a_new_file_has_the_mode_of_any_new_file() {
    let folder = TempDir::new().unwrap();
    let input = folder.path().join("in.json");
    fs::write(&input, SMALL).unwrap();
    for (umask, mode) in [("022", 0o644), ("027", 0o640), ("000", 0o666)] {
        let file = folder.path().join(umask);
        let script = format!("umask {umask}; exec \"$0\" convert \"$1\" -o \"$2\"");
        let status = Command::new("sh")
            .args(["-c", &script, TASKDEF])
            .args([&input, &file])
            .stderr(Stdio::null())
            .status();
        assert!(status.unwrap().success());
        assert_eq!(mode_of(&file), mode, "umask {umask}");
    }
}

// Check.

/// A file that `check --fix` can fix completely, with unusual formatting that must survive.
const FIXABLE: &str = "{\n   \"family\":\"batch\",  \"memory\":\"512MB\",\n\"containerDefinitions\": \
                       [{\"name\":\"app\", \"image\":\"app:1\"}] }";

#[test]
fn fix_changes_the_file_and_nothing_else_in_it() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("taskdef.json");
    fs::write(&file, FIXABLE).unwrap();
    fs::set_permissions(&file, Permissions::from_mode(0o640)).unwrap();
    let name = file.to_str().unwrap();
    assert_eq!(run(&["check", name]).status.code(), Some(4));
    assert_eq!(fs::read_to_string(&file).unwrap(), FIXABLE);
    let ignored = run(&["check", name, "--fix", "--ignore", "unreadable-size"]);
    assert_eq!(ignored.status.code(), Some(0), "{ignored:?}");
    assert_eq!(fs::read_to_string(&file).unwrap(), FIXABLE);
    let fixed = run(&["check", name, "--fix"]);
    assert_eq!(fixed.status.code(), Some(0), "{fixed:?}");
    assert!(text(&fixed.stdout).contains("1 fixed"), "{fixed:?}");
    let expected = FIXABLE.replace("512MB", "512");
    assert_eq!(fs::read_to_string(&file).unwrap(), expected);
    assert_eq!(mode_of(&file), 0o640);
    assert_eq!(names(folder.path()), ["taskdef.json"]);
}

#[test]
fn the_worst_of_several_files_is_the_exit_status() {
    let folder = TempDir::new().unwrap();
    let at = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let clean = at("clean.json", &FIXABLE.replace("512MB", "512"));
    let faulty = at("faulty.json", FIXABLE);
    let broken = at("broken.json", "{");
    for (files, status) in [
        (&[&clean][..], 0),
        (&[&clean, &faulty], 4),
        (&[&faulty, &broken, &clean], 3),
    ] {
        for format in ["text", "json", "sarif", "github"] {
            let mut arguments = vec!["check", "--format", format];
            arguments.extend(files.iter().map(|file| file.as_str()));
            let output = run(&arguments);
            assert_eq!(output.status.code(), Some(status), "{arguments:?}");
            let shown = text(&output.stdout);
            let names = files.iter().all(|file| shown.contains(file.as_str()));
            assert!(names || (status == 0 && format != "json"), "{shown}");
        }
    }
}

/// Only what is told has a place: what is counted can't be accepted by one.
#[test]
fn findings_that_are_only_counted_are_not_accepted_by_place() {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    let file = folder.path().join("a.json");
    let status = |containers: usize| {
        let container = |index| {
            format!(
                r#"{{"name":"c{index}","image":"a:1","memory":64,"cpu":"much","essential":true}}"#
            )
        };
        let list: Vec<String> = (0..containers).map(container).collect();
        let list = list.join(",");
        fs::write(
            &file,
            format!(r#"{{"family":"f","containerDefinitions":[{list}]}}"#),
        )
        .unwrap();
        let accepted = (0..containers).map(|index| {
            format!(
                "[[accept]]\nrule = \"wrong-type\"\nat = \"containerDefinitions[c{index}].cpu\"\n"
            )
        });
        let config = "ignore = [\"too-many-containers\"]\n".to_owned();
        let config = accepted.fold(config, |config, accept| config + &accept);
        fs::write(folder.path().join(".taskdef.toml"), config).unwrap();
        run(&["check", file.to_str().unwrap()]).status.code()
    };
    assert_eq!(status(100), Some(0));
    assert_eq!(status(101), Some(4));
}

/// The test does not return if some configuration keeps `check` busy or overflows its stack.
#[test]
fn every_shape_of_a_configuration_is_read_or_refused() {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    let file = folder.path().join(format!("{}.json", "a".repeat(200)));
    fs::write(&file, FIXABLE).unwrap();
    for shape in shapes::shapes(".taskdef.toml") {
        for size in [16, 63, 256].map(|size| size * 1024) {
            let config = shape.text(size, false);
            fs::write(folder.path().join(".taskdef.toml"), config).unwrap();
            let output = run(&["check", file.to_str().unwrap()]);
            let code = output.status.code();
            let name = &shape.name;
            assert!(matches!(code, Some(0 | 2 | 4)), "{name}, {size}: {code:?}");
        }
    }
}

#[test]
fn a_configuration_accepts_findings() {
    let folder = TempDir::new().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir_all(at("repository/.git")).unwrap();
    fs::create_dir_all(at("repository/batch")).unwrap();
    fs::write(at("repository/batch/a.json"), FIXABLE).unwrap();
    let file = at("repository/batch/a.json");
    let file = file.to_str().unwrap();
    let status = |place: &str, config: &str, arguments: &[&str]| {
        fs::write(at(place), config).unwrap();
        let output = run(&[&["check", file][..], arguments].concat());
        fs::remove_file(at(place)).unwrap();
        (output.status.code(), text(&output.stderr))
    };
    let root = "repository/.taskdef.toml";
    let ignore = "ignore = [\"unreadable-size\"]\n";
    assert_eq!(status(root, ignore, &[]).0, Some(0));
    assert_eq!(
        status("repository/batch/.taskdef.toml", ignore, &[]).0,
        Some(0)
    );
    assert_eq!(status(root, ignore, &["--no-config"]).0, Some(4));
    // A configuration file outside the repository is ignored.
    assert_eq!(status(".taskdef.toml", ignore, &[]).0, Some(4));
    let other = at("other.toml");
    fs::write(&other, ignore).unwrap();
    let other = ["--config", other.to_str().unwrap()];
    assert_eq!(status(root, "", &other).0, Some(0));
    for (accept, code) in [
        ("rule = \"unreadable-size\"\nreason = \"of the mirror\"", 0),
        (
            "rule = \"unreadable-size\"\nat = \"memory\"\nfile = \"batch/*.json\"",
            0,
        ),
        ("rule = \"unreadable-size\"\nfile = \"**/*.json\"", 0),
        (
            "rule = \"unreadable-size\"\nfile = \"*/*a*a*a*a*a*a*ab\"",
            4,
        ),
        ("rule = \"unreadable-size\"\nat = \"cpu\"", 4),
        ("rule = \"unreadable-size\"\nfile = \"a.json\"", 4),
        ("rule = \"image-latest\"", 4),
    ] {
        let config = format!("[[accept]]\n{accept}\n");
        assert_eq!(status(root, &config, &[]).0, Some(code), "{accept}");
    }
    for (config, expected) in [
        (
            "ignore = [\"unreadable-sizes\"]",
            "did you mean `unreadable-size`?",
        ),
        (
            "[[accept]]\nrule = \"nothing-like-it\"",
            "line 2: no rule is named",
        ),
        ("\nignored = []", "line 2: unknown field `ignored`"),
        ("[[accept]]\nrules = \"x\"", "line 2: unknown field `rules`"),
        ("\n[[accept]]\nat = \"cpu\"", "line 2: missing field `rule`"),
        ("ignore = \"image-latest\"", "line 1: `ignore` should be"),
        ("ignore = [1]", "line 1: it should be a string"),
        (
            "accept = [\"image-latest\"]",
            "line 1: it should be a table",
        ),
        ("accept = {}", "line 1: `accept` should be"),
        (
            "[[accept]]\nrule = \"image-latest\"\nreason = 1",
            "line 3: it should be a string",
        ),
        ("\nignore = [", ".taskdef.toml: line 2: "),
        (
            "[[accept]]\nrule = \"image-latest\"\nfile = \"[a\"",
            "line 3: the pattern `[a` has a `[` without a `]`",
        ),
        (
            "[[accept]]\nrule = \"image-latest\"\nfile = \"\"",
            "line 3: the pattern `` fits no file",
        ),
    ] {
        let (code, stderr) = status(root, config, &[]);
        assert_eq!(code, Some(2), "{config}");
        assert!(stderr.contains(expected), "{config}: {stderr}");
    }
    // `convert --strict` reads the configuration, too.
    let unknown = at("repository/batch/unknown.json");
    fs::write(&unknown, SMALL.replacen('{', r#"{"future":1,"#, 1)).unwrap();
    fs::write(at(root), "ignore = [\"unknown-field\"]").unwrap();
    assert_eq!(convert(&unknown, &["--strict"]).status.code(), Some(0));
    fs::remove_file(at(root)).unwrap();
    assert_eq!(convert(&unknown, &["--strict"]).status.code(), Some(4));
    // So does `convert`, whose errors don't count then.
    let (input, out) = (at("repository/batch/a.json"), at("out.json"));
    let written = |config: &str, arguments: &[&str]| {
        fs::write(at(root), config).unwrap();
        fs::write(&out, OLD).unwrap();
        let output = convert_to(&input, &out, arguments);
        let written = fs::read_to_string(&out).unwrap() != OLD;
        let ready = text(&output.stderr).contains("not ready");
        (output.status.code(), written, !ready)
    };
    assert_eq!(written("", &[]), (Some(4), false, false));
    assert_eq!(written(ignore, &[]), (Some(0), true, true));
    assert_eq!(
        written("", &["--ignore", "image-latest,unreadable-size"]),
        (Some(0), true, true)
    );
    let accept = "[[accept]]\nrule = \"unreadable-size\"\nat = \"memory\"\n";
    assert_eq!(written(accept, &[]), (Some(0), true, true));
    assert_eq!(
        written("", &["--ignore", "image-latest"]),
        (Some(4), false, false)
    );
}

/// A log is read by people and by CI systems: neither may take for something else what came with
/// the text, the name of a file, or an argument.
#[test]
fn nothing_shown_is_hidden_or_a_command() {
    const HIDDEN: &str = "\u{1b}[31m\u{202e}\u{61c}\u{2028}\u{ad}\u{e0041}\u{9b}";
    for text in [
        "::add-mask::x",
        "##[add-mask]x",
        "##vso[task.complete]x",
        HIDDEN,
    ] {
        let (folder, name, broken) = hostile_files(text);
        let image = format!("{text}=app:2");
        for command in [
            "check NAME",
            "check --show-values NAME BROKEN",
            "check --lang ja --as-is NAME BROKEN",
            "check --format json NAME BROKEN",
            "check --format sarif NAME BROKEN",
            "check --format github NAME BROKEN",
            "check --config accept.toml NAME",
            "check --config key.toml NAME",
            "check --config pattern.toml NAME",
            "check --rule TEXT NAME",
            "check --format TEXT NAME",
            "check TEXT",
            "convert -o out.json NAME",
            "convert -o NAME --strict NAME",
            "convert -o out.json --show-values --lang ja NAME",
            "convert -o out.json --report json NAME",
            "convert -o out.json --report none NAME",
            "convert -o out.json --image IMAGE NAME",
            "convert -o out.json --command IMAGE NAME",
            "convert -o missing/TEXT NAME",
            "convert BROKEN",
            "convert --report json BROKEN",
            "diff NAME other.json",
            "diff --show-values NAME other.json",
            "diff --show-values --format json NAME other.json",
            "explain TEXT",
            "man TEXT",
            "generate policy --for TEXT NAME",
            "generate buildspec -o out.yml NAME",
            "generate appspec --container TEXT -o out.yml other.json",
            "--TEXT",
            "TEXT",
        ] {
            let arguments = command.split(' ').map(|word| match word {
                "NAME" => name.clone(),
                "BROKEN" => broken.clone(),
                "IMAGE" => image.clone(),
                word => word.replace("TEXT", text),
            });
            let arguments: Vec<String> = arguments.collect();
            let output = Command::new(TASKDEF)
                .args(&arguments)
                .current_dir(folder.path())
                .output()
                .unwrap();
            let shown = self::text(&output.stdout) + &self::text(&output.stderr);
            assert!(!shown.is_empty(), "{arguments:?}");
            for line in shown.lines() {
                let hidden = HIDDEN
                    .chars()
                    .any(|c| c != '[' && !c.is_ascii_graphic() && line.contains(c));
                assert!(!hidden, "{arguments:?}: {line:?}");
                let command = line.trim_start().starts_with("::add-mask::");
                assert!(
                    !command && !line.contains("##[") && !line.contains("##vso["),
                    "{arguments:?}: {line}"
                );
            }
        }
        // Of lines, stdout is data.
        let output = Command::new(TASKDEF)
            .args(["convert", "--lines", "--strict", &format!("{text}.lines")])
            .current_dir(folder.path())
            .output()
            .unwrap();
        assert!(!output.stderr.is_empty());
        assert!(!self::text(&output.stderr).contains(text));
    }
}

/// Files that have a text wherever they can; the name of the one with most, and of a broken one.
fn hostile_files(text: &str) -> (TempDir, String, String) {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, content: &str| fs::write(folder.path().join(name), content).unwrap();
    let json = Value::from(text).to_string();
    let definition = |image: &str| {
        format!(
            r#"{{"family":{json},{json}:1,"networkMode":{json},"containerDefinitions":[
            {{"name":{json},"image":"{image}","memory":"1 furlong","command":[{json}]}},
            {{"name":{json},"image":{json},"dependsOn":[{{"containerName":{json}}}]}}]}}"#
        )
    };
    let name = format!("{text}.json");
    let broken = format!("{text}.broken");
    write(&name, &definition("app:1"));
    write("other.json", &definition("app"));
    write(&broken, &format!("{text}\n{{\"family\": {json} {text}"));
    write(
        &format!("{text}.lines"),
        &definition("app:1").replace('\n', " "),
    );
    write("accept.toml", &format!("[[accept]]\nrule = '{text}'\n"));
    write("key.toml", &format!("{json} = 1\n"));
    write(
        "pattern.toml",
        &format!("[[accept]]\nrule = 'image-latest'\nfile = '{text}/'\n"),
    );
    (folder, name, broken)
}

/// A pull request can bring a configuration: it must neither end the process nor keep it busy.
#[test]
fn a_hostile_configuration_is_an_error() {
    let folder = TempDir::new().unwrap();
    let input = folder.path().join("a.json");
    fs::write(&input, FIXABLE).unwrap();
    let config = folder.path().join(".taskdef.toml");
    let accept = |file: &str| format!("[[accept]]\nrule = \"image-latest\"\nfile = \"{file}\"\n");
    for (text, expected) in [
        (format!("ignore = {}", "[".repeat(32_000)), "recurs"),
        (format!("{}a = 1", "a.".repeat(30_000)), "recurs"),
        (format!("[{}a]", "a.".repeat(30_000)), "recurs"),
        (format!("[[{}a]]", "a.".repeat(30_000)), "recurs"),
        (format!("ignore = {}", "{a=".repeat(20_000)), "recurs"),
        (
            format!("ignore = {{{}a={{", "a.".repeat(30_000)),
            "line 1: ",
        ),
        (
            "#".repeat((64 << 10) + 1),
            "at least 65537 bytes; at most 65536",
        ),
        (
            accept(&format!("*{}*b", "{a,a,a,a}".repeat(10))),
            "line 3: the pattern",
        ),
        (
            accept(&format!("*{{{}}}b", ",".repeat(30_000))),
            "too many alternatives",
        ),
        (
            accept(&format!("*{{{}}}b", ",".repeat(100))).repeat(9),
            "line 21: the pattern",
        ),
    ] {
        fs::write(&config, &text).unwrap();
        let output = run(&["check", input.to_str().unwrap()]);
        let start = &text[..60.min(text.len())];
        assert_eq!(output.status.code(), Some(2), "{start}");
        let stderr = self::text(&output.stderr);
        assert!(stderr.contains(expected), "{start}: {stderr}");
    }
    // As much as fits is read.
    fs::write(&config, "#".repeat(64 << 10)).unwrap();
    let status = |arguments: &[&str]| {
        let file = input.to_str().unwrap();
        run(&[&["check", file][..], arguments].concat())
            .status
            .code()
    };
    assert_eq!(status(&[]), Some(4));
    // What is no file is not looked for, and read no further than the limit if it is named.
    fs::remove_file(&config).unwrap();
    symlink("/dev/zero", &config).unwrap();
    assert_eq!(status(&[]), Some(4));
    assert_eq!(status(&["--config", "/dev/zero"]), Some(2));
    fs::remove_file(&config).unwrap();
    assert!(
        Command::new("mkfifo")
            .arg(&config)
            .status()
            .unwrap()
            .success()
    );
    assert_eq!(status(&[]), Some(4));
    fs::remove_file(&config).unwrap();
    File::create(&config).unwrap().set_len(1 << 40).unwrap();
    assert_eq!(status(&[]), Some(2));
}

// Failures keep the existing file.

#[test]
fn nothing_is_written_where_there_is_no_result() {
    let broken = root().join("tests/fixtures/broken/no-colon.json");
    let refused = root().join("tests/fixtures/refused/describe-services.json");
    let faulty = root().join("tests/fixtures/faulty/missing-family.json");
    let refused_by_ecs = root().join("tests/cmd/input/faulty.json");
    let placeholder = root().join("tests/fixtures/good/codedeploy-template.json");
    for (input, arguments, status) in [
        (&broken, &[][..], 3),
        (&refused, &[], 3),
        (&faulty, &[], 4),
        (&refused_by_ecs, &[], 4),
        (&placeholder, &["--strict"], 4),
        (&placeholder, &["--image", "nobody=x"], 2),
        (&placeholder, &["--env", "x"], 2),
        (&root().join("no-such-file"), &[], 1),
    ] {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("out.json");
        let output = convert_to(input, &file, arguments);
        assert_eq!(
            output.status.code(),
            Some(status),
            "{arguments:?}: {output:?}"
        );
        assert!(names(folder.path()).is_empty(), "{arguments:?}");
        fs::write(&file, OLD).unwrap();
        convert_to(input, &file, arguments);
        assert_eq!(fs::read_to_string(&file).unwrap(), OLD, "{arguments:?}");
        assert_eq!(names(folder.path()), ["out.json"], "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
    }
}

/// A file size limit acts like a full disk: writing fails part of the way, whether its signal is
/// ignored or not.
#[test]
fn a_full_disk_leaves_the_existing_file() {
    let fixture = root().join("tests/fixtures/good/article.json");
    // The limit counts blocks of 512 or 1024 bytes; the result is longer than one of either.
    for (blocks, trap) in [
        ("0", ""),
        ("1", ""),
        ("0", "trap '' XFSZ;"),
        ("1", "trap '' XFSZ;"),
    ] {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("out.json");
        fs::write(&file, OLD).unwrap();
        let script = format!("{trap} ulimit -f {blocks}; exec \"$0\" convert \"$1\" -o \"$2\"");
        let output = Command::new("sh")
            .args(["-c", &script, TASKDEF])
            .args([&fixture, &file])
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(1), "{blocks}: {output:?}");
        assert!(text(&output.stderr).contains("can't write"), "{output:?}");
        assert_eq!(fs::read_to_string(&file).unwrap(), OLD, "{blocks}");
        assert_eq!(names(folder.path()), ["out.json"], "{blocks}");
    }
}

/// root ignores file permissions, so the test runs the command as an unprivileged user then.
#[test]
fn an_unwritable_folder_leaves_the_existing_file() {
    let base = folder_for_nobody();
    let at = |name: &str| base.path().join(name);
    allow(&at("folder/out.json"), 0o666);
    allow(&at("folder"), 0o555);
    for name in ["out.json", "new.json"] {
        let mut command = Command::new(at("taskdef"));
        command.arg("convert").arg(at("in.json")).arg("-o");
        command.arg(at("folder").join(name));
        let output = output_as_nobody(&mut command);
        assert_eq!(output.status.code(), Some(1), "{name}: {output:?}");
        assert!(text(&output.stderr).contains("can't write"), "{output:?}");
    }
    assert_eq!(fs::read_to_string(at("folder/out.json")).unwrap(), OLD);
    assert_eq!(names(&at("folder")), ["out.json"]);
    allow(&at("folder"), 0o755);
}

#[test]
fn a_path_that_leads_nowhere_is_a_file_error() {
    let folder = TempDir::new().unwrap();
    let input = folder.path().join("in.json");
    fs::write(&input, SMALL).unwrap();
    for path in ["in.json/out.json", "no-such-folder/out.json", "."] {
        let output = convert_to(&input, &folder.path().join(path), &[]);
        assert_eq!(output.status.code(), Some(1), "{path}: {output:?}");
        assert!(text(&output.stderr).contains("can't write"), "{output:?}");
        assert_eq!(names(folder.path()), ["in.json"], "{path}");
    }
    assert_eq!(fs::read_to_string(&input).unwrap(), SMALL);
}

#[test]
fn a_closed_or_full_stdout_is_no_panic() {
    let folder = TempDir::new().unwrap();
    let input = folder.path().join("in.json");
    fs::write(&input, SMALL).unwrap();
    let file = input.to_str().unwrap();
    let other = root().join("tests/fixtures/good/article.json");
    let other = other.to_str().unwrap();
    for arguments in [
        &["convert", file][..],
        &["convert", "--lines", file],
        &["convert", "--report", "json", file],
        &["completions", "bash"],
        &["completions", "zsh"],
        &["man"],
        &["schema"],
        &["explain"],
        &["explain", "null-value"],
        &["check", file, other],
        &["check", file, "--format", "sarif"],
        &["diff", file, other],
        &["diff", file, file, "--format", "json"],
        &["--help"],
        &["--version"],
    ] {
        let (reader, writer) = io::pipe().unwrap();
        drop(reader);
        let closed = Command::new(TASKDEF)
            .args(arguments)
            .stdout(writer)
            .output()
            .unwrap();
        no_panic(&closed, arguments);
        let full = File::options().write(true).open("/dev/full").unwrap();
        let full = Command::new(TASKDEF)
            .args(arguments)
            .stdout(full)
            .output()
            .unwrap();
        no_panic(&full, arguments);
        // A closed pipe is not reported, but a full disk is.
        assert_eq!(closed.status.code(), Some(1), "{arguments:?}: {closed:?}");
        assert!(!text(&closed.stderr).contains("error"), "{closed:?}");
        assert_eq!(full.status.code(), Some(1), "{arguments:?}: {full:?}");
        assert!(
            text(&full.stderr).contains("can't write stdout"),
            "{full:?}"
        );
    }
}

#[test]
fn a_closed_stderr_is_no_panic() {
    let fixture = root().join("tests/fixtures/good/article.json");
    for arguments in [
        &["convert"][..],
        &["convert", "--lines"],
        &["convert", "--report", "json"],
    ] {
        let (reader, writer) = io::pipe().unwrap();
        drop(reader);
        let output = Command::new(TASKDEF)
            .args(arguments)
            .arg(&fixture)
            .stderr(writer)
            .output()
            .unwrap();
        no_panic(&output, arguments);
    }
}

fn no_panic(output: &Output, about: &[&str]) {
    assert_eq!(output.status.signal(), None, "{about:?}: {output:?}");
    assert_ne!(output.status.code(), Some(101), "{about:?}: {output:?}");
    assert!(
        !text(&output.stderr).contains("panicked"),
        "{about:?}: {output:?}"
    );
}

// Helpers.

/// A folder that [`output_as_nobody`] can use: taskdef, `in.json`, and `folder` with an old `out.json`.
fn folder_for_nobody() -> TempDir {
    let base = TempDir::new().unwrap();
    let at = |name: &str| base.path().join(name);
    fs::copy(TASKDEF, at("taskdef")).unwrap();
    fs::write(at("in.json"), SMALL).unwrap();
    fs::create_dir(at("folder")).unwrap();
    fs::write(at("folder/out.json"), OLD).unwrap();
    allow(&at("taskdef"), 0o755);
    allow(&at("in.json"), 0o644);
    allow(base.path(), 0o755);
    base
}

/// Sets the mode of a file or folder.
fn allow(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

fn run(arguments: &[&str]) -> Output {
    run_with_input(arguments, b"")
}

fn run_with_input(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(TASKDEF)
        .args(arguments)
        .env("LC_ALL", "C")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    // A command that does not read its input may end before all of it is written.
    let _ = writer.join().unwrap();
    output
}

/// What a copied program prints to a user who is not root.
fn output_as_nobody(command: &mut Command) -> Output {
    if fs::metadata("/proc/self").unwrap().uid() == 0 {
        command.uid(NOBODY).gid(NOBODY);
    }
    // Right after the copy is written, a test that forked meanwhile may still hold it open.
    loop {
        match command.output() {
            Err(error) if error.kind() == io::ErrorKind::ExecutableFileBusy => {}
            output => break output.unwrap(),
        }
    }
}

fn convert(input: &Path, arguments: &[&str]) -> Output {
    let file = input.to_str().expect("a path in UTF-8");
    run(&[&["convert", file][..], arguments].concat())
}

fn convert_to(input: &Path, output: &Path, arguments: &[&str]) -> Output {
    let file = output.to_str().expect("a path in UTF-8");
    convert(input, &[&["-o", file][..], arguments].concat())
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The names of the files in a folder, including hidden ones.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let mut names: Vec<String> = entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn mode_of(file: &Path) -> u32 {
    fs::metadata(file).unwrap().permissions().mode() & 0o7777
}

fn fixtures() -> Vec<PathBuf> {
    let folders = ["good", "kept", "faulty", "refused", "broken"];
    let folders = folders.map(|folder| root().join("tests/fixtures").join(folder));
    let files = folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).unwrap());
    let files: Vec<PathBuf> = files.map(|entry| entry.unwrap().path()).collect();
    assert!(files.len() > 80, "only {} fixtures", files.len());
    files
}

fn update() -> bool {
    env::var_os("UPDATE").is_some_and(|value| value == "1")
}

fn root() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    root.canonicalize().expect("the folder of the workspace")
}

/// The commands that `next` tells, each with `--help` behind it: clap takes no other options before.
#[cfg(feature = "generate")]
#[test]
fn the_commands_of_next_have_options_that_exist() {
    let mut commands = BTreeSet::new();
    for starter in ["service", "rule", "schedule", "state-machine", "hand"] {
        for route in ["pipeline", "taskdef"] {
            for named in [
                &[][..],
                &["--cluster", "c", "--rule", "r", "--schedule", "s"],
            ] {
                let output = Command::new(TASKDEF)
                    .current_dir(root())
                    .args(["next", "tests/fixtures/good/article.json", "--with", route])
                    .args(["--started-by", starter])
                    .args(named)
                    .output()
                    .unwrap();
                let text = String::from_utf8(output.stdout).unwrap();
                let ours = text.lines().map(str::trim);
                commands.extend(
                    ours.filter(|line| line.starts_with("taskdef "))
                        .map(str::to_owned),
                );
            }
        }
    }
    assert!(commands.len() >= 15, "{commands:?}");
    for command in commands {
        let output = Command::new("sh")
            .args(["-c", &format!("{command} --help")])
            .env("PATH", path_with_taskdef())
            .output()
            .unwrap();
        assert!(output.status.success(), "{command}: {output:?}");
    }
}

#[cfg(feature = "generate")]
#[test]
fn all_files_are_written_or_none() {
    let folder = TempDir::new().unwrap();
    let into = folder.path().join("new/deploy");
    let generate = |more: &[&str]| {
        Command::new(TASKDEF)
            .current_dir(root())
            .args(["generate", "--all", "tests/fixtures/good/article.json"])
            .args(["--lang", "en", "--cluster", "jobs", "-d"])
            .arg(&into)
            .args(more)
            .output()
            .unwrap()
    };
    let names = || {
        let mut names: Vec<_> = fs::read_dir(&into)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    };
    assert_eq!(
        generate(&["--started-by", "schedule"]).status.code(),
        Some(0)
    );
    let all = [
        "README.md",
        "alerts.yml",
        "buildspec.yml",
        "eventbridge.yml",
        "execution-role.json",
        "pipeline.yml",
    ];
    assert_eq!(names(), all);
    // The same again is no loss.
    let again = generate(&["--started-by", "schedule"]);
    assert_eq!(again.status.code(), Some(0), "{again:?}");
    // Somebody's own README stays, and so does what the others would have become.
    fs::write(into.join("README.md"), "mine").unwrap();
    let before = fs::read(into.join("pipeline.yml")).unwrap();
    let other = ["--started-by", "service"];
    let refused = generate(&other);
    assert_eq!(refused.status.code(), Some(1), "{refused:?}");
    assert!(String::from_utf8_lossy(&refused.stderr).contains("README.md"));
    assert_eq!(fs::read(into.join("README.md")).unwrap(), b"mine");
    assert_eq!(fs::read(into.join("pipeline.yml")).unwrap(), before);
    let forced = generate(&[&other[..], &["--force"]].concat());
    assert_eq!(forced.status.code(), Some(0), "{forced:?}");
    assert_ne!(fs::read(into.join("README.md")).unwrap(), b"mine");
    assert_ne!(fs::read(into.join("pipeline.yml")).unwrap(), before);
}

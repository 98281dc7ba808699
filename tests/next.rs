//! The way from a task definition to a changed job that runs: whole for whatever starts the job and
//! whatever registers it, the same in both languages, and with the names that are known.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    reason = "a test reads files, and fails by panicking"
)]

use std::fs;
use std::path::Path;

use taskdef_core::generate::option::{ALL, FILES, File};
use taskdef_core::generate::{
    GenerateError, Generated, Kind, Request, Route, Starter, Step, Way, all, commands, next,
};
use taskdef_core::{Conversion, Lang, Options, Pasted, convert, quote};

const STARTERS: [Starter; 5] = [
    Starter::Service,
    Starter::Rule,
    Starter::Schedule,
    Starter::StateMachine,
    Starter::Hand,
];

const ROUTES: [Route; 3] = [Route::Pipeline, Route::Taskdef, Route::Console];

fn article() -> Conversion {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/good/article.json");
    converted(&fs::read_to_string(file).expect("the fixture is there"))
}

fn converted(text: &str) -> Conversion {
    convert(&Pasted::text(text), &Options::default()).expect("a task definition")
}

fn request(starter: Starter, route: Route) -> Request {
    Request {
        started_by: Some(starter),
        route,
        ..Request::new(Kind::Readme)
    }
}

fn way(conversion: &Conversion, request: &Request) -> Way {
    next(conversion, request).unwrap_or_else(|refusal| panic!("{request:?}: {refusal:?}"))
}

/// What there is to do, without its words.
fn deeds(steps: &[Step]) -> Vec<(&str, [Vec<String>; 3])> {
    let parts = steps
        .iter()
        .flat_map(|step| step.parts.iter().map(|part| (&*step.id, part)));
    parts
        .map(|(id, part)| {
            let deeds = [&part.files, &part.commands, &part.clicks];
            (id, deeds.map(Clone::clone))
        })
        .collect()
}

#[test]
fn every_way_is_whole_and_the_same_in_both_languages() {
    let article = article();
    for starter in STARTERS {
        for route in ROUTES {
            let request = request(starter, route);
            let en = way(&article, &request);
            let ids: Vec<&str> = en.steps.iter().map(|step| &*step.id).collect();
            let files: &[&str] = if route == Route::Pipeline {
                &["files"]
            } else {
                &[]
            };
            let wanted = [
                &["definition"],
                files,
                &["register", "starter", "run", "see", "back"],
            ];
            assert_eq!(ids, wanted.concat(), "{starter:?}, {route:?}");
            let ja = way(
                &article,
                &Request {
                    lang: Lang::Ja,
                    ..request
                },
            );
            assert_eq!(deeds(&en.steps), deeds(&ja.steps));
            for step in en.steps.iter().chain(&ja.steps) {
                assert!(!step.title.is_empty() && !step.parts.is_empty());
                for part in &step.parts {
                    let deeds = [&part.files, &part.commands, &part.clicks];
                    let is_something = deeds.iter().any(|deeds| !deeds.is_empty());
                    assert!(is_something || !part.text.is_empty(), "{step:?}");
                    assert!(!part.text.contains(['«', '»']), "{}", part.text);
                }
            }
            assert_does_something(&en.steps, starter);
        }
    }
}

/// Each step has something to do, but for a starter that is a person.
fn assert_does_something(steps: &[Step], starter: Starter) {
    for step in steps {
        let mut parts = step.parts.iter();
        let does = parts
            .any(|it| !it.files.is_empty() || !it.commands.is_empty() || !it.clicks.is_empty());
        let is_known = step.id == "starter" && starter == Starter::Hand;
        assert!(does || is_known, "{step:?}");
    }
}

#[test]
fn in_the_console_there_is_no_command() {
    let article = article();
    for starter in STARTERS {
        for lang in [Lang::En, Lang::Ja] {
            let request = Request {
                lang,
                ..request(starter, Route::Console)
            };
            let way = way(&article, &request);
            for part in way.steps.iter().flat_map(|step| &step.parts) {
                assert_eq!(part.commands, [""; 0]);
                assert!(!part.text.contains("--"), "{}", part.text);
            }
        }
    }
}

#[test]
fn whether_the_next_run_uses_it_by_itself_is_said() {
    let article = article();
    for (starter, words) in [
        (Starter::Service, "nothing that runs changes by itself"),
        (
            Starter::Rule,
            "tonight's run uses the new one, and there is nothing to do",
        ),
        (
            Starter::Schedule,
            "tonight's run uses the new one, and there is nothing to do",
        ),
        (
            Starter::StateMachine,
            "tonight's execution uses the new one",
        ),
        (Starter::Hand, "gets the latest revision, tonight too"),
    ] {
        for route in ROUTES {
            let way = way(&article, &request(starter, route));
            let step = way.steps.iter().find(|step| step.id == "starter");
            let texts = step.map(|step| step.parts.iter().map(|part| &*part.text));
            let texts: Vec<&str> = texts.into_iter().flatten().collect();
            assert!(texts.join(" ").contains(words), "{texts:?}");
        }
    }
}

#[test]
fn what_is_named_stands_in_the_commands_and_the_rest_in_capitals() {
    let article = article();
    let known = Request {
        cluster: Some("jobs".to_owned()),
        schedules: vec!["group/nightly".to_owned()],
        ..Request::new(Kind::Readme)
    };
    let known = way(&article, &known).text();
    for words in [
        "taskdef run xxxx-dev-xxxx-batch-task --cluster jobs --like schedule/group/nightly",
        "taskdef rollback xxxx-dev-xxxx-batch-task --to 5 --cluster jobs --schedule group/nightly",
        "aws logs tail /ecs/logs/xxxx-dev-xxxx-ecs-batch --since 1h",
        "The build looks at it each time",
    ] {
        assert!(known.contains(words), "{words} is not in:\n{known}");
    }
    for unknown in ["CLUSTER", "SCHEDULE", "REV"] {
        assert!(!known.contains(unknown), "{known}");
    }
    let unknown = way(&article, &request(Starter::Schedule, Route::Pipeline)).text();
    // What the build registered has the image of its commit: the file's is another revision.
    for words in [
        "--cluster CLUSTER --like schedule/SCHEDULE",
        "taskdef deploy --revision xxxx-dev-xxxx-batch-task:NEW --cluster CLUSTER --schedule SCHEDULE --unpin",
    ] {
        assert!(unknown.contains(words), "{words} is not in:\n{unknown}");
    }
}

/// The latest revision may be another than the one that ran.
#[test]
fn what_ran_is_described_by_its_own_revision() {
    let article = article();
    for starter in STARTERS {
        for route in [Route::Pipeline, Route::Taskdef] {
            let way = way(&article, &request(starter, route));
            let see = way.steps.iter().find(|step| step.id == "see");
            let parts = see.iter().flat_map(|step| &step.parts);
            let commands: Vec<&str> = parts.flat_map(|it| &it.commands).map(|it| &**it).collect();
            let at = |start| {
                commands
                    .iter()
                    .position(|command| command.starts_with(start))
            };
            let (named, described) = (at("revision=$("), at("aws ecs describe-task-definition"));
            assert!(named.is_some() && named < described, "{commands:?}");
            let described = described.map(|at| commands[at]).unwrap_or_default();
            assert!(
                described.contains("--task-definition \"$revision\""),
                "{described}"
            );
        }
    }
}

#[test]
fn the_revision_that_a_target_names_is_looked_up_by_its_group_or_bus() {
    let article = article();
    for (starter, name, words) in [
        (Starter::Schedule, "nightly", "--name nightly \\"),
        (Starter::Schedule, "default/nightly", "--name nightly \\"),
        (
            Starter::Schedule,
            "jobs/nightly",
            "--name nightly --group-name jobs \\",
        ),
        (Starter::Rule, "nightly", "--rule nightly \\"),
        (Starter::Rule, "default/nightly", "--rule nightly \\"),
        (
            Starter::Rule,
            "jobs/nightly",
            "--rule nightly --event-bus-name jobs \\",
        ),
    ] {
        let names = || vec![name.to_owned()];
        let request = match starter {
            Starter::Schedule => Request {
                schedules: names(),
                ..request(starter, Route::Taskdef)
            },
            _ => Request {
                rules: names(),
                ..request(starter, Route::Taskdef)
            },
        };
        let text = way(&article, &request).text();
        assert!(text.contains(words), "{words} is not in:\n{text}");
        assert!(text.contains("EcsParameters.TaskDefinitionArn"));
    }
}

#[test]
fn a_tag_that_moves_is_told_where_the_file_keeps_it() {
    let conversion = |image| {
        converted(&format!(
            r#"{{"family": "a", "containerDefinitions": [{{"name": "a", "image": "{image}"}}]}}"#
        ))
    };
    for (image, moves) in [("r/a", true), ("r/a:latest", true), ("r/a:1", false)] {
        let way = way(&conversion(image), &request(Starter::Hand, Route::Taskdef));
        assert_eq!(way.text().contains("a tag that moves"), moves, "{image}");
    }
    let by_build = request(Starter::Hand, Route::Pipeline);
    let text = way(&conversion("r/a:latest"), &by_build).text();
    assert!(
        !text.contains("a tag that moves"),
        "the build names the commit"
    );
}

#[test]
fn names_stay_words_of_the_shell_and_show_nothing_hidden() {
    let name = "it's $(x) \u{202e}y";
    let text = r#"{"family": "f", "containerDefinitions": [{"name": "a", "image": "r/a:1"}]}"#;
    let conversion = converted(&text.replace("\"f\"", &format!("\"{name}\"")));
    for starter in STARTERS {
        let request = Request {
            cluster: Some(name.to_owned()),
            services: vec![name.to_owned()],
            rules: vec![name.to_owned()],
            schedules: vec![name.to_owned()],
            ..request(starter, Route::Taskdef)
        };
        let way = way(&conversion, &request);
        for part in way.steps.iter().flat_map(|step| &step.parts) {
            for command in &part.commands {
                let rest = command.replace(&*quote(name), "WORD");
                assert!(!rest.contains("$(x)"), "{command}");
            }
        }
        assert!(!way.text().contains('\u{202e}'));
    }
}

/// A name that begins with a dash is joined to its option, or stands behind all of them.
#[test]
fn no_name_is_taken_for_an_option() {
    let text = r#"{"family": "-it", "containerDefinitions": [{"name": "a", "image": "r/a:1"}]}"#;
    let conversion = converted(text);
    for starter in [STARTERS.as_slice(), &[Starter::Unknown]].concat() {
        let name = || vec!["-it".to_owned()];
        let request = Request {
            cluster: Some("-it".to_owned()),
            services: name(),
            rules: name(),
            schedules: name(),
            file: "-it.json".to_owned(),
            ..request(starter, Route::Taskdef)
        };
        let mut commands = 0;
        let way = way(&conversion, &request);
        for command in way
            .steps
            .iter()
            .flat_map(|it| &it.parts)
            .flat_map(|it| &it.commands)
        {
            let words: Vec<&str> = command.split_whitespace().collect();
            for (at, word) in words.iter().enumerate() {
                let is_operand = at > 0 && words[at - 1] == "--";
                assert!(is_operand || !word.starts_with("-it"), "{command}");
                commands += usize::from(word.contains("-it"));
            }
            let ends = words.iter().position(|word| *word == "--");
            let behind = ends.map_or(&[][..], |at| &words[at + 1..]);
            let options = behind.iter().filter(|word| word.starts_with("--"));
            assert_eq!(options.count(), 0, "{command}");
        }
        assert!(commands > 2, "{starter:?}");
    }
}

#[test]
fn what_check_refuses_is_said_in_the_first_step() {
    let text = r#"{"family": "a", "containerDefinitions": [{"name": "a", "image": "r/a:1", "memory": 1}]}"#;
    let errors = converted(text).report.errors();
    assert!(errors > 0);
    for route in ROUTES {
        for (lang, words) in [
            (Lang::En, format!("It is not ready yet: {errors} error")),
            (Lang::Ja, format!("（エラー {errors} 件）")),
        ] {
            let request = Request {
                lang,
                ..request(Starter::Hand, route)
            };
            let way = way(&converted(text), &request);
            let parts = &way.steps[0].parts;
            assert!(
                parts.iter().any(|part| part.text.contains(&words)),
                "{parts:?}"
            );
            let ready = self::way(&article(), &request).text();
            assert!(!ready.contains("It is not ready yet"));
        }
    }
}

#[test]
fn what_starts_it_has_to_be_said() {
    let refused = next(&article(), &Request::new(Kind::Readme));
    assert_eq!(refused, Err(GenerateError::NO_STARTER));
    let nameless = converted(r#"{"containerDefinitions": [{"name": "a", "image": "a:1"}]}"#);
    let refused = next(&nameless, &request(Starter::Hand, Route::Console));
    assert_eq!(refused, Err(GenerateError::NO_FAMILY));
}

/// The names of the files that are made.
fn names(request: &Request) -> Vec<String> {
    let made =
        all(&article(), request).unwrap_or_else(|refusal| panic!("{request:?}: {refusal:?}"));
    made.into_iter().map(|file| file.name).collect()
}

#[test]
fn all_files_are_those_of_the_way() {
    let (alerts, role) = ("alerts.yml", "execution-role.json");
    for (starter, route, wanted) in [
        (
            Starter::Schedule,
            Route::Pipeline,
            &[
                "buildspec.yml",
                "eventbridge.yml",
                "pipeline.yml",
                alerts,
                role,
            ][..],
        ),
        (
            Starter::Rule,
            Route::Taskdef,
            &["eventbridge.yml", alerts, role],
        ),
        (
            Starter::StateMachine,
            Route::Taskdef,
            &["state-machine.yml", alerts, role],
        ),
        (
            Starter::Service,
            Route::Pipeline,
            &["buildspec.yml", "pipeline.yml", role],
        ),
        (Starter::Hand, Route::Console, &[alerts, role]),
    ] {
        let wanted = [wanted, &["README.md"]].concat();
        assert_eq!(names(&request(starter, route)), wanted);
    }
}

#[test]
fn the_readme_lists_each_file_with_what_is_to_be_known() {
    for starter in STARTERS {
        let made = all(&article(), &request(starter, Route::Pipeline)).expect("it can be made");
        let Some((Generated { text: readme, .. }, others)) = made.split_last() else {
            panic!("there is no file");
        };
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        for file in others {
            assert!(readme.contains(&format!("- `{}`: ", file.name)));
            for note in &file.notes {
                assert!(words(readme).contains(&words(note)), "{note}");
            }
        }
    }
}

/// A service that is not named is a parameter of the pipeline, not left out.
#[test]
fn an_unnamed_service_is_a_variable() {
    let made =
        all(&article(), &request(Starter::Service, Route::Pipeline)).expect("it can be made");
    let pipeline = made.iter().find(|file| file.name == "pipeline.yml");
    assert!(pipeline.is_some_and(|file| file.text.contains("EcsService:")));
}

#[test]
fn who_does_not_know_what_starts_it_is_told_how_one_finds_out() {
    let article = article();
    for route in ROUTES {
        let request = request(Starter::Unknown, route);
        let en = way(&article, &request);
        let ja = way(
            &article,
            &Request {
                lang: Lang::Ja,
                ..request.clone()
            },
        );
        assert_eq!(deeds(&en.steps), deeds(&ja.steps));
        assert!(en.steps.len() >= 3 && en.steps.iter().all(|step| step.id == "find"));
        let parts = en.steps.iter().flat_map(|step| &step.parts);
        let commands: Vec<&str> = parts
            .flat_map(|part| part.commands.iter().map(String::as_str))
            .collect();
        assert_eq!(commands.is_empty(), route == Route::Console);
        // There is nothing to make before one knows.
        assert_eq!(all(&article, &request), Err(GenerateError::NO_STARTER));
    }
}

#[test]
fn the_cluster_that_is_named_is_looked_at() {
    let arn = "arn:aws:ecs:eu-west-1:111122223333:cluster/main";
    for (cluster, by_rules) in [("main", "--target-arn CLUSTER_ARN"), (arn, arn)] {
        let request = Request {
            cluster: Some(cluster.to_owned()),
            ..request(Starter::Unknown, Route::Taskdef)
        };
        let text = way(&article(), &request).text();
        assert!(text.contains(&format!("--cluster {cluster} ")), "{text}");
        assert!(text.contains(by_rules), "{text}");
    }
}

/// The files of a set, with its README.
fn set(request: &Request) -> (Vec<Generated>, String) {
    let mut made =
        all(&article(), request).unwrap_or_else(|refusal| panic!("{request:?}: {refusal:?}"));
    let readme = made.pop().expect("there is a README").text;
    (made, readme)
}

/// Requests for every set, in both languages.
fn sets() -> impl Iterator<Item = Request> {
    STARTERS.into_iter().flat_map(|starter| {
        ROUTES.into_iter().flat_map(move |route| {
            [Lang::En, Lang::Ja].map(|lang| Request {
                lang,
                ..request(starter, route)
            })
        })
    })
}

#[test]
fn every_file_has_its_place_in_a_step() {
    for request in sets() {
        let (made, readme) = set(&request);
        let title = if request.lang == Lang::En {
            "\n## Files"
        } else {
            "\n## ファイル"
        };
        let (steps, _) = readme.split_once(title).expect("the files are listed");
        for file in &made {
            assert!(steps.contains(&file.name), "{}:\n{steps}", file.name);
        }
    }
}

/// The file that a text begins with; where it begins with none, the set.
fn told_for(text: &str) -> &'static File {
    let word = text.split([' ', ',', ':']).next().unwrap_or_default();
    FILES.iter().find(|file| file.word == word).unwrap_or(&ALL)
}

/// The options that a note names are those of the command that it names, or else of `generate --all`.
#[test]
fn no_note_names_an_option_that_its_command_lacks() {
    let mut named = 0;
    for request in sets() {
        let (made, _) = set(&request);
        for note in made.iter().flat_map(|file| &file.notes) {
            // Other programs have options of their own.
            let ours = note.split("aws ").next().unwrap_or_default();
            let parts: Vec<&str> = ours.split("taskdef generate ").collect();
            let files: Vec<&File> = parts.iter().map(|part| told_for(part)).collect();
            for (at, part) in parts.iter().enumerate() {
                for option in part.split("--").skip(1) {
                    let end = option.find(|c: char| !c.is_ascii_lowercase() && c != '-');
                    let (option, rest) = option.split_at(end.unwrap_or(option.len()));
                    let file = if rest == " of " {
                        files[at + 1]
                    } else if at == 0 {
                        &ALL
                    } else {
                        files[at]
                    };
                    let mut options = file.options();
                    let is_there = options.any(|(_, it)| it.name == option);
                    assert!(is_there, "--{option} of {}: {note}", file.word);
                    named += 1;
                }
            }
        }
    }
    assert!(named > 50, "{named}");
}

/// Each stack is created with the parameters that its file has no default for.
#[test]
fn a_stack_is_given_what_its_file_asks_for() {
    for request in sets().filter(|it| it.route != Route::Console) {
        let (made, readme) = set(&request);
        assert!(!readme.contains("NAME=VALUE \\"), "{readme}");
        let stacks = made
            .iter()
            .filter(|file| file.text.contains("AWSTemplateFormatVersion"));
        for file in stacks {
            let asks = |line: &str| line.contains(&format!("--template-file {}", file.name));
            let mut lines = readme.lines().skip_while(|line| !asks(line));
            let line = lines.next().unwrap_or_default();
            assert!(line.starts_with("       "), "{readme}");
            let rest: Vec<&str> = lines.take(2).collect();
            let given = [&[line], &rest[..]].concat().join(" ");
            let (parameters, _) = file.text.split_once("\nResources:").expect("a template");
            let (_, parameters) = parameters.split_once("Parameters:\n").expect("parameters");
            let mut name = "";
            let mut open = Vec::new();
            for line in parameters.lines() {
                let indent = line.len() - line.trim_start().len();
                if indent == 2 {
                    name = line.trim().trim_end_matches(':');
                    open.push(name);
                } else if line.trim().starts_with("Default:") {
                    open.retain(|it| *it != name);
                }
            }
            assert!(!open.is_empty() || !given.contains("=VALUE"), "{given}");
            for name in open {
                assert!(given.contains(&format!("{name}=VALUE")), "{name}: {given}");
            }
        }
    }
}

/// The role that the pipeline asks for is made before the pipeline.
#[test]
fn what_starts_the_job_is_made_before_the_pipeline() {
    let request = Request {
        schedules: vec!["nightly".to_owned()],
        ..request(Starter::Schedule, Route::Pipeline)
    };
    let (made, readme) = set(&request);
    let text = |name: &str| {
        let mut files = made.iter().filter(|file| file.name == name);
        files
            .next()
            .map(|file| file.text.as_str())
            .unwrap_or_default()
    };
    assert!(text("pipeline.yml").contains("\n  ScheduleRoleArn:\n    Type"));
    assert!(text("eventbridge.yml").contains("\n  ScheduleRoleArn:\n    Value"));
    assert!(text("eventbridge.yml").contains("      Name: nightly\n"));
    let at = |words: &str| readme.find(words).expect("it is told");
    assert!(at("--template-file eventbridge.yml") < at("--template-file pipeline.yml"));
    assert!(readme.contains("ScheduleRoleArn is the role"), "{readme}");
}

/// The container is the image's; of a state machine its runs are told.
#[test]
fn a_set_of_a_state_machine_names_the_container_of_the_image() {
    let text = r#"{"family": "a", "containerDefinitions": [
        {"name": "app", "image": "111122223333.dkr.ecr.eu-west-1.amazonaws.com/a:1", "memory": 64},
        {"name": "log", "image": "log:1", "memory": 64}]}"#;
    let request = Request {
        container: Some("app".to_owned()),
        state_machine: Some("arn:aws:states:eu-west-1:111122223333:stateMachine:a".to_owned()),
        ..request(Starter::StateMachine, Route::Pipeline)
    };
    let made = all(&converted(text), &request);
    assert!(made.is_ok_and(|made| made.iter().any(|file| file.name == "alerts.yml")));
}

/// The commands of a result move what is named, and only that.
#[test]
fn commands_move_what_is_named() {
    let outline = article().outline;
    let family = &outline.family;
    let plain = commands(&outline, &Request::new(Kind::TaskDefinition));
    assert!(
        plain.contains("--cluster \"$CLUSTER\" --service \"$SERVICE\""),
        "{plain}"
    );
    let request = Request {
        cluster: Some("main".to_owned()),
        services: vec!["web".to_owned(), "an other".to_owned()],
        rules: vec!["bus/nightly".to_owned()],
        schedules: vec!["weekly".to_owned()],
        ..Request::new(Kind::TaskDefinition)
    };
    let named = commands(&outline, &request);
    for line in [
        format!("aws ecs update-service --cluster main --service web --task-definition {family}"),
        format!(
            "aws ecs update-service --cluster main --service 'an other' --task-definition {family}"
        ),
        "taskdef deploy taskdef-update.json --cluster main --rule=bus/nightly --schedule=weekly"
            .to_owned(),
    ] {
        assert!(named.lines().any(|it| it == line), "{line}\n{named}");
    }
    assert!(!named.contains('$'), "{named}");
    let of_schedule = Request {
        services: Vec::new(),
        rules: Vec::new(),
        ..request
    };
    assert!(!commands(&outline, &of_schedule).contains("update-service"));
}

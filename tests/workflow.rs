//! The workflow of GitHub Actions and its role.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    reason = "a test reads files, and fails by panicking"
)]

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use taskdef_core::generate::{Builder, Format, Kind, PolicyFor, Request, Style, generate};
use taskdef_core::{Conversion, Lang, Options, Pasted, convert};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn paste(name: &str) -> Conversion {
    let file = root().join("tests/generated/pastes").join(name);
    let text = fs::read_to_string(file.with_extension("json")).expect("the paste is there");
    convert(&Pasted::text(&text), &Options::default()).expect("a task definition")
}

fn request(change: impl FnOnce(&mut Request)) -> Request {
    let mut request = Request {
        container: Some("app".to_owned()),
        style: Style::Taskdef,
        ..Request::new(Kind::GitHubActions)
    };
    change(&mut request);
    request
}

fn workflow(request: &Request) -> String {
    let made = generate(&paste("full"), request);
    made.unwrap_or_else(|error| panic!("{request:?}: {error:?}"))
        .text
}

/// Each action with its hash and the release that stands beside it.
fn actions(workflow: &str) -> Vec<(&str, &str, &str)> {
    let uses = workflow
        .lines()
        .filter_map(|line| line.trim_start_matches([' ', '-']).strip_prefix("uses: "));
    uses.map(|used| {
        let (action, release) = used.split_once(" # ").expect("a release");
        let (name, hash) = action.split_once('@').expect("a hash");
        (name, hash, release)
    })
    .collect()
}

#[test]
fn every_action_is_pinned_to_the_hash_of_a_release() {
    let mut seen = Vec::new();
    for builder in [
        Builder::Maven,
        Builder::Node,
        Builder::Docker,
        Builder::None,
    ] {
        let workflow = workflow(&request(|it| it.builder = builder));
        for (name, hash, release) in actions(&workflow) {
            assert!(
                hash.len() == 40 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()),
                "{name}"
            );
            assert!(
                release.starts_with('v') && release.split('.').count() == 3,
                "{name}"
            );
            seen.push((name.to_owned(), hash.to_owned(), release.to_owned()));
        }
    }
    seen.sort();
    seen.dedup();
    let names: Vec<&str> = seen.iter().map(|(name, _, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "actions/checkout",
            "actions/setup-java",
            "actions/setup-node",
            "aws-actions/configure-aws-credentials",
            "github/codeql-action/upload-sarif",
        ]
    );
    // What this project's own workflows use is of the same release, so that it is renewed with them.
    for file in ["ci.yml", "weekly.yml"] {
        let own =
            fs::read_to_string(root().join(".github/workflows").join(file)).expect("a workflow");
        for (name, hash, _) in actions(&own) {
            let known = seen.iter().find(|(known, _, _)| known == name);
            assert!(
                known.is_none_or(|(_, known, _)| known == hash),
                "{file}: {name}"
            );
        }
    }
}

#[test]
fn what_is_not_known_is_a_variable_that_has_to_be_there() {
    let made =
        generate(&paste("full"), &request(|it| it.service_variable = true)).expect("a workflow");
    for name in [
        "AWS_ROLE_ARN",
        "SERVICE",
        "CLUSTER",
        "TASKDEF_URL",
        "TASKDEF_SHA256",
    ] {
        assert!(
            made.text
                .contains(&format!("{name}: ${{{{ vars.{name} }}}}")),
            "{name}"
        );
        assert!(
            made.text.contains(&format!("test -n \"${{{name}:-}}\"")),
            "{name}"
        );
        assert!(made.notes.iter().any(|note| note.contains(name)), "{name}");
    }
    let known = workflow(&request(|it| {
        it.github_role = Some("arn:aws:iam::111122223333:role/deploy".to_owned());
        it.taskdef_url = Some("s3://tools/0.1.0/taskdef".to_owned());
        it.taskdef_sha256 = Some("0".repeat(64));
    }));
    assert!(!known.contains("vars."), "{known}");
    assert!(
        known.contains("role-to-assume: arn:aws:iam::111122223333:role/deploy"),
        "{known}"
    );
}

#[test]
fn it_checks_where_it_has_taskdef_and_asks_for_no_other_right() {
    let has = |workflow: &str, word: &str| workflow.contains(word);
    let with = workflow(&request(|_| {}));
    let without = workflow(&request(|it| it.style = Style::AwsCli));
    let by_url = workflow(&request(|it| {
        it.style = Style::AwsCli;
        it.taskdef_url = Some("tools/taskdef".to_owned());
    }));
    for (workflow, checks) in [(&with, true), (&without, false), (&by_url, true)] {
        for word in [
            "security-events: write",
            "upload-sarif",
            "--format sarif",
            "sha256sum --check",
        ] {
            assert_eq!(has(workflow, word), checks, "{word}\n{workflow}");
        }
        assert!(has(workflow, "permissions: {}") && has(workflow, "persist-credentials: false"));
        assert!(!has(workflow, "CODEBUILD"), "{workflow}");
    }
    // Without a target it registers, and says that nothing else has changed.
    assert!(has(&without, "Registered, and nothing else"), "{without}");
    assert!(!has(&without, "update-service"), "{without}");
}

/// taskdef comes in one of three ways, and by no file that nobody has looked at.
#[test]
fn taskdef_comes_by_a_url_a_wheel_or_the_action() {
    let action = "owner/taskdef@3d3c42e5aac5ba805825da76410c181273ba90b1";
    let by_action = workflow(&request(|it| it.github_action = Some(action.to_owned())));
    assert!(
        by_action.contains(&format!("uses: {action}")),
        "{by_action}"
    );
    assert!(by_action.contains("upload-sarif: true"), "{by_action}");
    assert!(by_action.contains("security-events: write"), "{by_action}");
    // Each step is a shell of its own, so what a later one reads is handed over.
    for name in ["ECR_HOST", "ECR_REGION"] {
        let handed_over = format!("echo \"{name}=${name}\" >> \"$GITHUB_ENV\"");
        assert!(by_action.contains(&handed_over), "{by_action}");
    }
    let by_wheel = workflow(&request(|it| {
        it.taskdef_wheel_sha256 = Some("0".repeat(64));
    }));
    assert!(by_wheel.contains("--require-hashes"), "{by_wheel}");
    for made in [&by_action, &by_wheel] {
        assert!(
            !made.contains("TASKDEF_URL") && !made.contains("sha256sum"),
            "{made}"
        );
        assert!(made.contains(">> \"$GITHUB_ENV\""), "{made}");
    }
    let refused = |change: fn(&mut Request)| {
        let refusal = generate(&paste("full"), &request(change)).expect_err("refused");
        refusal.message(Lang::En)
    };
    let several = refused(|it| {
        it.taskdef_url = Some("tools/taskdef".to_owned());
        it.taskdef_wheel_sha256 = Some("0".repeat(64));
    });
    assert!(several.contains("give one of them"), "{several}");
    for (change, word) in [
        (
            (|it| it.github_action = Some("owner/taskdef@v1".to_owned())) as fn(&mut Request),
            "OWNER/NAME@HASH",
        ),
        (
            |it| it.taskdef_wheel_sha256 = Some("0".repeat(63)),
            "64 hexadecimal digits",
        ),
    ] {
        assert!(refused(change).contains(word));
    }
}

#[test]
fn a_name_begins_no_expression_of_github() {
    let definition = json!({
        "family": "a${{ secrets.X }}",
        "containerDefinitions": [{"name": "${{ github.token }}", "image": "111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:1"}],
    });
    let conversion = convert(&Pasted::text(&definition.to_string()), &Options::default());
    let conversion = conversion.expect("a task definition");
    for lang in [Lang::En, Lang::Ja] {
        let request = Request {
            lang,
            schedules: vec!["${{ vars.Y }}".to_owned()],
            ..Request::new(Kind::GitHubActions)
        };
        let text = generate(&conversion, &request).expect("a workflow").text;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            for (_, behind) in line.match_indices("${{").map(|(at, _)| line.split_at(at)) {
                let own = ["${{ vars.AWS_ROLE_ARN }}", "${{ '${{' }}", "${{' }}"];
                assert!(own.iter().any(|it| behind.starts_with(it)), "{line}");
            }
        }
    }
}

fn trust(change: impl FnOnce(&mut Request), name: &str) -> Value {
    let mut request = Request {
        trust: true,
        ..Request::new(Kind::Policy(PolicyFor::GitHubActions))
    };
    request.container = (name == "full").then(|| "app".to_owned());
    request.repository = Some("app".to_owned());
    change(&mut request);
    let text = generate(&paste(name), &request)
        .expect("a trust policy")
        .text;
    serde_json::from_str(&text).expect("JSON")
}

#[test]
fn the_role_trusts_one_branch_of_one_repository() {
    let document = trust(
        |it| {
            it.github = Some("octo/jobs".to_owned());
            it.github_branch = Some("release/1".to_owned());
        },
        "full",
    );
    let statement = &document["Statement"][0];
    let provider = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com";
    assert_eq!(statement["Principal"], json!({"Federated": provider}));
    assert_eq!(statement["Action"], "sts:AssumeRoleWithWebIdentity");
    let expected = json!({"StringEquals": {
        "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
        "token.actions.githubusercontent.com:sub": "repo:octo/jobs:ref:refs/heads/release/1",
    }});
    assert_eq!(statement["Condition"], expected);
    let subject = |document: &Value| {
        document["Statement"][0]["Condition"]["StringEquals"]["token.actions.githubusercontent.com:sub"].clone()
    };
    let numbered = trust(|it| it.github = Some("octo@12/jobs@345".to_owned()), "full");
    assert_eq!(
        subject(&numbered),
        "repo:octo@12/jobs@345:ref:refs/heads/main"
    );
    // What is not known is open, and never every repository.
    let open = trust(|_| {}, "full");
    assert_eq!(
        subject(&open),
        "repo:<OWNER/REPOSITORY>:ref:refs/heads/main"
    );
    let china = trust(|it| it.github = Some("octo/jobs".to_owned()), "china");
    let audience = &china["Statement"][0]["Condition"]["StringEquals"]["token.actions.githubusercontent.com:aud"];
    assert_eq!(audience, "sts.amazonaws.com.cn");
}

#[test]
fn what_is_no_repository_is_refused() {
    for name in [
        "",
        "octo",
        "octo/",
        "/jobs",
        "octo/*",
        "octo/jobs/x",
        "octo@1/jobs",
        "octo@a/jobs@1",
        "octo/jobs:x",
    ] {
        let request = Request {
            github: Some(name.to_owned()),
            ..Request::new(Kind::Policy(PolicyFor::GitHubActions))
        };
        let refused = generate(&paste("small"), &request).map_err(|error| error.id());
        assert_eq!(refused.map(|_| ()), Err("github"), "{name}");
    }
}

#[test]
fn the_role_is_a_template_too() {
    let request = Request {
        format: Format::Yaml,
        github: Some("octo/jobs".to_owned()),
        container: Some("app".to_owned()),
        ..Request::new(Kind::Policy(PolicyFor::GitHubActions))
    };
    let made = generate(&paste("full"), &request).expect("a stack");
    assert!(
        made.text.contains("AssumeRoleWithWebIdentity"),
        "{}",
        made.text
    );
    assert!(!made.text.contains("log-group"), "{}", made.text);
    let told = made.notes.join("\n");
    assert!(
        told.contains("create-open-id-connect-provider") && told.contains("OWNER@ID/NAME@ID"),
        "{told}"
    );
}

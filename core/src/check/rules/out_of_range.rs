//! `out-of-range`: a number outside its range.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule, Scope,
    cannot_run, reference, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "out-of-range",
        class: Class::Error,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Range",
        title: "A number outside of its range",
        message: "{path} is {before}; {expected} are possible.",
        why: "ECS takes numbers of this range here, and refuses others.",
        cure: "Choose a number within the range, or leave the setting out.",
    },
    ja: words! {
        label: "数値",
        title: "範囲外の数値",
        message: "{path} が {before} です。指定できるのは {expected} です。",
        why: "ECS がここで受け付ける数値には範囲があり、範囲外の値は拒否されます。",
        cure: "範囲内の値にするか、項目を省いてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""healthCheck": {"command": ["CMD", "true"], "interval": 600}"#,
    after: r#""healthCheck": {"command": ["CMD", "true"], "interval": 300}"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    reference(
        "You may specify between 5 and 300 seconds.",
        CHECK.rule.source,
    ),
    reference(
        "You may specify between 2 and 60 seconds.",
        CHECK.rule.source,
    ),
    reference(
        "You may specify between 1 and 10 retries.",
        CHECK.rule.source,
    ),
    reference(
        "You can specify between 0 and 300 seconds.",
        CHECK.rule.source,
    ),
    reference(
        "Accepted values are whole numbers between 0 and 100.",
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html",
    ),
    reference(
        "You can set a minimum restartAttemptPeriod of 60 seconds and a maximum \
            restartAttemptPeriod of 1800 seconds.",
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_ContainerRestartPolicy.html",
    ),
    cannot_run(
        "uids and gids must be in range %d-%d",
        "https://github.com/moby/sys/blob/main/user/user.go",
    ),
];

/// Whether a user or its group is a number that Linux does not have.
fn is_beyond(user: &str) -> bool {
    let number = |id: &str| id.parse::<i64>().ok();
    let beyond = |id: i64| !(0..=i64::from(i32::MAX)).contains(&id);
    user.split(':').filter_map(number).any(beyond)
}

/// An object of a container, an integer member of it, its minimum and its maximum.
const RANGES: [(&str, &str, i64, i64); 6] = [
    ("healthCheck", "interval", 5, 300),
    ("healthCheck", "timeout", 2, 60),
    ("healthCheck", "retries", 1, 10),
    ("healthCheck", "startPeriod", 0, 300),
    ("linuxParameters", "swappiness", 0, 100),
    ("restartPolicy", "restartAttemptPeriod", 60, 1800),
];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for container in &definition.containers {
        if let Some(at) = container.member("user")
            && at.string().is_some_and(|user| is_beyond(&user))
        {
            findings.report(at).arg("expected", "0–2147483647");
        }
        for (object, key, least, most) in RANGES {
            let Some(at) = container
                .member(object)
                .and_then(|object| object.member(key))
            else {
                continue;
            };
            if at
                .integer()
                .is_some_and(|number| !(least..=most).contains(&number))
            {
                findings
                    .report(at)
                    .arg("expected", format!("{least}–{most}"));
            }
        }
    }
}

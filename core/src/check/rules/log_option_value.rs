//! `log-option-value`: a log option’s value that ECS does not accept.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Plan, Rule,
    Scope, Step, cannot_run, has_placeholder, refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "log-option-value",
        class: Class::Error,
        aws: "Log driver awslogs option 'awslogs-create-group' should only be set to 'true', \
            else omit option.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_LogConfiguration.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Log option",
        title: "A log option’s value that ECS does not take",
        message: "{name} is not what it can be: {expected}.",
        why: "ECS and the log driver look at the form of this option before the container \
            starts.",
        cure: "Correct the value, or leave the option out.",
    },
    ja: words! {
        label: "ログオプション",
        title: "ECS が受け付けないログオプションの値",
        message: "{name} に指定できるのは {expected} です。",
        why: "このオプションの値は、コンテナが起動する前に ECS とログドライバーが確かめます。",
        cure: "値を直すか、オプションを省いてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: concat!(
        r#""logConfiguration": {"logDriver": "awslogs", "#,
        r#""options": {"awslogs-group": "/ecs/batch", "#,
        r#""awslogs-region": "ap-northeast-1", "awslogs-create-group": "false"}}"#,
    ),
    after: concat!(
        r#""logConfiguration": {"logDriver": "awslogs", "#,
        r#""options": {"awslogs-group": "/ecs/batch", "#,
        r#""awslogs-region": "ap-northeast-1", "awslogs-create-group": "true"}}"#,
    ),
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    refusal(
        CHECK.rule.aws,
        "https://github.com/terraform-linters/tflint-ruleset-aws/issues/348",
    ),
    cannot_run(
        "logger: logging mode not supported: %s",
        "https://github.com/moby/moby/blob/04472304f61784403033f6241a520bd41e5d723b/daemon/\
            logger/factory.go",
    ),
    cannot_run(
        "error parsing option max-buffer-size",
        "https://github.com/moby/moby/blob/04472304f61784403033f6241a520bd41e5d723b/daemon/\
            logger/factory.go",
    ),
];

static LEAVE_OUT: Localized = Localized {
    en: "Leave it out, which means the same",
    ja: "省く（意味は変わりません）",
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for container in &definition.containers {
        let log = container.member("logConfiguration");
        // FireLens hands the options to the plugin of a log router.
        let log = log.filter(|log| log.member_str("logDriver").as_deref() != Some("awsfirelens"));
        let Some(options) = log.and_then(|log| log.member("options")) else {
            continue;
        };
        for option in options.children() {
            let value = option.string().unwrap_or_default();
            if has_placeholder(&value) {
                continue;
            }
            let expected = match &*option.key() {
                // AWS's own templates write `True`.
                "awslogs-create-group" if !value.eq_ignore_ascii_case("true") => "true",
                "mode" if !["blocking", "non-blocking"].contains(&&*value) => {
                    "blocking, non-blocking"
                }
                "max-buffer-size" if !is_size(&value) => "25m, 512k",
                _ => continue,
            };
            let finding = findings.report(option).arg("expected", expected);
            if expected == "true" && value == "false" {
                let step = Step::Remove(option.node().origin);
                finding.plan(Plan::safe(&LEAVE_OUT, step));
            }
        }
    }
}

/// A number of bytes as Docker reads it: a number, optionally followed by a space, one of the units
/// `k` to `p`, and `b` or `ib`.
fn is_size(text: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit() || c == '.';
    let lower = text.to_ascii_lowercase();
    let unit = lower.trim_start_matches(digit);
    let number = &lower[..lower.len() - unit.len()];
    let unit = unit.strip_prefix(' ').unwrap_or(unit);
    let rest = unit.strip_prefix(['k', 'm', 'g', 't', 'p']);
    number.contains(|c: char| c.is_ascii_digit())
        && number.matches('.').count() <= 1
        && match rest {
            Some(rest) => ["", "b", "ib"].contains(&rest),
            None => ["", "b"].contains(&unit),
        }
}

//! `log-option-value`: a log option’s value that ECS does not accept.

use super::{
    Arg, Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Plan, Rule,
    Scope, Step, cannot_run, has_placeholder, reference, refusal, words,
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
            starts, and CloudWatch Logs at the names. `max-buffer-size` is for `non-blocking`.",
        cure: "Correct the value, or leave the option out.",
    },
    ja: words! {
        label: "ログオプション",
        title: "ECS が受け付けないログオプションの値",
        message: "{name} に指定できるのは {expected} です。",
        why: "このオプションの値は、コンテナが起動する前に ECS とログドライバーが確かめ、\
            名前は CloudWatch Logs が確かめます。`max-buffer-size` は `non-blocking` 用です。",
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
    cannot_run(
        "logger: max-buffer-size option is only supported with 'mode=%s'",
        "https://github.com/moby/moby/blob/04472304f61784403033f6241a520bd41e5d723b/daemon/\
            logger/factory.go",
    ),
    reference(
        "Pattern: [\\.\\-_/#A-Za-z0-9]+",
        "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/\
            API_CreateLogGroup.html",
    ),
    reference(
        "Pattern: [^:*]*",
        "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/\
            API_CreateLogStream.html",
    ),
];

static GROUP: Localized = Localized {
    en: "a name of letters, digits and . - _ / #, of 512 characters at most",
    ja: "英数字と . - _ / # だけの 512 文字までの名前",
};

static STREAM: Localized = Localized {
    en: "a text without : and *",
    ja: ": と * を含まない文字列",
};

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
        let buffered = options.member("max-buffer-size").is_some() && !definition.is_fargate();
        for option in options.children() {
            let value = option.string().unwrap_or_default();
            if has_placeholder(&value) {
                continue;
            }
            let key = option.key();
            let expected: Arg = match &*key {
                // AWS's own templates write `True`.
                "awslogs-create-group" if !value.eq_ignore_ascii_case("true") => "true".into(),
                "mode" if !["blocking", "non-blocking"].contains(&&*value) => {
                    "blocking, non-blocking".into()
                }
                "mode" if buffered && value == "blocking" => "non-blocking".into(),
                "max-buffer-size" if !is_size(&value) => "25m, 512k".into(),
                "awslogs-group" if !is_group(&value) => (&GROUP).into(),
                "awslogs-stream-prefix" if value.contains([':', '*']) => (&STREAM).into(),
                _ => continue,
            };
            let finding = findings.report(option).arg("expected", expected);
            if key == "awslogs-create-group" && value == "false" {
                let step = Step::Remove(option.node().origin);
                finding.plan(Plan::safe(&LEAVE_OUT, step));
            }
        }
    }
}

/// Whether a log group can have this name. An empty one is `awslogs-option-missing`.
fn is_group(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-_/#".contains(&byte);
    name.len() <= 512 && name.bytes().all(plain)
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

//! `unreadable-size`: a task size that ECS can’t read.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Plan, Rule,
    Scope, Step, is_given, reference, refusal, words,
};
use crate::size;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "unreadable-size",
        class: Class::Error,
        aws: "Invalid 'cpu' setting for task.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_RegisterTaskDefinition.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Task size",
        title: "A task size that ECS can’t read",
        message: "{name} is {before}, which is no size.",
        why: "ECS reads CPU as units (`1024`) or vCPUs (`1 vCPU`), and memory as MiB \
            (`2048`) or GB (`2 GB`). It knows no other unit.",
        cure: "Write the number of CPU units or of MiB.",
    },
    ja: words! {
        label: "タスクサイズ",
        title: "ECS が読み取れないタスクサイズ",
        message: "{name} の値 {before} は、サイズとして読み取れません。",
        why: "ECS が読み取れるのは、CPU ならユニット数（`1024`）か vCPU（`1 vCPU`）、メモリ\
            なら MiB（`2048`）か GB（`2 GB`）です。ほかの単位は使えません。",
        cure: "CPU ユニット数、または MiB の数値を書いてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""memory": "512MB""#,
    after: r#""memory": "512""#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    refusal(
        CHECK.rule.aws,
        "https://github.com/oranmoshai/ecsServiceRestart/issues/2",
    ),
    reference(
        "It can be expressed as an integer using MiB (for example, 1024) or as a string using \
            GB (for example, 1GB or 1 GB) in a task definition.",
        CHECK.rule.source,
    ),
];

static IN_UNITS: Localized = Localized {
    en: "Write the same size as a plain number",
    ja: "同じサイズを数値だけで書く",
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for (key, read) in [
        ("cpu", size::cpu_units as fn(&str) -> Option<u64>),
        ("memory", size::mebibytes),
    ] {
        let Some(at) = definition.root.member(key) else {
            continue;
        };
        let Some(text) = at.string().filter(|text| is_given(text)) else {
            continue;
        };
        if read(&text).is_some() {
            continue;
        }
        let finding = findings.report(at);
        let meant = match key {
            "cpu" => size::cpu_units(text.trim()),
            _ => mebibytes_meant(text.trim()),
        };
        if let Some(meant) = meant {
            let step = Step::Replace(at.node().origin, format!("\"{meant}\""));
            finding.plan(Plan::safe(&IN_UNITS, step));
        }
    }
}

/// The MiB of a size with a unit that ECS does not know.
fn mebibytes_meant(text: &str) -> Option<u64> {
    let lower = text.to_ascii_lowercase();
    if let Some(number) = ["mib", "mb", "m"]
        .iter()
        .find_map(|unit| lower.strip_suffix(unit))
    {
        return number.trim_end().parse().ok();
    }
    match ["gib", "g"]
        .iter()
        .find_map(|unit| lower.strip_suffix(unit))
    {
        Some(number) => size::mebibytes(&format!("{}gb", number.trim_end())),
        None => size::mebibytes(text),
    }
}

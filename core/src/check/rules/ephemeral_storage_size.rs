//! `ephemeral-storage-size`: more or less ephemeral storage than Fargate has.

use super::{
    Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Plan, Rule,
    Scope, Step, reference, refusal, words,
};

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "ephemeral-storage-size",
        class: Class::Error,
        aws: "EphemeralStorage size should be at least 21",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/\
            API_EphemeralStorage.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Storage",
        title: "More or less ephemeral storage than Fargate has",
        message: "ephemeralStorage can’t be {before} GiB: 21 to 200 are possible.",
        why: "A Fargate task has 20 GiB without being asked. The setting is for more, up to \
            200 GiB, so that 20 itself is refused.",
        cure: "Choose 21 to 200, or leave `ephemeralStorage` out for 20 GiB.",
    },
    ja: words! {
        label: "ストレージ",
        title: "指定できる範囲外のエフェメラルストレージ",
        message: "ephemeralStorage に {before} GiB は指定できません。指定できるのは 21〜200 \
            です。",
        why: "Fargate のタスクには、何も指定しなくても 20 GiB が付きます。この項目は 200 GiB \
            まで増やすためのものなので、20 も指定できません。",
        cure: "21〜200 にしてください。20 GiB でよければ `ephemeralStorage` を省きます。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Fargate,
    before: r#""ephemeralStorage": {"sizeInGiB": 20}"#,
    after: r#""ephemeralStorage": {"sizeInGiB": 21}"#,
};

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[
    refusal(CHECK.rule.aws, "https://github.com/guardian/cdk/pull/1101"),
    reference(
        "The minimum supported value is 21 GiB and the maximum supported value is 200 GiB.",
        CHECK.rule.source,
    ),
];

static LEAVE_OUT: Localized = Localized {
    en: "Leave it out: 20 GiB is what a task has anyway",
    ja: "省く（何も指定しなくても 20 GiB が付きます）",
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let Some(storage) = definition.root.member("ephemeralStorage") else {
        return;
    };
    let Some(at) = storage.member("sizeInGiB") else {
        return;
    };
    match at.integer() {
        Some(21..=200) | None => {}
        Some(20) => {
            let step = Step::Remove(storage.node().origin);
            findings.report(at).plan(Plan::safe(&LEAVE_OUT, step));
        }
        Some(_) => {
            findings.report(at);
        }
    }
}

//! `unknown-value`: a value that this version of taskdef does not know.

use super::misspelt_value::{correction, is_replaced};
use super::{
    Arg, Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope,
    refused_value, words,
};
use crate::suggest::suggest;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "unknown-value",
        class: Class::Warning,
        aws: "",
        source: "https://github.com/boto/botocore/tree/develop/botocore/data/ecs/2014-11-13",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Value",
        title: "A value that this version does not know",
        message: "{name} is {value}, which is none of {expected}.",
        why: "The model of AWS that this program brings does not have the value. A newer one \
            may, so it is kept.",
        cure: "Correct it, unless AWS’s page on the field lists it by now.",
    },
    ja: words! {
        label: "値",
        title: "このバージョンが知らない値",
        message: "{name} が {value} ですが、このバージョンが知っている値は {expected} です。",
        why: "このプログラムに入っている AWS のモデルには、この値がありません。新しい値かも\
            しれないので、残してあります。",
        cure: "AWS のページに載っていない値なら、直してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""networkMode": "nat""#,
    after: r#""networkMode": "bridge""#,
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for (at, value, names) in definition.unnamed() {
        let meant = suggest(&value, names.iter().copied()).first().copied();
        let told_elsewhere = meant.is_some() && !is_replaced(at);
        if told_elsewhere || refused_value::is_refused(at) {
            continue;
        }
        let known = names.iter().map(|&name| name.to_owned()).collect();
        let finding = findings.report(at);
        finding.arg("value", at).arg("expected", Arg::OneOf(known));
        if let Some(meant) = meant {
            finding.plan(correction(at, &value, meant));
        }
    }
}

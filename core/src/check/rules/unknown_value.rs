//! `unknown-value`: a value that this version of taskdef does not know.

use super::{
    Arg, Check, Class, Definition, Example, Findings, Localized, Rule, Scope, Words, refused_value,
};
use crate::suggest::suggest;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "unknown-value",
        class: Class::Warning,
        words: Localized {
            en: Words {
                label: "Value",
                title: "A value that this version does not know",
                message: "{name} is {value}, which is none of {expected}.",
                why: "The model of AWS that this program brings does not have the value. A newer one \
                    may, so it is kept.",
                cure: "Correct it, unless AWS’s page on the field lists it by now.",
            },
            ja: Words {
                label: "値",
                title: "このバージョンが知らない値",
                message: "{name} が {value} ですが、知られている値は {expected} です。",
                why: "このプログラムに入っている AWS のモデルには、この値がありません。新しい値かも\
                    しれないので、残してあります。",
                cure: "AWS のページに載っていない値なら、直してください。",
            },
        },
        aws: "",
        source: "https://github.com/boto/botocore/tree/develop/botocore/data/ecs/2014-11-13",
        example: Example {
            scope: Scope::Task,
            before: r#""networkMode": "nat""#,
            after: r#""networkMode": "bridge""#,
        },
    },
    check,
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for (at, value, names) in definition.unnamed() {
        if !refused_value::is_refused(at) && suggest(&value, names.iter().copied()).is_empty() {
            let known = names.iter().map(|&name| name.to_owned()).collect();
            findings
                .report(at)
                .arg("value", at)
                .arg("expected", Arg::OneOf(known));
        }
    }
}

//! `fargate-unknown-cpu`: a CPU size that Fargate is not known to have.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope, words,
};
use crate::fargate;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "fargate-unknown-cpu",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/\
            task-cpu-memory-error.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Task size",
        title: "A CPU size that Fargate is not known to have",
        message: "Fargate had no size of {cpu} CPU units on {date}.",
        why: "Fargate has a few CPU sizes, and gets a new one now and then. The table of \
            this program knows those of the day that it names.",
        cure: "Choose a known size, unless AWS’s page lists this one by now.",
    },
    ja: words! {
        label: "タスクサイズ",
        title: "Fargate にあるか分からない CPU サイズ",
        message: "{date} の時点で、Fargate に CPU {cpu} ユニットのサイズはありません。",
        why: "Fargate の CPU サイズは決まっていて、ときどき増えます。このプログラムが知って\
            いるのは、示した日付の時点のサイズです。",
        cure: "既知のサイズを選んでください。AWS のページに載っているサイズなら、このままで\
            構いません。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Fargate,
    before: r#""cpu": "768", "memory": "2048""#,
    after: r#""cpu": "512", "memory": "2048""#,
};

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let (Some(cpu), Some(at)) = (definition.cpu(), definition.root.member("cpu")) else {
        return;
    };
    let known = u32::try_from(cpu).ok().and_then(fargate::memories);
    if definition.is_fargate() && known.is_none() {
        findings
            .report(at)
            .arg("cpu", cpu.to_string())
            .arg("date", fargate::AS_OF);
    }
}

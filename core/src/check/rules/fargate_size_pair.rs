//! `fargate-size-pair`: a memory size that does not go with the CPU on Fargate.

use super::{
    Arg, Check, Class, Definition, Evidence, Example, Findings, Localized, PackedWords, Rule,
    Scope, refusal, words,
};
use crate::fargate;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "fargate-size-pair",
        class: Class::Error,
        aws: "No Fargate configuration exists for given values.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/\
            task-cpu-memory-error.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Task size",
        title: "A memory size that does not go with the CPU on Fargate",
        message: "{memory} MiB of memory don’t go with {cpu} CPU units on Fargate. ECS would \
            take {nearest}.",
        why: "Fargate has fixed pairs of CPU and memory, and ECS refuses any other.",
        cure: "Choose one of the sizes. With more memory, more CPU may be needed.",
    },
    ja: words! {
        label: "タスクサイズ",
        title: "Fargate では組み合わせられない CPU とメモリ",
        message: "Fargate では、CPU {cpu} ユニットとメモリ {memory} MiB は組み合わせられませ\
            ん。近いサイズは {nearest} です。",
        why: "Fargate で使える CPU とメモリの組み合わせは決まっていて、それ以外は ECS に拒否\
            されます。",
        cure: "使える組み合わせに変えてください。メモリを増やすには、CPU も増やす必要がある\
            かもしれません。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Fargate,
    before: r#""cpu": "1024", "memory": "512""#,
    after: r#""cpu": "1024", "memory": "2048""#,
};

/// What others call it.
pub(super) const ALSO: &[&str] = &["E3047"];

/// What proves that it is an error.
pub(super) const EVIDENCE: &[Evidence] = &[refusal(
    CHECK.rule.aws,
    "https://github.com/aws/amazon-ecs-cli/issues/463",
)];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let (Some(cpu), Some(memory), Some(at)) = (
        definition.cpu(),
        definition.memory(),
        definition.root.member("memory"),
    ) else {
        return;
    };
    let listed = u32::try_from(cpu).ok().and_then(fargate::memories);
    let Some(listed) = listed.filter(|_| definition.is_fargate()) else {
        return;
    };
    if !listed.iter().any(|&known| u64::from(known) == memory) {
        findings
            .report(at)
            .arg("cpu", cpu.to_string())
            .arg("memory", memory.to_string())
            .arg("nearest", Arg::OneOf(nearest(&listed, cpu, memory)));
    }
}

/// The memory sizes just below and above, and the nearest CPU size that allows this memory.
fn nearest(listed: &[u32], cpu: u64, memory: u64) -> Vec<String> {
    let below = listed
        .iter()
        .rev()
        .find(|&&known| u64::from(known) < memory);
    let above = listed.iter().find(|&&known| u64::from(known) > memory);
    let mut nearest: Vec<String> = below.into_iter().chain(above).map(u32::to_string).collect();
    let same_memory = fargate::SIZES.iter().filter(|size| {
        let values = size.memory.values();
        values.iter().any(|&known| u64::from(known) == memory)
    });
    let closest = same_memory.min_by_key(|size| u64::from(size.cpu).abs_diff(cpu));
    nearest.extend(closest.map(|size| format!("{memory} (cpu {})", size.cpu)));
    nearest
}

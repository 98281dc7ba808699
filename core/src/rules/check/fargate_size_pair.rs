//! `fargate-size-pair`: a memory size that Fargate does not have with these CPU units.

use super::{Check, Class, Example, Hits, Rule, Scope, Task, Words};
use crate::fargate;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "fargate-size-pair",
        class: Class::Error,
        en: Words {
            label: "Task size",
            title: "A memory size that does not go with the CPU on Fargate",
            message: "{memory} MiB of memory don’t go with {cpu} CPU units on Fargate; the nearest \
                sizes are {nearest}.",
            why: "Fargate has fixed pairs of CPU and memory, and ECS refuses any other.",
            cure: "Choose one of the sizes. With more memory, more CPU may be needed.",
        },
        ja: Words {
            label: "タスクサイズ",
            title: "Fargate では組み合わせられない CPU とメモリ",
            message: "Fargate では、CPU {cpu} ユニットにメモリ {memory} MiB を組み合わせられません。\
                近いサイズは {nearest} です。",
            why: "Fargate で使える CPU とメモリの組み合わせは決まっていて、それ以外は ECS が\
                受け付けません。",
            cure: "使える組み合わせに変えてください。メモリを増やすには、CPU も増やす必要がある\
                場合があります。",
        },
        aws: "An error occurred (ClientException) when calling the RegisterTaskDefinition operation: \
            No Fargate configuration exists for given values: 1024 CPU, 512 memory.",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/\
            task-cpu-memory-error.html",
        example: Example {
            scope: Scope::Fargate,
            before: r#""cpu": "1024", "memory": "512""#,
            after: r#""cpu": "1024", "memory": "2048""#,
        },
    },
    find,
};

fn find(task: &Task<'_>, hits: &mut Hits<'_>) {
    let (Some(cpu), Some(memory), Some(at)) = (task.cpu(), task.memory(), task.root.get("memory"))
    else {
        return;
    };
    let listed = u32::try_from(cpu).ok().and_then(fargate::memories);
    let Some(listed) = listed.filter(|_| task.is_fargate()) else {
        return;
    };
    if listed.iter().any(|&known| u64::from(known) == memory) {
        return;
    }
    let mut nearest: Vec<String> = Vec::new();
    let below = listed.iter().rev().find(|&&known| u64::from(known) < memory);
    let above = listed.iter().find(|&&known| u64::from(known) > memory);
    nearest.extend(below.into_iter().chain(above).map(u32::to_string));
    let same_memory = fargate::SIZES.iter().filter(|size| {
        let values = size.memory.values();
        values.iter().any(|&known| u64::from(known) == memory)
    });
    let closest = same_memory.min_by_key(|size| u64::from(size.cpu).abs_diff(cpu));
    nearest.extend(closest.map(|size| format!("{memory} (cpu {})", size.cpu)));
    hits.at(at)
        .hole("{cpu}", cpu.to_string())
        .hole("{memory}", memory.to_string())
        .hole("{nearest}", crate::report::Fill::OneOf(nearest));
}

//! CPU units and MiB in vCPU and GB, and what Fargate lets go together.

use serde::Serialize;

use super::is;
use crate::fargate::{Memory, SIZES};
use crate::lang::Lang;
use crate::size::{cpu_units, mebibytes};

/// A CPU of Fargate with the memory that goes with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FargateSize {
    /// The CPU in units of 1/1024 vCPU.
    pub cpu: u32,
    /// Every memory that goes with it, in MiB, ascending.
    pub memory: Vec<u32>,
    /// Both in words, such as `0.5 vCPU: 1 to 4 GB, in steps of 1 GB`.
    pub words: String,
}

/// Every size of Fargate, smallest first.
pub(in crate::explain) fn fargate_sizes(lang: Lang) -> Vec<FargateSize> {
    let sizes = SIZES.iter().map(|size| FargateSize {
        cpu: size.cpu,
        memory: size.memory.values(),
        words: match lang {
            Lang::En => format!(
                "{}: {}",
                amount(size.cpu.into(), "vCPU", lang),
                range(&size.memory, lang)
            ),
            Lang::Ja => format!(
                "{}：{}",
                amount(size.cpu.into(), "vCPU", lang),
                range(&size.memory, lang)
            ),
        },
    });
    sizes.collect()
}

pub(super) fn task_cpu(value: &str, lang: Lang) -> Option<String> {
    let units = cpu_units(value)?;
    let size = SIZES.iter().find(|size| u64::from(size.cpu) == units);
    Some(match (lang, size) {
        (Lang::En, Some(size)) => {
            let (memory, steps) = split(&size.memory, lang);
            format!(
                "{}. On Fargate it goes with {memory} of memory{steps}.",
                amount(units, "vCPU", lang)
            )
        }
        (Lang::Ja, Some(size)) => {
            let (memory, steps) = split(&size.memory, lang);
            let gap = if steps.is_empty() { " " } else { "" };
            format!(
                "{} です。Fargate では、メモリ {memory}{steps}{gap}と組み合わせられます。",
                amount(units, "vCPU", lang)
            )
        }
        (_, None) => no_such(&amount(units, "vCPU", lang), lang),
    })
}

pub(super) fn task_memory(value: &str, lang: Lang) -> Option<String> {
    let memory = mebibytes(value)?;
    let fits = SIZES.iter().filter(|size| {
        let mut values = size.memory.values().into_iter();
        values.any(|value| u64::from(value) == memory)
    });
    let cpus: Vec<String> = fits.map(|size| thousandths(size.cpu.into()).0).collect();
    let said = amount(memory, "GB", lang);
    Some(match lang {
        _ if cpus.is_empty() => no_such(&said, lang),
        Lang::En => format!(
            "{said}. On Fargate it goes with {} vCPU.",
            list(&cpus, lang)
        ),
        Lang::Ja => {
            let cpus = list(&cpus, lang);
            format!("{said} です。Fargate では、CPU {cpus} vCPU と組み合わせられます。")
        }
    })
}

pub(super) fn container_cpu(value: &str, lang: Lang) -> Option<String> {
    let units: u64 = value.parse().ok()?;
    Some(match (lang, units) {
        (Lang::En, 0) => {
            "Nothing is reserved: the container gets what the others leave.".to_owned()
        }
        (Lang::Ja, 0) => "CPU を確保せず、ほかのコンテナが使わない分を使います。".to_owned(),
        (Lang::En, _) => format!("{}.", amount(units, "vCPU", lang)),
        (Lang::Ja, _) => is(&amount(units, "vCPU", lang)),
    })
}

pub(super) fn memory(value: &str, lang: Lang) -> Option<String> {
    let said = amount(value.parse().ok()?, "GB", lang);
    Some(match lang {
        Lang::En => format!("{said}."),
        Lang::Ja => is(&said),
    })
}

fn no_such(said: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{said}. Fargate has no task of this size."),
        Lang::Ja => format!("{said} です。Fargate に、この大きさのタスクはありません。"),
    }
}

/// A number of 1024ths in a unit, such as `0.5 vCPU`.
fn amount(of_1024: u64, unit: &str, lang: Lang) -> String {
    match (thousandths(of_1024), lang) {
        ((number, true), _) => format!("{number} {unit}"),
        ((number, false), Lang::En) => format!("About {number} {unit}"),
        ((number, false), Lang::Ja) => format!("約 {number} {unit}"),
    }
}

/// A number of 1024ths with at most three decimals, and whether that is exact.
fn thousandths(of_1024: u64) -> (String, bool) {
    let (whole, rest) = (of_1024 / 1024, of_1024 % 1024 * 1000);
    let decimals = format!("{:03}", rest / 1024);
    let decimals = decimals.trim_end_matches('0');
    let number = if decimals.is_empty() {
        whole.to_string()
    } else {
        format!("{whole}.{decimals}")
    };
    (number, rest % 1024 == 0)
}

/// The memory that goes with a CPU.
fn range(memory: &Memory, lang: Lang) -> String {
    let (values, steps) = split(memory, lang);
    values + &steps
}

/// The same as its values and its steps.
fn split(memory: &Memory, lang: Lang) -> (String, String) {
    let gb = |mebibytes: u32| thousandths(mebibytes.into()).0;
    match *memory {
        Memory::OneOf(values) => {
            let values: Vec<_> = values.iter().map(|&value| gb(value)).collect();
            (list(&values, lang) + " GB", String::new())
        }
        Memory::Range { min, max, step } => {
            let (min, max, step) = (gb(min), gb(max), gb(step));
            match lang {
                Lang::En => (
                    format!("{min} to {max} GB"),
                    format!(", in steps of {step} GB"),
                ),
                Lang::Ja => (format!("{min}～{max} GB"), format!("（{step} GB 単位）")),
            }
        }
    }
}

/// `0.5, 1 or 2`.
fn list(values: &[String], lang: Lang) -> String {
    match (lang, values) {
        (Lang::En, [before @ .., last]) if !before.is_empty() => {
            format!("{} or {last}", before.join(", "))
        }
        (Lang::En, _) => values.join(""),
        (Lang::Ja, _) => values.join("・"),
    }
}

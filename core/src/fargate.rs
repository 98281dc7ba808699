//! The task sizes that Fargate supports.

/// The day on which [`SIZES`] was compared with AWS's documentation, as YYYY-MM-DD.
pub const AS_OF: &str = "2026-11-23";

/// A number of CPU units with the memory values that Fargate supports for it.
#[derive(Debug)]
pub struct Size {
    /// CPU units; 1024 are one vCPU.
    pub cpu: u32,
    /// The memory values in MiB, ascending.
    pub memory: Memory,
}

/// Memory values of a task, in MiB.
#[derive(Debug)]
pub enum Memory {
    /// A list of values in MiB, ascending.
    OneOf(&'static [u32]),
    /// From `min` to `max` inclusive, in steps of `step`.
    Range {
        /// The smallest value, in MiB.
        min: u32,
        /// The largest value, in MiB.
        max: u32,
        /// The difference between neighbouring values, in MiB.
        step: u32,
    },
}

impl Memory {
    /// Every value in MiB, ascending.
    #[must_use]
    pub fn values(&self) -> Vec<u32> {
        match *self {
            Memory::OneOf(values) => values.to_vec(),
            Memory::Range { min, max, step } => (min..=max).step_by(step as usize).collect(),
        }
    }
}

/// Every size, smallest first. Source:
/// <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html>
pub static SIZES: &[Size] = &[
    size(256, Memory::OneOf(&[512, 1024, 2048])),
    size(512, range(1024, 4096, 1024)),
    size(1024, range(2048, 8192, 1024)),
    size(2048, range(4096, 16384, 1024)),
    size(4096, range(8192, 30720, 1024)),
    size(8192, range(16384, 61440, 4096)),
    size(16384, range(32768, 122_880, 8192)),
    size(32768, Memory::OneOf(&[61440, 122_880, 249_856])),
];

const fn size(cpu: u32, memory: Memory) -> Size {
    Size { cpu, memory }
}

/// Values from `min` to `max` in steps of `step`, all in MiB.
const fn range(min: u32, max: u32, step: u32) -> Memory {
    Memory::Range { min, max, step }
}

/// The memory values in MiB for this number of CPU units; `None` if Fargate has no such size.
#[must_use]
pub fn memories(cpu: u32) -> Option<Vec<u32>> {
    let size = SIZES.iter().find(|size| size.cpu == cpu)?;
    Some(size.memory.values())
}

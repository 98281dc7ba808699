//! Units of a task's size.

use super::item::MemberRef;
use crate::size;

/// A task's `cpu` in CPU units, or its `memory` in MiB. `None` for any other member, and for a text
/// that is not a size, such as a placeholder.
///
/// `"1024"` and `"1 vCPU"` are the same `cpu`, `"2048"` and `"2 GB"` the same `memory`; ECS stores
/// the former. Source: `cpu` and `memory` of
/// <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html>
pub(super) fn units_of(slot: MemberRef, text: &str) -> Option<u64> {
    let request = "RegisterTaskDefinitionRequest";
    if slot.is(request, "cpu") {
        size::cpu_units(text)
    } else if slot.is(request, "memory") {
        size::mebibytes(text)
    } else {
        None
    }
}

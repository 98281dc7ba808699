//! Sorting by a number, for many types at the cost of one: each type that is sorted by itself takes
//! some hundred bytes of the page.

/// Keys with their places, sorted; of equal keys, the first comes first.
#[inline(never)]
pub(crate) fn in_order(keys: impl Iterator<Item = u32>) -> Vec<(u32, usize)> {
    let mut order: Vec<_> = keys.enumerate().map(|(place, key)| (key, place)).collect();
    order.sort_unstable();
    order
}

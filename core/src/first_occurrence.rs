//! First occurrences of equal names.

/// For each name, the index of the first name equal to it; that is its own index unless it repeats
/// an earlier one.
pub(crate) fn first_occurrences(names: &[&str]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_unstable_by_key(|&place| (names[place], place));
    let mut firsts = order.clone();
    let mut first = 0;
    for place in order {
        if names[place] != names[first] {
            first = place;
        }
        firsts[place] = first;
    }
    firsts
}

#[cfg(test)]
mod tests {
    use super::first_occurrences;

    #[test]
    fn what_comes_again_is_told_by_its_first() {
        assert_eq!(
            first_occurrences(&["b", "a", "b", "c", "a", "b"]),
            [0, 1, 0, 3, 1, 0]
        );
        assert_eq!(first_occurrences(&["b", "a"]), [0, 1]);
        assert!(first_occurrences(&[]).is_empty());
    }
}

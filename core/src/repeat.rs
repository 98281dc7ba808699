//! Names that come again.

/// For each name, the place of the first that is equal to it: its own, unless it comes again.
pub(crate) fn firsts(names: &[&str]) -> Vec<usize> {
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
    use super::firsts;

    #[test]
    fn what_comes_again_is_told_by_its_first() {
        assert_eq!(firsts(&["b", "a", "b", "c", "a", "b"]), [0, 1, 0, 3, 1, 0]);
        assert_eq!(firsts(&["b", "a"]), [0, 1]);
        assert!(firsts(&[]).is_empty());
    }
}

//! Suggestions for misspelt names.

/// The known names similar to a name, best first: those that differ only in case, `_` and `-`, or
/// by one or two typing errors (a letter missing, added, wrong, or swapped with its neighbour).
pub(crate) fn suggest<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Vec<&'n str> {
    similar(name, known.collect())
}

#[inline(never)]
fn similar<'n>(name: &str, known: Vec<&'n str>) -> Vec<&'n str> {
    let meant = plain(name);
    let errors = if meant.len() >= 8 { 2 } else { 1 };
    let mut similar: Vec<_> = known
        .into_iter()
        .map(|known| (distance(&meant, &plain(known)), known))
        .filter(|&(distance, known)| distance == 0 || (distance <= errors && known.len() > 3))
        .collect();
    similar.sort_unstable();
    similar.dedup();
    similar.into_iter().map(|(_, known)| known).collect()
}

/// Whether two names differ at most in case, `_`, `-` and spaces.
pub(crate) fn is_same_name(left: &str, right: &str) -> bool {
    plain(left) == plain(right)
}

fn plain(name: &str) -> String {
    name.replace(['_', '-', ' '], "").to_ascii_lowercase()
}

/// The number of typing errors between two names. Names whose lengths differ too much are not
/// compared.
fn distance(left: &str, right: &str) -> usize {
    if left.chars().count().abs_diff(right.chars().count()) > 2 {
        return usize::MAX;
    }
    strsim::osa_distance(left, right)
}

#[cfg(test)]
mod tests {
    use super::suggest;

    #[test]
    fn finds_the_names_that_were_meant() {
        let names = ["image", "memory", "null-value", "command", "cpu"];
        let suggestions = |name| suggest(name, names.into_iter());
        assert_eq!(suggestions("imgae"), ["image"]);
        assert_eq!(suggestions("nullValue"), ["null-value"]);
        assert_eq!(suggestions("comand"), ["command"]);
        assert!(suggestions("gpu").is_empty());
        assert!(suggestions("futureField").is_empty());
    }
}

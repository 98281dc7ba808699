//! Names that were nearly hit.

/// The known names that were meant, nearest first: the same but for case, `_` and `-`, or one or
/// two slips away.
pub(crate) fn near<'n>(key: &str, names: impl Iterator<Item = &'n str>) -> Vec<&'n str> {
    nearest(key, names.collect())
}

#[inline(never)]
fn nearest<'n>(key: &str, names: Vec<&'n str>) -> Vec<&'n str> {
    let plain = |name: &str| name.replace(['_', '-', ' '], "").to_ascii_lowercase();
    let meant = plain(key);
    let slips = if meant.len() >= 8 { 2 } else { 1 };
    let near = names.into_iter();
    let near = near.map(|name| (distance(&meant, &plain(name)), name));
    let mut near: Vec<_> = near
        .filter(|&(distance, name)| distance == 0 || (distance <= slips && name.len() > 3))
        .collect();
    near.sort_unstable();
    near.dedup();
    near.into_iter().map(|(_, name)| name).collect()
}

/// How many letters are missing, too many, wrong, or swapped with their neighbour.
fn distance(left: &str, right: &str) -> usize {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    if left.len().abs_diff(right.len()) > 2 {
        return usize::MAX;
    }
    let mut rows = vec![vec![0; right.len() + 1]; left.len() + 1];
    for i in 0..=left.len() {
        for j in 0..=right.len() {
            rows[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let wrong = usize::from(left[i - 1] != right[j - 1]);
                let mut best = (rows[i - 1][j] + 1)
                    .min(rows[i][j - 1] + 1)
                    .min(rows[i - 1][j - 1] + wrong);
                let swapped =
                    i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
                if swapped {
                    best = best.min(rows[i - 2][j - 2] + 1);
                }
                best
            };
        }
    }
    rows[left.len()][right.len()]
}

#[cfg(test)]
mod tests {
    use super::near;

    #[test]
    fn finds_the_names_that_were_meant() {
        let names = ["image", "memory", "null-value", "command", "cpu"];
        let near = |key| near(key, names.into_iter());
        assert_eq!(near("imgae"), ["image"]);
        assert_eq!(near("nullValue"), ["null-value"]);
        assert_eq!(near("comand"), ["command"]);
        assert!(near("gpu").is_empty());
        assert!(near("futureField").is_empty());
    }
}

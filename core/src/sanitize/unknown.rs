//! Keys that the model does not know: kept, and compared with the names that it does know.

use super::{Slot, Walk};
use crate::model::{self, Structure};
use crate::rules;
use crate::tree::{Kind, View};

impl<'a> Walk<'a> {
    /// Keeps an unknown member, its value untouched: it may be newer than this program.
    pub(super) fn unknown(
        &mut self,
        at: View<'a>,
        key: &str,
        structure: &'static Structure,
        slot: Slot,
    ) -> bool {
        if at.kind() == Kind::Null {
            return self.null(at, slot);
        }
        let to = self.keep_whole(at, slot);
        let names = structure.members.iter().map(|member| member.name);
        if let Some(near) = nearest(key, names) {
            self.finding(&rules::MISSPELT_FIELD, at.id, to, near);
        } else if let Some(place) = model::places_of(key).into_iter().next() {
            self.finding(&rules::MISPLACED_FIELD, at.id, to, dotted(&place));
        } else {
            self.finding(&rules::UNKNOWN_FIELD, at.id, to, "");
        }
        true
    }
}

/// A path of the model as people write places: `containerDefinitions[].cpu`.
fn dotted(path: &str) -> String {
    path.trim_start_matches('/')
        .replace("/*", "[]")
        .replace('/', ".")
}

/// The known name that was meant: the same but for case, `_` and `-`, or one or two slips away.
fn nearest<'n>(key: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let plain = |name: &str| name.replace(['_', '-', ' '], "").to_ascii_lowercase();
    let meant = plain(key);
    let slips = if meant.len() >= 8 { 2 } else { 1 };
    names
        .map(|name| (distance(&meant, &plain(name)), name))
        .filter(|&(distance, name)| distance == 0 || (distance <= slips && name.len() > 3))
        .min()
        .map(|(_, name)| name)
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
    use super::nearest;

    #[test]
    fn finds_the_name_that_was_meant() {
        let names = [
            "environment",
            "environmentFiles",
            "image",
            "command",
            "cpu",
            "links",
        ];
        let near = |key| nearest(key, names.into_iter());
        assert_eq!(near("enviroment"), Some("environment"));
        assert_eq!(near("Environment"), Some("environment"));
        assert_eq!(near("environment_files"), Some("environmentFiles"));
        assert_eq!(near("comand"), Some("command"));
        assert_eq!(near("imgae"), Some("image"));
        assert_eq!(near("gpu"), None);
        assert_eq!(near("futureField"), None);
    }
}

//! Unknown keys: kept, and compared with the names that the model knows.

use super::{Slot, Walk};
use crate::lang::Localized;
use crate::model::{self, Structure};
use crate::patch::{Plan, Step};
use crate::rules;
use crate::suggest::suggest;
use crate::tree::{Kind, NodeRef};

static RENAME: Localized = Localized {
    en: "Correct the name",
    ja: "項目名を直す",
};

impl<'a> Walk<'a> {
    /// Keeps an unknown member and its value unchanged: it may be newer than this program.
    pub(super) fn unknown(
        &mut self,
        at: NodeRef<'a>,
        key: &str,
        structure: &'static Structure,
        slot: Slot,
    ) -> bool {
        if at.kind() == Kind::Null {
            return self.null(at, slot);
        }
        let to = self.keep_whole(at, slot);
        let names = structure.members.iter().map(|member| member.name);
        if let Some(&near) = suggest(key, names).first() {
            self.finding(&rules::MISSPELT_FIELD, at.id, to)
                .arg("suggestion", near)
                .plan(Plan::unsure(&RENAME, Step::Rename(at.id, near)));
        } else if let Some(place) = model::places_of(key).into_iter().next() {
            self.finding(&rules::MISPLACED_FIELD, at.id, to)
                .arg("suggestion", dotted(&place));
        } else {
            self.finding(&rules::UNKNOWN_FIELD, at.id, to);
        }
        true
    }
}

/// A path of the model as messages write it: `containerDefinitions[].cpu`.
fn dotted(path: &str) -> String {
    path.trim_start_matches('/')
        .replace("/*", "[]")
        .replace('/', ".")
}

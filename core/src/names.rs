//! A set of names.

use std::borrow::Cow;

/// Names to look others up in. A sorted list: a tree or a hash map would cost the page some kilobytes.
#[derive(Debug)]
pub(crate) struct Names<'a>(Vec<Cow<'a, str>>);

impl<'a> Names<'a> {
    #[inline(never)]
    pub(crate) fn new(mut names: Vec<Cow<'a, str>>) -> Self {
        names.sort_unstable();
        Names(names)
    }

    /// Whether a name is one of them.
    #[inline(never)]
    pub(crate) fn contains(&self, name: &str) -> bool {
        self.0.binary_search_by(|known| (**known).cmp(name)).is_ok()
    }
}

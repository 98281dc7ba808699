//! What is in sight, and what is chosen there.

use taskdef_core::rules::RULES;

use crate::layout::{Filter, Fold, Layout};

/// What is in sight, and what is chosen there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UiState {
    /// The part of the page.
    pub tab: Tab,
    /// The row whose reason is told.
    pub chosen: Option<usize>,
    /// The marks that are stepped through.
    pub filter: Option<Filter>,
    /// The folds that are open, by their first rows.
    pub open: Vec<usize>,
    /// Whether every fold is open.
    pub all_open: bool,
    /// The rows whose hidden values are shown.
    pub revealed: Vec<usize>,
    /// What stands beside the lesson.
    pub panel: Panel,
    /// Which of the files to take away is in sight.
    pub file: usize,
    /// The rule that is asked for among those to learn.
    pub rule: Option<&'static str>,
    /// Whether the commands show the values of variables.
    pub show_values: bool,
    /// The step of the guided tour.
    pub tour: Option<usize>,
}

impl UiState {
    /// Lets go of what another sheet does not have.
    pub(crate) fn prune(&mut self, layout: &Layout) {
        if self.chosen.is_some_and(|row| layout.mark(row).is_none()) {
            self.chosen = None;
        }
        if self.filter.is_some_and(|filter| layout.count(filter) == 0) {
            self.filter = None;
        }
        self.open
            .retain(|first| layout.folds.iter().any(|fold| fold.rows.start == *first));
    }

    /// Chooses a row, and the marks that it is one of.
    pub(crate) fn choose(&mut self, row: usize, layout: &Layout) {
        if let Some(mark) = layout.mark(row) {
            self.chosen = Some(row);
            self.filter = Some(mark.filter);
            let fold = layout.folds.iter().find(|fold| fold.rows.contains(&row));
            let first = fold.map(|fold| fold.rows.start);
            self.open
                .extend(first.filter(|first| !self.open.contains(first)));
        }
    }

    /// Whether the rows of a fold are in sight.
    #[must_use]
    pub fn is_open(&self, fold: &Fold) -> bool {
        self.all_open || self.open.contains(&fold.rows.start)
    }

    /// Shows the rules, and of them the one of this name; without a name, the conversion.
    pub(crate) fn show_rule(&mut self, rule: Option<&str>) {
        let mut rules = RULES.iter().map(|rule| rule.id);
        self.rule = rule.and_then(|name| rules.find(|id| *id == name));
        self.tab = match rule {
            Some(_) => Tab::Learn,
            None => Tab::Convert,
        };
    }
}

/// A part of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// From paste to result.
    #[default]
    Convert,
    /// Two revisions.
    Compare,
    /// The rules.
    Learn,
}

impl Tab {
    /// Every part, in the order of the menu.
    pub const ALL: [Tab; 3] = [Tab::Convert, Tab::Compare, Tab::Learn];

    /// Its name in the document.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Tab::Convert => "view-convert",
            Tab::Compare => "view-compare",
            Tab::Learn => "view-learn",
        }
    }
}

/// What stands beside the lesson.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Panel {
    /// The form.
    Edit,
    /// The files.
    #[default]
    Downloads,
}

impl Panel {
    /// Both, in their order.
    pub const ALL: [Panel; 2] = [Panel::Edit, Panel::Downloads];

    /// Its name in the document.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Panel::Edit => "panel-edit",
            Panel::Downloads => "panel-take-away",
        }
    }
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the browser prefers.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every theme, in the order of the menu.
    pub const ALL: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

    /// Its name in the document and in storage.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The theme of that name; anything else is [`Theme::Auto`].
    #[must_use]
    pub fn from_id(id: &str) -> Self {
        let mut all = Theme::ALL.into_iter();
        all.find(|theme| theme.id() == id).unwrap_or_default()
    }
}

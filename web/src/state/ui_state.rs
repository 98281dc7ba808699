//! What the page shows, and what is chosen there.

use std::ops::Range;

use crate::layout::{Filter, Fold, Layout};

/// What the page shows, and what is chosen there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UiState {
    /// The selected tab.
    pub tab: Tab,
    /// The row that is explained, with the reason for its mark if it has one.
    pub chosen: Option<usize>,
    /// The row under the pointer, which is explained while none is chosen.
    pub hovered: Option<usize>,
    /// The finding of that row that is shown, an index into the report; [`None`] for the one that
    /// its mark is about.
    pub about: Option<usize>,
    /// Whether all that is to be checked is shown, also in a small window.
    pub all_checks: bool,
    /// Whether the form for what was blacked out is shown.
    pub filling: bool,
    /// The filter that is chosen.
    pub filter: Option<Filter>,
    /// The folds that are open, by their first rows.
    pub open: Vec<usize>,
    /// Whether every fold is open.
    pub all_open: bool,
    /// The rows whose secrets are revealed.
    pub revealed: Vec<usize>,
    /// The panel beside the lesson.
    pub panel: Panel,
    /// The group of containers that the form shows, from 0.
    pub containers: usize,
    /// The file that is shown, an index into [`NAMES`](crate::downloads::NAMES).
    pub file: usize,
    /// How often an address has led to a place of the course since that tab was chosen by hand.
    pub led: u32,
    /// Whether the commands show the values of variables.
    pub show_values: bool,
    /// The step of the guided tour, from 0.
    pub tour: Option<usize>,
    /// How often more rows of the lesson were added since the text, the language or the tab changed.
    pub(super) more_rows: usize,
}

/// The rows of the lesson that are rendered first, with the rest of the page: a block of them, which
/// most windows do not show whole.
const FIRST_ROWS: usize = 50;

/// The rows that are rendered at once after them: all of a long lesson would stop the page for
/// seconds, so that the others follow a part at a time.
const ROWS_AT_ONCE: usize = 2000;

/// The containers that the form shows at once. ECS takes ten, and the fields of hundreds would stop
/// the page for seconds.
pub const CONTAINERS: usize = 25;

/// The beginnings of the ids of fields that each container has; its index follows.
const OF_CONTAINER: [&str; 3] = ["#image-", "#variable-", "#log-group-"];

impl UiState {
    /// Shows the form with the field of this selector.
    pub(crate) fn show_field(&mut self, field: &str) {
        self.panel = Panel::Edit;
        let own = OF_CONTAINER
            .iter()
            .find_map(|start| field.strip_prefix(start));
        let at = own.and_then(|rest| rest.split('-').next()?.parse::<usize>().ok());
        if let Some(at) = at {
            self.containers = at / CONTAINERS;
        }
    }

    /// The containers whose fields the form shows, of so many.
    #[must_use]
    pub fn shown_containers(&self, count: usize) -> Range<usize> {
        let last = count.saturating_sub(1) / CONTAINERS;
        let start = self.containers.min(last) * CONTAINERS;
        start..count.min(start + CONTAINERS)
    }

    /// Removes what refers to rows that the new layout does not have; `chosen` is what is left of that row.
    pub(crate) fn prune(&mut self, layout: &Layout, chosen: Option<usize>) {
        self.chosen = chosen;
        self.hovered = None;
        self.about = None;
        if self.filter.is_some_and(|filter| layout.count(filter) == 0) {
            self.filter = None;
        }
        self.open
            .retain(|first| layout.folds.iter().any(|fold| fold.rows.start == *first));
    }

    /// The rows of the lesson that are rendered so far.
    #[must_use]
    pub fn rows(&self) -> usize {
        FIRST_ROWS + ROWS_AT_ONCE * self.more_rows
    }

    /// Chooses a row with the filter of its mark, and opens the fold that it is in.
    pub(crate) fn choose(&mut self, row: usize, layout: &Layout) {
        self.chosen = Some(row);
        self.about = None;
        self.hovered = None;
        let needed = (row + 1).saturating_sub(FIRST_ROWS).div_ceil(ROWS_AT_ONCE);
        self.more_rows = self.more_rows.max(needed);
        if let Some(mark) = layout.mark(row) {
            self.filter = Some(mark.filter);
        }
        let first = layout.fold(row).map(|fold| fold.rows.start);
        self.open
            .extend(first.filter(|first| !self.open.contains(first)));
    }

    /// Whether a fold is open.
    #[must_use]
    pub fn is_open(&self, fold: &Fold) -> bool {
        self.all_open || self.open.contains(&fold.rows.start)
    }

    /// Shows a tab.
    pub(crate) fn show_tab(&mut self, tab: Tab) {
        self.tab = tab;
        self.led = 0;
        self.more_rows = 0;
    }
}

/// A tab of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// The paste and its result.
    #[default]
    Convert,
    /// Two texts and their differences.
    Compare,
    /// The course.
    Learn,
}

impl Tab {
    /// Every tab, in the order of the menu.
    pub const ALL: [Tab; 3] = [Tab::Convert, Tab::Compare, Tab::Learn];

    /// Its id in the document.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Tab::Convert => "view-convert",
            Tab::Compare => "view-compare",
            Tab::Learn => "view-learn",
        }
    }

    /// Its name in the browser's history.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Tab::Convert => "convert",
            Tab::Compare => "compare",
            Tab::Learn => "learn",
        }
    }

    /// The tab with this name; the first one if there is none.
    #[must_use]
    pub fn named(name: Option<&str>) -> Self {
        let mut all = Tab::ALL.into_iter();
        all.find(|tab| Some(tab.name()) == name).unwrap_or_default()
    }
}

/// A panel beside the lesson.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Panel {
    /// The form.
    Edit,
    /// The files.
    #[default]
    Downloads,
}

impl Panel {
    /// Both panels, in the order of their buttons.
    pub const ALL: [Panel; 2] = [Panel::Edit, Panel::Downloads];

    /// Its id in the document.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Panel::Edit => "panel-edit",
            Panel::Downloads => "panel-take-away",
        }
    }
}

/// The colours of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the browser or the system prefers.
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

    /// Its id in the document and in storage.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The theme with this id; [`Theme::Auto`] if there is none.
    #[must_use]
    pub fn from_id(id: &str) -> Self {
        let mut all = Theme::ALL.into_iter();
        all.find(|theme| theme.id() == id).unwrap_or_default()
    }
}

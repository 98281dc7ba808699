//! One row of the lesson.

use std::rc::Rc;

use taskdef_core::Lang;
use taskdef_core::annotated::{Part, Row, RowStatus};
use taskdef_core::escape;
use taskdef_core::rules::PLACEHOLDER;
use yew::prelude::*;
use yew::virtual_dom::VNode;

use super::keys::{FOLD, ROW};
use crate::layout::{Fold, Mark, Note};
use crate::state::{Action, Analysis};
use crate::widgets::{mark, sign};
use crate::words::Words;

/// Shown in place of a secret value until it is revealed.
const HIDDEN: &str = "••••••••••••";

/// A row, and how it is shown.
pub(super) struct Shown<'a> {
    pub(super) words: &'static Words,
    pub(super) lang: Lang,
    pub(super) analysis: &'a Analysis,
    pub(super) at: usize,
    pub(super) note: Option<&'a Note>,
    pub(super) is_chosen: bool,
    pub(super) is_stop: bool,
    pub(super) is_folded: bool,
    pub(super) is_revealed: bool,
}

impl Shown<'_> {
    fn row(&self) -> &Row {
        &self.analysis.lesson.rows[self.at]
    }

    pub(super) fn depth(&self) -> u16 {
        self.row().depth
    }

    pub(super) fn show(&self, dispatch: &Callback<Action>) -> Html {
        let row = self.row();
        let mark_here = self.analysis.layout.mark(self.at);
        let class = match (mark_here, row.status) {
            (Some(found), _) => Some(mark(found.class)),
            (None, RowStatus::Removed | RowStatus::Wrapper) => Some("gone"),
            (None, RowStatus::Moved | RowStatus::Repaired) => Some("fix"),
            (None, RowStatus::Edited | RowStatus::Added) => Some("edit"),
            (None, RowStatus::Kept) => None,
        };
        let shown = html! {
            <div class="row" role="listitem" data-mark={class} data-depth={row.depth.min(12).to_string()}
                data-chosen={self.is_chosen.then_some("")}>
                <span class="no">{row.line.map_or_else(|| "+".to_owned(), |line| line.to_string())}</span>
                <span class="mark">{mark_here.map(|found| sign(found.class))}</span>
                {self.code(mark_here.is_some())}
                if let Some(note) = self.note {
                    {self.note(note)}
                }
                if let Some(found) = mark_here {
                    {self.button(found)}
                }
                if self.is_secret() {
                    {self.reveal(dispatch)}
                }
            </div>
        };
        match shown {
            // The macro knows `hidden` only as a flag; with this value, the browser's search finds
            // it.
            VNode::VTag(mut tag) if self.is_folded => {
                Rc::make_mut(&mut tag).add_attribute("hidden", "until-found");
                VNode::VTag(tag)
            }
            shown => shown,
        }
    }

    /// The line itself. Without a mark it is the button that explains it: one more element for each line
    /// would cost every frame of a long lesson.
    fn code(&self, is_marked: bool) -> Html {
        if is_marked || self.row().part == Part::Close {
            return html! { <code translate="no">{self.text()}</code> };
        }
        html! {
            <code translate="no" role="button" id={format!("{ROW}{}", self.at)}
                tabindex={if self.is_stop { "0" } else { "-1" }}>{self.text()}</code>
        }
    }

    /// The line as pasted, and the value in the result if it differs.
    fn text(&self) -> Html {
        let row = self.row();
        let key = if row.key.is_empty() {
            String::new()
        } else {
            format!("{}: ", escape(&row.key))
        };
        let comma = if row.comma { "," } else { "" };
        let before = if self.is_secret() && !self.is_revealed {
            format!("\"{HIDDEN}\"")
        } else {
            escape(&row.before).into_owned()
        };
        let Some(after) = &row.after else {
            return match before.find('<').filter(|_| self.is_placeholder()) {
                Some(at) => {
                    let (quote, rest) = before.split_at(at);
                    let (name, end) =
                        rest.split_at(rest.rfind('>').map_or(rest.len(), |end| end + 1));
                    html! { <>{key}{quote}<span class="hole">{name.to_owned()}</span>{end}{comma}</> }
                }
                None => html! { {format!("{key}{before}{comma}")} },
            };
        };
        let words = self.words;
        let old = if row.rewritten {
            format!("{key}{before}")
        } else {
            before
        };
        html! {
            <>
                if !row.rewritten { {key} }
                if row.line.is_some() {
                    <span class="off-screen">{words.before}</span><del>{old}</del>{" "}
                }
                <span class="off-screen">{words.after}</span><ins>{escape(after).into_owned()}</ins>{comma}
            </>
        }
    }

    /// Whether a finding says that the value looks like a secret.
    fn is_secret(&self) -> bool {
        self.row().after.is_none() && self.is_found("plaintext-secret")
    }

    fn is_placeholder(&self) -> bool {
        self.is_found(PLACEHOLDER.id)
    }

    fn is_found(&self, rule: &str) -> bool {
        let findings = &self.analysis.conversion().report.findings;
        let mut own = self.row().findings.iter();
        own.any(|&at| findings[at].rule == rule)
    }

    fn note(&self, shared: &Note) -> Html {
        let place = match (shared.rows.start == self.at, shared.rows.end == self.at + 1) {
            (true, true) => "one",
            (true, false) => "first",
            (false, true) => "last",
            (false, false) => "middle",
        };
        let says = (shared.rows.start == self.at).then(|| {
            let labels = shared.rules.iter().map(|(rule, times)| {
                let label = rule.words(self.lang).label;
                match times {
                    1 => label.to_owned(),
                    _ => format!("{label} × {times}"),
                }
            });
            let labels: Vec<_> = labels.collect();
            // The title of one rule would not describe the others.
            let title = match &shared.rules[..] {
                [(rule, _)] => rule.words(self.lang).title,
                _ => "",
            };
            html! { <><strong>{labels.join(self.words.and)}</strong>{" "}{title}</> }
        });
        html! { <span class="note" data-place={place} id={format!("note-{}", self.at)}>{says}</span> }
    }

    fn button(&self, found: &Mark) -> Html {
        let at = self.at;
        let row = self.row();
        let rule = self.analysis.details(found).rule;
        let name = if row.key.is_empty() {
            &row.before
        } else {
            &row.key
        };
        let line = row
            .line
            .map_or_else(|| self.words.added.to_owned(), self.words.line);
        let label = [
            escape(name.trim_matches('"')).into_owned(),
            line,
            rule.words(self.lang).label.to_owned(),
        ];
        html! {
            <button type="button" class="over" id={format!("{ROW}{at}")}
                tabindex={if self.is_stop { "0" } else { "-1" }}
                aria-current={self.is_chosen.then_some("true")}
                aria-label={label.join(self.words.comma)} />
        }
    }

    fn reveal(&self, dispatch: &Callback<Action>) -> Html {
        let at = self.at;
        let on_click = dispatch.reform(move |_: MouseEvent| Action::ToggleSecret(at));
        let says = if self.is_revealed {
            self.words.hide
        } else {
            self.words.show
        };
        html! { <button type="button" class="reveal" onclick={on_click}>{says}</button> }
    }
}

/// The most names that a fold tells.
const NAMES: usize = 4;

/// The names of the outermost rows of a fold, each once, in their order.
fn names(rows: &[Row]) -> String {
    let depth = rows.iter().filter(|row| !row.key.is_empty());
    let depth = depth.map(|row| row.depth).min();
    let mut names: Vec<&str> = Vec::new();
    for row in rows.iter().filter(|row| Some(row.depth) == depth) {
        let name = row.key.trim_matches('"');
        if name.is_empty() || names.contains(&name) {
            continue;
        }
        if names.len() == NAMES {
            names.push("…");
            break;
        }
        names.push(name);
    }
    escape(&names.join(", ")).into_owned()
}

/// The row shown in place of a fold.
pub(super) fn fold(
    words: &Words,
    rows: &[Row],
    fold: &Fold,
    depth: u16,
    is_open: bool,
    is_stop: bool,
    dispatch: &Callback<Action>,
) -> Html {
    let first = fold.rows.start;
    let on_click = dispatch.reform(move |_: MouseEvent| Action::ToggleFold(first));
    let says = if let Some(name) = &fold.container {
        (words.quiet_container)(&escape(name), fold.rows.len())
    } else {
        let says = if rows[first].status == RowStatus::Removed {
            words.removed_lines
        } else {
            words.kept_lines
        };
        says(fold.rows.len(), &names(&rows[fold.rows.clone()]))
    };
    html! {
        <div class="fold" role="listitem" data-depth={depth.min(12).to_string()}>
            <button type="button" id={format!("{FOLD}{first}")} tabindex={if is_stop { "0" } else { "-1" }}
                aria-expanded={is_open.to_string()} onclick={on_click}>{says}</button>
        </div>
    }
}

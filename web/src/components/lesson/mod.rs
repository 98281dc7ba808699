//! The lesson: the paste line by line, with a mark and a note where a line has a change or a
//! finding.

mod block;
mod keys;
mod pointer;
mod row;

use taskdef_core::Lang;
use yew::prelude::*;

use crate::state::{Action, Analysis, Shared, UiState};
use crate::words::Words;
use block::Block;

/// The selector of the line whose reason is shown.
pub(super) const CHOSEN: &str = "#lesson [data-chosen]";

/// With more rows than this, the browser lays out only the visible ones: all would take too long.
const MANY: usize = 1500;

/// Rows in a block. A keystroke usually changes one block, and only that one is rendered again.
const BLOCK: usize = 50;

/// The lesson.
pub fn lesson(
    words: &'static Words,
    lang: Lang,
    ui: &UiState,
    analysis: &Shared<Analysis>,
    dispatch: &Callback<Action>,
) -> Html {
    let rows = analysis.lesson.rows.len();
    let on_all = dispatch.reform(|_: MouseEvent| Action::ToggleAllFolds);
    let on_key = keys::on_key(ui, analysis, dispatch);
    let first = analysis.layout.marks.first().map(|mark| mark.row);
    let first_fold = analysis.layout.folds.first().map(|fold| fold.rows.start);
    // The Tab key stops once: at the chosen row, else the first mark, else the first fold, else the first row.
    let stop = ui.chosen.or(first).or(first_fold).or(Some(0));
    let on_click = pointer::on_click(dispatch);
    let on_over = pointer::on_over(ui, dispatch);
    let on_leave = pointer::on_leave(ui, dispatch);
    let blocks = (0..rows.min(ui.rows())).step_by(BLOCK).map(|from| {
        let range = from..rows.min(from + BLOCK);
        let within = |row: &usize| range.contains(row);
        html! {
            <Block
                key={from} {words} {lang} analysis={analysis.clone()} dispatch={dispatch.clone()}
                range={range.clone()} chosen={ui.chosen.filter(within)} stop={stop.filter(within)}
                open={block::open(ui, analysis, &range)}
                revealed={ui.revealed.iter().copied().filter(within).collect::<Vec<_>>()}
            />
        }
    });
    html! {
        <section id="lesson" aria-labelledby="lesson-title">
            <div class="lesson-head">
                <h2 id="lesson-title">{words.lesson}</h2>
                if !analysis.layout.folds.is_empty() {
                    <button type="button" id="show-all" aria-pressed={ui.all_open.to_string()} onclick={on_all}>
                        {words.every_line}
                    </button>
                }
            </div>
            <div class="rows" role="list" data-many={(rows > MANY).then_some("")} onkeydown={on_key}
                onclick={on_click} onmouseover={on_over} onmouseleave={on_leave}>{ for blocks }</div>
            <p class="keys">{words.keys}</p>
        </section>
    }
}

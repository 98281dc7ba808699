//! The form that edits the task definition. Each edit can be undone, and is an option of the
//! command line.

mod commands;
mod more;
mod size;
mod variables;

use std::ops::Range;

use taskdef_core::annotated::ContainerFields;
use taskdef_core::escape;
use taskdef_core::report::Change;
use taskdef_core::rule::Class;
use taskdef_core::{ContainerField, Edit};
use yew::prelude::*;

use crate::state::{Action, Analysis, CONTAINERS, State};
use crate::widgets::TextField;
use crate::words::Words;

/// The form.
pub fn edit(
    words: &'static Words,
    state: &State,
    analysis: &Analysis,
    dispatch: &Callback<Action>,
) -> Html {
    let history = &state.history;
    let (undoable, redoable) = (history.undoable(), history.redoable());
    let on_undo = dispatch.reform(|_: MouseEvent| Action::Undo);
    let on_redo = dispatch.reform(|_: MouseEvent| Action::Redo);
    let fields = &analysis.lesson.fields;
    let count = fields.containers.len();
    let shown = state.ui.shown_containers(count);
    let all = fields.containers.iter().enumerate();
    let containers: Containers<'_> = all.skip(shown.start).take(shown.len()).collect();
    let changes = analysis.conversion().report.changes.iter();
    let edited: Vec<_> = changes
        .filter(|it| it.about.class == Class::Edited)
        .collect();
    html! {
        <div class="edit">
            <div class="steps">
                <button type="button" id="undo" disabled={undoable == 0} onclick={on_undo}>{words.undo}</button>
                <button type="button" id="redo" disabled={redoable == 0} onclick={on_redo}>{words.redo}</button>
                <span class="quiet">{(words.edits)(history.now.edits.len())}</span>
            </div>
            {size::size(words, state, fields, dispatch)}
            if count > CONTAINERS {
                <div class="groups" role="group" aria-label={words.container}>
                    { for (0..count.div_ceil(CONTAINERS)).map(|at| group(words, at, &shown, count, dispatch)) }
                </div>
            }
            { for containers.iter().map(|(at, container)| image(words, *at, container, &edited, dispatch)) }
            {variables::variables(words, state, analysis, &containers, dispatch)}
            {more::more(words, state, fields, &containers, dispatch)}
            {commands::commands(words, state, dispatch)}
        </div>
    }
}

/// Containers with their indices.
type Containers<'a> = Vec<(usize, &'a ContainerFields)>;

/// A button for a group of containers.
fn group(
    words: &Words,
    at: usize,
    shown: &Range<usize>,
    count: usize,
    dispatch: &Callback<Action>,
) -> Html {
    let first = at * CONTAINERS;
    let on_click = dispatch.reform(move |_: MouseEvent| Action::ShowContainers(at));
    let last = count.min(first + CONTAINERS);
    html! {
        <button type="button" onclick={on_click}
            aria-pressed={(shown.start == first).to_string()}>{(words.containers)(first + 1, last)}</button>
    }
}

/// The field for a container's image.
fn image(
    words: &Words,
    at: usize,
    container: &ContainerFields,
    edited: &[&Change],
    dispatch: &Callback<Action>,
) -> Html {
    let name = container.name.clone();
    let on_input = dispatch.reform(move |value| {
        Action::Edit(vec![Edit::Container {
            container: Some(name.clone()),
            field: ContainerField::Image,
            value,
        }])
    });
    let pointer = format!("/containerDefinitions/{at}/image");
    let mut edited = edited.iter();
    let own = edited.find(|change| change.to.as_ref() == Some(&pointer));
    let old = own.and_then(|change| change.before.as_deref());
    TextField {
        id: format!("image-{at}").into(),
        label: format!("{} ({})", words.image, container.name).into(),
        value: container.image.clone(),
        mark: taskdef_core::is_placeholder(&container.image).then_some("err"),
        hint: old.map(|old| (words.was)(&escape(old.trim_matches('"')))),
        on_input,
    }
    .show()
}

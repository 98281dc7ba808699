//! What a line is: the member's text, what its value means, and AWS's page.

use taskdef_core::Lang;
use taskdef_core::annotated::{Part, Row, RowStatus};
use taskdef_core::explain::{FargateSize, Field, FieldMeaning, field_at};
use yew::prelude::*;

use crate::state::Analysis;
use crate::widgets::with_code;
use crate::words::Words;

/// Sizes of Fargate, smallest first, that are in sight.
const COMMON_SIZES: usize = 3;

/// What a row is.
pub fn line(words: &'static Words, lang: Lang, analysis: &Analysis, at: usize) -> Html {
    let rows = &analysis.lesson.rows;
    let Some(row) = rows.get(at) else {
        return html! {};
    };
    let names = names(rows, at);
    if names.is_empty() {
        return html! { <p>{words.task_itself}</p> };
    }
    let value = value(row);
    match field_at(&names, value.as_deref()) {
        Some(field) => about(words, &field, &field.meaning(lang)),
        None => html! { <p>{words.unknown_member}</p> },
    }
}

fn about(words: &'static Words, field: &Field, meaning: &FieldMeaning) -> Html {
    html! {
        <div class="member">
            <p class="path"><code translate="no">{field.path.clone()}</code></p>
            <p>{with_code(meaning.text)}</p>
            if let Some(said) = &meaning.value_meaning {
                <p><strong>{words.this_value}</strong>{" "}{with_code(said)}</p>
            }
            {sizes(words, &meaning.fargate_sizes)}
            <p class="links">
                <a href={field.source.clone()} target="_blank" rel="noopener noreferrer">{words.aws_page}</a>
            </p>
        </div>
    }
}

/// What Fargate lets go together: the common sizes, and the others in a fold. Nothing for another field.
fn sizes(words: &'static Words, all: &[FargateSize]) -> Html {
    let (common, larger) = all.split_at(all.len().min(COMMON_SIZES));
    if common.is_empty() {
        return html! {};
    }
    let listed = |sizes: &[FargateSize]| {
        html! { <ul>{ for sizes.iter().map(|size| html! { <li>{size.words.clone()}</li> }) }</ul> }
    };
    html! {
        <div class="sizes">
            <p><strong>{words.fargate_sizes}</strong></p>
            {listed(common)}
            <details>
                <summary>{words.larger_sizes}</summary>
                {listed(larger)}
            </details>
        </div>
    }
}

/// The names from the definition's root to a row; an element has none of its own. Empty for the brackets of
/// the definition, and for what is around it.
fn names(rows: &[Row], at: usize) -> Vec<&str> {
    let mut names = Vec::new();
    let mut depth = rows[at].depth + 1;
    for row in rows[..=at].iter().rev() {
        if row.depth >= depth {
            continue;
        }
        depth = row.depth;
        if row.status != RowStatus::Wrapper && !row.key.is_empty() {
            names.push(row.key.trim_matches('"'));
        }
    }
    names.reverse();
    names
}

/// The value of a row: a text without its quotes, anything else as JSON has it. [`None`] for brackets, for
/// `null` and for a text with escapes.
fn value(row: &Row) -> Option<String> {
    let json = row.after.as_deref().unwrap_or(&row.before);
    let fits = row.part == Part::Leaf && !row.rewritten && json != "null" && !json.contains('\\');
    let text = json
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'));
    fits.then(|| text.unwrap_or(json).to_owned())
}

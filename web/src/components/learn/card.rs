//! The card of a rule: AWS's error, its example before and after with what differs marked, and its texts.

use taskdef_core::Lang;
use taskdef_core::catalog::also;
use taskdef_core::rule::Rule;
use yew::prelude::*;

use super::difference::{Part, difference};
use crate::course::Place;
use crate::state::{Action, Copied, Seen};
use crate::widgets::{LinkButton, explained, mark, sign};
use crate::words::{LearnWords, Words};

/// The rule about files whose text is the same before and after: only their bytes differ.
const ENCODED: (&str, [&str; 2]) = ("utf-16", ["UTF-16", "UTF-8"]);

/// What all cards show alike.
pub(super) struct Cards<'a> {
    pub(super) words: &'static Words,
    pub(super) said: &'static LearnWords,
    pub(super) lang: Lang,
    /// The words of the glossary that are explained already.
    pub(super) seen: &'a Seen,
    /// The id of the rule whose card is open.
    pub(super) open: Option<&'static str>,
    /// The outcome of the last copy.
    pub(super) copied: Option<Copied>,
    /// Receives the outcome of a copy.
    pub(super) dispatch: &'a Callback<Action>,
}

impl Cards<'_> {
    /// The card of a rule: AWS's error first, then what is done about it, and why.
    pub(super) fn rule(&self, rule: &'static Rule) -> Html {
        let (words, said) = (self.words, rule.words(self.lang));
        let place = Place::Rule(rule).address();
        let others = also(rule);
        html! {
            <article key={rule.id} id={place.clone()} data-mark={mark(rule.class)} tabindex="-1">
                <h2>{sign(rule.class)}{said.title}</h2>
                if !rule.aws.is_empty() {
                    {self.aws(rule.aws)}
                }
                {example(words, self.said, rule)}
                <p class="reason">{explained(said.why, self.lang, self.seen)}</p>
                {self.head(rule.id, &place)}
                <details open={self.open == Some(rule.id)}>
                    <summary>{words.what_to_do}<span class="off-screen">{" "}{rule.id}</span></summary>
                    <p>{explained(said.plain_cure, self.lang, self.seen)}</p>
                    if !others.is_empty() {
                        <p class="quiet">{self.said.also}{words.of}<span translate="no">{others.join(words.comma)}</span></p>
                    }
                    <p class="links">
                        <a href={rule.source} target="_blank" rel="noopener noreferrer">{words.source}<span class="off-screen">{" "}{rule.id}</span></a>
                    </p>
                </details>
            </article>
        }
    }

    /// AWS's words.
    pub(super) fn aws(&self, text: &str) -> Html {
        html! {
            <div class="aws-says">
                <span class="quiet">{self.said.aws_says}</span>
                <code lang="en" translate="no">{text.to_owned()}</code>
            </div>
        }
    }

    /// An id as a link to its card, and a button that copies this link.
    pub(super) fn head(&self, id: &'static str, place: &str) -> Html {
        let link = LinkButton {
            id,
            place,
            label: self.words.copy_link,
            of: id,
            copied: self.copied,
            dispatch: self.dispatch,
        };
        html! {
            <p class="card-head">
                <a class="id" href={format!("#{place}")} translate="no">{id}</a>
                {link.show(self.words)}
            </p>
        }
    }
}

/// The example before and after.
pub(super) fn example(words: &Words, said: &LearnWords, rule: &Rule) -> Html {
    let example = rule.example();
    let (before, after) = (example.before, example.after);
    let (encoded, encodings) = ENCODED;
    let [old, new] = if rule.id == encoded {
        encodings.map(|encoding| html! { <><span class="code">{encoding}</span>{" "}{before}</> })
    } else if before == after {
        [before.into(), html! { <i>{said.stays}</i> }]
    } else {
        let [old, new] = difference(before, after);
        let old = text(&old, said.nothing, |text| html! { <del>{text}</del> });
        [
            old,
            text(&new, said.goes, |text| html! { <ins>{text}</ins> }),
        ]
    };
    html! {
        <div class="before-after">
            <div><h3>{words.before}</h3><pre translate="no" tabindex="0">{old}</pre></div>
            <div><h3>{words.after}</h3><pre translate="no" tabindex="0">{new}</pre></div>
        </div>
    }
}

/// One side of an example; `nothing` stands for an empty one.
fn text(parts: &[Part], nothing: &'static str, mark: impl Fn(Html) -> Html) -> Html {
    if parts.is_empty() {
        return html! { <i>{nothing}</i> };
    }
    let parts = parts.iter().map(|part| {
        let text = visible(&part.text);
        if part.differs { mark(text) } else { text }
    });
    parts.collect()
}

/// A text in which every character that can't be seen, or looks like a space, is named.
fn visible(text: &str) -> Html {
    let parts = text.split_inclusive(is_hidden).map(|part| {
        let hidden = part.chars().next_back().filter(|c| is_hidden(*c));
        let seen = part.trim_end_matches(is_hidden);
        html! {
            <>{seen}
                if let Some(hidden) = hidden {
                    <span class="code">{format!("U+{:04X}", u32::from(hidden))}</span>
                }
            </>
        }
    });
    parts.collect()
}

fn is_hidden(c: char) -> bool {
    let looks_like_space = c.is_whitespace() && !matches!(c, ' ' | '\n');
    looks_like_space
        || (c.is_control() && c != '\n')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

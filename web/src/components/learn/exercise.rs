//! An exercise: a broken text in a box, which is judged at each keystroke.

use taskdef_core::rule::Class;
use taskdef_core::{Failure, Lang};
use yew::prelude::*;

use super::card::example;
use super::difference::{Part, difference};
use crate::browser;
use crate::course::Place;
use crate::course::exercise::{COUNT, Exercise, Fault, judge};
use crate::state::{Action, Answer, Copied, CourseStep};
use crate::widgets::{LinkButton, after_key, mark, sign, with_code};
use crate::words::{LearnWords, Words};

/// An exercise, and how far somebody is.
pub(super) struct Shown<'a> {
    pub(super) words: &'static Words,
    pub(super) said: &'static LearnWords,
    pub(super) lang: Lang,
    /// Its index.
    pub(super) at: usize,
    pub(super) exercise: &'static Exercise,
    pub(super) answer: &'a Answer,
    /// The outcome of the last copy.
    pub(super) copied: Option<Copied>,
    /// Receives what happens here.
    pub(super) dispatch: &'a Callback<Action>,
}

impl Shown<'_> {
    /// Renders it.
    pub(super) fn show(&self) -> Html {
        let (said, lang, at) = (self.said, self.lang, self.at);
        let text = self.answer.text.as_deref().unwrap_or(self.exercise.broken);
        let on_input = after_key(
            self.dispatch
                .reform(move |text| Action::Course(CourseStep::Write(at, text))),
        );
        let judged = judge(text, lang);
        let link = LinkButton {
            id: self.exercise.id,
            place: &Place::Exercise(at).address(),
            label: self.words.copy_link,
            of: "",
            copied: self.copied,
            dispatch: self.dispatch,
        };
        html! {
            <section class="exercise" key={self.exercise.id} aria-labelledby="learn-title">
                <h1 id="learn-title" tabindex="-1">{(said.exercise)(at + 1)}{self.words.of}{self.exercise.title.text(lang)}</h1>
                <p class="hint">{with_code(self.exercise.task.text(lang))}</p>
                <p class="hint">{(said.kinds)(self.exercise.faults.len())}</p>
                <label for="answer">{said.your_text}</label>
                <textarea id="answer" value={text.to_owned()} oninput={on_input} wrap="off" aria-describedby="judged"
                    rows={(text.lines().count() + 1).clamp(8, 32).to_string()}
                    spellcheck="false" autocomplete="off" autocapitalize="off" translate="no" />
                {self.outcome(&judged)}
                {self.faults(text, judged.as_deref().unwrap_or_default(), judged.is_ok())}
                <p class="buttons">{self.buttons(matches!(&judged, Ok(left) if left.is_empty()))}</p>
                <details class="solution">
                    <summary>{said.solution}</summary>
                    <pre translate="no" tabindex="0" aria-label={said.solution}>{self.solution()}</pre>
                </details>
                <p class="card-head">{link.show(self.words)}</p>
            </section>
        }
    }

    /// How far one is, as a screen reader says it after each change.
    fn outcome(&self, judged: &Result<Vec<Fault>, Failure>) -> Html {
        let said = self.said;
        let (class, text) = match judged {
            Ok(left) if left.is_empty() => ("ok", said.solved.to_owned()),
            Ok(left) => {
                let is_left = |id: &&&str| left.iter().any(|fault| fault.rule.id == **id);
                let all = self.exercise.faults.len();
                let still = self.exercise.faults.iter().filter(is_left).count();
                ("warn", (said.mended)(all - still, all))
            }
            Err(failure) => {
                let why = failure.plain_message(self.lang);
                ("err", [said.unread, &why].join(self.words.of))
            }
        };
        html! { <p id="judged" role="status" data-mark={class}><strong>{with_code(&text)}</strong></p> }
    }

    /// Each kind of fault that was there, and each that is new: whether it is left, where, and a hint.
    fn faults(&self, text: &str, left: &[Fault], is_read: bool) -> Html {
        let said = self.said;
        let own = self
            .exercise
            .rules()
            .map(|rule| (rule, left.iter().find(|fault| fault.rule == rule)));
        let is_new = |fault: &&Fault| !self.exercise.faults.contains(&fault.rule.id);
        let new = left
            .iter()
            .filter(is_new)
            .map(|fault| (fault.rule, Some(fault)));
        let item = |(rule, fault): (&'static taskdef_core::rule::Rule, Option<&Fault>)| {
            let (class, word) = match fault {
                None if is_read => (Class::Repaired, said.is_mended),
                Some(fault) if is_new(&fault) => (Class::Error, said.is_new),
                _ => (Class::Warning, said.is_left),
            };
            let lines = fault.map_or(&[][..], |fault| &fault.lines[..]);
            html! {
                <li key={rule.id} data-fault={rule.id} data-mark={mark(class)}>
                    <h2>{sign(class)}{rule.words(self.lang).label}<span>{self.words.of}{word}</span></h2>
                    { for lines.iter().map(|&line| self.line(text, line)) }
                    <details>
                        <summary>{said.hint}<span class="off-screen">{self.words.of}{rule.words(self.lang).label}</span></summary>
                        <p>{with_code(rule.words(self.lang).why)}</p>
                        if !rule.aws.is_empty() {
                            <code lang="en" translate="no" class="aws">{rule.aws}</code>
                        }
                        {example(self.words, said, rule)}
                        if rule.class.severity().is_some() {
                            <p>{with_code(rule.words(self.lang).plain_cure)}</p>
                        }
                        <p class="links"><a href={format!("#rule={}", rule.id)}>{self.words.learn_rule}</a></p>
                    </details>
                </li>
            }
        };
        html! { <ul class="faults">{ for own.chain(new).map(item) }</ul> }
    }

    /// A button that puts the cursor into a line of the box.
    fn line(&self, text: &str, line: u32) -> Html {
        let before = text.split_inclusive('\n').take(line as usize - 1);
        let at: usize = before.map(|line| line.encode_utf16().count()).sum();
        let on_click = Callback::from(move |_: MouseEvent| browser::put_cursor("#answer", at));
        html! { <button type="button" class="to-line" onclick={on_click}>{(self.words.line)(line)}</button> }
    }

    fn buttons(&self, is_solved: bool) -> Html {
        let (said, at) = (self.said, self.at);
        let step = |step: fn(usize) -> CourseStep| {
            self.dispatch
                .reform(move |_: MouseEvent| Action::Course(step(at)))
        };
        let next = Place::Exercise((at + 1) % COUNT).address();
        html! {
            <>
                if is_solved {
                    <a class="button main" id="next-exercise" href={format!("#{next}")}>{said.next_exercise}</a>
                }
                <button type="button" id="again" disabled={self.answer.text.is_none()} onclick={step(CourseStep::Again)}>{said.again}</button>
                if self.answer.before.is_some() {
                    <button type="button" id="answer-back" onclick={step(CourseStep::BringBack)}>{said.bring_back}</button>
                }
            </>
        }
    }

    /// The text without its faults, with what is new in it marked.
    fn solution(&self) -> Html {
        let [_, solved] = difference(self.exercise.broken, self.exercise.solved);
        let part = |part: Part| {
            if part.differs {
                html! { <ins>{part.text}</ins> }
            } else {
                Html::from(part.text)
            }
        };
        solved.into_iter().map(part).collect()
    }
}

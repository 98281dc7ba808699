//! What to do about a text that is no task definition: the next step as a button, and a command to
//! copy where one helps.

use std::rc::Rc;

use taskdef_core::catalog::find;
use taskdef_core::explain::{KnownError, known_errors};
use taskdef_core::{
    Arn, Encoding, Failure, Lang, Position, Problem, Reason, escape, quote, remedy,
};
use yew::prelude::*;

use crate::browser;
use crate::state::{Action, State};
use crate::widgets::{CopyButton, said, with_code};
use crate::words::Words;

/// Programs whose commands are offered to copy, as a message names them in backticks.
const PROGRAMS: [&str; 7] = ["aws ", "jq ", "yq ", "git ", "iconv ", "uconv ", "jsonnet "];

/// How messages call the name of a task definition.
const FAMILY: [&str; 2] = ["FAMILY", "ファミリー名"];

/// The buttons and the command.
pub fn next_step(
    words: &'static Words,
    state: &State,
    text: &str,
    failure: &Failure,
    dispatch: &Callback<Action>,
) -> Html {
    let Failure::Unreadable(error) = failure else {
        return html! {};
    };
    let message = error.plain_message(state.lang);
    let buttons = match error.reason {
        Reason::Syntax(Problem::SecondDocument) => match error.position {
            Some(place) => two_documents(words, text, place, dispatch),
            None => html! {},
        },
        Reason::Syntax(Problem::AwsError | Problem::NoJson) => errors(state.lang, text),
        Reason::Syntax(Problem::Encoding(encoding)) => decode(words, state, encoding, dispatch),
        Reason::Syntax(Problem::NoText(_)) => {
            html! { <label class="button" for="file">{words.open}</label> }
        }
        Reason::Syntax(_) => mend(words, text, dispatch),
        Reason::Other(_) => html! {},
    };
    html! {
        <>
            <div class="buttons next">{buttons}</div>
            if let Some(command) = command(&message, text) {
                {to_copy(words, state, command, dispatch)}
            }
        </>
    }
}

/// The command that a message names, for the task definition that the text names.
fn command(message: &str, text: &str) -> Option<String> {
    let mut pieces = message.split('`').skip(1).step_by(2);
    let is_whole = |piece: &&str| PROGRAMS.iter().any(|program| piece.starts_with(program));
    let command = pieces.find(is_whole)?;
    let arn = Arn::parse(text.trim().trim_matches('"'));
    let named = arn.and_then(|arn| Some((arn, arn.resource.strip_prefix("task-definition/")?)));
    let known = FAMILY.iter().find(|family| command.ends_with(*family));
    Some(match (named, known) {
        (Some((arn, name)), Some(family)) => {
            let start = command.trim_end_matches(family);
            let region = match arn.region {
                "" => String::new(),
                region => format!(" --region {}", quote(region)),
            };
            format!("{start}{}{region}", quote(name))
        }
        _ => command.to_owned(),
    })
}

fn to_copy(words: &Words, state: &State, command: String, dispatch: &Callback<Action>) -> Html {
    let copy = CopyButton {
        id: "copy-command",
        at: None,
        label: words.copy_file,
        text: command.clone(),
        left: 0,
        dispatch,
    };
    html! {
        <div class="command">
            <pre id="command" translate="no" tabindex="0">{command}</pre>
            {copy.show()}
            {said(words, state.copy, &["copy-command"], 0, String::new())}
        </div>
    }
}

/// For a text with a mistake that one change mends: makes it.
fn mend(words: &Words, text: &str, dispatch: &Callback<Action>) -> Html {
    let Some(remedy) = remedy(text) else {
        return html! {};
    };
    let label = escape(&(words.mend)(&remedy.mend)).into_owned();
    let on_click = dispatch.reform(move |_: MouseEvent| Action::Rewrite(remedy.text.clone()));
    html! {
        <button type="button" id="mend" class="main" onclick={on_click}>{with_code(&label)}</button>
    }
}

/// For two documents in one text: convert the first, or compare the two.
fn two_documents(words: &Words, text: &str, place: Position, dispatch: &Callback<Action>) -> Html {
    let before = text.split_inclusive('\n').take(place.line as usize - 1);
    let line: usize = before.map(str::len).sum();
    let rest = text.get(line..).unwrap_or_default();
    let column = rest.char_indices().nth(place.column as usize - 1);
    let at = line + column.map_or(0, |(at, _)| at);
    let (first, second): (Rc<str>, Rc<str>) = (Rc::from(&text[..at]), Rc::from(&text[at..]));
    let alone = Rc::clone(&first);
    let on_first = dispatch.reform(move |_: MouseEvent| Action::Rewrite(alone.to_string()));
    let on_both = dispatch
        .reform(move |_: MouseEvent| Action::CompareTexts(Rc::clone(&first), Rc::clone(&second)));
    html! {
        <>
            <button type="button" id="first-alone" class="main" onclick={on_first}>{words.first_alone}</button>
            <button type="button" id="compare-both" onclick={on_both}>{words.compare_both}</button>
        </>
    }
}

/// For an error of AWS: what it means and what to do, or the rules about it.
fn errors(lang: Lang, text: &str) -> Html {
    let rule = |id: &'static str, title: &'static str| {
        html! { <a class="button" href={format!("#rule={id}")}>{title}</a> }
    };
    let rule_of = |id: &&'static str| Some(rule(id, find(id)?.words(lang).title));
    let known = known_errors(text).into_iter().map(|error| match error {
        KnownError::Rule(about) => rule(about.id, about.words(lang).title),
        KnownError::Other(other) => {
            let said = other.words(lang);
            html! {
                <div class="meaning">
                    <p><strong>{said.title}</strong></p>
                    <p>{with_code(said.meaning)}</p>
                    <p>{with_code(said.cure)}</p>
                    { for other.rules.iter().filter_map(rule_of) }
                </div>
            }
        }
    });
    known.collect()
}

/// For an encoding that the browser knows: read the file as that.
fn decode(words: &Words, state: &State, encoding: Encoding, dispatch: &Callback<Action>) -> Html {
    let file = state.history.now.file.clone();
    let name = encoding.name();
    let decoded = file.and_then(|file| browser::decode(&file.bytes, name));
    let Some(text) = decoded else {
        return html! {};
    };
    let on_click = dispatch.reform(move |_: MouseEvent| Action::Rewrite(text.clone()));
    html! {
        <button type="button" id="decode" class="main" onclick={on_click}>{(words.read_as)(name)}</button>
    }
}

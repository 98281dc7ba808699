//! The page without a browser: its reducer, and its components rendered to text.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::rc::Rc;

use taskdef_core::{Lang, Pasted};
use taskdef_web::components::{ReportView, ResultView, buildspec, edit_form, error_panel, verdict};
use taskdef_web::state::{Action, Form, Outcome, State, Theme, Variable};
use taskdef_web::words::words;
use yew::prelude::*;
use yew::{LocalServerRenderer, Reducible};

const ARTICLE: &str = include_str!("fixtures/good/article.json");

fn after(actions: impl IntoIterator<Item = Action>) -> State {
    let first = Rc::new(State::new(Lang::En, Theme::Auto));
    let last = actions.into_iter().fold(first, Reducible::reduce);
    (*last).clone()
}

fn pasted() -> Action {
    Action::Text(ARTICLE.to_owned())
}

fn result(state: &State) -> String {
    state.conversion().unwrap().result.clone()
}

#[test]
fn a_paste_becomes_a_result() {
    let state = after([pasted()]);
    assert_eq!(state.outcome, Outcome::Converted);
    assert!(result(&state).contains("\"image\": \"<IMAGE1_NAME>\""));
    assert!(!result(&state).contains("revision"));
}

#[test]
fn edits_show_in_the_result_and_can_be_taken_back() {
    let image = Action::Image("xxxx-dev-xxxx-batch-container".into(), "app:1".into());
    let variable = Variable {
        container: "xxxx-dev-xxxx-batch-container".into(),
        name: "XXX_XXX_TEST_TEST".into(),
        value: "1".into(),
    };
    let edits = [
        pasted(),
        Action::Cpu("512".into()),
        Action::Memory("2048".into()),
        image,
        Action::Set(variable),
    ];
    let state = after(edits);
    for part in [
        "\"cpu\": \"512\"",
        "\"memory\": \"2048\"",
        "\"image\": \"app:1\"",
        "\"name\": \"XXX_XXX_TEST_TEST\"",
    ] {
        assert!(result(&state).contains(part), "{part}");
    }
    let state = Rc::new(state).reduce(Action::Unset(0));
    assert!(!result(&state).contains("XXX_XXX_TEST_TEST"));
    let state = state
        .reduce(Action::Unset(7))
        .reduce(Action::Cpu(String::new()));
    assert!(result(&state).contains("\"cpu\": \"256\""));
}

#[test]
fn a_variable_is_set_once() {
    let set = |value: &str| {
        Action::Set(Variable {
            container: "xxxx-dev-xxxx-batch-container".into(),
            name: "STAGE".into(),
            value: value.into(),
        })
    };
    let state = after([pasted(), set("one"), set("two")]);
    assert_eq!(state.form.environment.len(), 1);
    assert!(result(&state).contains("\"value\": \"two\""));
}

#[test]
fn an_old_result_stays_but_is_never_the_result() {
    let state = after([pasted(), Action::Text("{ \"family\": ".into())]);
    assert!(matches!(state.outcome, Outcome::Failed(_)));
    assert!(state.last.is_some());
    assert!(state.conversion().is_none());
    let state = Rc::new(state).reduce(pasted());
    assert_eq!(state.outcome, Outcome::Converted);
}

#[test]
fn a_file_that_is_no_text_is_an_error_and_leaves_the_text() {
    let error = Pasted::bytes(b"{\"a\":\"\x83\x65\"}").unwrap_err();
    let state = after([pasted(), Action::BadFile(error)]);
    assert!(matches!(state.outcome, Outcome::Failed(_)));
    assert_eq!(&*state.text, ARTICLE);
}

#[test]
fn clearing_keeps_only_language_and_colours() {
    let state = after([
        Action::Lang(Lang::Ja),
        Action::Theme(Theme::Dark),
        pasted(),
        Action::Cpu("512".into()),
        Action::Clear,
    ]);
    assert_eq!(state, State::new(Lang::Ja, Theme::Dark));
}

#[test]
fn a_new_paste_into_an_empty_page_starts_without_edits() {
    let state = after([
        pasted(),
        Action::Cpu("512".into()),
        Action::Text(String::new()),
        pasted(),
    ]);
    assert_eq!(state.form, Form::default());
}

#[test]
fn the_report_speaks_the_chosen_language() {
    let state = after([pasted(), Action::Lang(Lang::Ja)]);
    let report = &state.conversion().unwrap().report;
    assert!(
        report
            .findings
            .iter()
            .all(|finding| !finding.message.is_ascii())
    );
}

/// Every part of the work area, in one language.
#[derive(Properties, PartialEq)]
struct PartsProps {
    lang: Lang,
}

#[component]
fn Parts(props: &PartsProps) -> Html {
    let state = after([Action::Lang(props.lang), pasted()]);
    let broken = after([
        Action::Lang(props.lang),
        Action::Text("{\n  \"a\": \"hunter2\" x".into()),
    ]);
    let Outcome::Failed(failure) = broken.outcome else {
        return Html::default();
    };
    let (words, lang) = (words(props.lang), props.lang);
    let conversion = state.conversion().unwrap().clone();
    let dispatch = Callback::noop();
    html! {
        <>
            {error_panel(words, lang, &failure)}
            {verdict(words, &conversion)}
            <ReportView {words} {lang} conversion={conversion.clone()} />
            <ResultView {words} conversion={conversion.clone()} />
            {edit_form(words, &state.form, &conversion, &dispatch)}
            {buildspec(words, &conversion)}
        </>
    }
}

async fn shown(lang: Lang) -> String {
    let renderer = LocalServerRenderer::<Parts>::with_props(PartsProps { lang });
    renderer.hydratable(false).render().await
}

#[tokio::test]
async fn the_parts_say_what_they_should() {
    let english = shown(Lang::En).await;
    for part in [
        " to check before you register",
        "id=\"result\"",
        "id=\"report\"",
        "id=\"error\"",
        "Stopped reading at line 2",
        "Read-only × 5",
        "null × 32",
        "Unknown parameter in input",
        "--task-definition xxxx-dev-xxxx-batch-task",
    ] {
        assert!(english.contains(part), "{part}\n{english}");
    }
    let japanese = shown(Lang::Ja).await;
    for part in [
        "登録の前に、確認が ",
        "2 行目で読めなくなりました",
        "読み取り専用 × 5",
    ] {
        assert!(japanese.contains(part), "{part}\n{japanese}");
    }
}

#[tokio::test]
async fn a_value_on_a_broken_line_is_not_shown() {
    assert!(!shown(Lang::En).await.contains("hunter2"));
}

#[tokio::test]
async fn every_field_for_text_is_kept_from_spelling_services() {
    let english = shown(Lang::En).await;
    for field in english.split("<input type=\"text\"").skip(1) {
        let field = &field[..field.find('>').unwrap()];
        for part in [
            "spellcheck=\"false\"",
            "autocomplete=\"off\"",
            "autocapitalize=\"off\"",
            "translate=\"no\"",
        ] {
            assert!(field.contains(part), "{field}");
        }
    }
}

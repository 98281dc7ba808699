//! The page without a browser: its reducer, and its components rendered to text.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::rc::Rc;

use taskdef_core::{Lang, Options, Pasted};
use taskdef_web::components::{
    buildspec, edit_form, error_panel, report_view, result_view, verdict,
};
use taskdef_web::sheet::{Chip, Sheet};
use taskdef_web::state::{Action, Copied, Form, Outcome, State, Theme, Variable};
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
        Action::Draft(variable),
        Action::Set,
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
fn a_variable_is_set_once_and_in_the_first_container_unless_told_otherwise() {
    let draft = |value: &str| {
        Action::Draft(Variable {
            name: "STAGE".into(),
            value: value.into(),
            ..Variable::default()
        })
    };
    let state = after([pasted(), draft("one"), Action::Set, draft("two")]);
    assert!(!result(&state).contains("\"value\": \"two\""));
    let state = (*Rc::new(state).reduce(Action::Set)).clone();
    assert_eq!(state.form.draft, Variable::default());
    assert_eq!(state.form.environment.len(), 1);
    assert!(result(&state).contains("\"value\": \"two\""));
}

#[test]
fn an_edit_that_can_t_be_made_is_told_from_a_text_that_can_t_be_read() {
    let image = Action::Image("xxxx-dev-xxxx-batch-container".into(), "two words".into());
    let state = after([pasted(), image]);
    assert!(state.is_edit_at_fault());
    assert!(state.conversion().is_none());
    assert!(!after([Action::Text("{".into())]).is_edit_at_fault());
}

#[test]
fn what_was_said_of_a_copy_goes_with_what_was_copied() {
    let copied = Copied {
        by: "copy",
        done: true,
    };
    let state = after([pasted(), Action::Copied(copied)]);
    assert_eq!(state.copy, Some(copied));
    let state = Rc::new(state).reduce(Action::Theme(Theme::Dark));
    assert_eq!(state.copy, Some(copied));
    assert_eq!(state.reduce(Action::Cpu("512".into())).copy, None);
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
    let state = after([pasted(), Action::File(b"{\"a\":\"\x83\x65\"}".into())]);
    assert!(matches!(state.outcome, Outcome::Failed(_)));
    assert_eq!(&*state.text, ARTICLE);
    let state = Rc::new(state).reduce(pasted());
    assert_eq!(state.outcome, Outcome::Converted);
}

#[test]
fn what_a_file_s_bytes_tell_is_reported_until_its_text_is_changed() {
    let bytes = [b"\xef\xbb\xbf", ARTICLE.as_bytes()].concat();
    let state = after([Action::File(bytes)]);
    assert_eq!(&*state.text, ARTICLE);
    let mendings = |state: &State| state.conversion().unwrap().report.mendings.len();
    assert_eq!(mendings(&state), 1);
    let state = Rc::new(state).reduce(Action::Lang(Lang::Ja));
    assert_eq!(mendings(&state), 1);
    let state = state.reduce(pasted());
    assert_eq!(mendings(&state), 0);
}

#[test]
fn an_empty_file_is_told_of() {
    let state = after([Action::File(Vec::new())]);
    assert!(matches!(state.outcome, Outcome::Failed(_)));
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
    let written = state.written;
    let fresh = State {
        written,
        ..State::new(Lang::Ja, Theme::Dark)
    };
    assert_eq!(state, fresh);
}

#[test]
fn the_box_is_written_only_when_something_else_than_typing_set_its_text() {
    let written = |actions: Vec<Action>| after(actions).written;
    assert_eq!(written(vec![pasted(), pasted()]), 0);
    assert_eq!(written(vec![pasted(), Action::Example, pasted()]), 1);
    let file = || Action::File(ARTICLE.into());
    assert_eq!(written(vec![file(), Action::Clear, file()]), 3);
    let garbled = Action::File(b"\x83\x65".into());
    assert_eq!(written(vec![garbled]), 0);
}

#[test]
fn the_example_starts_without_edits() {
    let state = after([pasted(), Action::Cpu("512".into()), Action::Example]);
    assert_eq!(&*state.text, ARTICLE);
    assert_eq!(state.form, Form::default());
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
            {verdict(words, lang, &conversion)}
            {report_view(words, lang, &conversion)}
            {result_view(words, &conversion, None, &dispatch)}
            {edit_form(words, &state.form, &conversion, &dispatch)}
            {buildspec(words, &conversion, None, &dispatch)}
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

#[test]
fn the_sheet_marks_groups_and_folds() {
    let pasted = Pasted::text(ARTICLE);
    let lesson = taskdef_core::lesson(&pasted, &Options::default()).unwrap();
    let report = &lesson.conversion.report;
    let sheet = Sheet::of(&lesson.rows, report, |_| false);
    // The article's text has one row a line.
    let line = |row: usize| lesson.rows[row].line.unwrap();
    assert_eq!(sheet.count(Chip::ToCheck), 1);
    assert_eq!(sheet.count(Chip::Removed), report.changes.len());
    assert_eq!(sheet.count(Chip::Edited), 0);
    let folds = sheet.folds.iter();
    let folds: Vec<_> = folds.map(|fold| (line(fold.start), fold.len())).collect();
    assert_eq!(folds, [(12, 4), (19, 5), (35, 20), (91, 60)]);
    let note = |first: u32| {
        let mut notes = sheet.notes.iter();
        let note = notes.find(|note| line(note.rows.start) == first).unwrap();
        let rules = note.rules.iter().map(|(rule, times)| (rule.id, *times));
        (note.rows.len(), rules.collect::<Vec<_>>())
    };
    assert_eq!(note(62), (6, vec![("null-value", 6)]));
    assert_eq!(note(28), (6, vec![("empty-list", 2), ("null-value", 4)]));
    assert_eq!(note(158), (1, vec![("read-only-field", 1)]));
}

#[test]
fn the_sheet_is_stepped_through_by_chip() {
    let pasted = Pasted::text(ARTICLE);
    let lesson = taskdef_core::lesson(&pasted, &Options::default()).unwrap();
    let report = &lesson.conversion.report;
    let sheet = Sheet::of(&lesson.rows, report, |_| false);
    let first = sheet.step(None, Chip::Removed, false).unwrap();
    let last = sheet.step(None, Chip::Removed, true).unwrap();
    assert_eq!(sheet.step(Some(last), Chip::Removed, false), Some(first));
    assert_eq!(sheet.step(Some(first), Chip::Removed, true), Some(last));
    assert_eq!(sheet.step(None, Chip::Edited, false), None);
    let mark = sheet.mark(last).unwrap();
    assert_eq!(sheet.place(mark), (42, 42));
    // What the person accepted has no mark.
    let accepted = Sheet::of(&lesson.rows, report, |_| true);
    assert_eq!(accepted.count(Chip::ToCheck), 0);
}

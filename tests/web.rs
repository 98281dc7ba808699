//! The page without a browser: its reducer, its layout, and its components rendered to text.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::rc::Rc;

use taskdef_core::diff::Which;
use taskdef_core::generate::{Kind, PolicyFor, Request, Route, Starter, Trigger, generate};
use taskdef_core::{ContainerField, Edit, Lang, Options, PairList, Pasted, TaskField};
use taskdef_web::components::{
    edit, error_panel, file_panel, filter_bar, footer, lesson, reason, verdict,
};
use taskdef_web::downloads::Sources;
use taskdef_web::history::OpenedFile;
use taskdef_web::layout::{Filter, Layout};
use taskdef_web::second::SECOND;
use taskdef_web::state::tour::STEPS;
use taskdef_web::state::{Action, Copied, CourseStep, Draft, Outcome, Panel, State, Tab, Theme};
use taskdef_web::way::Way;
use taskdef_web::words::{ENGLISH, JAPANESE, Language};
use taskdef_web::{archive, downloads};
use yew::prelude::*;
use yew::{LocalServerRenderer, Reducible};

const ARTICLE: &str = include_str!("fixtures/good/article.json");
const CONTAINER: &str = "xxxx-dev-xxxx-batch-container";

fn after(actions: impl IntoIterator<Item = Action>) -> State {
    let first = State::new(&ENGLISH, Theme::Auto);
    and(and(first, [Action::Second(Some(&SECOND))]), actions)
}

fn and(state: State, actions: impl IntoIterator<Item = Action>) -> State {
    let last = actions.into_iter().fold(Rc::new(state), Reducible::reduce);
    (*last).clone()
}

fn language(lang: Lang) -> &'static Language {
    match lang {
        Lang::En => &ENGLISH,
        Lang::Ja => &JAPANESE,
    }
}

fn pasted() -> Action {
    Action::Text(ARTICLE.to_owned())
}

fn file(bytes: &[u8]) -> Action {
    Action::File(OpenedFile {
        name: "taskdef.json".to_owned(),
        bytes: bytes.to_vec(),
    })
}

fn cpu(value: &str) -> Action {
    Action::Edit(vec![Edit::Task {
        field: TaskField::Cpu,
        value: value.to_owned(),
    }])
}

fn image(value: &str) -> Action {
    Action::Edit(vec![Edit::Container {
        container: Some(CONTAINER.to_owned()),
        field: ContainerField::Image,
        value: value.to_owned(),
    }])
}

fn result(state: &State) -> String {
    state.current().unwrap().conversion().result.clone()
}

fn marks(state: &State, filter: Filter) -> usize {
    state.current().unwrap().layout.count(filter)
}

#[test]
fn a_paste_becomes_a_result() {
    let state = after([pasted()]);
    assert_eq!(state.outcome, Outcome::Converted);
    assert!(result(&state).contains("\"image\": \"<IMAGE1_NAME>\""));
    assert!(!result(&state).contains("revision"));
}

#[test]
fn edits_show_in_the_result_and_can_be_taken_back_and_made_again() {
    let draft = Draft {
        name: "XXX_XXX_TEST_TEST".into(),
        value: "1".into(),
        ..Draft::default()
    };
    let state = after([
        pasted(),
        cpu("512"),
        image("app:1"),
        Action::Draft(draft),
        Action::AddVariable,
    ]);
    for part in [
        "\"cpu\": \"512\"",
        "\"image\": \"app:1\"",
        "\"name\": \"XXX_XXX_TEST_TEST\"",
    ] {
        assert!(result(&state).contains(part), "{part}");
    }
    assert_eq!(state.draft, Draft::default());
    assert_eq!(marks(&state, Filter::Edited), 3);
    let state = and(state, [Action::Undo]);
    assert!(!result(&state).contains("XXX_XXX_TEST_TEST"));
    let state = and(state, [Action::Undo, Action::Undo, Action::Undo]);
    assert!(result(&state).contains("\"cpu\": \"256\""));
    let state = and(
        state,
        [Action::Redo, Action::Redo, Action::Redo, Action::Redo],
    );
    assert!(result(&state).contains("XXX_XXX_TEST_TEST"));
}

#[test]
fn an_edit_that_can_t_be_made_differs_from_a_text_that_can_t_be_read() {
    let state = after([pasted(), image("two words")]);
    assert!(state.is_edit_at_fault());
    assert!(state.current().is_none());
    assert!(!after([Action::Text("{".into())]).is_edit_at_fault());
}

#[test]
fn a_finding_is_mended_in_the_text_or_accepted() {
    let text = r#"{"family": "a", "containerDefinitions": [{"name": "app", "image": "app:1",
        "memory": 128, "environment": [{"name": "DB_PASSWORD", "value": "tr0ub4dor&3"}]}]}"#;
    let state = after([Action::Text(text.into())]);
    let at = |state: &State, rule: &str| {
        let report = &state.current().unwrap().conversion().report;
        report
            .findings
            .iter()
            .position(|finding| finding.rule == rule)
    };
    let secret = at(&state, "plaintext-secret").unwrap();
    let fixed = and(state.clone(), [Action::Fix(secret)]);
    assert!(fixed.text().contains("\"valueFrom\": \"/a/DB_PASSWORD\""));
    assert!(!fixed.text().contains("tr0ub4dor"));
    assert_eq!(fixed.written, state.written + 1);
    assert_eq!(at(&fixed, "plaintext-secret"), None);
    let back = and(fixed, [Action::Undo]);
    assert_eq!(&**back.text(), text);
    let before = marks(&state, Filter::ToCheck);
    let accepted = and(state, [Action::Accept(secret)]);
    assert_eq!(marks(&accepted, Filter::ToCheck), before - 1);
}

#[test]
fn a_memory_that_followed_the_cpu_is_announced_until_the_next_step() {
    let both = Action::Edit(vec![
        Edit::Task {
            field: TaskField::Cpu,
            value: "1024".into(),
        },
        Edit::Task {
            field: TaskField::Memory,
            value: "2048".into(),
        },
    ]);
    let state = after([pasted(), both]);
    assert!(state.memory_followed);
    assert!(!and(state.clone(), [Action::Undo]).memory_followed);
    assert!(!and(state, [cpu("2048")]).memory_followed);
}

#[test]
fn the_outcome_of_a_copy_is_gone_when_the_result_changes() {
    let copied = Copied {
        by: "copy",
        at: None,
        done: true,
    };
    let state = after([pasted(), Action::Copied(copied)]);
    assert_eq!(state.copy, Some(copied));
    let state = and(state, [Action::Theme(Theme::Dark)]);
    assert_eq!(state.copy, Some(copied));
    assert_eq!(and(state, [cpu("512")]).copy, None);
}

#[test]
fn an_old_result_stays_but_is_never_the_result() {
    let state = after([pasted(), Action::Text("{ \"family\": ".into())]);
    assert!(matches!(state.outcome, Outcome::Failed(_)));
    assert!(state.last.is_some());
    assert!(state.current().is_none());
    let state = and(state, [pasted()]);
    assert_eq!(state.outcome, Outcome::Converted);
}

#[test]
fn a_file_that_is_no_text_is_an_error_and_leaves_the_text() {
    let state = after([pasted(), file(b"{\"a\":\"\x83\x65\"}")]);
    assert!(matches!(state.outcome, Outcome::Failed(_)));
    assert_eq!(&**state.text(), ARTICLE);
    let state = and(state, [pasted()]);
    assert_eq!(state.outcome, Outcome::Converted);
}

#[test]
fn what_only_a_file_s_bytes_hold_is_reported_until_its_text_is_changed() {
    let bytes = [b"\xef\xbb\xbf", ARTICLE.as_bytes()].concat();
    let state = after([file(&bytes)]);
    assert_eq!(&**state.text(), ARTICLE);
    let mendings = |state: &State| state.current().unwrap().conversion().report.mendings.len();
    assert_eq!(mendings(&state), 1);
    let state = and(state, [Action::Language(&JAPANESE)]);
    assert_eq!(mendings(&state), 1);
    let state = and(state, [pasted()]);
    assert_eq!(mendings(&state), 0);
}

#[test]
fn an_empty_file_is_an_error() {
    let state = after([file(b"")]);
    assert!(matches!(state.outcome, Outcome::Failed(_)));
}

#[test]
fn clearing_keeps_only_language_and_colours() {
    let state = after([
        Action::Language(&JAPANESE),
        Action::Theme(Theme::Dark),
        pasted(),
        cpu("512"),
        Action::Clear,
    ]);
    let mut fresh = State::new(&JAPANESE, Theme::Dark);
    (fresh.written, fresh.second) = (state.written, state.second);
    fresh.history = state.history.clone();
    assert_eq!(state, fresh);
    assert!(state.history.now.is_blank());
}

#[test]
fn whatever_takes_the_place_of_a_work_can_be_undone_and_brought_back() {
    let text = ARTICLE.replace("\"512\"", "\"1024\"");
    let work = || {
        let state = after([Action::Paste(text.clone()), cpu("512"), image("app:1")]);
        and(state, [Action::Accept(0)])
    };
    let other = || r#"{"family": "other", "containerDefinitions": []}"#.to_owned();
    for replaces in [
        || Action::Clear,
        || Action::Example,
        || file(ARTICLE.as_bytes()),
        || Action::Text(String::new()),
    ] {
        let own = work();
        let replaced = and(own.clone(), [replaces()]);
        assert_ne!(replaced.history.now, own.history.now, "{:?}", replaces());
        for back in [Action::Undo, Action::BringBack] {
            let state = and(replaced.clone(), [back]);
            assert_eq!(state.history.now, own.history.now, "{:?}", replaces());
            assert_eq!(result(&state), result(&own));
            assert_eq!(marks(&state, Filter::ToCheck), marks(&own, Filter::ToCheck));
        }
    }
    for replaces in [Action::Paste, Action::Overwrite] {
        let state = and(work(), [replaces(other())]);
        assert_eq!(state.history.now.edits, []);
        let state = and(state, [Action::BringBack]);
        assert_eq!(state.history.now, work().history.now);
        let state = and(state, [Action::BringBack]);
        assert_eq!(**state.text(), *other());
    }
}

#[test]
fn an_accepted_finding_comes_back_by_undo() {
    let state = after([pasted()]);
    let before = marks(&state, Filter::ToCheck);
    let state = and(state, [Action::Accept(0)]);
    assert_eq!(marks(&state, Filter::ToCheck), before - 1);
    let state = and(state, [Action::Undo]);
    assert_eq!(marks(&state, Filter::ToCheck), before);
    let state = and(state, [Action::Redo]);
    assert_eq!(marks(&state, Filter::ToCheck), before - 1);
}

#[test]
fn a_stray_paste_never_takes_the_place_of_a_result() {
    let own = after([pasted(), cpu("512")]);
    let uri = "123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/batch:7";
    let state = and(own.clone(), [Action::Busy, Action::Paste(uri.into())]);
    assert_eq!(state.history, own.history);
    assert_eq!(state.current(), own.current());
    assert!(!state.busy);
    let stray = state.stray.clone().unwrap();
    assert_eq!(&*stray.text, uri);
    let closed = and(state.clone(), [Action::Stray { used: false }]);
    assert_eq!((closed.stray, closed.history), (None, own.history.clone()));
    let used = and(state, [Action::Stray { used: true }]);
    assert_eq!((&**used.text(), &used.stray), (uri, &None));
    assert_eq!(and(used, [Action::Undo]).history.now, own.history.now);
    // Where there is no result, it shows why.
    let first = after([Action::Paste(uri.into())]);
    assert_eq!((&**first.text(), &first.stray), (uri, &None));
}

#[test]
fn the_tour_gives_the_own_work_back() {
    let own = after([pasted(), cpu("512"), Action::Accept(0)]);
    let edited = ARTICLE.replace("\"512\"", "\"1024\"");
    let own = and(own, [Action::Text(edited.clone())]);
    let tour = and(own.clone(), [Action::ShowStep(Some(0))]);
    assert_eq!(&**tour.text(), ARTICLE);
    assert!(tour.gives_back() && tour.has_edits());
    let tour = and(
        tour,
        [
            Action::ShowStep(Some(1)),
            image("app:1"),
            Action::ShowStep(Some(0)),
        ],
    );
    assert_eq!(tour.history.now.edits.len(), 1);
    let ended = and(tour.clone(), [Action::ShowStep(None)]);
    assert_eq!(ended.history, own.history);
    assert_eq!(result(&ended), result(&own));
    assert_eq!((ended.ui.tour, ended.gives_back()), (None, false));
    // An emptied tour can be begun again, and what is written there ends it.
    let emptied = and(tour.clone(), [Action::Text(String::new())]);
    let again = and(emptied.clone(), [Action::ShowStep(Some(0))]);
    assert_eq!((&**again.text(), again.gives_back()), (ARTICLE, true));
    let written = and(emptied, [Action::Text("{}".into()), Action::BringBack]);
    assert_eq!(written.history.now, own.history.now);
    // Something else may take the place of both.
    for replaces in [Action::Clear, Action::Example] {
        let state = and(tour.clone(), [replaces, Action::BringBack]);
        assert_eq!(state.history.now, own.history.now);
    }
}

#[test]
fn edits_and_what_moves_are_lost_by_leaving() {
    let state = after([pasted()]);
    assert!(!state.has_edits());
    let service = Action::Moved(|moved, typed| moved.services = typed, "web".to_owned());
    let named = and(state.clone(), [service]);
    assert!(named.has_edits() && named.current().is_some());
    assert!(!and(named, [Action::Undo]).has_edits());
    let state = and(state, [cpu("512")]);
    assert!(state.has_edits());
    assert!(!and(state, [Action::Undo]).has_edits());
}

#[test]
fn the_box_is_written_only_when_something_else_than_typing_set_its_text() {
    let written = |actions: Vec<Action>| after(actions).written;
    assert_eq!(written(vec![pasted(), pasted()]), 0);
    assert_eq!(written(vec![pasted(), Action::Example, pasted()]), 1);
    let article = || file(ARTICLE.as_bytes());
    assert_eq!(written(vec![article(), Action::Clear, article()]), 3);
    assert_eq!(written(vec![file(b"\x83\x65")]), 0);
    let over = |text: &str| Action::Overwrite(text.to_owned());
    assert_eq!(
        written(vec![pasted(), over("{}"), Action::Insert("{} ".into())]),
        0
    );
    assert_eq!(written(vec![pasted(), over("{}"), Action::BringBack]), 1);
}

#[test]
fn the_example_starts_without_edits() {
    let state = after([pasted(), cpu("512"), Action::Example]);
    assert_eq!(&**state.text(), ARTICLE);
    assert_eq!(state.history.now.edits, []);
}

#[test]
fn a_new_paste_into_an_empty_page_starts_without_edits() {
    let state = after([pasted(), cpu("512"), Action::Text(String::new()), pasted()]);
    assert_eq!(state.history.now.edits, []);
}

#[test]
fn the_report_speaks_the_chosen_language() {
    let state = after([pasted(), Action::Language(&JAPANESE)]);
    let report = &state.current().unwrap().conversion().report;
    assert!(
        report
            .findings
            .iter()
            .all(|finding| !finding.message.is_ascii())
    );
}

#[test]
fn the_tour_shows_the_example_and_ends_where_it_is() {
    let mut state = after([Action::ShowStep(Some(0))]);
    assert_eq!(&**state.text(), ARTICLE);
    let mut chosen = Vec::new();
    for step in 1..STEPS.len() {
        state = and(state, [Action::ShowStep(Some(step))]);
        chosen.push(state.ui.chosen.is_some());
    }
    assert_eq!(chosen[..5], [true, true, true, false, false]);
    assert_eq!(chosen[5..], [false; 4]);
    assert_eq!((state.ui.panel, state.ui.file), (Panel::Downloads, 1));
    let state = and(state, [Action::ShowStep(None)]);
    assert_eq!(state.ui.tour, None);
    assert_eq!(state.outcome, Outcome::Converted);
}

#[test]
fn how_the_job_is_started_is_asked_once() {
    let way = Way {
        starter: Some(Starter::Service),
        route: Some(Route::Console),
    };
    let state = after([pasted(), Action::Way(way), cpu("512"), Action::Clear]);
    let state = and(state, [pasted(), Action::Language(&JAPANESE)]);
    assert_eq!(state.way(), way);
    // The tour speaks of the example's way to who has said nothing, and says nothing for them.
    assert_eq!(and(state, [Action::ShowStep(Some(0))]).way(), way);
    let tour = after([Action::ShowStep(Some(0))]);
    assert_eq!(tour.way(), Way::EXAMPLE);
    assert_eq!(and(tour, [Action::ShowStep(None)]).way(), Way::default());
}

#[test]
fn an_address_leads_to_a_place_and_what_is_begun_there_stays() {
    let led = |state: &State| (state.ui.tab, state.ui.led, state.course.place.clone());
    let state = after([Action::ShowPlace("rule=null-value".into())]);
    assert_eq!(led(&state), (Tab::Learn, 1, Some("rule=null-value".into())));
    let state = and(
        state,
        [
            Action::Course(CourseStep::Write(1, "{}".into())),
            Action::Course(CourseStep::Tell("exit 137".into())),
            Action::Course(CourseStep::Seek("null".into())),
        ],
    );
    assert_eq!(&*state.course.sought, "null");
    // Another view, and another text, take nothing of it.
    let state = and(
        state,
        [Action::ShowTab(Tab::Convert), Action::Paste(ARTICLE.into())],
    );
    let state = and(state, [Action::Clear, Action::ShowTab(Tab::Learn)]);
    assert_eq!(led(&state), (Tab::Learn, 0, Some("rule=null-value".into())));
    assert_eq!(state.course.answers[1].text.as_deref(), Some("{}"));
    assert_eq!(
        (&*state.course.told, &*state.course.sought),
        ("exit 137", "null")
    );
    // Chosen again, the course begins where it began.
    let begun = and(state.clone(), [Action::ShowTab(Tab::Learn)]);
    assert_eq!(led(&begun), (Tab::Learn, 0, None));
    // An address ends the search.
    let state = and(state, [Action::ShowPlace("word=<b>".into())]);
    assert_eq!(&*state.course.sought, "");
}

#[test]
fn an_exercise_that_begins_again_gives_the_answer_back() {
    let step = |state: State, step: CourseStep| and(state, [Action::Course(step)]);
    let text = |state: &State| state.course.answers[0].text.clone();
    let state = step(after([]), CourseStep::Write(0, "{}".into()));
    let again = step(state, CourseStep::Again(0));
    assert_eq!(text(&again), None);
    // Twice is once.
    let again = step(again, CourseStep::Again(0));
    let state = step(again, CourseStep::BringBack(0));
    assert_eq!(text(&state).as_deref(), Some("{}"));
    assert_eq!(state.course.answers[0].before, None);
}

#[test]
fn a_file_is_made_again_only_if_its_inputs_changed() {
    let file = |state: &State| state.file(state.last.as_ref().unwrap()).unwrap();
    let state = after([pasted(), Action::ShowFile(3)]);
    let made = file(&state);
    let row = state.current().unwrap().layout.marks[0].row;
    let unrelated = [
        Action::Choose(Some(row)),
        Action::Theme(Theme::Dark),
        Action::Compare(Which::New, "{}".into()),
        Action::ShowTab(Tab::Learn),
        Action::ShowTab(Tab::Convert),
    ];
    assert_eq!(file(&and(state.clone(), unrelated)), made);
    let related = [
        cpu("512"),
        Action::Language(&JAPANESE),
        Action::ShowFile(1),
        Action::Text(ARTICLE.replace("256", "512")),
    ];
    for action in related {
        let name = format!("{action:?}");
        assert_ne!(file(&and(state.clone(), [action])), made, "{name}");
    }
    // The commands contain an edit that can't be applied, too.
    let faulty = and(state, [image("two words"), Action::ShowFile(5)]);
    let commands = file(&faulty).text.clone().unwrap();
    assert!(commands.contains("two words"), "{commands}");
}

#[test]
fn two_texts_are_compared_again_only_if_one_changed() {
    let state = after([pasted(), Action::ShowTab(Tab::Compare)]);
    assert_eq!(state.comparison(), None);
    let other = ARTICLE.replace("\"256\"", "\"512\"");
    let old = Action::Compare(Which::Old, ARTICLE.to_owned());
    let before = state.clone();
    let state = and(state, [old, Action::Compare(Which::New, other)]);
    assert_eq!(
        (&state.history, &state.outcome),
        (&before.history, &before.outcome)
    );
    let compared = state.comparison().unwrap();
    assert_eq!(compared.as_ref().unwrap().differences.len(), 1);
    let unrelated = [Action::Theme(Theme::Dark), Action::Language(&JAPANESE)];
    let state = and(state, unrelated);
    assert_eq!(state.comparison().as_ref(), Some(&compared));
    let state = and(state, [Action::Compare(Which::New, "{".into())]);
    assert!(state.comparison().unwrap().is_err());
}

#[test]
fn the_paste_is_compared_with_its_edited_result() {
    let state = after([pasted(), cpu("512"), Action::CompareOwn]);
    assert_eq!(&*state.compared.old, ARTICLE);
    assert_eq!(*state.compared.new, *result(&state));
    let compared = state.comparison().unwrap();
    assert_eq!(compared.as_ref().unwrap().differences.len(), 1);
}

#[test]
fn compared_values_are_shown_on_request() {
    let with = |value: &str| {
        format!(
            "{{\"family\": \"a\", \"containerDefinitions\": [{{\"name\": \"app\", \"image\": \"a:1\", \
             \"environment\": [{{\"name\": \"MODE\", \"value\": \"{value}\"}}]}}]}}"
        )
    };
    let state = after([
        Action::Compare(Which::Old, with("x")),
        Action::Compare(Which::New, with("y")),
    ]);
    let after = |state: &State| {
        let compared = state.comparison().unwrap();
        compared.as_ref().unwrap().differences[0].after.clone()
    };
    assert_eq!(after(&state).as_deref(), Some("\"****\""));
    let state = and(state, [Action::ToggleComparedValues]);
    assert_eq!(after(&state).as_deref(), Some("\"y\""));
}

#[test]
fn what_is_typed_while_comparing_is_converted_when_the_result_is_in_sight() {
    let before = after([pasted(), Action::ShowTab(Tab::Compare)]);
    let text = ARTICLE.replace("\"256\"", "\"512\"");
    let typed = and(before.clone(), [Action::Text(text)]);
    assert_eq!(typed.last, before.last);
    assert_eq!(typed.current(), None);
    let back = and(typed, [Action::ShowTab(Tab::Convert)]);
    assert_ne!(back.last, before.last);
    assert!(result(&back).contains("\"cpu\": \"512\""));
}

#[test]
fn the_result_needs_no_second_module_and_what_does_waits_for_it() {
    let first = State::new(&ENGLISH, Theme::Auto);
    let texts = [
        Action::Compare(Which::Old, ARTICLE.to_owned()),
        Action::Compare(Which::New, ARTICLE.to_owned()),
    ];
    let alone = and(and(first, [pasted()]), texts);
    let file = |state: &State, place| {
        let state = and(state.clone(), [Action::ShowFile(place)]);
        state.file(state.last.as_ref().unwrap())
    };
    assert_eq!(file(&alone, 0).unwrap().text, Ok(result(&alone)));
    assert_eq!((file(&alone, 1), alone.comparison()), (None, None));
    let whole = and(alone, [Action::Second(Some(&SECOND))]);
    assert!(file(&whole, 1).unwrap().text.is_ok());
    assert!(whole.comparison().is_some());
}

#[test]
fn files_are_named_as_the_generators_name_them() {
    let state = after([pasted()]);
    let conversion = state.current().unwrap().conversion();
    let kinds = [
        Kind::Buildspec,
        Kind::Policy(PolicyFor::CodeBuild),
        Kind::Pipeline,
        Kind::EventBridge(Trigger::Schedule),
    ];
    let made = kinds.map(|kind| generate(conversion, &Request::new(kind)).unwrap().name);
    assert_eq!(made, downloads::NAMES[1..5]);
}

#[test]
fn the_archive_holds_every_file() {
    let state = after([pasted()]);
    let files = downloads::files(Sources {
        conversion: state.current().unwrap().conversion(),
        told: &state.told(),
    });
    let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, downloads::NAMES);
    let archive = archive::zip(&files);
    let archive = rawzip::ZipArchive::from_slice(&archive).unwrap();
    let mut entries = archive.entries();
    let mut seen = 0;
    while let Some(entry) = entries.next_entry().unwrap() {
        let name = String::from_utf8(entry.file_path().as_bytes().to_vec()).unwrap();
        let text = archive.get_entry(entry.wayfinder()).unwrap();
        let (_, wanted) = files.iter().find(|(file, _)| *file == name).unwrap();
        assert_eq!(text.data(), wanted.as_bytes(), "{name}");
        seen += 1;
    }
    assert_eq!(seen, files.len());
}

#[test]
fn among_many_containers_the_quiet_ones_are_one_line_each() {
    let container = |number: usize| {
        let image = if number == 7 {
            "<IMAGE1_NAME>"
        } else {
            "app:1"
        };
        format!(
            "{{\"name\": \"app-{number}\", \"image\": \"{image}\", \"memory\": 128, \"user\": null}}"
        )
    };
    let of = |count: usize| {
        let containers: Vec<_> = (0..count).map(container).collect();
        let text = format!(
            "{{\"family\": \"a\", \"containerDefinitions\": [{}]}}",
            containers.join(",")
        );
        after([Action::Text(text)])
    };
    let whole = |state: &State| {
        let folds = &state.current().unwrap().layout.folds;
        let whole = folds.iter().filter(|fold| fold.container.is_some());
        whole.map(|fold| fold.rows.start).collect::<Vec<_>>()
    };
    assert!(whole(&of(20)).is_empty());
    let state = of(21);
    let folded = whole(&state);
    assert_eq!(folded.len(), 20);
    // Stepping to a line within a group opens it.
    let state = and(state, [Action::Filter(Filter::Removed)]);
    let chosen = state.ui.chosen.unwrap();
    assert!(
        state
            .ui
            .open
            .iter()
            .any(|first| *first < chosen && chosen < first + 6)
    );
}

/// Every part of the work area, in one language.
#[derive(Properties, PartialEq)]
struct PartsProps {
    lang: Lang,
}

#[component]
fn Parts(props: &PartsProps) -> Html {
    let state = after([
        Action::Language(language(props.lang)),
        pasted(),
        Action::Filter(Filter::ToCheck),
    ]);
    let secret = Edit::Pair {
        container: None,
        list: PairList::Environment,
        name: "MODE".into(),
        value: Some("daily".into()),
    };
    let state = and(state, [Action::Edit(vec![secret])]);
    let text = "{\n  \"password\": \"hunter2\" x";
    let broken = after([
        Action::Language(language(props.lang)),
        Action::Text(text.into()),
    ]);
    let Outcome::Failed(failure) = &broken.outcome else {
        return Html::default();
    };
    let (words, lang) = (language(props.lang).words, props.lang);
    let analysis = state.current().unwrap().clone();
    let dispatch = Callback::noop();
    html! {
        <>
            {error_panel(words, &broken, failure, &dispatch)}
            {verdict(words, &state, &analysis, &dispatch)}
            {filter_bar(words, &state, &analysis, &dispatch)}
            {lesson(words, lang, &state.ui, &analysis, &dispatch)}
            {reason(words, &state, &analysis, &dispatch)}
            {edit(words, &state, &analysis, &dispatch)}
            {file_panel(words, &state, &analysis, &dispatch)}
            {(SECOND.learn)(words, &state, &dispatch)}
            {footer(words, &state, &Callback::noop())}
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
        "4 things to check before you register",
        "Stopped reading at line 2",
        "id=\"file-text\"",
        "null × 2",
        "5 lines kept as they are",
        "An account ID that is not 12 digits",
        "--env MODE \\",
        "id=\"rule=null-value\"",
        "href=\"guide/\"",
    ] {
        assert!(english.contains(part), "{part}\n{english}");
    }
    let japanese = shown(Lang::Ja).await;
    for part in [
        "登録の前に、確認が 4",
        "2 行目で読めなくなりました",
        "変更のない 5 行",
        "href=\"guide/ja/\"",
    ] {
        assert!(japanese.contains(part), "{part}\n{japanese}");
    }
}

/// The panel for a text that can't be read.
#[derive(Properties, PartialEq)]
struct BrokenProps {
    text: &'static str,
}

#[component]
fn Broken(props: &BrokenProps) -> Html {
    let broken = after([Action::Text(props.text.into())]);
    let Outcome::Failed(failure) = &broken.outcome else {
        return Html::default();
    };
    error_panel(ENGLISH.words, &broken, failure, &Callback::noop())
}

/// A task definition whose container has a command of so many words.
fn words_of_a_command(word: &str, count: usize) -> String {
    let words = vec![word; count].join(",");
    format!(
        r#"{{"family": "f", "containerDefinitions": [{{"name": "a", "image": "a:1", "memory": 64,
        "command": [{words}]}}]}}"#
    )
}

#[test]
fn the_rows_of_a_long_text_come_a_part_at_a_time() {
    let long = || Action::Paste(words_of_a_command("1", 9_000));
    let state = after([long()]);
    let rows = state.last.as_ref().unwrap().lesson.rows.len();
    let first = state.ui.rows();
    assert!(first < rows / 2);
    let state = and(state, [Action::MoreRows, Action::MoreRows]);
    assert!(state.ui.rows() > 3 * first);
    // A row that is chosen is rendered.
    let last = state
        .last
        .as_ref()
        .unwrap()
        .layout
        .marks
        .last()
        .unwrap()
        .row;
    let chosen = and(state.clone(), [Action::Choose(Some(last))]);
    assert!(chosen.ui.rows() > last);
    for again in [
        long(),
        Action::Language(&JAPANESE),
        Action::ShowTab(Tab::Convert),
    ] {
        assert_eq!(and(state.clone(), [again]).ui.rows(), first);
    }
    let typed = and(
        state.clone(),
        [Action::Text(words_of_a_command("1", 8_999))],
    );
    assert_eq!(typed.ui.rows(), state.ui.rows());
}

#[test]
fn what_is_only_counted_is_to_be_checked_too() {
    let state = after([Action::Paste(words_of_a_command("{\"a\": 1}", 250))]);
    let analysis = state.last.as_ref().unwrap();
    assert_eq!(analysis.conversion().report.findings.len(), 100);
    assert_eq!(analysis.to_check(), 250);
}

#[tokio::test]
async fn the_place_where_reading_stopped_is_an_element_of_its_own() {
    for (text, line) in [
        // Full-width spaces, as Japanese input methods write them, are two columns wide.
        (
            "{\n　　\"cpu\": \"256\" x \"y\"\n}",
            "　　\"cpu\": \"256\" <mark>x</mark> \"y\"\nline 2, column 16",
        ),
        ("{\n\"cpu\":", "<mark>\u{a0}</mark>\nline 2, column 7"),
    ] {
        let renderer = LocalServerRenderer::<Broken>::with_props(BrokenProps { text });
        let shown = renderer.hydratable(false).render().await;
        assert!(shown.contains(line), "{shown}");
    }
}

#[tokio::test]
async fn a_secret_on_a_broken_line_is_not_shown() {
    let shown = shown(Lang::En).await;
    assert!(
        !shown.contains("hunter2") && shown.contains("****"),
        "{shown}"
    );
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
fn the_first_screen_says_what_the_page_says() {
    let index = include_str!("../index.html");
    for lang in [Lang::En, Lang::Ja] {
        let words = language(lang).words;
        let title = format!("<h1 lang=\"{}\">{}</h1>", words.code, words.title);
        assert!(index.contains(&title), "index.html lacks: {title}");
        for said in [
            words.hint.split('`').next().unwrap(),
            words.privacy,
            words.paste_label,
            words.paste_keys,
            words.converting,
            words.example,
            words.open,
            words.sample,
            words.console_json,
            words.registered_json,
        ] {
            let said = format!("lang=\"{}\">{said}", words.code);
            assert!(index.contains(&said), "index.html lacks: {said}");
        }
    }
}

#[test]
fn the_layout_marks_groups_and_folds() {
    let pasted = Pasted::text(ARTICLE);
    let lesson = taskdef_core::annotate(&pasted, &Options::default()).unwrap();
    let report = &lesson.conversion.report;
    let layout = Layout::new(&lesson.rows, report, |_| false);
    // The article's text has one row per line.
    let line = |row: usize| lesson.rows[row].line.unwrap();
    assert_eq!(layout.count(Filter::ToCheck), 4);
    assert_eq!(layout.count(Filter::Removed), report.changes.len());
    assert_eq!(layout.count(Filter::Edited), 0);
    let folds = layout.folds.iter();
    let folds: Vec<_> = folds
        .map(|fold| (line(fold.rows.start), fold.rows.len()))
        .collect();
    assert_eq!(folds, [(19, 5), (35, 20), (91, 60)]);
    let note = |first: u32| {
        let mut notes = layout.notes.iter();
        let note = notes.find(|note| line(note.rows.start) == first).unwrap();
        let rules = note.rules.iter().map(|(rule, times)| (rule.id, *times));
        (note.rows.len(), rules.collect::<Vec<_>>())
    };
    assert_eq!(note(62), (6, vec![("null-value", 6)]));
    assert_eq!(note(28), (6, vec![("empty-list", 2), ("null-value", 4)]));
    assert_eq!(note(158), (1, vec![("read-only-field", 1)]));
}

/// A placeholder that prevents registration is a warning here too: the page names what every report names.
#[test]
fn a_check_has_the_severity_of_the_report_and_what_prevents_registration_comes_first() {
    let pasted = Pasted::text(ARTICLE);
    let lesson = taskdef_core::annotate(&pasted, &Options::default()).unwrap();
    let report = &lesson.conversion.report;
    let layout = Layout::new(&lesson.rows, report, |_| false);
    for check in &layout.checks {
        for place in &check.places {
            let told = report.findings[place.finding].severity;
            assert_eq!(check.class.severity(), Some(told), "{}", check.rule.id);
        }
    }
    let first = layout.checks.iter().map(|check| check.places[0].finding);
    let blocks: Vec<_> = first.map(|at| report.findings[at].blocks()).collect();
    assert_eq!(blocks, [true, true, false]);
}

#[test]
fn marks_are_stepped_through_by_filter() {
    let pasted = Pasted::text(ARTICLE);
    let lesson = taskdef_core::annotate(&pasted, &Options::default()).unwrap();
    let report = &lesson.conversion.report;
    let layout = Layout::new(&lesson.rows, report, |_| false);
    let first = layout.step(None, Filter::Removed, false).unwrap();
    let last = layout.step(None, Filter::Removed, true).unwrap();
    assert_eq!(layout.step(Some(last), Filter::Removed, false), Some(first));
    assert_eq!(layout.step(Some(first), Filter::Removed, true), Some(last));
    assert_eq!(layout.step(None, Filter::Edited, false), None);
    let mark = layout.mark(last).unwrap();
    assert_eq!(layout.place(mark), (42, 42));
    // A finding that the user accepted has no mark.
    let accepted = Layout::new(&lesson.rows, report, |_| true);
    assert_eq!(accepted.count(Filter::ToCheck), 0);
}

//! What people see of one, three and thirty services, on terminals and in a log.
//!
//! `UPDATE=1 cargo test -p taskdef-cli` accepts differences: read them.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::Duration;

use taskdef_core::Lang;
use taskdef_core::explain::{Meaning, known_errors};
use unicode_width::UnicodeWidthStr;

use super::event::Event;
use super::row::{Phase, Row};
use super::screen;

const LANGS: [(Lang, &str); 2] = [(Lang::En, "en"), (Lang::Ja, "ja")];
/// The lines of a usual terminal.
const HEIGHT: usize = 24;

/// A service that goes on.
fn row(service: &str, desired: u64, running: u64, pending: u64) -> Row {
    Row {
        service: service.to_owned(),
        revision: format!("{service}:8"),
        rollout: "IN_PROGRESS".to_owned(),
        desired,
        running,
        pending,
        ..Row::default()
    }
}

fn shifting(service: &str, strategy: &str, stage: &str, traffic: f64) -> Row {
    Row {
        strategy: Some(strategy.to_owned()),
        stage: Some(stage.to_owned()),
        traffic: Some(traffic),
        rollout: String::new(),
        ..row(service, 4, 4, 0)
    }
}

fn done(service: &str) -> Row {
    Row {
        phase: Phase::Done,
        rollout: "COMPLETED".to_owned(),
        ..row(service, 2, 2, 0)
    }
}

fn three() -> Vec<Row> {
    let baking = Row {
        bake_seconds_left: Some(82_200),
        ..shifting(
            "storefront-api-production",
            "BLUE_GREEN",
            "BAKE_TIME",
            100.0,
        )
    };
    let failing = Row {
        failed_tasks: 7,
        ..row("請求バッチ", 3, 1, 2)
    };
    vec![done("web"), baking, failing]
}

fn thirty() -> Vec<Row> {
    let mut rows: Vec<Row> = (0..14)
        .map(|index| done(&format!("job-{index:02}")))
        .collect();
    rows.extend((14..22).map(|index| row(&format!("job-{index:02}"), index, 3, index - 3)));
    rows.push(Row {
        phase: Phase::Failed,
        rollout: "FAILED".to_owned(),
        failed_tasks: 10,
        ..row("payments", 2, 0, 0)
    });
    let hidden = |service| Row {
        phase: Phase::NotShown,
        ..row(service, 0, 0, 0)
    };
    rows.extend([hidden("late-1"), hidden("late-2")]);
    rows.extend(three());
    rows.push(Row {
        phase: Phase::Paused,
        ..shifting("checkout", "CANARY", "PRE_PRODUCTION_TRAFFIC_SHIFT", 5.0)
    });
    rows.push(Row {
        phase: Phase::Reached,
        ..shifting("search", "LINEAR", "POST_PRODUCTION_TRAFFIC_SHIFT", 100.0)
    });
    assert_eq!(rows.len(), 30);
    rows
}

fn cases() -> [(&'static str, Vec<Row>); 3] {
    let one = Row {
        failed_tasks: 2,
        ..row("web", 2, 0, 2)
    };
    [("one", vec![one]), ("three", three()), ("thirty", thirty())]
}

/// Compares with a committed file.
fn compare(name: &str, text: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/snapshots/progress");
    let file = folder.join(name);
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        fs::create_dir_all(&folder).unwrap();
        fs::write(&file, text).unwrap();
    }
    let known = fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(text, known, "{name}: UPDATE=1 accepts it");
}

#[test]
fn terminals_of_each_width() {
    let time = Duration::from_secs(754);
    for (name, rows) in cases() {
        for (lang, lang_name) in LANGS {
            let mut text = String::new();
            for width in [60, 100, 160] {
                let lines = screen::lines(&rows, time, width, HEIGHT, lang);
                assert!(lines.len() < HEIGHT, "{name}: {} lines", lines.len());
                let _ = writeln!(text, "{}", "─".repeat(width));
                for line in lines {
                    assert!(line.width() <= width, "{line}");
                    let _ = writeln!(text, "{line}");
                }
            }
            compare(&format!("{name}.{lang_name}.txt"), &text);
        }
    }
}

#[test]
fn the_log_of_each() {
    for (name, rows) in cases() {
        for (lang, lang_name) in LANGS {
            let mut text = String::new();
            for row in &rows {
                let _ = writeln!(text, "{}", row.line(Duration::from_secs(754), lang));
            }
            for event in events(&meaning(lang)) {
                let _ = writeln!(text, "{}", event.text(lang));
            }
            compare(&format!("{name}-log.{lang_name}.txt"), &text);
        }
    }
}

/// What a stop means.
fn meaning(lang: Lang) -> Meaning {
    let reason = "OutOfMemoryError: Container killed due to memory usage";
    Meaning::new(known_errors(reason)[0], lang)
}

fn events(meaning: &Meaning) -> [Event<'_>; 6] {
    let stopped = |tasks| Event::Stopped {
        service: "web",
        revision: "web:8",
        tasks,
        reason: "Essential container in task exited; app exited with 137 (OutOfMemory)",
    };
    let paused = |expires| Event::Paused {
        service: "web",
        revision: "web:8",
        stage: Some("POST_TEST_TRAFFIC_SHIFT"),
        hook: "ecs-pause-1",
        expires,
        then: Some("ROLLBACK"),
        command: "taskdef continue --cluster prod --service web",
    };
    let message = "(service web) has reached a steady state.";
    [
        Event::ServiceMessage {
            service: "web",
            message,
        },
        stopped(1),
        stopped(3),
        Event::Meaning { meaning },
        paused(Some("2027-01-15T08:00:00Z")),
        paused(None),
    ]
}

/// What is told again is what has changed, and time alone is no change.
#[test]
fn the_time_is_no_news() {
    let rows = three();
    let later = Row {
        bake_seconds_left: Some(1),
        ..rows[1].clone()
    };
    assert_eq!(rows[1].key(), later.key());
    let more = Row {
        running: 2,
        ..rows[2].clone()
    };
    assert_ne!(rows[2].key(), more.key());
}

#[test]
fn a_text_is_cut_at_its_width() {
    for (text, width, cut) in [
        ("abc", 3, "abc"),
        ("abcd", 3, "ab…"),
        ("請求", 4, "請求"),
        ("請求", 3, "請…"),
        ("請求", 2, "…"),
        ("ab", 1, "…"),
    ] {
        assert_eq!(crate::terminal::cut(text, width), cut, "{text} {width}");
    }
}

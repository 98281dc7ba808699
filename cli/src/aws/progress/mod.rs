//! Progress on stderr: on a terminal the rows of the services are written over, in a log each change is
//! a line, and for programs each is a JSON object on a line.

mod event;
mod row;
mod screen;
#[cfg(test)]
mod tests;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, IsTerminal, Write};
use std::time::Duration;

use clap::ValueEnum;
use jiff::Timestamp;
use serde::Serialize;
use taskdef_core::explain::Meaning;
use taskdef_core::report::Style;
use taskdef_core::{Lang, escape, report_json};

use crate::paint::{Paint, Stream};
use crate::terminal::{cut, size};
use crate::text::text;
pub(crate) use event::{Event, TaskState, waits};
pub(crate) use row::{Phase, Row};

/// What is told of looks without an answer; no service is called so.
const UNANSWERED: &str = "no answer";
/// The same of tasks.
const TASKS: &str = "the tasks";

/// What is written to stderr while a command goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ProgressForm {
    /// For people
    Text,
    /// A JSON object a line, for programs
    Json,
    /// Nothing
    None,
}

/// Where that goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sink {
    Terminal,
    Log,
    Json,
    Nowhere,
}

/// Progress on stderr.
#[derive(Debug)]
pub(crate) struct Progress {
    sink: Sink,
    lang: Lang,
    /// How many lines at the end may be written over.
    drawn: Cell<usize>,
    /// What was last told of each service, of the tasks, and of looks without an answer.
    last: RefCell<BTreeMap<String, String>>,
    /// The ids of what was told to mean something.
    meant: RefCell<BTreeSet<&'static str>>,
    paint: Paint,
}

/// An object of the JSON form.
#[derive(Debug, Serialize)]
struct Timed<'a> {
    /// RFC 3339.
    time: String,
    #[serde(flatten)]
    event: &'a Event<'a>,
}

impl Progress {
    pub(crate) fn new(form: ProgressForm, lang: Lang) -> Self {
        let sink = match form {
            ProgressForm::Text if io::stderr().is_terminal() => Sink::Terminal,
            ProgressForm::Text => Sink::Log,
            ProgressForm::Json => Sink::Json,
            ProgressForm::None => Sink::Nowhere,
        };
        Progress {
            sink,
            lang,
            drawn: Cell::new(0),
            last: RefCell::default(),
            meant: RefCell::default(),
            paint: Paint::for_stream(Stream::Stderr),
        }
    }

    /// A line that stays.
    pub(crate) fn line(&self, text: &str) {
        self.tell(&Event::Message { text });
    }

    /// Something that happened; on a line that stays.
    pub(crate) fn tell(&self, event: &Event<'_>) {
        match self.sink {
            Sink::Nowhere => {}
            Sink::Json => self.json(event),
            Sink::Terminal | Sink::Log => {
                self.write(&format!("{}\n", escape(&event.text(self.lang))));
            }
        }
    }

    /// What it means that something stopped, once of each kind.
    pub(crate) fn meaning(&self, meaning: Option<&Meaning>) {
        if let Some(meaning) = meaning.filter(|it| self.meant.borrow_mut().insert(it.id)) {
            self.tell(&Event::Meaning { meaning });
        }
    }

    /// The state of the services after a time. In a log and for programs, what has changed is told.
    pub(crate) fn services(&self, rows: &[Row], time: Duration) {
        match self.sink {
            Sink::Nowhere => {}
            Sink::Terminal => {
                let (width, height) = size();
                self.draw(&screen::lines(rows, time, width, height, self.lang));
            }
            Sink::Json => {
                for row in rows
                    .iter()
                    .filter(|row| self.is_news(&row.service, &row.key()))
                {
                    let seconds = time.as_secs();
                    self.json(&Event::Service { row, seconds });
                }
            }
            Sink::Log => {
                for row in rows {
                    if self.is_news(&row.service, &row.key()) {
                        self.line(&row.line(time, self.lang));
                    }
                }
            }
        }
    }

    /// The states of tasks after a time. In a log and for programs, what has changed is told.
    pub(crate) fn tasks(&self, tasks: &[TaskState<'_>], time: Duration) {
        let seconds = time.as_secs();
        let event = Event::Tasks { tasks, seconds };
        match self.sink {
            Sink::Nowhere => {}
            Sink::Terminal => {
                let (width, _) = size();
                self.draw(&[cut(&escape(&event.text(self.lang)), width)]);
            }
            Sink::Json | Sink::Log => {
                let states = tasks.iter().map(|it| it.state.unwrap_or("-"));
                if self.is_news(TASKS, &states.collect::<Vec<_>>().join(" ")) {
                    self.tell(&event);
                }
            }
        }
    }

    /// That a look had no answer, and why, unless that was the last that was told of it.
    pub(crate) fn unanswered(&self, why: &str) {
        let why = why.lines().next().unwrap_or_default();
        if self.is_news(UNANSWERED, why) {
            self.line(&text!(
                self.lang,
                "{why}; looking again until the time is up",
                "{why}。制限時間まで確認を続けます"
            ));
        }
    }

    /// Whether something else was last told of this.
    fn is_news(&self, of: &str, key: &str) -> bool {
        let key = key.to_owned();
        self.last.borrow_mut().insert(of.to_owned(), key.clone()) != Some(key)
    }

    fn json(&self, event: &Event<'_>) {
        let time = Timestamp::from_second(Timestamp::now().as_second());
        let time = time.map(|time| time.to_string()).unwrap_or_default();
        self.write(&format!("{}\n", report_json(&Timed { time, event })));
    }

    /// Writes lines that may be written over.
    fn draw(&self, lines: &[String]) {
        let paint = self.paint.function();
        let lines: String = lines
            .iter()
            .map(|line| paint(Style::Quiet, line) + "\n")
            .collect();
        self.write(&lines);
        self.drawn.set(lines.lines().count());
    }

    /// Writes in place of what may be written over. A terminal that was made narrower may have broken
    /// those lines: then the first of them stay, and nothing above them is lost.
    fn write(&self, text: &str) {
        let over = match self.drawn.take() {
            0 => String::new(),
            lines => format!("\x1b[{lines}A\r\x1b[J"),
        };
        let _ = io::stderr().write_all(format!("{over}{text}").as_bytes());
    }

    /// Lets what was written last stay: something else is written below it.
    pub(crate) fn keep(&self) {
        self.drawn.set(0);
    }

    /// The same, where nothing goes on any more.
    pub(crate) fn end(&self) {
        self.keep();
        self.last.borrow_mut().clear();
    }
}

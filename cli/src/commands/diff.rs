//! `taskdef diff`: what two task definitions differ in, one line each.

use std::io::{self, Write};
use std::path::Path;

use taskdef_core::diff::{Comparison, Difference, DifferenceKind, Which, diff};
use taskdef_core::escape;
use taskdef_core::mask::MASK;
use taskdef_core::report::{self, Style};
use taskdef_core::{Failure, Lang, Pasted, Unreadable};

use crate::args::{DiffArgs, Format};
use crate::error::{Error, Status};
use crate::files::{self, Source};
use crate::paint::{Paint, Stream};

pub(crate) fn run(args: &DiffArgs) -> Result<Status, Error> {
    let stdin = Path::new("-");
    if args.old == stdin && args.new == stdin {
        return Err(Error::Form {
            option: "NEW",
            form: "a file, since OLD is stdin already",
        });
    }
    let (old, new) = (Source::of(Some(&args.old))?, Source::of(Some(&args.new))?);
    let (old_bytes, new_bytes) = (old.read()?, new.read()?);
    let comparison = compare(&old_bytes, &new_bytes, args.show_values).map_err(|failed| {
        let (which, failure) = failed;
        let source = match which {
            Which::Old => &old,
            Which::New => &new,
        };
        error(failure, source, args.language.lang())
    })?;
    tell(&comparison, args)?;
    let none = comparison.differences.is_empty();
    Ok(if args.exit_code && !none {
        Status::Difference
    } else {
        Status::Done
    })
}

fn compare(old: &[u8], new: &[u8], show_values: bool) -> Result<Comparison, (Which, Failure)> {
    let unreadable = |which| move |error: Unreadable| (which, Failure::from(error));
    let old = Pasted::bytes(old).map_err(unreadable(Which::Old))?;
    let new = Pasted::bytes(new).map_err(unreadable(Which::New))?;
    diff(&old, &new, show_values)
}

fn error(failure: Failure, source: &Source, lang: Lang) -> Error {
    match failure {
        Failure::Unreadable(error) => Error::Unreadable {
            file: source.name(),
            error,
            lang,
        },
        Failure::Edit(error) => Error::Edit { error, lang },
    }
}

fn tell(comparison: &Comparison, args: &DiffArgs) -> Result<(), Error> {
    let lang = args.language.lang();
    let differences = &comparison.differences;
    if args.format == Format::Json {
        return files::to_stdout(&(comparison.to_json() + "\n"));
    }
    if differences.is_empty() {
        let none = match lang {
            Lang::En => "no difference\n",
            Lang::Ja => "違いはありません\n",
        };
        let _ = io::stderr().write_all(none.as_bytes());
        return Ok(());
    }
    let paint = Paint::of(Stream::Stdout).function();
    let lines = differences
        .iter()
        .map(|difference| line(difference, paint) + "\n");
    let mut text: String = lines.collect();
    text.push_str(&summary(differences, lang));
    text.push('\n');
    files::to_stdout(&text)
}

/// A difference on one line.
pub(crate) fn line(difference: &Difference, paint: report::Paint) -> String {
    let (sign, style) = match difference.kind {
        DifferenceKind::Added => ('+', Style::Good),
        DifferenceKind::Removed => ('-', Style::Error),
        DifferenceKind::Changed => ('~', Style::Warning),
    };
    let place = paint(style, &format!("{sign} {}", escape(&difference.at)));
    format!("{place}: {}", values(difference))
}

fn values(difference: &Difference) -> String {
    let values = [&difference.before, &difference.after];
    let values = values
        .into_iter()
        .flatten()
        .map(|json| shorten(&escape(json)));
    values.collect::<Vec<_>>().join(" → ")
}

/// How many of each kind; and, where masks may hide what changed, how to see it.
fn summary(differences: &[Difference], lang: Lang) -> String {
    let kinds = [
        (DifferenceKind::Added, "added", "追加"),
        (DifferenceKind::Removed, "removed", "削除"),
        (DifferenceKind::Changed, "changed", "変更"),
    ];
    let counts = kinds.into_iter().filter_map(|(kind, en, ja)| {
        let count = differences.iter().filter(|d| d.kind == kind).count();
        let told = match lang {
            Lang::En => format!("{count} {en}"),
            Lang::Ja => format!("{ja} {count}"),
        };
        (count > 0).then_some(told)
    });
    let counts: Vec<String> = counts.collect();
    let mut text = match (lang, differences.len()) {
        (Lang::En, 1) => format!("1 difference: {}", counts.join(", ")),
        (Lang::En, number) => format!("{number} differences: {}", counts.join(", ")),
        (Lang::Ja, number) => format!("違い {number} 件（{}）", counts.join("、")),
    };
    let values = differences.iter().flat_map(|d| [&d.before, &d.after]);
    if values.flatten().any(|json| json.contains(MASK)) {
        text.push_str(match lang {
            Lang::En => "; --show-values shows what is masked",
            Lang::Ja => "。伏せた値は --show-values で表示します",
        });
    }
    text
}

/// At most eighty characters of a text.
fn shorten(text: &str) -> String {
    const LONGEST: usize = 80;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let short = text.chars().take(LONGEST - 1);
    short.chain(['…']).collect()
}

//! Differences between two task definitions, as text.

use taskdef_core::Lang;
use taskdef_core::diff::{Difference, DifferenceKind};
use taskdef_core::escape;
use taskdef_core::mask::MASK;
use taskdef_core::report::{Paint, Style};

/// All differences, one a line, and how many there are.
pub(crate) fn render(differences: &[Difference], lang: Lang, paint: Paint) -> String {
    let lines = differences
        .iter()
        .map(|difference| line(difference, paint) + "\n");
    let mut text: String = lines.collect();
    text.push_str(&summary(differences, lang));
    text.push('\n');
    text
}

/// A difference on one line.
pub(crate) fn line(difference: &Difference, paint: Paint) -> String {
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
        let text = match lang {
            Lang::En => format!("{count} {en}"),
            Lang::Ja => format!("{ja} {count}"),
        };
        (count > 0).then_some(text)
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

//! What must hold of the annotated source: its rows reproduce the paste, and with their changes
//! applied the result. Used by `annotated.rs`, by the fuzz target `lesson` and by `no_panic.rs`.

use taskdef_core::annotated::{Part, Row, RowStatus};
use taskdef_core::{Options, Pasted, annotate};

/// JSON without the spaces between its tokens.
fn compact(json: &str) -> String {
    let mut out = String::new();
    let (mut quoted, mut escaped) = (false, false);
    for c in json.chars() {
        if quoted || !c.is_whitespace() {
            out.push(c);
        }
        quoted ^= c == '"' && !escaped;
        escaped = c == '\\' && !escaped && quoted;
    }
    out
}

/// Joins one side of the rows to compact JSON.
fn assembled<'a>(rows: &'a [Row], side: impl Fn(&'a Row) -> Option<&'a str>) -> String {
    let mut out = String::new();
    for row in rows {
        let Some(value) = side(row) else { continue };
        if row.part != Part::Close && !out.is_empty() && !out.ends_with(['[', '{']) {
            out.push(',');
        }
        // A generated wrapper replaces the key as well.
        let rewritten = row.rewritten && row.after.as_deref() == Some(value);
        if !row.key.is_empty() && !out.is_empty() && !rewritten {
            out.push_str(&row.key);
            out.push(':');
        }
        out.push_str(value);
    }
    compact(&out)
}

fn as_pasted(row: &Row) -> Option<&str> {
    row.line.map(|_| row.before.as_str())
}

fn as_result(row: &Row) -> Option<&str> {
    match row.status {
        RowStatus::Kept => Some(&row.before),
        RowStatus::Removed | RowStatus::Wrapper => None,
        RowStatus::Moved if row.line.is_some() => None,
        _ => row.after.as_deref(),
    }
}

/// Checks that the rows of a text reproduce its conversion, and, if it is strict JSON, the text; and
/// that they tell each change once and each finding. A text that can't be converted has no rows.
pub(crate) fn hold(pasted: &Pasted<'_>, options: &Options, strict: bool) -> Result<(), String> {
    let Ok(annotated) = annotate(pasted, options) else {
        return Ok(());
    };
    let (conversion, rows) = (&annotated.conversion, &annotated.rows);
    let expect = |what: &str, found: String, wanted: &str| {
        let wanted = compact(wanted);
        (found == wanted)
            .then_some(())
            .ok_or_else(|| format!("{what}:\n{found}\n{wanted}"))
    };
    if strict {
        expect("as pasted", assembled(rows, as_pasted), pasted.as_str())?;
    }
    expect("the result", assembled(rows, as_result), &conversion.result)?;
    let report = &conversion.report;
    let mut told: Vec<Option<&Row>> = vec![None; report.changes.len()];
    let mut found = vec![false; report.findings.len()];
    for row in rows {
        if let Some(change) = row.change
            && told[change].replace(row).is_some()
        {
            return Err("a change is told twice".into());
        }
        for &finding in &row.findings {
            found[finding] = true;
        }
    }
    for (change, row) in report.changes.iter().zip(told) {
        let Some(row) = row else {
            return Err(format!("{} is not told: {}", change.rule, change.dotted));
        };
        if row.line.is_some() && row.line != change.position.map(|position| position.line) {
            return Err(format!("{} is told at line {:?}", change.rule, row.line));
        }
    }
    for (finding, found) in report.findings.iter().zip(found) {
        if !found {
            return Err(format!("{} is not told: {}", finding.rule, finding.dotted));
        }
    }
    Ok(())
}

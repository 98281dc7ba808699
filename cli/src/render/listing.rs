//! What starts a family, and which revision of it, as text.

use std::fmt::Write as _;

use taskdef_core::escape;
use taskdef_core::report::{Paint, Style};

use crate::aws::listing::{ListedTrigger, Listing};

/// One rule or schedule a paragraph.
pub(crate) fn render(listing: &Listing, paint: Paint) -> String {
    let mut out = String::new();
    for listed in &listing.triggers {
        let place = paint(Style::Heading, &escape(&listed.id.to_string()));
        let _ = writeln!(out, "{place}");
        let _ = writeln!(out, "  {}", escape(&starts(listed, &listing.family)));
        let _ = writeln!(out, "  {}", escape(&when(listed)));
    }
    if listing.triggers.is_empty() {
        let _ = writeln!(
            out,
            "No rule and no schedule starts {}.",
            escape(&listing.family)
        );
    }
    for skipped in &listing.skipped {
        let warning = paint(
            Style::Warning,
            &escape(&format!("Not looked at: {skipped}")),
        );
        let _ = writeln!(out, "{warning}");
    }
    out.push_str(
        "Step Functions, Lambda and other programs may start it too; AWS lists them nowhere.\n",
    );
    out
}

fn starts(listed: &ListedTrigger, family: &str) -> String {
    let what = match listed.revision {
        Some(revision) => format!("pinned to {family}:{revision}"),
        None => format!("follows the latest revision of {family}"),
    };
    format!("{what}, on cluster {}", listed.cluster)
}

fn when(listed: &ListedTrigger) -> String {
    let Some(expression) = &listed.expression else {
        let state = if listed.enabled { "" } else { "disabled; " };
        return format!("{state}runs on an event");
    };
    let zone = listed.timezone.as_deref().filter(|zone| *zone != "UTC");
    let zone = zone.map_or_else(String::new, |zone| format!(" {zone}"));
    match (&listed.next_run, listed.enabled) {
        (_, false) => format!("{expression}{zone}; disabled"),
        (Some(next), true) => format!("{expression}{zone}; next run: {next}"),
        (None, true) => format!("{expression}{zone}; no next run"),
    }
}

//! The outcome of a deployment, as text.

use std::fmt::Write as _;

use taskdef_core::escape;
use taskdef_core::report::{Paint, Style};

use super::difference;
use crate::aws::deploy::outcome::{
    Family, Outcome, Registration, ReportedError, Service, ServiceState, TriggerOutcome,
    TriggerState,
};
use crate::aws::short;
use crate::status::Status;
use crate::time::elapsed;

/// Renders an outcome.
pub(crate) fn render(outcome: &Outcome, paint: Paint) -> String {
    let mut text = Text {
        outcome,
        paint,
        out: String::new(),
    };
    for family in &outcome.families {
        text.family(family);
    }
    text.permissions();
    for skipped in &outcome.skipped {
        text.line(Style::Warning, &format!("Not looked at: {skipped}"));
    }
    text.end();
    text.out
}

struct Text<'a> {
    outcome: &'a Outcome,
    paint: Paint,
    out: String,
}

impl Text<'_> {
    fn line(&mut self, style: Style, text: &str) {
        let text: Vec<_> = text
            .lines()
            .map(|line| (self.paint)(style, &escape(line)))
            .collect();
        self.out.push_str(&text.join("\n"));
        self.out.push('\n');
    }

    fn family(&mut self, family: &Family) {
        let revision = family.revision.as_deref().map(short).unwrap_or_default();
        let (style, what) = match family.registration {
            Registration::None if family.error.is_some() => {
                (Style::Error, "not registered".to_owned())
            }
            Registration::None => (Style::Warning, "not registered: stopped before".to_owned()),
            Registration::Registered => (Style::Good, format!("registered as {revision}")),
            Registration::Reused => (
                Style::Good,
                format!("{revision} is already the same; nothing to register"),
            ),
            Registration::Given => (Style::Good, format!("revision {revision}")),
            Registration::Planned => (Style::Heading, "would register a new revision".to_owned()),
        };
        self.line(style, &format!("{}: {what}", family.name));
        if let Some(why) = &family.why {
            self.line(Style::Quiet, &format!("  {why}"));
        }
        self.differences(family);
        for difference in &family.ignored {
            self.line(Style::Error, &format!("  AWS ignored {}", difference.at));
        }
        if let Some(owner) = &family.owner {
            self.line(
                Style::Warning,
                &format!("  {owner} manages this task definition: its next run will undo this"),
            );
        }
        self.error(family.error.as_ref());
        if family.has_no_service {
            let cluster = self.outcome.cluster.as_deref().unwrap_or_default();
            self.line(
                Style::Warning,
                &format!("  no service of cluster {cluster} runs {}", family.name),
            );
        }
        for service in &family.services {
            self.service(service, &revision);
        }
        if let Some(task) = &family.task {
            let code = task
                .exit_code
                .map_or("-".to_owned(), |code| code.to_string());
            self.line(
                Style::Quiet,
                &format!("  task {}: exit code {code}", task.arn),
            );
        }
        for start in &family.triggers {
            self.start(start, family, &revision);
        }
    }

    fn differences(&mut self, family: &Family) {
        if family.differences.is_empty() {
            return;
        }
        let before = family.before.as_deref().map(short).unwrap_or_default();
        self.line(Style::Quiet, &format!("  changes {before}:"));
        for difference in &family.differences {
            let line = difference::line(difference, self.paint);
            let _ = writeln!(self.out, "    {line}");
        }
    }

    fn error(&mut self, error: Option<&ReportedError>) {
        if let Some(error) = error {
            for line in error.message.lines() {
                self.line(Style::Error, &format!("    {line}"));
            }
        }
    }

    fn service(&mut self, service: &Service, revision: &str) {
        let before = short(&service.before);
        let now = service.now.as_deref().filter(|now| !now.is_empty());
        let now = now.map_or_else(|| "nothing that AWS shows".to_owned(), short);
        let time = service.seconds.map(std::time::Duration::from_secs);
        let time = time.map(elapsed).unwrap_or_default();
        let to = if revision.is_empty() {
            "the new revision"
        } else {
            revision
        };
        let (style, what) = match service.state {
            ServiceState::Planned if before == to => {
                (Style::Heading, format!("would start new tasks of {to}"))
            }
            ServiceState::Planned => (Style::Heading, format!("{before} → {to}")),
            ServiceState::NotReached => (Style::Warning, format!("still runs {before}")),
            ServiceState::Unchanged => (Style::Quiet, format!("runs {before} already")),
            ServiceState::Older => (
                Style::Quiet,
                format!("runs {before}, which is older; left as it is"),
            ),
            ServiceState::Updated => (Style::Good, format!("{before} → {to}; not waited for")),
            ServiceState::Deployed => (Style::Good, format!("{before} → {to}, done in {time}")),
            ServiceState::Failed => (Style::Error, format!("{before} → {to} failed")),
            ServiceState::RolledBack => (Style::Error, format!("{to} failed; {now} was put back")),
            ServiceState::RollingBack => (
                Style::Error,
                format!("{to} failed; {now} is being put back"),
            ),
            ServiceState::Superseded => (
                Style::Error,
                format!("it is to run {now} now, not {to}; AWS does not say who changed it"),
            ),
            ServiceState::Gone => (Style::Error, "it was deleted meanwhile".to_owned()),
            ServiceState::TimedOut => (
                Style::Error,
                format!("{before} → {to} was not done in time; the deployment goes on"),
            ),
            ServiceState::Interrupted => (
                Style::Warning,
                format!("{before} → {to} is under way; the deployment goes on"),
            ),
            ServiceState::Error => (Style::Error, format!("{before} → {to}:")),
        };
        self.line(style, &format!("  service {}: {what}", service.name));
        for reason in &service.reasons {
            self.line(Style::Quiet, &format!("    {reason}"));
        }
        if let Some(owner) = &service.owner {
            self.line(
                Style::Warning,
                &format!("    {owner} manages this service: its next run will undo this"),
            );
        }
        self.error(service.error.as_ref());
    }

    fn start(&mut self, start: &TriggerOutcome, family: &Family, revision: &str) {
        let before = short(&start.before);
        let to = if revision.is_empty() {
            "the new revision"
        } else {
            revision
        };
        let (style, what) = match start.state {
            TriggerState::Planned => (Style::Heading, format!("{before} → {to}")),
            TriggerState::NotReached => (Style::Warning, format!("still starts {before}")),
            TriggerState::Moved => (Style::Good, format!("{before} → {to}")),
            TriggerState::Unpinned => (
                Style::Good,
                format!("{before} → follows the latest from now on"),
            ),
            TriggerState::AlreadyThere => (Style::Quiet, format!("starts {before} already")),
            TriggerState::FollowsLatest => (Style::Quiet, follows_latest(family, revision)),
            TriggerState::OtherCluster => (
                Style::Quiet,
                format!(
                    "starts {before} on cluster {}; left as it is",
                    start.cluster
                ),
            ),
            TriggerState::StartsLatest => (Style::Warning, starts_latest(revision)),
            TriggerState::Older => (
                Style::Quiet,
                format!("starts {before}, which is older; left as it is"),
            ),
            TriggerState::Changed if before == to => (
                Style::Error,
                format!("started {to} already, and somebody else changed it since"),
            ),
            TriggerState::Changed => (
                Style::Error,
                format!("was moved to {to}, and somebody else changed it since"),
            ),
            // Without an answer it may start either.
            TriggerState::Error if is_unanswered(start) => {
                (Style::Error, format!("{before} → {to}:"))
            }
            TriggerState::Error => (Style::Error, format!("still starts {before}:")),
        };
        self.line(style, &format!("  {}: {what}", start.id));
        if let Some(note) = &start.note {
            self.line(Style::Quiet, &format!("    {note}"));
        }
        self.error(start.error.as_ref());
    }

    fn permissions(&mut self) {
        if self.outcome.permissions.is_empty() {
            return;
        }
        self.line(Style::Heading, "IAM actions that this takes:");
        for permission in &self.outcome.permissions {
            let to = permission
                .passed_to
                .map(|to| format!(" to {to}"))
                .unwrap_or_default();
            for resource in &permission.resources {
                let _ = writeln!(
                    self.out,
                    "  {}{to} on {}",
                    permission.action,
                    escape(resource)
                );
            }
        }
    }

    fn end(&mut self) {
        if self.outcome.dry_run {
            self.line(Style::Heading, "A dry run: nothing was changed.");
        }
        if let Some(next) = &self.outcome.next {
            self.line(Style::Heading, "To go on from here:");
            for line in next.lines() {
                let _ = writeln!(self.out, "  {}", escape(line));
            }
        }
    }
}

/// Whether it is not known what became of a move.
fn is_unanswered(start: &TriggerOutcome) -> bool {
    let error = start.error.as_ref();
    error.is_some_and(|error| error.status == Status::Unreachable as u8)
}

/// What a trigger does that follows the latest, which is the deployed revision or will be.
fn follows_latest(family: &Family, revision: &str) -> String {
    match family.registration {
        Registration::Planned | Registration::None => {
            "follows the latest; left as it is".to_owned()
        }
        _ => format!("follows the latest, so it starts {revision} by itself"),
    }
}

/// The same where the latest is newer: an older revision does not become it by being deployed.
fn starts_latest(revision: &str) -> String {
    format!(
        "follows the latest, which is newer than {revision}, and still starts that; `taskdef fetch \
         {revision} | taskdef register - --always` makes it the latest"
    )
}

//! The outcome of a deployment, as text.

mod deployment;
mod service;
mod trigger;

use std::fmt::Write as _;

use taskdef_core::report::{Paint, Style};
use taskdef_core::{Lang, escape};

use super::difference;
use crate::aws::deploy::outcome::{
    Family, FirstRunState, Outcome, Registration, Service, TriggerOutcome,
};
use crate::aws::short;
use crate::reported::ReportedError;
use crate::text::text;

/// Renders an outcome.
pub(crate) fn render(outcome: &Outcome, lang: Lang, paint: Paint) -> String {
    let mut text = Text {
        outcome,
        lang,
        paint,
        out: String::new(),
    };
    for family in &outcome.families {
        text.family(family);
    }
    text.permissions();
    for skipped in &outcome.skipped {
        let line = text!(
            lang,
            "Not looked at: {skipped}",
            "確認できなかったもの: {skipped}"
        );
        text.line(Style::Warning, &line);
    }
    text.end();
    text.out
}

struct Text<'a> {
    outcome: &'a Outcome,
    lang: Lang,
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
        let lang = self.lang;
        let (name, revision) = (&family.name, family.revision.as_deref().map(short));
        let (style, what) = registration(family, &revision.clone().unwrap_or_default(), lang);
        self.line(style, &format!("{name}: {what}"));
        if let Some(why) = &family.why {
            self.line(Style::Quiet, &format!("  {why}"));
        }
        self.differences(family);
        for difference in &family.ignored {
            let at = &difference.at;
            let line = text!(lang, "  AWS ignored {at}", "  {at} は AWS に無視されました");
            self.line(Style::Error, &line);
        }
        if let Some(owner) = &family.owner {
            let line = text!(
                lang,
                "  {owner} manages this task definition: its next run will undo this",
                "  このタスク定義は {owner} が管理しています。次にそちらが実行されると、この変更は元に戻ります"
            );
            self.line(Style::Warning, &line);
        }
        self.error(family.error.as_ref());
        if family.has_no_service {
            let cluster = self.outcome.cluster.as_deref().unwrap_or_default();
            let line = text!(
                lang,
                "  no service of cluster {cluster} runs {name}",
                "  クラスター {cluster} に {name} を実行しているサービスはありません"
            );
            self.line(Style::Warning, &line);
        }
        if let Some(first) = &family.first_run {
            let style = match first.state {
                FirstRunState::Planned => Style::Heading,
                FirstRunState::Succeeded => Style::Good,
                _ => Style::Warning,
            };
            self.line(style, &format!("  {}", first.told));
        }
        let to = revision.unwrap_or_else(|| text!(lang, "the new revision", "新しいリビジョン"));
        for service in &family.services {
            self.service(service, &to);
        }
        if let Some(task) = &family.task {
            let code = task.exit_code;
            let code = code.map_or("-".to_owned(), |code| code.to_string());
            let arn = &task.arn;
            let line = text!(
                lang,
                "  task {arn}: exit code {code}",
                "  タスク {arn}: 終了コード {code}"
            );
            self.line(Style::Quiet, &line);
        }
        for start in &family.triggers {
            self.start(start, family, &to);
        }
    }

    fn differences(&mut self, family: &Family) {
        if family.differences.is_empty() {
            return;
        }
        let before = family.before.as_deref().map(short).unwrap_or_default();
        let line = text!(self.lang, "  changes {before}:", "  {before} からの変更:");
        self.line(Style::Quiet, &line);
        for difference in &family.differences {
            let line = difference::line(difference, self.paint);
            let _ = writeln!(self.out, "    {line}");
        }
    }

    fn error(&mut self, error: Option<&ReportedError>) {
        if let Some(error) = error {
            for line in error.text().lines() {
                self.line(Style::Error, &format!("    {line}"));
            }
        }
    }

    fn service(&mut self, service: &Service, to: &str) {
        let (name, lang) = (&service.name, self.lang);
        let (style, what) = service::render(service, to, lang);
        let line = text!(
            lang,
            "  service {name}: {what}",
            "  サービス {name}: {what}"
        );
        self.line(style, &line);
        let notes = service::notes(service, lang);
        let meanings = service.meanings.iter().map(|it| it.line(lang));
        let meanings: Vec<String> = meanings.collect();
        let notes = service.reasons.iter().chain(&meanings).chain(&notes);
        for line in notes.flat_map(|note| note.lines()) {
            self.line(Style::Quiet, &format!("    {line}"));
        }
        if let Some(owner) = &service.owner {
            let line = text!(
                lang,
                "    {owner} manages this service: its next run will undo this",
                "    このサービスは {owner} が管理しています。次にそちらが実行されると、この変更は元に戻ります"
            );
            self.line(Style::Warning, &line);
        }
        self.error(service.error.as_ref());
    }

    fn start(&mut self, start: &TriggerOutcome, family: &Family, to: &str) {
        let (style, what) = trigger::render(start, family, to, self.lang);
        let id = start.id.text(self.lang);
        self.line(style, &format!("  {id}: {what}"));
        if let Some(note) = &start.note {
            self.line(Style::Quiet, &format!("    {note}"));
        }
        self.error(start.error.as_ref());
    }

    fn permissions(&mut self) {
        if self.outcome.permissions.is_empty() {
            return;
        }
        let lang = self.lang;
        let heading = text!(
            lang,
            "IAM actions that this takes:",
            "実行に必要な IAM アクション:"
        );
        self.line(Style::Heading, &heading);
        for permission in &self.outcome.permissions {
            let action = &permission.action;
            for resource in &permission.resources {
                let resource = escape(resource);
                let line = match permission.passed_to {
                    Some(to) => text!(
                        lang,
                        "  {action} to {to} on {resource}",
                        "  {action}（渡す先: {to}、対象: {resource}）"
                    ),
                    None => text!(
                        lang,
                        "  {action} on {resource}",
                        "  {action}（対象: {resource}）"
                    ),
                };
                self.out.push_str(&line);
                self.out.push('\n');
            }
        }
    }

    fn end(&mut self) {
        let lang = self.lang;
        if self.outcome.dry_run {
            let line = text!(
                lang,
                "A dry run: nothing was changed.",
                "ドライランです。何も変更していません。"
            );
            self.line(Style::Heading, &line);
        }
        if let Some(next) = &self.outcome.next {
            let line = text!(lang, "To go on from here:", "ここから続けるには:");
            self.line(Style::Heading, &line);
            for line in next.lines() {
                let _ = writeln!(self.out, "  {}", escape(line));
            }
            self.unregistered();
        }
    }

    /// What the command that goes on leaves out, since it names revisions only.
    fn unregistered(&mut self) {
        let families = self.outcome.families.iter();
        let left = families.filter(|it| it.registration == Registration::None);
        let files: Vec<&str> = left.filter_map(|it| it.file.as_deref()).collect();
        if !files.is_empty() {
            let files = files.join(" ");
            let line = text!(
                self.lang,
                "Then run the command that stopped again, with what was not registered: {files}",
                "続けて、登録できなかったファイルだけで元のコマンドをもう一度実行してください: {files}"
            );
            self.line(Style::Heading, &line);
        }
    }
}

/// How a family got its revision.
fn registration(family: &Family, revision: &str, lang: Lang) -> (Style, String) {
    match family.registration {
        Registration::None if family.error.is_some() => {
            let what = text!(lang, "not registered", "登録できませんでした");
            (Style::Error, what)
        }
        Registration::None => {
            let what = text!(
                lang,
                "not registered: stopped before",
                "登録していません（その前に中断しました）"
            );
            (Style::Warning, what)
        }
        Registration::Registered => {
            let what = text!(
                lang,
                "registered as {revision}",
                "{revision} として登録しました"
            );
            (Style::Good, what)
        }
        Registration::Reused => {
            let what = text!(
                lang,
                "{revision} is already the same; nothing to register",
                "{revision} がすでに同じ内容なので、登録は不要です"
            );
            (Style::Good, what)
        }
        Registration::Given => {
            let what = text!(lang, "revision {revision}", "リビジョン {revision}");
            (Style::Good, what)
        }
        Registration::Planned => {
            let what = text!(
                lang,
                "would register a new revision",
                "新しいリビジョンを登録する予定です"
            );
            (Style::Heading, what)
        }
    }
}

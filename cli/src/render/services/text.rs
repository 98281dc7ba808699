//! The services as text: a line each, and more of those that were asked for by name.

use std::fmt::Write as _;

use taskdef_core::report::{Paint, Style};
use taskdef_core::{Lang, escape};
use unicode_width::UnicodeWidthStr;

use super::{Condition, DeploymentStatus, ServiceDeployment, ServiceStatus, StatusReport};
use crate::aws::waits;
use crate::terminal::cut;
use crate::text::{semicolon, text};

impl StatusReport {
    /// One line a service, cut to a terminal, the worst first, and how many there are of each condition. With `details`, the
    /// deployments and newest events of each too.
    pub(crate) fn to_text(
        &self,
        details: bool,
        lang: Lang,
        paint: Paint,
        width_of_terminal: Option<usize>,
    ) -> String {
        if self.services.is_empty() {
            let none = text!(
                lang,
                "There are no services on this cluster.",
                "このクラスターにサービスはありません。"
            );
            return none + "\n";
        }
        let rows: Vec<[String; 4]> = self.services.iter().map(|it| columns(it, lang)).collect();
        let width = |column: usize| rows.iter().map(|row| row[column].width()).max();
        let widths = [0, 1, 2, 3].map(|column| width(column).unwrap_or_default());
        let mut out = String::new();
        for (service, row) in self.services.iter().zip(&rows) {
            let cells = row.iter().zip(widths).map(|(cell, width)| {
                let space = width.saturating_sub(cell.width());
                format!("{cell}{}", " ".repeat(space))
            });
            let line = cells.collect::<Vec<_>>().join("  ");
            let mut line = format!("{line}  {}", note(service, lang));
            if let Some(width) = width_of_terminal {
                line = cut(line.trim_end(), width);
            }
            let _ = writeln!(out, "{}", paint(style(service.condition), line.trim_end()));
            if details {
                for deployment in &service.deployments {
                    deployment_lines(&mut out, deployment, lang);
                }
                for event in &service.events {
                    let _ = writeln!(out, "    {}", paint(Style::Quiet, &escape(event)));
                }
                for meaning in &service.meanings {
                    let _ = writeln!(out, "    {}", meaning.line(lang));
                }
            }
        }
        let _ = writeln!(out, "{}", paint(Style::Heading, &self.count(lang)));
        for unseen in &self.unseen {
            let unseen = escape(unseen);
            let line = text!(lang, "not seen: {unseen}", "確認できていないもの: {unseen}");
            let _ = writeln!(out, "{}", paint(Style::Warning, &line));
        }
        out
    }

    /// How many services there are, and of each condition.
    fn count(&self, lang: Lang) -> String {
        let counted = self.summary.iter().map(|(condition, number)| {
            let word = word(*condition, lang);
            text!(lang, "{number} {word}", "{word} {number}")
        });
        let all = self.services.len();
        match lang {
            Lang::En => {
                let counted = counted.collect::<Vec<_>>().join(", ");
                let services = if all == 1 { "service" } else { "services" };
                format!("{all} {services}: {counted}")
            }
            Lang::Ja => {
                let counted = counted.collect::<Vec<_>>().join("、");
                format!("サービス {all} 件: {counted}")
            }
        }
    }
}

/// State, name, revision, and running of desired tasks.
fn columns(service: &ServiceStatus, lang: Lang) -> [String; 4] {
    let (revision, tasks) = match service.primary() {
        Some(primary) => (
            escape(&primary.short()).into_owned(),
            format!("{}/{}", primary.running, primary.desired),
        ),
        None => ("-".to_owned(), format!("?/{}", service.desired)),
    };
    let name = escape(&service.service).into_owned();
    [word(service.condition, lang), name, revision, tasks]
}

/// What else is to be known of a service at once.
fn note(service: &ServiceStatus, lang: Lang) -> String {
    let Some(primary) = service.primary() else {
        return match service.condition {
            Condition::Inactive => escape(&service.status).into_owned(),
            _ => text!(
                lang,
                "another controller deploys it, so ECS shows no deployment",
                "別のコントローラーがデプロイするため、ECS にはデプロイがありません"
            ),
        };
    };
    let mut parts = Vec::new();
    if service.status != "ACTIVE" {
        parts.push(service.status.clone());
    }
    if primary.failed > 0 && service.condition != Condition::Steady {
        let failed = primary.failed;
        parts.push(text!(
            lang,
            "{failed} tasks failed in a row",
            "タスクが {failed} 回連続で失敗"
        ));
    }
    if let Some(deployment) = &service.service_deployment {
        parts.extend(deployment_note(deployment, lang));
    }
    if primary.pending > 0 {
        let pending = primary.pending;
        parts.push(text!(lang, "{pending} pending", "保留中 {pending}"));
    }
    let is_going = service.condition != Condition::Steady;
    let others = service
        .deployments
        .iter()
        .filter(|it| !it.primary && is_going);
    let others: Vec<String> = others.map(DeploymentStatus::short).collect();
    if !others.is_empty() {
        let others = others.join(", ");
        parts.push(text!(lang, "replaces {others}", "{others} から"));
    }
    if service.condition.is_failing() && !primary.reason.is_empty() {
        parts.push(primary.reason.clone());
    }
    let parts = parts.join(semicolon(lang));
    escape(&parts).into_owned()
}

/// How far a service deployment is, and for what it waits.
fn deployment_note(deployment: &ServiceDeployment, lang: Lang) -> Vec<String> {
    let mut parts: Vec<String> = deployment.stage.iter().cloned().collect();
    if let Some(traffic) = deployment.traffic {
        parts.push(text!(
            lang,
            "{traffic}% of traffic",
            "トラフィック {traffic}%"
        ));
    }
    for hook in &deployment.waits_at {
        let waits = waits(None, hook.expires.as_deref(), hook.then.as_deref(), lang);
        parts.push(waits);
    }
    parts.extend(Some(deployment.reason.clone()).filter(|it| !it.is_empty()));
    parts
}

fn deployment_lines(out: &mut String, deployment: &DeploymentStatus, lang: Lang) {
    let DeploymentStatus {
        desired,
        running,
        pending,
        rollout,
        ..
    } = deployment;
    let revision = deployment.short();
    let line = if deployment.primary {
        text!(
            lang,
            "runs {revision}: {running} of {desired} running, {pending} pending {rollout}",
            "{revision} を実行: 希望数 {desired} のうち {running} 実行中、保留中 {pending} {rollout}"
        )
    } else {
        text!(
            lang,
            "replaces {revision}: {running} of {desired} running, {pending} pending {rollout}",
            "{revision} を置き換え中: 希望数 {desired} のうち {running} 実行中、保留中 {pending} {rollout}"
        )
    };
    let _ = writeln!(out, "    {}", escape(line.trim_end()));
    if !deployment.reason.is_empty() {
        let _ = writeln!(out, "      {}", escape(&deployment.reason));
    }
}

fn style(condition: Condition) -> Style {
    match condition {
        Condition::Failed | Condition::RollingBack | Condition::Failing => Style::Error,
        Condition::Waiting | Condition::Deploying | Condition::Short => Style::Warning,
        Condition::Unseen | Condition::Inactive => Style::Quiet,
        Condition::Steady => Style::Good,
    }
}

/// A condition in one word or two.
fn word(condition: Condition, lang: Lang) -> String {
    match condition {
        Condition::Failed => text!(lang, "failed", "失敗"),
        Condition::RollingBack => text!(lang, "rolling back", "ロールバック中"),
        Condition::Failing => text!(lang, "failing", "タスク失敗中"),
        Condition::Waiting => text!(lang, "waiting", "操作待ち"),
        Condition::Deploying => text!(lang, "deploying", "デプロイ中"),
        Condition::Short => text!(lang, "short of tasks", "タスク不足"),
        Condition::Unseen => text!(lang, "not shown", "表示なし"),
        Condition::Inactive => text!(lang, "inactive", "無効"),
        Condition::Steady => text!(lang, "steady", "安定"),
    }
}

//! The state of a service on one line.

use std::time::Duration;

use serde::Serialize;
use taskdef_core::{Lang, escape};

use crate::text::{comma, text};
use crate::time::elapsed;

/// What is seen of a service that is waited for.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Row {
    pub(crate) service: String,
    /// `FAMILY:REVISION`.
    pub(crate) revision: String,
    pub(crate) phase: Phase,
    /// `IN_PROGRESS`, `COMPLETED`, `FAILED`, or that of the service deployment, such as
    /// `ROLLBACK_IN_PROGRESS`; empty where AWS does not tell.
    pub(crate) rollout: String,
    pub(crate) desired: u64,
    pub(crate) running: u64,
    pub(crate) pending: u64,
    /// Tasks that failed in a row.
    pub(crate) failed_tasks: u64,
    /// `BLUE_GREEN`, `LINEAR` or `CANARY`; that of a rolling update is not told.
    pub(crate) strategy: Option<String>,
    /// The lifecycle stage.
    pub(crate) stage: Option<String>,
    /// The percentage of production traffic that the revision is to have.
    pub(crate) traffic: Option<f64>,
    /// The most seconds that are left of the bake time.
    pub(crate) bake_seconds_left: Option<u64>,
}

/// How far it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Phase {
    Failed,
    /// Another deployment took its place.
    Replaced,
    /// The service was deleted.
    Gone,
    Paused,
    #[default]
    Going,
    /// AWS does not show the deployment yet.
    NotShown,
    /// It came as far as it is waited for.
    Reached,
    Done,
}

impl Row {
    /// What a change of is told: everything but the time.
    pub(super) fn key(&self) -> String {
        self.state(Lang::En, None)
    }

    /// The service and its state after a time.
    pub(super) fn line(&self, time: Duration, lang: Lang) -> String {
        let (now, time) = (self.now(lang), elapsed(time, lang));
        text!(lang, "{now}, {time}", "{now}、{time}")
    }

    /// The service and its state.
    pub(super) fn now(&self, lang: Lang) -> String {
        let (service, state) = (escape(&self.service), self.state_text(lang));
        text!(
            lang,
            "service {service}: {state}",
            "サービス {service}: {state}"
        )
    }

    /// Its state, without its name.
    pub(super) fn state_text(&self, lang: Lang) -> String {
        escape(&self.state(lang, self.bake_seconds_left)).into_owned()
    }

    fn state(&self, lang: Lang, left: Option<u64>) -> String {
        let rollout = &self.rollout;
        let mut parts = Vec::new();
        match self.phase {
            Phase::NotShown => {
                return text!(
                    lang,
                    "AWS does not show the deployment yet",
                    "AWS にまだデプロイが表示されていません"
                );
            }
            Phase::Gone => return text!(lang, "deleted", "削除済み"),
            Phase::Replaced => {
                return text!(
                    lang,
                    "replaced by another deployment",
                    "別のデプロイに置き換え"
                );
            }
            Phase::Failed => parts.push(text!(lang, "failed", "失敗")),
            Phase::Paused => parts.push(text!(lang, "waits for somebody", "操作待ち")),
            Phase::Reached => {
                parts.push(text!(lang, "reached", "到達"));
            }
            Phase::Done => parts.push(text!(lang, "done", "完了")),
            Phase::Going => {}
        }
        let goes_on = self.phase != Phase::Done;
        parts.extend(self.stage.clone().filter(|_| goes_on));
        if let Some(traffic) = self.traffic.filter(|_| goes_on) {
            parts.push(text!(
                lang,
                "{traffic}% of traffic",
                "トラフィック {traffic}%"
            ));
        }
        if let Some(left) = left.map(|left| elapsed(Duration::from_secs(left), lang)) {
            parts.push(text!(lang, "at most {left} left", "残り最大 {left}"));
        }
        let (running, desired, pending) = (self.running, self.desired, self.pending);
        let is_counted = self.phase == Phase::Going || running + desired + pending > 0;
        if is_counted {
            parts.push(text!(
                lang,
                "{running} of {desired} running",
                "実行中 {running}/{desired}"
            ));
        }
        if self.phase == Phase::Going || pending > 0 {
            parts.push(text!(lang, "{pending} pending", "保留中 {pending}"));
        }
        let failed = self.failed_tasks;
        if failed > 0 {
            parts.push(text!(lang, "{failed} failed", "失敗 {failed}"));
        }
        let is_told = matches!(self.phase, Phase::Going | Phase::Failed);
        if is_told && !rollout.is_empty() {
            parts.push(rollout.clone());
        }
        // It never changes, and is cut off first.
        parts.extend(self.strategy.clone().filter(|_| goes_on));
        parts.join(comma(lang))
    }
}

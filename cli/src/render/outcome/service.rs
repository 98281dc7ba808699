//! What became of a service, as text.

use std::time::Duration;

use taskdef_core::Lang;
use taskdef_core::report::Style;

use super::deployment;
use crate::aws::deploy::outcome::{Service, ServiceState};
use crate::aws::short;
use crate::text::text;
use crate::time::elapsed;

/// What became of a service that was to run `to`.
pub(super) fn render(service: &Service, to: &str, lang: Lang) -> (Style, String) {
    (style(service.state), words(service, to, lang))
}

/// What is left to say of its deployment.
pub(super) fn notes(service: &Service, lang: Lang) -> Vec<String> {
    let shown = service.shown.iter();
    let notes = shown.flat_map(|shown| deployment::notes(shown, service.state, lang));
    notes.collect()
}

fn style(state: ServiceState) -> Style {
    match state {
        ServiceState::Planned => Style::Heading,
        ServiceState::NotReached | ServiceState::Interrupted | ServiceState::Paused => {
            Style::Warning
        }
        ServiceState::Unchanged | ServiceState::Older => Style::Quiet,
        ServiceState::Updated | ServiceState::Deployed | ServiceState::Reached => Style::Good,
        ServiceState::Failed
        | ServiceState::RolledBack
        | ServiceState::RollingBack
        | ServiceState::Superseded
        | ServiceState::Gone
        | ServiceState::TimedOut
        | ServiceState::Error => Style::Error,
    }
}

fn words(service: &Service, to: &str, lang: Lang) -> String {
    let before = short(&service.before);
    let now = service.now.as_deref().filter(|now| !now.is_empty());
    let now = now.map_or_else(
        || {
            text!(
                lang,
                "nothing that AWS shows",
                "AWS からはわからないリビジョン"
            )
        },
        short,
    );
    let time = service.seconds.map(Duration::from_secs);
    let time = time.map(|time| elapsed(time, lang)).unwrap_or_default();
    let change = format!("{before} → {to}");
    match service.state {
        ServiceState::Planned if before == to => text!(
            lang,
            "would start new tasks of {to}",
            "{to} の新しいタスクを起動する予定です"
        ),
        ServiceState::Planned => change,
        ServiceState::NotReached => text!(lang, "still runs {before}", "{before} のままです"),
        ServiceState::Unchanged => text!(
            lang,
            "runs {before} already",
            "すでに {before} を実行しています"
        ),
        ServiceState::Older => text!(
            lang,
            "runs {before}, which is older; left as it is",
            "より古い {before} を実行しているので、そのままにします"
        ),
        ServiceState::Updated => text!(
            lang,
            "{before} → {to}; not waited for",
            "{before} → {to}（完了は待っていません）"
        ),
        ServiceState::Deployed => text!(
            lang,
            "{before} → {to}, done in {time}",
            "{before} → {to}（{time} で完了しました）"
        ),
        ServiceState::Reached => deployment::reached(service, &change, &time, lang),
        ServiceState::Paused => deployment::paused(service, &change, lang),
        ServiceState::Failed => text!(
            lang,
            "{before} → {to} failed",
            "{before} → {to} は失敗しました"
        ),
        ServiceState::RolledBack => text!(
            lang,
            "{to} failed; {now} was put back",
            "{to} は失敗し、{now} に戻りました"
        ),
        ServiceState::RollingBack => text!(
            lang,
            "{to} failed; {now} is being put back",
            "{to} は失敗し、{now} に戻している途中です"
        ),
        ServiceState::Superseded => text!(
            lang,
            "it is to run {now} now, not {to}; AWS does not say who changed it",
            "{to} ではなく {now} を実行する設定になっています。だれが変更したかは AWS からはわかりません"
        ),
        ServiceState::Gone => text!(lang, "it was deleted meanwhile", "途中で削除されました"),
        ServiceState::TimedOut => text!(
            lang,
            "{before} → {to} was not done in time; the deployment goes on",
            "{before} → {to} は時間内に完了しませんでした。デプロイは続いています"
        ),
        ServiceState::Interrupted => text!(
            lang,
            "{before} → {to} is under way; the deployment goes on",
            "{before} → {to} はまだ途中です。デプロイは続いています"
        ),
        ServiceState::Error => format!("{before} → {to}:"),
    }
}

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
    let now = now.map(short);
    let time = service.seconds.map(Duration::from_secs);
    let time = time.map(|time| elapsed(time, lang)).unwrap_or_default();
    let change = if before == to {
        to.to_owned()
    } else {
        format!("{before} → {to}")
    };
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
            "{change}; not waited for",
            "{change}（完了は待っていません）"
        ),
        ServiceState::Deployed => text!(
            lang,
            "{change}, done in {time}",
            "{change}（{time}で完了しました）"
        ),
        ServiceState::Reached => deployment::reached(service, &change, &time, lang),
        ServiceState::Paused => deployment::paused(service, &change, lang),
        ServiceState::Failed => text!(lang, "{change} failed", "{change} は失敗しました"),
        ServiceState::RolledBack | ServiceState::RollingBack | ServiceState::Superseded => {
            elsewhere(service, to, now, lang)
        }
        ServiceState::Gone => text!(lang, "it was deleted meanwhile", "途中で削除されました"),
        ServiceState::TimedOut if service.is_seen => text!(
            lang,
            "{change} was not done in time; the deployment goes on",
            "{change} は時間内に完了しませんでした。デプロイは続いています"
        ),
        ServiceState::TimedOut => text!(
            lang,
            "{change} was not seen in time; whether its deployment goes on is not known",
            "{change} は時間内に確認できませんでした。デプロイが続いているかどうかはわかりません"
        ),
        ServiceState::Interrupted if service.is_seen => text!(
            lang,
            "{change} is under way; the deployment goes on",
            "{change} はまだ途中です。デプロイは続いています"
        ),
        ServiceState::Interrupted => text!(
            lang,
            "{change} was not seen yet; whether its deployment goes on is not known",
            "{change} はまだ確認できていません。デプロイが続いているかどうかはわかりません"
        ),
        ServiceState::Error => format!("{change}:"),
    }
}

/// A service that is to run another revision than it was to, if AWS shows which.
fn elsewhere(service: &Service, to: &str, now: Option<String>, lang: Lang) -> String {
    match service.state {
        ServiceState::RolledBack => match now {
            Some(now) => text!(
                lang,
                "{to} failed; {now} was put back",
                "{to} は失敗し、{now} に戻りました"
            ),
            None => text!(
                lang,
                "{to} failed; an earlier revision was put back, and AWS does not show which",
                "{to} は失敗し、前のリビジョンに戻りました。どのリビジョンかは AWS からはわかりません"
            ),
        },
        ServiceState::RollingBack => match now {
            Some(now) => text!(
                lang,
                "{to} failed; {now} is being put back",
                "{to} は失敗し、{now} に戻している途中です"
            ),
            None => text!(
                lang,
                "{to} failed; an earlier revision is being put back, and AWS does not show which",
                "{to} は失敗し、前のリビジョンに戻している途中です。どのリビジョンかは AWS からはわかりません"
            ),
        },
        _ => {
            let now =
                now.unwrap_or_else(|| text!(lang, "nothing that AWS shows", "不明なリビジョン"));
            if service.is_seen || !service.is_attached {
                text!(
                    lang,
                    "it is to run {now} now, not {to}; AWS does not say who changed it",
                    "{to} ではなく {now} を実行する設定になっています。だれが変更したかは AWS からはわかりません"
                )
            } else {
                text!(
                    lang,
                    "it is to run {now}, and AWS shows no deployment of {to}",
                    "{now} を実行する設定になっています。{to} のデプロイは AWS に表示されていません"
                )
            }
        }
    }
}

//! What became of a rule's target or a schedule, as text.

use taskdef_core::Lang;
use taskdef_core::report::Style;

use crate::aws::deploy::outcome::{Family, Registration, TriggerOutcome, TriggerState};
use crate::aws::short;
use crate::status::Status;
use crate::text::text;

/// What became of a trigger that was to start `to`.
pub(super) fn render(
    start: &TriggerOutcome,
    family: &Family,
    to: &str,
    lang: Lang,
) -> (Style, String) {
    let before = short(&start.before);
    match start.state {
        TriggerState::Planned => (Style::Heading, format!("{before} → {to}")),
        TriggerState::NotReached => {
            let what = text!(lang, "still starts {before}", "{before} を起動するままです");
            (Style::Warning, what)
        }
        TriggerState::Moved => (Style::Good, format!("{before} → {to}")),
        TriggerState::Unpinned => {
            let what = text!(
                lang,
                "{before} → follows the latest from now on",
                "{before} → 今後は最新のリビジョンを起動します"
            );
            (Style::Good, what)
        }
        TriggerState::AlreadyThere => {
            let what = text!(
                lang,
                "starts {before} already",
                "すでに {before} を起動する設定です"
            );
            (Style::Quiet, what)
        }
        TriggerState::FollowsLatest => (Style::Quiet, follows_latest(family, to, lang)),
        TriggerState::OtherCluster => {
            let cluster = &start.cluster;
            let what = text!(
                lang,
                "starts {before} on cluster {cluster}; left as it is",
                "クラスター {cluster} で {before} を起動するものなので、そのままにします"
            );
            (Style::Quiet, what)
        }
        TriggerState::StartsLatest => (Style::Warning, starts_latest(to, lang)),
        TriggerState::Older => {
            let what = text!(
                lang,
                "starts {before}, which is older; left as it is",
                "より古い {before} を起動するものなので、そのままにします"
            );
            (Style::Quiet, what)
        }
        TriggerState::Changed if before == to => {
            let what = text!(
                lang,
                "started {to} already, and somebody else changed it since",
                "{to} を起動する設定でしたが、その後だれかに変更されました"
            );
            (Style::Error, what)
        }
        TriggerState::Changed => {
            let what = text!(
                lang,
                "was moved to {to}, and somebody else changed it since",
                "{to} に切り替えましたが、その後だれかに変更されました"
            );
            (Style::Error, what)
        }
        // Without an answer it may start either.
        TriggerState::Error if is_unanswered(start) => (Style::Error, format!("{before} → {to}:")),
        TriggerState::Error => {
            let what = text!(
                lang,
                "still starts {before}:",
                "{before} を起動するままです:"
            );
            (Style::Error, what)
        }
    }
}

/// Whether it is not known what became of a move.
fn is_unanswered(start: &TriggerOutcome) -> bool {
    let error = start.error.as_ref();
    error.is_some_and(|error| error.status == Status::Unreachable as u8)
}

/// What a trigger does that follows the latest, which is the deployed revision or will be.
fn follows_latest(family: &Family, revision: &str, lang: Lang) -> String {
    match family.registration {
        Registration::Planned | Registration::None => text!(
            lang,
            "follows the latest; left as it is",
            "最新のリビジョンを起動する設定なので、そのままにします"
        ),
        _ => text!(
            lang,
            "follows the latest, so it starts {revision} by itself",
            "最新のリビジョンを起動する設定なので、このままで {revision} を起動します"
        ),
    }
}

/// The same where the latest is newer: an older revision does not become it by being deployed.
fn starts_latest(revision: &str, lang: Lang) -> String {
    text!(
        lang,
        "follows the latest, which is newer than {revision}, and still starts that; `taskdef fetch \
         {revision} | taskdef register - --always` makes it the latest",
        "最新のリビジョンを起動する設定で、最新は {revision} より新しいため、{revision} は起動しません。\
         {revision} を最新にするには `taskdef fetch {revision} | taskdef register - --always` を\
         実行してください"
    )
}

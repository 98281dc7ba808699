//! What a deployment that shifts traffic, or waits, adds to the outcome of a service.

use taskdef_core::Lang;

use crate::aws::deploy::outcome::{DeploymentState, Service, ServiceState};
use crate::aws::waits;
use crate::text::text;

/// A service whose deployment has come as far as it was waited for, and goes on.
pub(super) fn reached(service: &Service, change: &str, time: &str, lang: Lang) -> String {
    let stage = service.shown.as_ref().and_then(|it| it.stage.as_deref());
    let stage = stage.unwrap_or("-");
    text!(
        lang,
        "{change} is at {stage} after {time}; the deployment goes on",
        "{change} は {time} で {stage} に到達しました。デプロイは継続中です"
    )
}

/// A service whose deployment waits for somebody.
pub(super) fn paused(service: &Service, change: &str, lang: Lang) -> String {
    let shown = service.shown.as_ref();
    let hook = shown.and_then(|it| it.paused.as_ref());
    let waits = waits(
        shown.and_then(|it| it.stage.as_deref()),
        hook.and_then(|it| it.expires.as_deref()),
        hook.and_then(|it| it.then.as_deref()),
        lang,
    );
    text!(lang, "{change} {waits}", "{change} は{waits}")
}

/// What is left to say of a deployment: how it goes on, or what ECS still does.
pub(super) fn notes(deployment: &DeploymentState, state: ServiceState, lang: Lang) -> Vec<String> {
    let is_done = state == ServiceState::Deployed;
    let DeploymentState {
        running,
        desired,
        draining,
        paused,
        stage,
        ..
    } = deployment;
    let mut notes = Vec::new();
    let goes_on = matches!(state, ServiceState::TimedOut | ServiceState::Interrupted);
    if let Some(stage) = stage.as_ref().filter(|_| goes_on) {
        notes.push(text!(
            lang,
            "it is at {stage}",
            "現在のステージは {stage} です"
        ));
    }
    if let Some(hook) = paused {
        let command = &hook.command;
        notes.push(text!(
            lang,
            "to let it go on: {command}",
            "続行するには: {command}"
        ));
        notes.push(text!(
            lang,
            "to roll it back: {command} --rollback",
            "ロールバックするには: {command} --rollback"
        ));
    }
    if is_done && running < desired {
        notes.push(text!(
            lang,
            "ECS calls it done while {running} of {desired} tasks run; it starts the others",
            "{desired} 個中 {running} 個のタスクが実行中の時点で ECS は完了としています。残りは ECS が開始します"
        ));
    }
    if is_done && *draining > 0 {
        notes.push(text!(
            lang,
            "{draining} tasks of other revisions still run; ECS stops them",
            "他のリビジョンのタスクがまだ {draining} 個実行中です。ECS が停止します"
        ));
    }
    notes
}

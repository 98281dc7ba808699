//! What a deployment that shifts traffic, or waits, adds to the outcome of a service.

use taskdef_core::Lang;

use crate::aws::deploy::outcome::{DeploymentState, PausedHook, Service, ServiceState};
use crate::aws::waits;
use crate::text::text;

/// A service whose deployment has come as far as it was waited for, and goes on, or waits for somebody.
pub(super) fn reached(service: &Service, change: &str, time: &str, lang: Lang) -> String {
    let shown = service.shown.as_ref();
    let stage = shown.and_then(|it| it.stage.as_deref()).unwrap_or("-");
    match shown.filter(|shown| !shown.paused.is_empty()) {
        Some(shown) => {
            let waits = waiting(shown, None, lang);
            text!(
                lang,
                "{change} is at {stage} after {time}, and {waits}",
                "{change} は {time} で {stage} に到達し、{waits}"
            )
        }
        None => text!(
            lang,
            "{change} is at {stage} after {time}; the deployment goes on",
            "{change} は {time} で {stage} に到達しました。デプロイは継続中です"
        ),
    }
}

/// A service whose deployment waits for somebody.
pub(super) fn paused(service: &Service, change: &str, lang: Lang) -> String {
    let shown = service.shown.as_ref();
    let waits = shown.map(|shown| waiting(shown, shown.stage.as_deref(), lang));
    let waits = waits.unwrap_or_default();
    text!(lang, "{change} {waits}", "{change} は{waits}")
}

/// That it waits at a stage: until when, where it is one hook.
fn waiting(shown: &DeploymentState, stage: Option<&str>, lang: Lang) -> String {
    match &shown.paused[..] {
        [hook] => waits(stage, hook.expires.as_deref(), hook.then.as_deref(), lang),
        hooks => {
            let (waits, hooks) = (waits(stage, None, None, lang), hooks.len());
            text!(
                lang,
                "{waits} at {hooks} hooks",
                "{waits}（フック {hooks} 個）"
            )
        }
    }
}

/// The commands that end the wait at a hook, which has a heading where there are several.
fn ways_on(
    hook: &PausedHook,
    state: ServiceState,
    is_one_of_several: bool,
    lang: Lang,
) -> Vec<String> {
    let command = &hook.command;
    let mut notes = Vec::new();
    if is_one_of_several {
        let (id, at) = (&hook.hook, hook.expires.as_deref());
        let waits = waits(None, at, hook.then.as_deref(), lang);
        notes.push(text!(lang, "hook {id} {waits}", "フック {id}: {waits}"));
    }
    if matches!(state, ServiceState::RollingBack | ServiceState::RolledBack) {
        let waits = waits(None, hook.expires.as_deref(), hook.then.as_deref(), lang);
        notes.push(text!(
            lang,
            "the rollback {waits}; to let it go on: {command}",
            "ロールバックは{waits}。続行するには: {command}"
        ));
        return notes;
    }
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
    notes
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
    let are_several = paused.len() > 1;
    let ways_on = paused
        .iter()
        .flat_map(|hook| ways_on(hook, state, are_several, lang));
    notes.extend(ways_on);
    if is_done && running < desired {
        notes.push(text!(
            lang,
            "ECS calls it done while {running} of {desired} tasks run; it starts the others",
            "{desired} 個中 {running} 個のタスクが実行中の時点で ECS は完了としています。残りは ECS が開始します"
        ));
    }
    if is_done && *draining == 1 {
        notes.push(text!(
            lang,
            "a task of another revision still runs; ECS stops it",
            "他のリビジョンのタスクがまだ 1 個実行中です。ECS が停止します"
        ));
    } else if is_done && *draining > 0 {
        notes.push(text!(
            lang,
            "{draining} tasks of other revisions still run; ECS stops them",
            "他のリビジョンのタスクがまだ {draining} 個実行中です。ECS が停止します"
        ));
    }
    notes
}

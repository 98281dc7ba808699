//! What is said of a deployment that is not as the request has to have it.

use taskdef_core::Lang;

use super::{Precondition, Wanted};
use crate::text::text;

impl Precondition {
    /// What does not fit, and what to do about it; nothing for what is not about a deployment.
    pub(super) fn of_deployment(&self, lang: Lang) -> String {
        match self {
            Precondition::OtherController {
                service,
                controller,
                wanted: Wanted::Update,
            } => other_controller(service, controller, lang),
            Precondition::OtherController {
                service,
                controller,
                wanted: Wanted::Follow,
            } => not_followed(service, controller, lang),
            Precondition::RollsBack { service, to } => text!(
                lang,
                "ECS is rolling service {service} back to {to} already: `taskdef status` shows how far \
                 it is. Give --to to go back to another revision; nothing was changed",
                "サービス {service} は、すでに ECS が {to} へロールバックしています。進行状況は \
                 `taskdef status` で確認できます。別のリビジョンに戻すには --to を指定してください。\
                 何も変更していません"
            ),
            Precondition::NothingWaits {
                service,
                how: Some(how),
            } => text!(
                lang,
                "the deployment of service {service} does not wait for anybody ({how}); nothing was changed",
                "サービス {service} のデプロイは操作待ちではありません（{how}）。何も変更していません"
            ),
            Precondition::NothingWaits { service, how: None } => text!(
                lang,
                "service {service} has no deployment under way; nothing was changed",
                "サービス {service} に進行中のデプロイはありません。何も変更していません"
            ),
            Precondition::WhichHook { service, hooks } => {
                let hooks = hooks.join(", ");
                text!(
                    lang,
                    "name one of the hooks at which service {service} waits with --hook: {hooks}; nothing \
                     was changed",
                    "サービス {service} が待っているフックの 1 つを --hook で指定してください: {hooks}。\
                     何も変更していません"
                )
            }
            Precondition::NeverPauses { service } => text!(
                lang,
                "service {service} has no pause hook, so that its deployments never wait for somebody: leave \
                 --wait-until paused out; nothing was changed",
                "サービス {service} には一時停止のライフサイクルフックがないため、デプロイが操作待ちになることは\
                 ありません。--wait-until paused を外してください。何も変更していません"
            ),
            Precondition::NoStage { service, stage } => text!(
                lang,
                "service {service} is deployed by a rolling update (ROLLING), which has no {stage}: leave \
                 --wait-until {stage} out; nothing was changed",
                "サービス {service} のデプロイ戦略はローリングアップデート（ROLLING）で、{stage} はありません。\
                 --wait-until {stage} を外してください。何も変更していません"
            ),
            Precondition::MovesWhilePaused => text!(
                lang,
                "with --wait-until paused, rules and schedules would move while the deployment waits for \
                 somebody, who may roll it back: leave --rule, --schedule and --all-schedules out, and move \
                 them by a second command once it is done; nothing was changed",
                "--wait-until paused を付けると、ロールバックされるかもしれない操作待ちの間に、ルールとスケジュールが\
                 切り替わってしまいます。--rule、--schedule、--all-schedules を外し、デプロイが完了してから別の\
                 コマンドで切り替えてください。何も変更していません"
            ),
            _ => String::new(),
        }
    }
}

/// What deploys a service in place of ECS, and the way that does work. Source:
/// <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-types.html>
fn other_controller(service: &str, controller: &str, lang: Lang) -> String {
    let way = match controller {
        "CODE_DEPLOY" => text!(
            lang,
            "CodeDeploy deploys it: `taskdef register` makes the revision, `taskdef generate appspec` \
             the file that CodeDeploy deploys it with",
            "デプロイするのは CodeDeploy です。リビジョンは `taskdef register` で、\
             CodeDeploy がデプロイに使うファイルは `taskdef generate appspec` で作れます"
        ),
        "EXTERNAL" => text!(
            lang,
            "a tool of your own deploys it, by task sets: `taskdef register` makes the revision for it",
            "デプロイするのは、タスクセットを使う独自のツールです。そのツールに渡すリビジョンは \
             `taskdef register` で作れます"
        ),
        _ => text!(
            lang,
            "taskdef does not know it: `taskdef register` makes the revision for whatever deploys it",
            "taskdef の知らないコントローラーです。デプロイするツールに渡すリビジョンは \
             `taskdef register` で作れます"
        ),
    };
    text!(
        lang,
        "service {service} has the deployment controller {controller}, and ECS refuses to update its \
         task definition: {way}; nothing was changed",
        "サービス {service} のデプロイコントローラーは {controller} なので、ECS はタスク定義の更新を\
         受け付けません。{way}。何も変更していません"
    )
}

/// The same where a deployment is to be waited for, or to go on. Source:
/// <https://docs.aws.amazon.com/cli/latest/reference/deploy/>
fn not_followed(service: &str, controller: &str, lang: Lang) -> String {
    let way = match controller {
        "CODE_DEPLOY" => text!(
            lang,
            "CodeDeploy knows how far it is: `aws deploy wait deployment-successful` waits for it, `aws \
             deploy continue-deployment` lets it go on, `aws deploy stop-deployment` rolls it back",
            "進行状況は CodeDeploy で確認できます。完了を待つには `aws deploy wait deployment-successful`、\
             続行するには `aws deploy continue-deployment`、ロールバックするには `aws deploy stop-deployment` \
             を使います"
        ),
        _ => text!(
            lang,
            "whatever deploys it knows how far it is",
            "進行状況は、デプロイしているツールで確認してください"
        ),
    };
    text!(
        lang,
        "service {service} has the deployment controller {controller}, and ECS shows nothing of how far its \
         deployments are: {way}; nothing was changed",
        "サービス {service} のデプロイコントローラーは {controller} なので、ECS からはデプロイの進行状況が\
         わかりません。{way}。何も変更していません"
    )
}

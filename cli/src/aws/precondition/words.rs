//! What is said of a request that does not fit.

use taskdef_core::{Lang, escape};

use super::Precondition;
use crate::text::text;

impl Precondition {
    /// What does not fit, and what to do about it, in one or two sentences.
    #[expect(clippy::too_many_lines, reason = "one text a kind")]
    pub(super) fn message(&self, lang: Lang) -> String {
        let text = match self {
            Precondition::NoRegion => text!(
                lang,
                "no AWS region is set: give --region, set AWS_REGION, or put `region` into the profile",
                "AWS のリージョンが設定されていません。--region を指定するか、AWS_REGION を設定するか、\
                 プロファイルに `region` を書いてください"
            ),
            Precondition::BadEndpoint { name } => text!(
                lang,
                "{name} is not a URL: write http://… or https://…, or leave it out",
                "{name} が URL ではありません。http://… か https://… の形にするか、指定をやめてください"
            ),
            Precondition::CaBundle => text!(
                lang,
                "the file that AWS_CA_BUNDLE names does not hold valid PEM certificates",
                "AWS_CA_BUNDLE に指定されたファイルの中身が、有効な PEM 証明書ではありません"
            ),
            Precondition::Runtime(error) => {
                text!(lang, "can't start: {error}", "開始できません: {error}")
            }
            Precondition::SameFamily { family } => text!(
                lang,
                "two files define family {family}; pass one file per family",
                "2 つのファイルが同じファミリー {family} を定義しています。\
                 1 つのファミリーにつき 1 つのファイルを渡してください"
            ),
            Precondition::NoFamily { file } => text!(
                lang,
                "{file} names no family: add `family`, or give --family",
                "{file} にファミリーの名前がありません。`family` を書き足すか、--family を指定してください"
            ),
            Precondition::OtherFamily { service, runs } => text!(
                lang,
                "service {service} runs {runs}, which is none of the families here; `deploy \
                 --switch-family` with one file or revision makes it run that instead; nothing was \
                 changed",
                "サービス {service} が実行しているのはファミリー {runs} で、ここで指定されたファミリーのどれでもありません。\
                 ファイルかリビジョンを 1 つだけ渡して `deploy --switch-family` とすると、\
                 サービスをそのファミリーに切り替えます。何も変更していません"
            ),
            Precondition::NotOfFamily {
                service,
                runs,
                family,
            } => text!(
                lang,
                "service {service} runs {runs}, not {family}; nothing was changed",
                "サービス {service} が実行しているのは {family} ではなく {runs} です。何も変更していません"
            ),
            Precondition::NoCluster { cluster } => text!(
                lang,
                "there is no active cluster {cluster} in this account and region: check --cluster, \
                 --region and --profile; nothing was changed",
                "このアカウントとリージョンに、アクティブなクラスター {cluster} がありません。\
                 --cluster、--region、--profile を確認してください。何も変更していません"
            ),
            Precondition::NotActive { service, status } => text!(
                lang,
                "service {service} is {status}: it is being deleted, or was; nothing was changed",
                "サービス {service} は {status} です（削除中か、削除済みです）。何も変更していません"
            ),
            Precondition::NoTarget { rule, bus, cluster } => text!(
                lang,
                "no target of rule {rule} on bus {bus} starts this family on cluster {cluster}; \
                 `taskdef schedules FAMILY` lists what does; nothing was changed",
                "イベントバス {bus} のルール {rule} に、クラスター {cluster} でこのファミリーを\
                 起動するターゲットがありません。何が起動するかは `taskdef schedules FAMILY` で\
                 確認できます。何も変更していません"
            ),
            Precondition::NotStarted {
                schedule,
                is_unclear: true,
                cluster,
            } => text!(
                lang,
                "schedule {schedule} (its input does not name one task definition in JSON) does not \
                 start this family on cluster {cluster}; `taskdef schedules FAMILY` lists what does; \
                 nothing was changed",
                "スケジュール {schedule} が、クラスター {cluster} でこのファミリーを起動するものか\
                 わかりません（入力の JSON から、起動するタスク定義を 1 つに特定できません）。\
                 何が起動するかは `taskdef schedules FAMILY` で確認できます。何も変更していません"
            ),
            Precondition::NotStarted {
                schedule, cluster, ..
            } => text!(
                lang,
                "schedule {schedule} does not start this family on cluster {cluster}; `taskdef \
                 schedules FAMILY` lists what does; nothing was changed",
                "スケジュール {schedule} は、クラスター {cluster} でこのファミリーを起動するものでは\
                 ありません。何が起動するかは `taskdef schedules FAMILY` で確認できます。\
                 何も変更していません"
            ),
            Precondition::InactiveRevision { revision } => text!(
                lang,
                "{revision} is INACTIVE: it was deregistered, and nothing can start it any more",
                "{revision} は INACTIVE です。登録解除されているので、もう起動できません"
            ),
            Precondition::NoRevision { text } => text!(
                lang,
                "`{text}` should be FAMILY:REVISION, such as batch:12",
                "`{text}` は、batch:12 のように FAMILY:REVISION の形で書いてください"
            ),
            Precondition::NothingBefore { revision } => text!(
                lang,
                "there is no active revision before {revision}",
                "{revision} より前に、アクティブなリビジョンがありません"
            ),
            Precondition::SeveralBefore { all } => text!(
                lang,
                "the services did not run the same revision before: {all}. Give --to, or one service \
                 at a time; nothing was changed",
                "サービスごとに、前に実行していたリビジョンが違います: {all}。--to を指定するか、\
                 サービスを 1 つずつ戻してください。何も変更していません"
            ),
            Precondition::Guess { revision, why } => text!(
                lang,
                "{revision} would be a guess: {why}. Give --to REV, or --yes to take it; nothing was \
                 changed",
                "{revision} に戻してよいという確証がありません: {why}。--to REV で指定するか、\
                 これでよければ --yes を付けてください。何も変更していません"
            ),
            Precondition::NoService { family, cluster } => text!(
                lang,
                "no service of cluster {cluster} runs {family}, so there is nothing to go back",
                "クラスター {cluster} に {family} を実行しているサービスがないので、戻すものがありません"
            ),
            Precondition::Unpins { revision, latest } => text!(
                lang,
                "with --unpin, rules and schedules would start the latest revision, {latest}, and not \
                 {revision}: leave --unpin out; nothing was changed",
                "--unpin を付けると、ルールとスケジュールは {revision} ではなく最新の {latest} を\
                 起動するようになります。--unpin を外してください。何も変更していません"
            ),
            Precondition::NoPlace => text!(
                lang,
                "say what to roll back: --service, --all-services, --rule, --schedule or \
                 --all-schedules, with --cluster",
                "何を戻すのかを、--service、--all-services、--rule、--schedule、--all-schedules の\
                 どれかで、--cluster と一緒に指定してください"
            ),
            Precondition::OtherController { .. }
            | Precondition::RollsBack { .. }
            | Precondition::NothingWaits { .. }
            | Precondition::WhichHook { .. }
            | Precondition::NeverPauses { .. }
            | Precondition::NoStage { .. }
            | Precondition::MovesWhilePaused => self.of_deployment(lang),
            Precondition::Run(refusal) => return refusal.message(lang),
        };
        escape(&text).into_owned()
    }
}

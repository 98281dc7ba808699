//! Whether a service is one that can be updated, rolled back or waited for.

use taskdef_core::Lang;

use super::arn::{FamilyRevision, short};
use super::lifecycle::Until;
use super::precondition::Precondition;
use super::services::Service;
use crate::status::Status;
use crate::text::text;

impl Service {
    /// ECS refuses to update what another controller deploys: better to know before anything is done.
    ///
    /// # Errors
    /// `CODE_DEPLOY`, `EXTERNAL` or another controller deploys it.
    pub(crate) fn check_controller(&self) -> Result<(), Precondition> {
        match self.controller() {
            "ECS" => Ok(()),
            controller => Err(Precondition::OtherController {
                service: self.name().to_owned(),
                controller: controller.to_owned(),
            }),
        }
    }

    /// Refuses a service that ECS is rolling back, for a rollback: what it is to run is what came before.
    ///
    /// # Errors
    /// ECS is putting its primary deployment back.
    pub(crate) fn check_rollback(&self) -> Result<(), Precondition> {
        match self.primary() {
            Some(primary) if primary.rolls_back() && primary.rollout() != "COMPLETED" => {
                Err(Precondition::RollsBack {
                    service: self.name().to_owned(),
                    to: short(&primary.definition),
                })
            }
            _ => Ok(()),
        }
    }

    /// Refuses a service of another family, for a rollback.
    ///
    /// # Errors
    /// It runs another family.
    pub(crate) fn check_family(&self, family: &str) -> Result<(), Precondition> {
        let runs = FamilyRevision::family_name(self.definition());
        if runs == family {
            return Ok(());
        }
        Err(Precondition::NotOfFamily {
            service: self.name().to_owned(),
            runs,
            family: family.to_owned(),
        })
    }

    /// A service that is being deleted can't be updated nor waited for.
    ///
    /// # Errors
    /// It is being deleted, or was.
    pub(super) fn check_active(&self) -> Result<(), Precondition> {
        if self.status() == "ACTIVE" {
            return Ok(());
        }
        Err(Precondition::NotActive {
            service: self.name().to_owned(),
            status: self.status().to_owned(),
        })
    }

    /// Refuses to wait for what a service's deployments never come to: better to know before anything is
    /// done.
    ///
    /// # Errors
    /// A rolling update has no stages, and a service without pause hooks does not pause.
    pub(crate) fn check_until(&self, until: Until, lang: Lang) -> Result<(), Precondition> {
        let configuration = self.configuration();
        let (name, until_name) = (self.name(), until.name());
        let text = match until {
            Until::Done => return Ok(()),
            Until::Paused if configuration.may_pause() => return Ok(()),
            Until::Paused => text!(
                lang,
                "service {name} has no pause hook, so that its deployments never wait for somebody: leave \
                 --wait-until paused out; nothing was changed",
                "サービス {name} には一時停止のライフサイクルフックがないため、デプロイが操作待ちになることはありません。\
                 --wait-until paused を外してください。何も変更していません"
            ),
            Until::Traffic | Until::Stage(_) if !configuration.is_rolling() => return Ok(()),
            Until::Traffic | Until::Stage(_) => text!(
                lang,
                "service {name} is deployed by a rolling update (ROLLING), which has no {until_name}: leave \
                 --wait-until {until_name} out; nothing was changed",
                "サービス {name} のデプロイ戦略はローリングアップデート（ROLLING）で、{until_name} はありません。\
                 --wait-until {until_name} を外してください。何も変更していません"
            ),
        };
        let status = Status::Usage;
        Err(Precondition::OfDeployment { status, text })
    }
}

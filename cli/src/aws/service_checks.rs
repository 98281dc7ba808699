//! Whether a service is one that can be updated, rolled back or waited for.

use super::arn::{FamilyRevision, short};
use super::lifecycle::Until;
use super::precondition::{Precondition, Wanted};
use super::services::Service;

impl Service {
    /// ECS refuses to update what another controller deploys, and shows nothing of its deployments: better
    /// to know before anything is done.
    ///
    /// # Errors
    /// `CODE_DEPLOY`, `EXTERNAL` or another controller deploys it.
    pub(crate) fn check_controller(&self, wanted: Wanted) -> Result<(), Precondition> {
        match self.controller() {
            "ECS" => Ok(()),
            controller => Err(Precondition::OtherController {
                service: self.name().to_owned(),
                controller: controller.to_owned(),
                wanted,
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
    pub(crate) fn check_until(&self, until: Until) -> Result<(), Precondition> {
        let configuration = self.configuration();
        let service = self.name().to_owned();
        match until {
            Until::Paused if !configuration.may_pause() => {
                Err(Precondition::NeverPauses { service })
            }
            Until::Traffic | Until::Stage(_) if configuration.is_rolling() => {
                let stage = until.name();
                Err(Precondition::NoStage { service, stage })
            }
            _ => Ok(()),
        }
    }
}

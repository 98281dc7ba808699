//! Every kind is told in both languages.

use taskdef_core::Lang;

use super::{Precondition, Wanted};
use crate::aws::refusal::Refusal;
use crate::text::assert_japanese;

/// The kind after another one. A new kind does not compile until it has a place here.
fn after(kind: &Precondition) -> Option<Precondition> {
    use Precondition as P;
    let x = || "x".to_owned();
    Some(match kind {
        P::NoRegion => P::BadEndpoint { name: x() },
        P::BadEndpoint { .. } => P::CaBundle,
        P::CaBundle => P::Runtime(std::io::Error::other("x")),
        P::Runtime(_) => P::SameFamily { family: x() },
        P::SameFamily { .. } => P::NoFamily { file: x() },
        P::NoFamily { .. } => P::OtherFamily {
            service: x(),
            runs: x(),
        },
        P::OtherFamily { .. } => P::NotOfFamily {
            service: x(),
            runs: x(),
            family: x(),
        },
        P::NotOfFamily { .. } => other_controller("CODE_DEPLOY", Wanted::Update),
        P::OtherController {
            controller, wanted, ..
        } => match (&**controller, wanted) {
            ("CODE_DEPLOY", wanted) => other_controller("EXTERNAL", *wanted),
            ("EXTERNAL", wanted) => other_controller("x", *wanted),
            (_, Wanted::Update) => other_controller("CODE_DEPLOY", Wanted::Follow),
            (_, Wanted::Follow) => P::NoCluster { cluster: x() },
        },
        P::NoCluster { .. } => P::NotActive {
            service: x(),
            status: x(),
        },
        P::NotActive { .. } => P::NoTarget {
            rule: x(),
            bus: x(),
            cluster: x(),
        },
        P::NoTarget { .. } => P::NotStarted {
            schedule: x(),
            is_unclear: false,
            cluster: x(),
        },
        P::NotStarted {
            is_unclear: false, ..
        } => P::NotStarted {
            schedule: x(),
            is_unclear: true,
            cluster: x(),
        },
        P::NotStarted { .. } => P::InactiveRevision { revision: x() },
        P::InactiveRevision { .. } => P::NoRevision { text: x() },
        P::NoRevision { .. } => P::NothingBefore { revision: x() },
        P::NothingBefore { .. } => P::SeveralBefore { all: x() },
        P::SeveralBefore { .. } => P::Guess {
            revision: x(),
            why: x(),
        },
        P::Guess { .. } => P::NoPlace,
        P::NoPlace => P::NoService {
            family: x(),
            cluster: x(),
        },
        P::NoService { .. } => P::Unpins {
            revision: x(),
            latest: x(),
        },
        P::Unpins { .. } => P::RollsBack {
            service: x(),
            to: x(),
        },
        P::RollsBack { .. } => P::NothingWaits {
            service: x(),
            how: None,
        },
        P::NothingWaits { how: None, .. } => P::NothingWaits {
            service: x(),
            how: Some(x()),
        },
        P::NothingWaits { .. } => P::WhichHook {
            service: x(),
            hooks: vec![x()],
        },
        P::WhichHook { .. } => P::NeverPauses { service: x() },
        P::NeverPauses { .. } => P::NoStage {
            service: x(),
            stage: "x",
        },
        P::NoStage { .. } => P::MovesWhilePaused,
        P::MovesWhilePaused => P::Run(Refusal::NoNetwork { family: x() }),
        P::Run(refusal) => P::Run(refusal.after()?),
    })
}

fn other_controller(controller: &str, wanted: Wanted) -> Precondition {
    Precondition::OtherController {
        service: "x".to_owned(),
        controller: controller.to_owned(),
        wanted,
    }
}

#[test]
fn every_kind_is_told_in_japanese() {
    let mut told = 0;
    let mut kind = Some(Precondition::NoRegion);
    while let Some(one) = kind {
        assert_japanese(&one.message(Lang::Ja));
        kind = after(&one);
        told += 1;
    }
    assert_eq!(told, 41);
}

//! From documents to what runs: plan by reading only, then apply, then report.

mod apply;
mod attach;
mod deployer;
mod explain;
mod first_run;
mod hint;
mod next_command;
pub(crate) mod outcome;
mod permissions;
mod plan;
mod put_back;
mod recheck;
mod request;
mod run_once;
mod smoke_run;
mod triggers;
mod verdict;
mod watch;

pub(crate) use deployer::Deployer;
pub(crate) use hint::hint;
use next_command::next_command;
pub(crate) use outcome::Outcome;
use outcome::{Family, Registration, VERSION};
use plan::{FamilyPlan, Plan};
pub(crate) use request::{
    DeployInput, DeployRequest, Document, FirstRunRequest, GivenOption, Wait,
};

use taskdef_core::Lang;

use super::arn::last_part;
use super::error::Error;

impl Deployer<'_> {
    /// Deploys, or reports what it would do.
    ///
    /// # Errors
    /// Something can't be read: then nothing was changed. What fails later is in the outcome.
    pub(crate) async fn deploy(&self) -> Result<Outcome, Error> {
        let mut plan = Plan::make(self.aws, self.request).await?;
        let starts = self.first_starts(&plan).await?;
        let smoke_starts = self.smoke_starts(&plan).await?;
        let mut families: Vec<Family> = plan
            .families
            .iter()
            .map(|it| family(it, self.aws.lang))
            .collect();
        for (family, family_plan) in families.iter_mut().zip(&plan.families) {
            family.has_no_service = self.request.all_services && family_plan.services.is_empty();
        }
        if let (Some(back), [family]) = (&self.request.back, &mut families[..]) {
            family.why = Some(back.why.clone());
        }
        if self.request.dry_run {
            self.preview(&plan, &mut families)?;
            self.plan_first_run(&starts, &mut families);
        } else {
            self.register(&plan, &mut families).await;
            self.first_run(&plan, &starts, &mut families).await;
            self.update_services(&plan, &mut families).await;
            self.wait(&plan, &mut families).await;
            self.smoke_run(&plan, &smoke_starts, &mut families).await;
            self.move_triggers(&plan, &mut families).await;
            let unseen = self.recheck(&plan, &mut families).await;
            plan.skipped.extend(unseen);
        }
        let permissions = if self.request.dry_run {
            permissions::required(&plan, self.request, &starts)
        } else {
            Vec::new()
        };
        let next = (!self.request.dry_run).then(|| next_command(self.request, &families));
        let mut outcome = Outcome {
            version: VERSION,
            dry_run: self.request.dry_run,
            status: 0,
            cluster: plan
                .cluster
                .as_deref()
                .map(|name| last_part(name).to_owned()),
            families,
            skipped: plan.skipped,
            permissions,
            next: next.flatten(),
        };
        outcome.conclude(self.interrupt.is_requested());
        Ok(outcome)
    }

    /// What would be done.
    fn preview(&self, plan: &Plan, families: &mut [Family]) -> Result<(), Error> {
        for (family, family_plan) in families.iter_mut().zip(&plan.families) {
            let new = family_plan
                .document
                .as_ref()
                .map(|document| document.text.as_str());
            let new = new.or(family_plan
                .latest
                .as_ref()
                .map(|latest| latest.answer.as_str()));
            if let (Some(running), Some(new)) = (&family_plan.running, new) {
                family.differences = running.differences(new, self.request.show_values)?;
            }
            let known = family_plan
                .latest
                .as_ref()
                .filter(|_| !family_plan.registers());
            let revision = known.map(|latest| latest.arn.as_str());
            family.revision = revision.map(str::to_owned);
            family.registration = apply::registration(family_plan, Registration::Planned);
            let (force, lang) = (self.request.force, self.aws.lang);
            let services = family_plan.services.iter();
            let services = services.map(|service| {
                let older = revision.is_some_and(|revision| plan.leaves(service, revision));
                outcome::Service::planned(service, revision, older, force, lang)
            });
            family.services = services.collect();
            let unpin = self.request.unpin;
            family.triggers = triggers::Batch::new(plan, family_plan, revision, unpin).planned();
        }
        Ok(())
    }
}

/// A family before anything was done.
fn family(family_plan: &FamilyPlan, lang: Lang) -> Family {
    Family {
        name: family_plan.family.clone(),
        file: family_plan.file.clone(),
        before: family_plan
            .running
            .as_ref()
            .map(|running| running.arn.clone()),
        owner: family_plan
            .latest
            .as_ref()
            .and_then(|latest| latest.owner.as_ref())
            .map(|owner| owner.get(lang).clone()),
        ..Family::default()
    }
}

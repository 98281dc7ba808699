//! From documents to what runs: plan by reading only, then act, then tell.

mod act;
mod deployer;
mod order;
pub(crate) mod outcome;
mod permissions;
mod plan;
mod prove;
mod starts;
mod watch;

pub(crate) use deployer::Deployer;
pub(crate) use order::{Document, Order, Subject, Wait};
pub(crate) use outcome::Outcome;
use outcome::{Family, Registration, VERSION};
use plan::{Job, Plan};

use super::arn::last_part;
use super::error::Error;

impl Deployer<'_> {
    /// Deploys, or tells what it would do.
    ///
    /// # Errors
    /// Something can't be read: then nothing was changed. What fails later is in the outcome.
    pub(crate) async fn deploy(&self) -> Result<Outcome, Error> {
        let plan = Plan::make(self.aws, self.order).await?;
        let mut families: Vec<Family> = plan.jobs.iter().map(family).collect();
        if self.order.dry_run {
            self.foresee(&plan, &mut families)?;
        } else {
            self.register(&plan, &mut families).await;
            self.update_services(&plan, &mut families).await;
            self.wait(&plan, &mut families).await;
            self.prove(&plan, &mut families).await;
            self.move_starters(&plan, &mut families).await;
        }
        let permissions = if self.order.dry_run {
            permissions::of(&plan, self.order)
        } else {
            Vec::new()
        };
        let next = (!self.order.dry_run).then(|| act::next(self.order, &families));
        let mut outcome = Outcome {
            version: VERSION,
            dry_run: self.order.dry_run,
            status: 0,
            cluster: plan
                .cluster
                .as_deref()
                .map(|name| last_part(name).to_owned()),
            families,
            unseen: plan.unseen,
            permissions,
            next: next.flatten(),
        };
        outcome.conclude(self.interrupt.asked());
        Ok(outcome)
    }

    /// What would be done.
    fn foresee(&self, plan: &Plan, families: &mut [Family]) -> Result<(), Error> {
        for (family, job) in families.iter_mut().zip(&plan.jobs) {
            let new = job.document.as_ref().map(|document| document.text.as_str());
            let new = new.or(job.latest.as_ref().map(|latest| latest.answer.as_str()));
            if let (Some(running), Some(new)) = (&job.running, new) {
                family.differences = running.differences(new, self.order.show_values)?;
            }
            let known = job.latest.as_ref().filter(|_| !job.registers());
            let revision = known.map(|latest| latest.arn.as_str());
            family.revision = revision.map(str::to_owned);
            family.registration = act::registration(job, Registration::Planned);
            let services = job.services.iter();
            let services = services.map(|service| outcome::Service::planned(service, revision));
            family.services = services.collect();
            let unpin = self.order.unpin;
            family.starters = starts::Batch::of(plan, job, revision, unpin).planned();
        }
        Ok(())
    }
}

/// A family before anything was done.
fn family(job: &Job) -> Family {
    Family {
        name: job.family.clone(),
        file: job.file.clone(),
        before: job.running.as_ref().map(|running| running.arn.clone()),
        owner: job.latest.as_ref().and_then(|latest| latest.owner.clone()),
        ..Family::default()
    }
}

//! Waiting until services run their new revision.

mod details;
mod look;
mod shown;
mod stage;
mod stops;
mod watched;

use std::time::Duration;

use tokio::time::{Instant, timeout, timeout_at};

use super::deployer::Deployer;
use super::outcome::ServiceState;
use super::request::Wait;
use crate::text::text;
use look::Look;
pub(super) use watched::Watched;

/// The longest pause between two looks, where AWS throttles them.
const LONGEST_POLL: Duration = Duration::from_secs(15);
/// How long a look may take where the time is up.
const LAST_LOOK: Duration = Duration::from_secs(10);
/// How long to ask why a deployment failed: it only adds to what is known.
const EXPLANATION: Duration = Duration::from_secs(15);

impl Deployer<'_> {
    /// Looks at the services until each is done or failed, has come as far as it is waited for, waits
    /// for somebody, or the timeout expires.
    ///
    /// The time between two looks does not grow, so that the end of a rollout is seen within 3 seconds
    /// of AWS's having it. A look at ten services is one `DescribeServices`, and one
    /// `DescribeServiceDeployments` where up to twenty shift traffic: one every two seconds, of the 20 a
    /// second that AWS allows an account of each. A deployment that is new takes its part of one
    /// `DescribeServiceRevisions` more, and one that AWS does not name three `ListServiceDeployments` at
    /// most. `ListTasks` and `DescribeTasks`, of which 20 a second
    /// are allowed too, are called only where a task failed. Where AWS throttles all the same, the pauses
    /// grow until it no longer does. Source:
    /// <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html>
    pub(super) async fn watch(&self, cluster: &str, wait: &Wait, watched: &mut [Watched<'_>]) {
        let start = Instant::now();
        let mut look = Look {
            deployer: self,
            cluster,
            until: wait.until,
            start,
            is_blind: false,
            told: Vec::new(),
        };
        let mut interval = wait.poll;
        let mut unanswered;
        loop {
            // The last look, too, has the time for an answer.
            let looked = Instant::now();
            let limit = (start + wait.timeout).max(Instant::now() + LAST_LOOK);
            unanswered = match timeout_at(limit, look.at(watched)).await {
                Ok(unanswered) => unanswered,
                Err(_) => Some(text!(
                    self.aws.lang,
                    "AWS did not answer in time",
                    "AWS が時間内に応答しませんでした"
                )),
            };
            interval = match &unanswered {
                None => wait.poll,
                Some(why) => {
                    self.progress.unanswered(why);
                    interval.mul_f64(1.3).min(LONGEST_POLL.max(wait.poll))
                }
            };
            let going = watched.iter().any(Watched::is_going);
            let time = start.elapsed();
            if !going || time >= wait.timeout || self.interrupt.is_requested() {
                break;
            }
            let jitter = 0.8 + 0.4 * fastrand::f64();
            let pause = interval.mul_f64(jitter).saturating_sub(looked.elapsed());
            let pause = pause
                .max(interval / 4)
                .min(wait.timeout.saturating_sub(time));
            self.interrupt.sleep(pause).await;
        }
        let state = if self.interrupt.is_requested() {
            ServiceState::Interrupted
        } else {
            ServiceState::TimedOut
        };
        for watched in watched.iter_mut().filter(|watched| !watched.over) {
            let unanswered = unanswered.clone().filter(|_| watched.is_going());
            watched.service.reasons.extend(unanswered);
            watched.stop(state);
        }
        if unanswered.is_none() {
            let _ = timeout(EXPLANATION, self.explain(cluster, watched)).await;
        }
        self.progress.end();
    }
}

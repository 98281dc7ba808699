//! The lifecycle stages of a deployment that shifts traffic, and how far one is waited for. Source:
//! <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-deployment-how-it-works.html>

/// The stages, in AWS's order. Linear and canary deployments come to the two of the production traffic
/// shift at each of their steps. Source:
/// <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceDeployment.html>
pub(crate) const STAGES: [&str; 11] = [
    "RECONCILE_SERVICE",
    "PRE_SCALE_UP",
    "SCALE_UP",
    "POST_SCALE_UP",
    "TEST_TRAFFIC_SHIFT",
    "POST_TEST_TRAFFIC_SHIFT",
    "PRE_PRODUCTION_TRAFFIC_SHIFT",
    "PRODUCTION_TRAFFIC_SHIFT",
    TRAFFIC_IS_SHIFTED,
    BAKE_TIME,
    "CLEAN_UP",
];

/// The first stage after all production traffic was shifted.
const TRAFFIC_IS_SHIFTED: &str = "POST_PRODUCTION_TRAFFIC_SHIFT";

/// Both revisions run, and nothing is shifted any more.
pub(crate) const BAKE_TIME: &str = "BAKE_TIME";

/// How far a deployment is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Until {
    /// To its end.
    #[default]
    Done,
    /// Until all production traffic goes to the revision.
    Traffic,
    /// Until it waits at a pause hook.
    Paused,
    /// Until it comes to one of [`STAGES`].
    Stage(&'static str),
}

impl Until {
    /// What [`Until::parse`] reads.
    pub(crate) fn names() -> impl Iterator<Item = &'static str> {
        ["done", "traffic", "paused"].into_iter().chain(STAGES)
    }

    /// Reads one of [`Until::names`].
    pub(crate) fn parse(name: &str) -> Option<Self> {
        match name {
            "done" => Some(Until::Done),
            "traffic" => Some(Until::Traffic),
            "paused" => Some(Until::Paused),
            _ => STAGES
                .into_iter()
                .find(|stage| *stage == name)
                .map(Until::Stage),
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Until::Done => "done",
            Until::Traffic => "traffic",
            Until::Paused => "paused",
            Until::Stage(stage) => stage,
        }
    }

    /// Whether a deployment that goes forward has come so far with this stage, and this percentage of
    /// production traffic if AWS tells one. Where it does not, a deployment that shifts the traffic in steps
    /// has shifted all of it when its bake time begins. A stage that this program does not know is before
    /// all others.
    pub(crate) fn is_reached_at(self, stage: &str, traffic: Option<f64>, at_once: bool) -> bool {
        let place = |name: &str| STAGES.iter().position(|stage| *stage == name);
        let target = match self {
            Until::Done | Until::Paused => return false,
            Until::Traffic if traffic.is_some_and(|percent| percent < 100.0) => return false,
            Until::Traffic if traffic.is_none() && !at_once => BAKE_TIME,
            Until::Traffic => TRAFFIC_IS_SHIFTED,
            Until::Stage(stage) => stage,
        };
        place(stage).is_some_and(|now| Some(now) >= place(target))
    }
}

#[cfg(test)]
mod tests {
    use super::{STAGES, Until};

    #[test]
    fn a_stage_is_reached_by_itself_and_by_what_follows() {
        for (index, stage) in STAGES.into_iter().enumerate() {
            for (other, at) in STAGES.into_iter().enumerate() {
                let reached = Until::Stage(stage).is_reached_at(at, None, true);
                assert_eq!(reached, other >= index, "{stage} at {at}");
            }
            assert!(!Until::Stage(stage).is_reached_at("STAGE_OF_TOMORROW", None, true));
            assert!(
                !Until::Done.is_reached_at(stage, None, true)
                    && !Until::Paused.is_reached_at(stage, None, true)
            );
        }
        for (stage, traffic, at_once, reached) in [
            ("PRODUCTION_TRAFFIC_SHIFT", None, true, false),
            ("POST_PRODUCTION_TRAFFIC_SHIFT", None, true, true),
            ("POST_PRODUCTION_TRAFFIC_SHIFT", None, false, false),
            ("POST_PRODUCTION_TRAFFIC_SHIFT", Some(100.0), false, true),
            ("BAKE_TIME", None, false, true),
            ("BAKE_TIME", Some(100.0), true, true),
            ("BAKE_TIME", Some(5.0), true, false),
        ] {
            let is_reached = Until::Traffic.is_reached_at(stage, traffic, at_once);
            assert_eq!(is_reached, reached, "{stage} {traffic:?} {at_once}");
        }
    }

    #[test]
    fn each_name_is_read() {
        for name in Until::names() {
            assert_eq!(Until::parse(name).map(Until::name), Some(name));
        }
        assert_eq!(Until::parse("bake_time"), None);
    }
}

//! What a task runs on: a launch type, or capacity providers.

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::{Value, json};
use taskdef_core::{CapacityProvider, Localized};

use super::containers::Definition;
use super::template::Template;
use crate::aws::call::Aws;
use crate::aws::failure::Failure;
use crate::aws::operation::Operation;
use crate::text::{text, texts};

/// Where ECS runs a task. The members exclude each other; with neither, the cluster's default strategy
/// decides, and without one, EC2. Source:
/// <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html>
#[derive(Debug, Clone)]
pub(crate) enum Placement {
    LaunchType(String),
    Providers(Vec<Provider>),
}

/// A capacity provider, with its share of the tasks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Provider(CapacityProvider);

impl Provider {
    /// Reads `NAME[=WEIGHT[,BASE]]`.
    pub(crate) fn parse(text: &str) -> Result<Self, Localized<String>> {
        CapacityProvider::parse(text).map(Provider).ok_or_else(|| {
            texts!(
                "NAME, NAME=WEIGHT or NAME=WEIGHT,BASE, with a weight up to 1000 and a base up to 100000",
                "NAME、NAME=WEIGHT、NAME=WEIGHT,BASE のどれかの形で指定してください\
                 （WEIGHT は 1000 まで、BASE は 100000 まで）"
            )
        })
    }

    fn body(&self) -> Value {
        let Provider(provider) = self;
        let mut body = json!({"capacityProvider": provider.name});
        if let Some(weight) = provider.weight {
            body["weight"] = weight.into();
        }
        if let Some(base) = provider.base {
            body["base"] = base.into();
        }
        body
    }

    fn is_fargate(&self) -> bool {
        self.0.is_fargate()
    }
}

impl Template {
    /// The same in another place. A platform version is Fargate's alone.
    pub(crate) fn placed(mut self, placement: &Placement) -> Self {
        let members = &mut self.0;
        members.remove("launchType");
        members.remove("capacityProviderStrategy");
        let (member, value, is_fargate) = match placement {
            Placement::LaunchType(name) => ("launchType", json!(name), name == "FARGATE"),
            Placement::Providers(providers) => (
                "capacityProviderStrategy",
                providers.iter().map(Provider::body).collect(),
                providers.iter().all(Provider::is_fargate),
            ),
        };
        if !is_fargate {
            members.remove("platformVersion");
        }
        members.insert(member.to_owned(), value);
        self
    }
}

impl Aws {
    /// Where a task runs for which only a network is given: on Fargate if the definition is for it and
    /// the cluster has no default strategy, which decides otherwise. Also what could not be looked at.
    ///
    /// # Errors
    /// The cluster can't be looked at for another reason than a lack of permission.
    pub(crate) async fn placement_in(
        &self,
        cluster: &str,
        definition: &Definition,
    ) -> Result<(Option<Placement>, Option<String>), Box<Failure>> {
        if !definition.is_for_fargate() {
            return Ok((None, None));
        }
        let mut unseen = None;
        let has_strategy = match self.has_default_strategy(cluster).await {
            Err(failure) if failure.is_unavailable() => {
                unseen = Some(text!(
                    self.lang,
                    "whether cluster {cluster} has a default capacity provider strategy could not be \
                     looked at (ecs:DescribeClusters), so the task runs with launch type FARGATE; \
                     --launch-type or --capacity-provider says it",
                    "クラスター {cluster} に既定のキャパシティープロバイダー戦略があるかを確認できないため\
                     （ecs:DescribeClusters）、起動タイプ FARGATE で実行します。--launch-type か \
                     --capacity-provider で指定できます"
                ));
                false
            }
            has_strategy => has_strategy?,
        };
        let fargate = || Placement::LaunchType("FARGATE".to_owned());
        Ok(((!has_strategy).then(fargate), unseen))
    }

    async fn has_default_strategy(&self, cluster: &str) -> Result<bool, Box<Failure>> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Cluster {
            default_capacity_provider_strategy: Option<Vec<IgnoredAny>>,
        }
        #[derive(Deserialize)]
        struct Described {
            clusters: Vec<Cluster>,
        }
        let body = json!({"clusters": [cluster]});
        let Described { clusters } = self.ask(Operation::DescribeClusters, &body).await?;
        let strategies = clusters.iter();
        let mut strategies =
            strategies.filter_map(|it| it.default_capacity_provider_strategy.as_ref());
        Ok(strategies.any(|strategy| !strategy.is_empty()))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Placement, Provider, Template};

    #[test]
    fn reads_a_provider_with_its_share() {
        for (text, expected) in [
            ("FARGATE_SPOT", json!({"capacityProvider": "FARGATE_SPOT"})),
            ("a=3", json!({"capacityProvider": "a", "weight": 3})),
            (
                "a=0,2",
                json!({"capacityProvider": "a", "weight": 0, "base": 2}),
            ),
        ] {
            assert_eq!(Provider::parse(text).map(|it| it.body()), Ok(expected));
        }
        for text in [
            "",
            "=1",
            "a=",
            "a=1,",
            "a=x",
            "a=1001",
            "a=1,100001",
            "a=-1",
        ] {
            assert!(Provider::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn another_place_leaves_nothing_of_the_one_before() {
        let before = || {
            let members = json!({
                "launchType": "FARGATE", "platformVersion": "1.4.0", "networkConfiguration": {},
            });
            Template(members.as_object().cloned().unwrap_or_default())
        };
        let placed = before().placed(&Placement::LaunchType("EC2".to_owned()));
        let expected = json!({"launchType": "EC2", "networkConfiguration": {}});
        assert_eq!(placed.body(), expected);
        let spot = Provider::parse("FARGATE_SPOT").into_iter().collect();
        let expected = json!({
            "capacityProviderStrategy": [{"capacityProvider": "FARGATE_SPOT"}],
            "platformVersion": "1.4.0", "networkConfiguration": {},
        });
        assert_eq!(
            before().placed(&Placement::Providers(spot)).body(),
            expected
        );
    }
}

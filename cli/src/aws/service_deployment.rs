//! A deployment of a service as `DescribeServiceDeployments` shows it: its strategy and stage, the
//! traffic and the hooks.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};

use super::call::{Aws, member};
use super::deployment_status::DeploymentStatus;
use super::failure::Failure;
use super::operation::Operation;

/// The most deployments in one `DescribeServiceDeployments` request. Source:
/// <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServiceDeployments.html>
const DESCRIBED_AT_ONCE: usize = 20;

/// A deployment of a service.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DeploymentDetails {
    #[serde(rename = "serviceDeploymentArn")]
    pub(crate) arn: String,
    pub(crate) status: DeploymentStatus,
    status_reason: Option<String>,
    /// One of [`STAGES`](super::lifecycle::STAGES); ECS has none for a rolling update.
    #[serde(rename = "lifecycleStage")]
    pub(crate) stage: Option<String>,
    #[serde(rename = "lifecycleHookDetails")]
    hooks: Option<Vec<Hook>>,
    #[serde(rename = "deploymentConfiguration")]
    configuration: Option<DeploymentConfiguration>,
    #[serde(rename = "targetServiceRevision")]
    target: Option<RevisionSummary>,
    rollback: Option<Rollback>,
}

/// How a service is deployed, as far as waiting goes.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DeploymentConfiguration {
    strategy: Option<String>,
    pub(crate) bake_time_in_minutes: Option<u64>,
    lifecycle_hooks: Option<Vec<ConfiguredHook>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
struct ConfiguredHook {
    target_type: Option<String>,
}

/// What runs a hook, or waits at it.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Hook {
    #[serde(rename = "hookId")]
    pub(crate) id: String,
    status: Option<String>,
    expires_at: Option<Moment>,
    /// What ECS does when it expires: `CONTINUE` or `ROLLBACK`.
    #[serde(rename = "timeoutAction")]
    pub(crate) then: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
struct RevisionSummary {
    arn: Option<String>,
    requested_production_traffic_weight: Option<f64>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Rollback {
    reason: Option<String>,
    service_revision_arn: Option<String>,
}

/// A time: seconds since 1970 on the wire, RFC 3339 in AWS's examples.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum Moment {
    Seconds(f64),
    Text(String),
}

impl Moment {
    fn timestamp(&self) -> Option<Timestamp> {
        match self {
            #[allow(clippy::cast_possible_truncation, reason = "a fraction does not count")]
            Moment::Seconds(seconds) => Timestamp::from_second(*seconds as i64).ok(),
            Moment::Text(text) => text.parse().ok(),
        }
    }
}

impl DeploymentConfiguration {
    /// `ROLLING`, which is meant where nothing is said, `BLUE_GREEN`, `LINEAR` or `CANARY`.
    pub(crate) fn strategy(&self) -> &str {
        self.strategy.as_deref().unwrap_or("ROLLING")
    }

    /// Whether it is a rolling update, which has no stages.
    pub(crate) fn is_rolling(&self) -> bool {
        self.strategy() == "ROLLING"
    }

    /// Whether it may wait for somebody.
    pub(crate) fn may_pause(&self) -> bool {
        let mut hooks = self.lifecycle_hooks.iter().flatten();
        hooks.any(|hook| hook.target_type.as_deref() == Some("PAUSE"))
    }
}

impl Hook {
    /// When ECS goes on by itself.
    pub(crate) fn expires(&self) -> Option<Timestamp> {
        self.expires_at.as_ref().and_then(Moment::timestamp)
    }
}

impl DeploymentDetails {
    /// The hooks at which it waits for somebody.
    pub(crate) fn waiting(&self) -> impl Iterator<Item = &Hook> {
        let hooks = self.hooks.iter().flatten();
        hooks.filter(|hook| hook.status.as_deref() == Some("AWAITING_ACTION"))
    }

    pub(crate) fn strategy(&self) -> Option<&str> {
        self.configuration
            .as_ref()
            .map(DeploymentConfiguration::strategy)
    }

    /// Whether it shifts the production traffic at once, and not in steps.
    pub(crate) fn is_at_once(&self) -> bool {
        self.strategy() == Some("BLUE_GREEN")
    }

    /// How long both revisions are to run at the end, in minutes.
    pub(crate) fn bake_minutes(&self) -> Option<u64> {
        self.configuration.as_ref()?.bake_time_in_minutes
    }

    /// The percentage of production traffic that its revision is to have.
    pub(crate) fn traffic(&self) -> Option<f64> {
        self.target.as_ref()?.requested_production_traffic_weight
    }

    /// The ARN of the service revision that it brings.
    pub(crate) fn brings(&self) -> Option<&str> {
        self.target.as_ref()?.arn.as_deref()
    }

    /// Why it is as it is, in AWS's words; empty where AWS does not say.
    pub(crate) fn reason(&self) -> &str {
        let rollback = self.rollback.as_ref().and_then(|it| it.reason.as_deref());
        let reason = self.status_reason.as_deref().filter(|it| !it.is_empty());
        reason.or(rollback).unwrap_or_default()
    }

    /// The ARN of the service revision that a rollback brings back.
    pub(crate) fn back_to(&self) -> Option<&str> {
        self.rollback.as_ref()?.service_revision_arn.as_deref()
    }

    fn texts_mut(&mut self) -> impl Iterator<Item = &mut String> {
        let rollback = self.rollback.as_mut().and_then(|it| it.reason.as_mut());
        self.status_reason.iter_mut().chain(rollback)
    }
}

impl Aws {
    /// These deployments, but for those that AWS does not know.
    ///
    /// # Errors
    /// AWS refuses, does not answer, or answers something else.
    pub(crate) async fn deployment_details(
        &self,
        arns: &[String],
    ) -> Result<Vec<DeploymentDetails>, Box<Failure>> {
        let operation = Operation::DescribeServiceDeployments;
        let mut all = Vec::new();
        for arns in arns.chunks(DESCRIBED_AT_ONCE) {
            let body = json!({"serviceDeploymentArns": arns});
            let mut answer: Value = self.ask(operation, &body).await?;
            let found: Vec<DeploymentDetails> =
                member(operation, &mut answer, "serviceDeployments")?;
            all.extend(found);
        }
        for text in all.iter_mut().flat_map(DeploymentDetails::texts_mut) {
            *text = self.redact(text);
        }
        Ok(all)
    }

    /// Lets a deployment go on that waits at a hook, or roll back.
    ///
    /// # Errors
    /// AWS refuses, does not answer, or answers something else.
    pub(crate) async fn continue_deployment(
        &self,
        deployment: &str,
        hook: &str,
        roll_back: bool,
    ) -> Result<(), Box<Failure>> {
        let operation = Operation::ContinueServiceDeployment;
        let action = if roll_back { "ROLLBACK" } else { "CONTINUE" };
        let body = json!({"serviceDeploymentArn": deployment, "hookId": hook, "action": action});
        let mut answer: Value = self.ask(operation, &body).await?;
        member::<String>(operation, &mut answer, "serviceDeploymentArn").map(|_| ())
    }
}

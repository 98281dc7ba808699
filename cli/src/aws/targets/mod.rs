//! What starts tasks by the clock or on an event: targets of EventBridge rules, and schedules of
//! EventBridge Scheduler. Both pin a task definition, and neither is moved by a service's update.

mod rules;
mod schedules;
mod universal;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::arn::{FamilyRevision, last_part, short};
use taskdef_core::{Lang, RuleName, ScheduleName};

use super::call::Aws;
use super::failure::Failure;
use crate::text::text;
use universal::RunTaskInput;

/// Something that starts a family.
#[derive(Debug, Clone)]
pub(crate) struct Trigger {
    pub(crate) id: TriggerId,
    /// The cluster that it starts tasks on, by ARN; by name where a universal target names it so.
    pub(crate) cluster: String,
    /// The task definition that it names.
    pub(crate) definition: FamilyRevision,
    /// All members of the target or schedule, as AWS gave them.
    pub(crate) whole: Value,
    /// Whether its input is that of `RunTask` itself (a universal target of Scheduler), so that the
    /// task definition is inside the user's own text.
    pub(crate) universal: bool,
}

/// Of the parameters of a target that starts tasks, what it starts.
#[derive(Debug, Deserialize)]
struct EcsParameters {
    #[serde(rename = "TaskDefinitionArn")]
    definition: String,
}

/// Where a trigger is found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase", tag = "kind")]
pub(crate) enum TriggerId {
    /// A target of a rule.
    Rule {
        bus: String,
        rule: String,
        target: String,
    },
    /// A schedule.
    Schedule { group: String, name: String },
}

impl TriggerId {
    /// What it is called.
    pub(crate) fn text(&self, lang: Lang) -> String {
        match self {
            TriggerId::Rule { bus, rule, target } if bus == "default" => text!(
                lang,
                "rule {rule}, target {target}",
                "ルール {rule} のターゲット {target}"
            ),
            TriggerId::Rule { bus, rule, target } => text!(
                lang,
                "rule {rule} on bus {bus}, target {target}",
                "イベントバス {bus} のルール {rule} のターゲット {target}"
            ),
            TriggerId::Schedule { group, name } => text!(
                lang,
                "schedule {group}/{name}",
                "スケジュール {group}/{name}"
            ),
        }
    }

    /// Whether it is a target of this rule.
    pub(crate) fn is_of_rule(&self, of: &str, named: &str) -> bool {
        matches!(self, TriggerId::Rule { bus, rule, .. } if bus == of && rule == named)
    }

    /// Whether it is this schedule.
    pub(crate) fn is_schedule(&self, of: &str, named: &str) -> bool {
        matches!(self, TriggerId::Schedule { group, name } if group == of && name == named)
    }
}

impl Trigger {
    /// Whether it starts tasks on this cluster, given as its ARN.
    pub(crate) fn is_on(&self, cluster: &str) -> bool {
        self.cluster == cluster || self.cluster == last_part(cluster)
    }

    /// The same for a cluster by name or ARN, within one account and region.
    pub(crate) fn is_named_on(&self, cluster: &str) -> bool {
        last_part(&self.cluster) == last_part(cluster)
    }

    /// The same with another task definition, given as its ARN: all members as they are, to be written
    /// back. A universal target's input keeps its form, `FAMILY:REVISION` or an ARN. `None` if the
    /// input does not say clearly what it starts.
    pub(crate) fn with_definition(&self, arn: &str) -> Option<Value> {
        let mut whole = self.whole.clone();
        let target = match self.id {
            TriggerId::Rule { .. } => &mut whole,
            TriggerId::Schedule { .. } => whole.get_mut("Target")?,
        };
        if self.universal {
            let input = target.get_mut("Input")?;
            let text = input.as_str()?;
            let read = RunTaskInput::parse(text)?;
            let is_arn = read.definition.starts_with("arn:");
            let definition = if is_arn { arn.to_owned() } else { short(arn) };
            *input = read.with_definition(text, &definition).into();
        } else {
            *target
                .get_mut("EcsParameters")?
                .get_mut("TaskDefinitionArn")? = arn.into();
        }
        Some(whole)
    }

    /// The parameters of the task.
    pub(crate) fn parameters(&self) -> &Value {
        match self.id {
            TriggerId::Rule { .. } => &self.whole["EcsParameters"],
            TriggerId::Schedule { .. } => &self.whole["Target"]["EcsParameters"],
        }
    }

    /// The input of the task, as text.
    pub(crate) fn input(&self) -> Option<&str> {
        match self.id {
            TriggerId::Rule { .. } => self.whole["Input"].as_str(),
            TriggerId::Schedule { .. } => self.whole["Target"]["Input"].as_str(),
        }
    }

    /// The role that EventBridge takes on to start the task.
    pub(crate) fn role(&self) -> Option<&str> {
        match self.id {
            TriggerId::Rule { .. } => self.whole["RoleArn"].as_str(),
            TriggerId::Schedule { .. } => self.whole["Target"]["RoleArn"].as_str(),
        }
    }
}

/// Which triggers to find.
#[derive(Debug, Clone, Default)]
pub(crate) struct TriggerFilter {
    /// Rules by event bus and name.
    pub(crate) rules: Vec<(String, String)>,
    /// Schedules by group and name.
    pub(crate) schedules: Vec<(String, String)>,
    /// Every rule and every schedule of the account in this region.
    pub(crate) all: bool,
}

impl TriggerFilter {
    /// A filter of rules as `[BUS/]NAME` and of schedules as `[GROUP/]NAME`, or of `all`.
    pub(crate) fn new<'t>(
        rules: impl IntoIterator<Item = &'t String>,
        schedules: impl IntoIterator<Item = &'t String>,
        all: bool,
    ) -> Self {
        let rules = rules.into_iter().map(|text| {
            let RuleName { bus, name } = RuleName::parse(text);
            (bus.unwrap_or("default").to_owned(), name.to_owned())
        });
        let schedules = schedules.into_iter().map(|text| {
            let ScheduleName { group, name } = ScheduleName::parse(text);
            (group.to_owned(), name.to_owned())
        });
        TriggerFilter {
            rules: rules.collect(),
            schedules: schedules.collect(),
            all,
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        !self.all && self.rules.is_empty() && self.schedules.is_empty()
    }
}

/// What was found.
#[derive(Debug, Default)]
pub(crate) struct FoundTriggers {
    pub(crate) triggers: Vec<Trigger>,
    /// The schedules whose input does not tell what they start.
    pub(crate) unclear: Vec<TriggerId>,
    /// What was not examined, these included, and why.
    pub(crate) skipped: Vec<String>,
}

impl Aws {
    /// The triggers of these families. With `all`, every cluster is searched; `cluster` is the
    /// ARN of one that is searched even if listing the others is denied.
    pub(crate) async fn triggers(
        &self,
        families: &[&str],
        trigger_filter: &TriggerFilter,
        cluster: Option<&str>,
    ) -> Result<FoundTriggers, Box<Failure>> {
        let mut found = FoundTriggers::default();
        if trigger_filter.all {
            self.all_rules(cluster, &mut found).await?;
            self.all_schedules(&mut found).await?;
        }
        self.named_rules(&trigger_filter.rules, &mut found).await?;
        self.named_schedules(&trigger_filter.schedules, &mut found)
            .await?;
        found
            .triggers
            .retain(|trigger| families.contains(&trigger.definition.family.as_str()));
        let mut seen: Vec<TriggerId> = Vec::new();
        found.triggers.retain(|trigger| {
            let new = !seen.contains(&trigger.id);
            if new {
                seen.push(trigger.id.clone());
            }
            new
        });
        Ok(found)
    }
}

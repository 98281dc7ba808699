//! Schedules of EventBridge Scheduler, in every group.

use futures_util::{StreamExt, TryStreamExt, stream};
use serde_json::Value;

use super::{Found, Place, Starter};
use crate::aws::arn::{Arn, FamilyRevision};
use crate::aws::call::{Aws, read};
use crate::aws::failure::Failure;
use crate::aws::hidden::hidden_values;
use crate::aws::operation::Operation;
use crate::aws::request::Request;
use crate::aws::runtime::AT_ONCE;

/// What `GetSchedule` answers and `UpdateSchedule` does not take. The name stands in the path.
const READ_ONLY: [&str; 4] = ["Arn", "CreationDate", "LastModificationDate", "Name"];

/// The target of a schedule that calls `RunTask` with an input of the user's own.
const RUN_TASK: &str = ":::aws-sdk:ecs:runTask";

impl Aws {
    /// Every schedule that starts tasks. The list tells which target a schedule has, so that only
    /// those of ECS are asked for one by one.
    pub(super) async fn all_schedules(&self, found: &mut Found) -> Result<(), Box<Failure>> {
        let operation = Operation::ListSchedules;
        let mut named = Vec::new();
        let mut next = None;
        loop {
            let page = self.call(Request::schedules(next)).await?;
            let page = read(operation, &page)?;
            let schedules = page["Schedules"].as_array().into_iter().flatten();
            named.extend(schedules.filter_map(of_ecs));
            next = page["NextToken"].as_str().map(str::to_owned);
            if next.is_none() {
                break;
            }
        }
        self.named_schedules(&named, found).await
    }

    /// These schedules, by group and name.
    pub(super) async fn named_schedules(
        &self,
        named: &[(String, String)],
        found: &mut Found,
    ) -> Result<(), Box<Failure>> {
        let starters: Vec<Option<Starter>> = stream::iter(named)
            .map(|(group, name)| self.schedule(group, name))
            .buffered(AT_ONCE)
            .try_collect()
            .await?;
        found.starters.extend(starters.into_iter().flatten());
        Ok(())
    }

    async fn schedule(&self, group: &str, name: &str) -> Result<Option<Starter>, Box<Failure>> {
        let operation = Operation::GetSchedule;
        let request = Request::schedule(operation, group, name, String::new());
        let whole = read(operation, &self.call(request).await?)?;
        Ok(starter(group, name, whole))
    }

    /// Writes a whole schedule back. A start that has passed is refused by AWS in some cases; it
    /// no longer means anything, so the schedule is then written without it. Gives whether that
    /// was so.
    pub(crate) async fn update_schedule(
        &self,
        group: &str,
        name: &str,
        whole: &Value,
    ) -> Result<bool, Box<Failure>> {
        let mut body = whole.clone();
        if let Value::Object(members) = &mut body {
            members.retain(|key, value| !READ_ONLY.contains(&key.as_str()) && !value.is_null());
        }
        let update = |body: &Value| {
            let request =
                Request::schedule(Operation::UpdateSchedule, group, name, body.to_string());
            self.call(request)
        };
        let Err(mut failure) = update(&body).await else {
            return Ok(false);
        };
        failure.mask(&hidden_values(
            body["Target"]["Input"].as_str().unwrap_or_default(),
        ));
        if !failure.says("StartDate") || !has_passed(&body["StartDate"]) {
            return Err(failure);
        }
        if let Value::Object(members) = &mut body {
            members.remove("StartDate");
        }
        update(&body).await.map(|_| true)
    }
}

/// Group and name of a schedule whose target is a cluster, or `RunTask` itself.
fn of_ecs(schedule: &Value) -> Option<(String, String)> {
    let target = schedule["Target"]["Arn"].as_str()?;
    let is_cluster = Arn::parse(target)
        .is_some_and(|arn| arn.service == "ecs" && arn.resource.starts_with("cluster/"));
    let text = |name: &str| schedule[name].as_str().map(str::to_owned);
    (is_cluster || target.ends_with(RUN_TASK))
        .then(|| Some((text("GroupName")?, text("Name")?)))
        .flatten()
}

fn starter(group: &str, name: &str, whole: Value) -> Option<Starter> {
    let target = &whole["Target"];
    let arn = target["Arn"].as_str()?;
    let place = Place::Schedule {
        group: group.to_owned(),
        name: name.to_owned(),
    };
    if arn.ends_with(RUN_TASK) {
        let input: Value = serde_json::from_str(target["Input"].as_str()?).ok()?;
        let either = |a: &str, b: &str| input[a].as_str().or(input[b].as_str()).map(str::to_owned);
        return Some(Starter {
            place,
            cluster: either("Cluster", "cluster").unwrap_or_else(|| "default".to_owned()),
            definition: FamilyRevision::parse(&either("TaskDefinition", "taskDefinition")?)?,
            whole,
            universal: true,
        });
    }
    let definition = target["EcsParameters"]["TaskDefinitionArn"].as_str()?;
    Some(Starter {
        place,
        cluster: arn.to_owned(),
        definition: FamilyRevision::parse(definition)?,
        whole,
        universal: false,
    })
}

/// Whether a time, in seconds since 1970, is over.
fn has_passed(seconds: &Value) -> bool {
    let now = jiff::Timestamp::now().as_duration().as_secs_f64();
    seconds.as_f64().is_some_and(|then| then < now)
}

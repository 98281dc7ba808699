//! Registering and deploying with the AWS CLI and jq.

use super::words;
use crate::generate::scope::{Placed, Scope};
use crate::generate::shell::quote;
use crate::generate::value::{Comment, List};

/// Stops if the AWS CLI is older than the first one that can do this.
pub(super) fn check_version((floor, member): ([String; 2], Option<&'static str>)) -> List {
    let [one, two] = floor;
    let comment = match member {
        Some(member) => Comment {
            words: words::FLOOR_OF_MEMBER,
            holes: vec![
                ("{member}", member.to_owned()),
                ("{one}", one.clone()),
                ("{two}", two.clone()),
            ],
        },
        None => Comment {
            words: words::FLOOR,
            holes: vec![("{one}", one.clone()), ("{two}", two.clone())],
        },
    };
    let compare = format!(
        "case $AWS_CLI in 1.*) FLOOR={one} ;; *) FLOOR={two} ;; esac && \
         test \"$(printf '%s\\n' \"$FLOOR\" \"$AWS_CLI\" | sort -V | head -n 1)\" = \"$FLOOR\" || \
         {{ echo \"AWS CLI $AWS_CLI is older than $FLOOR: choose a newer image for the project.\" >&2; false; }}"
    );
    List::new()
        .say(comment)
        .push("AWS_CLI=$(aws --version 2>&1 | sed -n 's|^aws-cli/\\([0-9.]*\\).*|\\1|p')")
        .push(compare)
}

/// Registers, and has everything use the new revision.
pub(super) fn deploy(scope: &Scope<'_>) -> List {
    let request = scope.request;
    let mut commands = if request.latest {
        List::new()
            .say(words::KEEP_LATEST)
            .push("cp \"$TASKDEF_FILE\" taskdef-registered.json")
    } else {
        List::new().say(words::SET_IMAGE).push(SET_IMAGE)
    };
    commands = commands
        .say(words::REGISTER)
        .push(
            "TASK_DEFINITION_ARN=$(aws ecs register-task-definition --cli-input-json file://taskdef-registered.json \
             --query taskDefinition.taskDefinitionArn --output text)",
        )
        .push("echo \"Registered $TASK_DEFINITION_ARN\"");
    if request.deploys_service() {
        commands = commands.append(services(scope));
    }
    for rule in &request.rules {
        commands = commands.append(repoint_rule(rule));
    }
    for schedule in &request.schedules {
        commands = commands.append(repoint_schedule(schedule));
    }
    commands
}

/// Puts the pushed image into the file. A container that is not there is an error, not nothing.
const SET_IMAGE: &str = r#"jq --arg name "$ContainerName" --arg image "$REPOSITORY_URI:$IMAGE_TAG" '
  if any(.containerDefinitions[]; .name == $name)
  then (.containerDefinitions[] | select(.name == $name)).image = $image
  else error("the task definition has no container named " + $name)
  end' "$TASKDEF_FILE" > taskdef-registered.json"#;

fn services(scope: &Scope<'_>) -> List {
    let services = &scope.request.services;
    let names: Vec<String> = match services.len() {
        0 | 1 => vec!["\"$SERVICE\"".to_owned()],
        _ => services
            .iter()
            .map(|name| quote(name).into_owned())
            .collect(),
    };
    let mut commands = List::new().say(words::SERVICE);
    for name in &names {
        commands = commands.push(format!(
            "aws ecs update-service --cluster=\"$CLUSTER\" --service={name} --task-definition=\"$TASK_DEFINITION_ARN\" \
             --query service.serviceArn --output text"
        ));
    }
    if !scope.request.wait {
        return commands;
    }
    commands = commands.say(words::WAIT);
    for name in &names {
        commands = commands.push(format!(
            "aws ecs wait services-stable --cluster=\"$CLUSTER\" --services={name}"
        ));
    }
    commands = commands.say(words::ROLLED_BACK);
    for name in &names {
        commands = commands.push(format!(
            "test \"$(aws ecs describe-services --cluster=\"$CLUSTER\" --services={name} \
             --query 'services[0].taskDefinition' --output text)\" = \"$TASK_DEFINITION_ARN\" || \
             {{ echo 'The service went back to another revision: see its events.' >&2; false; }}"
        ));
    }
    commands
}

/// Writes the targets of a rule that run this family back with the new revision, whole as they were.
/// Those that name no revision follow the latest one by themselves.
fn repoint_rule(rule: &str) -> List {
    let Placed { place, name } = Placed::of(rule);
    let bus = place
        .map(|bus| format!(" --event-bus-name={}", quote(bus)))
        .unwrap_or_default();
    let rule = format!("--rule={}{bus}", quote(name));
    let bus_member = if place.is_some() {
        "EventBusName: $bus, "
    } else {
        ""
    };
    let bus_argument = place
        .map(|bus| format!(" --arg bus {}", quote(bus)))
        .unwrap_or_default();
    let choose = format!(
        "jq --arg arn \"$TASK_DEFINITION_ARN\" --arg rule {}{bus_argument} '\n  \
         def family: sub(\":[0-9]+$\"; \"\");\n  \
         [.Targets[] | select((.EcsParameters.TaskDefinitionArn // \"\" | family) == ($arn | family))] as $ours\n  \
         | if $ours == [] then error(\"no target of the rule \" + $rule + \" runs this family\") else . end\n  \
         | {{Rule: $rule, {bus_member}Targets: [$ours[]\n      \
         | if .EcsParameters.TaskDefinitionArn | test(\":[0-9]+$\") then .EcsParameters.TaskDefinitionArn = $arn else . end]}}' \
         targets.json > put-targets.json",
        quote(name)
    );
    List::new()
        .say(words::RULE)
        .push(format!("aws events list-targets-by-rule {rule} --output json > targets.json"))
        .push(choose)
        .say(words::FAILED_ENTRIES)
        .push(
            "test \"$(aws events put-targets --cli-input-json file://put-targets.json --query FailedEntryCount --output text)\" = 0 || \
             { echo 'EventBridge refused a target.' >&2; false; }",
        )
}

/// Writes a schedule back whole, with the new revision.
fn repoint_schedule(schedule: &str) -> List {
    let Placed { place, name } = Placed::of(schedule);
    let group = place.unwrap_or("default");
    List::new()
        .say(words::SCHEDULE)
        .push(format!(
            "aws scheduler get-schedule --group-name={} --name={} --output json > schedule.json",
            quote(group),
            quote(name)
        ))
        .push(CHANGE_SCHEDULE)
        .push("aws scheduler update-schedule --cli-input-json file://update-schedule.json --query ScheduleArn --output text")
}

const CHANGE_SCHEDULE: &str = r#"jq --arg arn "$TASK_DEFINITION_ARN" '
  def family: sub(":[0-9]+$"; "");
  def past: if type == "number" then . < now else .[0:10] < (now - 86400 | strftime("%Y-%m-%d")) end;
  if (.Target.EcsParameters.TaskDefinitionArn // "" | family) == ($arn | family) then . else error("the schedule runs another family") end
  | del(.Arn, .CreationDate, .LastModificationDate)
  | if .StartDate and (.StartDate | past) then del(.StartDate) else . end
  | if .Target.EcsParameters.TaskDefinitionArn | test(":[0-9]+$") then .Target.EcsParameters.TaskDefinitionArn = $arn else . end' schedule.json > update-schedule.json"#;

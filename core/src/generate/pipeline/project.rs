//! The CodeBuild project with its roles.

use super::{Stack, Trust, attribute, needs, words};
use crate::generate::request::Builder;
use crate::generate::resources::parameter;
use crate::generate::slot;
use crate::generate::value::{List, Map, Value};

pub(super) fn resources(stack: &Stack<'_>, resources: Map) -> Map {
    let batch = !stack.scope.request.batch.is_empty();
    let properties = Map::new()
        .set("Name", stack.ink.text(&stack.scope.project))
        .set("ServiceRole", attribute("CodeBuildRole.Arn"))
        .set("Artifacts", Map::new().set("Type", "CODEPIPELINE"))
        .say(words::BUILDSPEC)
        .set("Source", Map::new().set("Type", "CODEPIPELINE"))
        .set("Environment", environment(stack))
        .say(words::BATCH)
        .set_some(
            "BuildBatchConfig",
            batch.then(|| Map::new().set("ServiceRole", attribute("BatchRole.Arn"))),
        );
    let resources = resources.say(words::CODEBUILD_ROLE).set(
        "CodeBuildRole",
        stack.role(needs::CODEBUILD, Trust::CodeBuild),
    );
    let resources = resources.say(words::BATCH_ROLE).set_some(
        "BatchRole",
        batch.then(|| stack.role(needs::BATCH, Trust::CodeBuild)),
    );
    resources.say(words::PROJECT).set(
        "CodeBuildProject",
        stack.resource("AWS::CodeBuild::Project", properties),
    )
}

fn environment(stack: &Stack<'_>) -> Map {
    Map::new()
        .set(
            "Type",
            if stack.scope.is_arm() {
                "ARM_CONTAINER"
            } else {
                "LINUX_CONTAINER"
            },
        )
        .set("ComputeType", "BUILD_GENERAL1_SMALL")
        .say(words::IMAGE)
        .set("Image", stack.slot(&slot::BUILD_IMAGE))
        .say(words::PRIVILEGED)
        .set(
            "PrivilegedMode",
            stack.scope.request.builder != Builder::None,
        )
        .say(words::VARIABLES)
        .set_some(
            "EnvironmentVariables",
            Some(variables(stack)).filter(|list| !list.entries.is_empty()),
        )
}

fn variables(stack: &Stack<'_>) -> List {
    let scope = stack.scope;
    let variable = |name: &str, kind: &str, value: Value| {
        Map::new()
            .set("Name", name)
            .set("Type", kind)
            .set("Value", value)
    };
    let parameters = scope.parameter_names().into_iter();
    let parameters =
        parameters.map(|name| variable(name, "PARAMETER_STORE", stack.ink.text(&parameter(name))));
    let cluster = variable("CLUSTER", "PLAINTEXT", stack.slot(&slot::CLUSTER));
    let service = variable("SERVICE", "PLAINTEXT", stack.slot(&slot::ECS_SERVICE));
    let one = scope.request.deploys_service() && scope.request.services.len() < 2;
    let plain = [(scope.uses_cluster(), cluster), (one, service)];
    let plain = plain
        .into_iter()
        .filter(|(used, _)| *used)
        .map(|(_, variable)| variable);
    parameters.chain(plain).collect()
}

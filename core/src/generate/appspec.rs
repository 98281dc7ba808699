//! CodeDeploy's `appspec.yaml`, for a service behind a load balancer.

use super::scope::Scope;
use super::value::{List, Map, Value, to_json};
use super::yaml::{self, Form};
use super::{Format, Generated, Refusal, head};
use crate::lang::Prose;
use crate::outline::Container;

pub(super) fn generate(scope: &Scope<'_>) -> Result<Generated, Refusal> {
    let (name, port) = target(scope)?;
    let balanced = Map::new()
        .set("ContainerName", name)
        .set("ContainerPort", port);
    let properties = Map::new()
        .say(TASK_DEFINITION)
        .set("TaskDefinition", "<TASK_DEFINITION>")
        .say(LOAD_BALANCER)
        .set("LoadBalancerInfo", balanced);
    let service = Map::new()
        .set("Type", "AWS::ECS::Service")
        .set("Properties", properties);
    let resources = List::new().push(Map::new().set("TargetService", service));
    let root = Value::from(
        Map::new()
            .set("version", Value::Version(0.0))
            .set("Resources", resources),
    );
    let form = Form {
        lang: scope.request.lang,
        ascii: false,
    };
    let text = match scope.request.format {
        Format::Json => to_json(&root),
        _ => yaml::write(&[head::made_by(scope), WHAT.into()], &root, form),
    };
    Ok(Generated {
        name: "appspec.yaml".to_owned(),
        text,
        notes: Vec::new(),
    })
}

/// The container that the load balancer sends to, and its port: the one that the request names, else
/// the first that listens.
fn target(scope: &Scope<'_>) -> Result<(String, u32), Refusal> {
    let containers = &scope.outline.containers;
    let named = |container: &&Container| match &scope.request.container {
        Some(name) => container.name == *name,
        None => !container.ports.is_empty() || scope.request.port.is_some(),
    };
    let container = containers
        .iter()
        .find(named)
        .ok_or(if containers.is_empty() {
            Refusal::NoContainer
        } else {
            Refusal::NoPort
        })?;
    let port = scope
        .request
        .port
        .or_else(|| container.ports.first().copied());
    Ok((container.name.clone(), port.ok_or(Refusal::NoPort)?))
}

const WHAT: Prose = Prose {
    en: "For CodePipeline's action \"Amazon ECS (Blue/Green)\", beside taskdef.json. It needs a service with a load \
        balancer; a task that runs on schedule has none.",
    ja: "CodePipeline の「Amazon ECS (ブルー/グリーン)」アクションのために、taskdef.json と並べて置きます。ロード\
        バランサーのあるサービスが必要で、スケジュールで起動するタスクには使えません。",
};

const TASK_DEFINITION: Prose = Prose {
    en: "Not to be filled in: CodePipeline puts the ARN of the revision that it registered there.",
    ja: "書き換えないでください。CodePipeline が、登録したリビジョンの ARN に置き換えます。",
};

const LOAD_BALANCER: Prose = Prose {
    en: "Where the load balancer sends to.",
    ja: "ロードバランサーの送信先です。",
};

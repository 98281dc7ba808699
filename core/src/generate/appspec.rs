//! CodeDeploy's `appspec.yaml`, for a service behind a load balancer.

use super::error::GenerateError;
use super::generated::Generated;
use super::head;
use super::json::to_json;
use super::request::Format;
use super::scope::Scope;
use super::template::{self, Bindings, template};
use super::value::Value;
use super::yaml::{self, Form};
use crate::lang::Localized;
use crate::outline::Container;

pub(super) fn generate(scope: &Scope<'_>) -> Result<Generated, GenerateError> {
    let (container, port) = target(scope)?;
    let mut bindings = Bindings::one("container", &container);
    bindings.value("port", Value::Number(port.to_string()));
    let root = template::read(template!("appspec.tmpl"), &bindings);
    let form = Form {
        lang: scope.request.comment_lang(),
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

/// The container and port that the load balancer sends requests to: those of the request, else the
/// only container with a port.
fn target(scope: &Scope<'_>) -> Result<(String, u32), GenerateError> {
    let containers = &scope.outline.containers;
    let named = |container: &&Container| match &scope.request.container {
        Some(name) => container.name == *name,
        None => !container.ports.is_empty() || scope.request.port.is_some(),
    };
    let mut found = containers.iter().filter(named);
    let (first, second) = (found.next(), found.next());
    if scope.request.container.is_none() && second.is_some() {
        return Err(GenerateError::several_containers(containers));
    }
    let container = first.ok_or(if containers.is_empty() {
        GenerateError::NO_CONTAINER
    } else {
        GenerateError::NO_PORT
    })?;
    let port = scope
        .request
        .port
        .or_else(|| container.ports.first().copied());
    Ok((container.name.clone(), port.ok_or(GenerateError::NO_PORT)?))
}

const WHAT: Localized = Localized {
    en: "For CodePipeline's action \"Amazon ECS (Blue/Green)\", beside taskdef.json. It needs a service with a load \
        balancer; a task that runs on schedule has none.",
    ja: "CodePipeline の「Amazon ECS (ブルー/グリーン)」アクションのために、taskdef.json と並べて置きます。ロード\
        バランサーのあるサービスが必要で、スケジュールで起動するタスクには使えません。",
};

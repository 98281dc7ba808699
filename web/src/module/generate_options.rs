//! The options of `generate`, and the request for the core that they stand for.

use js_sys::{Object, TypeError};
use serde::Deserialize;
use taskdef_core::generate::{Kind, Request};
use wasm_bindgen::JsValue;

use super::choices;
use super::option_sets::accepts;
use super::options::{defined_members, list, read};

/// The options of all kinds of files together. Every member may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct GenerateOptions {
    lang: Option<String>,
    format: Option<String>,
    #[serde(rename = "for")]
    role: Option<String>,
    by: Option<String>,
    source: Option<String>,
    style: Option<String>,
    builder: Option<String>,
    runtime: Option<String>,
    docker_hub: bool,
    reports: bool,
    #[serde(deserialize_with = "list")]
    batch: Vec<String>,
    parameter_path: Option<String>,
    taskdef_file: Option<String>,
    taskdef_url: Option<String>,
    taskdef_sha256: Option<String>,
    keep_latest: bool,
    no_wait: bool,
    cluster: Option<String>,
    #[serde(deserialize_with = "list")]
    services: Vec<String>,
    #[serde(deserialize_with = "list")]
    rules: Vec<String>,
    #[serde(deserialize_with = "list")]
    schedules: Vec<String>,
    rule_role: Option<String>,
    schedule_role: Option<String>,
    repository: Option<String>,
    container: Option<String>,
    port: Option<u16>,
    image: Option<String>,
    region: Option<String>,
    account: Option<String>,
    project: Option<String>,
    bucket: Option<String>,
    kms_key: Option<String>,
}

/// The request for a kind of file.
///
/// # Errors
/// There is no such kind, or the options have the wrong type, an unknown member or an unknown
/// value.
pub(super) fn request(word: &str, options: &JsValue) -> Result<Request, JsValue> {
    let kind = choices::KIND.parse(word)?;
    let options = defined_members(options)?;
    let names = Object::keys(&options);
    let mut names = names.iter().filter_map(|name| name.as_string());
    if let Some(name) = names.find(|name| !accepts(kind, name)) {
        let message = format!("there is no option `{name}` for `{word}`");
        return Err(TypeError::new(&message).into());
    }
    read::<GenerateOptions>(options)?.request(kind)
}

impl GenerateOptions {
    fn request(self, kind: Kind) -> Result<Request, JsValue> {
        let formats = match kind {
            Kind::Policy(_) => &choices::POLICY_FORMAT,
            _ => &choices::FORMAT,
        };
        let kind = match kind {
            Kind::Policy(_) => Kind::Policy(choices::FOR.parse_or_default(self.role.as_deref())?),
            Kind::EventBridge(_) => {
                Kind::EventBridge(choices::BY.parse_or_default(self.by.as_deref())?)
            }
            kind => kind,
        };
        let defaults = Request::new(kind);
        Ok(Request {
            lang: choices::LANG.parse_or_default(self.lang.as_deref())?,
            format: formats.parse_or_default(self.format.as_deref())?,
            style: choices::STYLE.parse_or_default(self.style.as_deref())?,
            builder: choices::BUILDER.parse_or_default(self.builder.as_deref())?,
            source: choices::SOURCE.parse_or_default(self.source.as_deref())?,
            runtime: self.runtime,
            file: self.taskdef_file.unwrap_or(defaults.file),
            cluster: self.cluster,
            services: self.services,
            rules: self.rules,
            schedules: self.schedules,
            rule_role: self.rule_role,
            schedule_role: self.schedule_role,
            container: self.container,
            port: self.port.map(u32::from),
            image: self.image,
            repository: self.repository,
            region: self.region,
            account: self.account,
            project: self.project,
            bucket: self.bucket,
            kms_key: self.kms_key,
            parameter_path: self.parameter_path,
            latest: self.keep_latest,
            docker_hub: self.docker_hub,
            reports: self.reports,
            wait: !self.no_wait,
            taskdef_url: self.taskdef_url,
            taskdef_sha256: self.taskdef_sha256,
            batch: self.batch,
            kind,
        })
    }
}

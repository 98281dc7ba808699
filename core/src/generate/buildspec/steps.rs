//! The same commands for another builder than CodeBuild: part by part, for one family.

use super::{aws_cli, bindings, taskdef};
use crate::generate::request::Style;
use crate::generate::scope::Scope;
use crate::generate::template::{self, template};
use crate::generate::value::Value;

/// The commands of a build, each part a list, and the variables that they read.
pub(in crate::generate) struct Steps {
    /// Each variable, with its value if that is known.
    pub(in crate::generate) variables: Vec<(&'static str, Option<Value>)>,
    pub(in crate::generate) login: Value,
    pub(in crate::generate) build: Value,
    pub(in crate::generate) push: Value,
    /// What registers. It sets `TASK_DEFINITION_ARN` in the style of the AWS CLI.
    pub(in crate::generate) register: Value,
    /// What moves what the deploy moves, and says so if that is nothing.
    pub(in crate::generate) deploy: Vec<Value>,
}

/// The names of the variables, in the order of a file.
const VARIABLES: [&str; 9] = [
    "REPOSITORY_URI",
    "ContainerName",
    "CLUSTER",
    "SERVICE",
    "TASKDEF_URL",
    "TASKDEF_SHA256",
    "TASKDEF_VERSION",
    "TASKDEF_WHEEL_SHA256",
    "TASKDEF_FILE",
];

/// The commands of a build of one family.
pub(in crate::generate) fn steps(scope: &Scope<'_>) -> Steps {
    let (bindings, required) = bindings(scope);
    let variables = VARIABLES.iter().filter_map(|name| {
        let value = bindings.value_of(name).cloned();
        (value.is_some() || required.contains(name)).then_some((*name, value))
    });
    let (register, mut deploy) = match scope.request.style {
        Style::AwsCli => (aws_cli::register(scope), aws_cli::moves(scope)),
        Style::Taskdef => (taskdef::deploy(scope, false), Vec::new()),
    };
    deploy.push(template::read(template!("end.tmpl"), &bindings));
    Steps {
        variables: variables.collect(),
        login: template::read(template!("login.tmpl"), &bindings),
        build: template::read(template!("build.tmpl"), &bindings),
        push: template::read(template!("push.tmpl"), &bindings),
        register,
        deploy,
    }
}

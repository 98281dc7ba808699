//! Builds the image and pushes it.

use crate::generate::request::Builder;
use crate::generate::scope::Scope;
use crate::generate::template::Bindings;
use crate::image::EcrImage;
use crate::shell::{quote, quote_in_ascii};

/// Binds the builder's commands, its language version and the path of its test reports.
pub(super) fn bindings(scope: &Scope<'_>, bindings: &mut Bindings) {
    let request = scope.request;
    let (builder, language, usual, results) = match request.builder {
        Builder::Maven => {
            let results = "**/target/surefire-reports/TEST-*.xml";
            ("maven", "java", "corretto21", results)
        }
        Builder::Gradle => {
            let results = "**/build/test-results/test/TEST-*.xml";
            ("gradle", "java", "corretto21", results)
        }
        Builder::Node => ("node", "nodejs", "22", "**/junit.xml"),
        Builder::Docker | Builder::None => return,
    };
    bindings.when(builder, true);
    bindings.text("language", language);
    bindings.text("runtime", request.runtime.as_deref().unwrap_or(usual));
    bindings.text_if("test-results", request.reports.then_some(results));
}

/// Binds the registries of the base images, other than the one that the build pushes to.
pub(super) fn bases(scope: &Scope<'_>, bindings: &mut Bindings) {
    let own = scope.repository().uri;
    let host_of = |name: &str| name.split('/').next().unwrap_or_default().to_owned();
    let mut hosts: Vec<String> = own.as_deref().map(host_of).into_iter().collect();
    for image in &scope.request.base_images {
        let Some(image) = EcrImage::parse(image) else {
            continue;
        };
        let host = host_of(image.name);
        if scope.request.builder != Builder::None && !hosts.contains(&host) {
            let mut registry = Bindings::one("host", &quote(&host));
            registry.text("region", &quote(image.region));
            bindings.each("bases", registry);
            hosts.push(host);
        }
    }
}

/// The commands that create the parameters that the build reads. A password is read from the
/// terminal, so that it does not get into the shell's history.
pub(in crate::generate) fn create_parameters(scope: &Scope<'_>) -> Vec<String> {
    let path = scope.parameter_path();
    let mut commands = Vec::new();
    for variable in scope.parameter_names() {
        let name = [&path, "/", variable].concat();
        let name = quote_in_ascii(&name);
        commands.push(if variable == "DOCKERHUB_PASS" {
            format!(
                "read -rs T && aws ssm put-parameter --type SecureString --name={name} --value=\"$T\""
            )
        } else {
            format!("aws ssm put-parameter --type String --name={name} --value=VALUE")
        });
    }
    commands
}

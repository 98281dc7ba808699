//! Building the image and pushing it.

use crate::generate::holes::Holes;
use crate::generate::request::Builder;
use crate::generate::scope::Scope;
use crate::generate::shell::quote_in_ascii;

/// What the builder says: its commands, its language and where its tests leave their results.
pub(super) fn holes(scope: &Scope<'_>, holes: &mut Holes) {
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
    holes.when(builder, true);
    holes.text("language", language);
    holes.text("runtime", request.runtime.as_deref().unwrap_or(usual));
    holes.text_if("test-results", request.reports.then_some(results));
}

/// The commands that create the parameters which the build reads. A password is read from the
/// terminal, so that it is in no history.
pub(in crate::generate) fn create_parameters(scope: &Scope<'_>) -> Vec<String> {
    let path = scope.parameter_path();
    let container = scope.container().map(|container| container.name.as_str());
    let commands = scope.parameter_names().into_iter().map(|variable| {
        let name = format!("{path}/{variable}");
        let name = quote_in_ascii(&name);
        let value = match variable {
            "REPOSITORY_URI" => scope.repository().uri,
            "ContainerName" => container.map(str::to_owned),
            "DOCKERHUB_PASS" => {
                return format!(
                    "read -rs TOKEN && aws ssm put-parameter --type SecureString --name={name} --value=\"$TOKEN\""
                );
            }
            _ => None,
        };
        let value = value.map_or("VALUE".to_owned(), |value| quote_in_ascii(&value).into_owned());
        format!("aws ssm put-parameter --type String --name={name} --value={value}")
    });
    commands.collect()
}

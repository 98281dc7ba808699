//! Building the image and pushing it.

use super::words;
use crate::generate::request::Builder;
use crate::generate::scope::Scope;
use crate::generate::shell::quote_in_ascii;
use crate::generate::value::{List, Map};

/// The runtime of the builder's language.
pub(super) fn runtime(scope: &Scope<'_>) -> Option<Map> {
    let (language, usual) = match scope.request.builder {
        Builder::Maven | Builder::Gradle => ("java", "corretto21"),
        Builder::Node => ("nodejs", "22"),
        Builder::Docker | Builder::None => return None,
    };
    let version = scope.request.runtime.as_deref().unwrap_or(usual);
    Some(Map::new().say(words::RUNTIME).set(language, version))
}

/// What is found out and logged in to before the build.
pub(super) fn prepare(scope: &Scope<'_>) -> List {
    let request = scope.request;
    let mut commands = List::new();
    if !request.batch.is_empty() {
        commands = commands.say(words::FOLDER).push("cd -- \"$FAMILY\"");
        commands = commands.say(words::FROM_FILE).push(FROM_FILE);
    }
    commands = commands
        .say(if request.latest { words::LATEST_TAG } else { words::COMMIT_TAG })
        .push("IMAGE_TAG=$(printf '%s' \"${CODEBUILD_RESOLVED_SOURCE_VERSION:-}\" | cut -c 1-7)")
        .push("test -n \"$IMAGE_TAG\" || { echo 'CODEBUILD_RESOLVED_SOURCE_VERSION is empty: there is no commit to name the image by.' >&2; false; }");
    if request.builder == Builder::None {
        return commands;
    }
    if request.docker_hub {
        commands = commands
            .say(words::DOCKER_HUB)
            .push("printf '%s' \"$DOCKERHUB_PASS\" | docker login --username \"$DOCKERHUB_USER\" --password-stdin");
    }
    commands
        .say(words::ECR_LOGIN)
        .push("ECR_HOST=${REPOSITORY_URI%%/*}")
        .push("ECR_REGION=$(printf '%s' \"$ECR_HOST\" | sed 's/.*\\.dkr\\.ecr[^.]*\\.\\([^.]*\\)\\..*/\\1/')")
        .push("aws ecr get-login-password --region \"$ECR_REGION\" | docker login --username AWS --password-stdin \"$ECR_HOST\"")
}

/// The image and the container that it is for, as the family's own file says them.
const FROM_FILE: &str = r#"REPOSITORY_URI=$(jq --exit-status --raw-output '.containerDefinitions[0].image | sub("@.*"; "") | sub(":[^:/]*$"; "")' "$TASKDEF_FILE") && ContainerName=$(jq --exit-status --raw-output '.containerDefinitions[0].name' "$TASKDEF_FILE")"#;

/// The build itself.
pub(super) fn build(scope: &Scope<'_>) -> List {
    let request = scope.request;
    let tested = request.reports;
    let commands = List::new();
    let commands = match request.builder {
        Builder::Maven => {
            let tests = if tested {
                ""
            } else {
                "-Dmaven.test.skip=true "
            };
            let goals = format!(
                "--batch-mode {tests}-DincludeScope=runtime clean dependency:copy-dependencies package"
            );
            commands
                .say(skipping(tested))
                .push(wrapped("mvnw", "mvn", &goals))
        }
        Builder::Gradle => {
            let tasks = if tested {
                "--no-daemon clean build"
            } else {
                "--no-daemon clean assemble"
            };
            commands
                .say(skipping(tested))
                .push(wrapped("gradlew", "gradle", tasks))
        }
        Builder::Node => {
            let commands = commands.push("npm ci").push("npm run build --if-present");
            if tested {
                commands.say(words::NODE_TESTS).push("npm test")
            } else {
                commands
            }
        }
        Builder::Docker => commands,
        Builder::None => {
            return commands.push("echo 'The image of this commit is in the repository already.'");
        }
    };
    commands
        .say(words::BUILD)
        .push("docker build --tag \"$REPOSITORY_URI:$IMAGE_TAG\" .")
}

fn skipping(tested: bool) -> crate::lang::Prose {
    if tested {
        words::WITH_TESTS
    } else {
        words::WITHOUT_TESTS
    }
}

/// A build tool by its wrapper in the repository, if there is one.
fn wrapped(wrapper: &str, tool: &str, arguments: &str) -> String {
    format!("if [ -f {wrapper} ]; then\n  sh {wrapper} {arguments}\nelse\n  {tool} {arguments}\nfi")
}

/// Pushing, and the file that tells which image it was.
pub(super) fn push(scope: &Scope<'_>) -> List {
    let request = scope.request;
    let mut commands = List::new();
    if request.builder != Builder::None {
        commands = commands
            .say(words::PUSH)
            .push("docker push \"$REPOSITORY_URI:$IMAGE_TAG\"");
        if request.latest {
            commands = commands
                .say(words::LATEST)
                .push("docker tag \"$REPOSITORY_URI:$IMAGE_TAG\" \"$REPOSITORY_URI:latest\"")
                .push("docker push \"$REPOSITORY_URI:latest\"");
        }
    }
    commands.say(words::IMAGE_DETAIL).push(
        "jq --null-input --arg name \"$ContainerName\" --arg uri \"$REPOSITORY_URI:$IMAGE_TAG\" '{name: $name, ImageURI: $uri}' > imageDetail.json",
    )
}

/// The reports that the builder's tests write.
pub(super) fn reports(scope: &Scope<'_>) -> Option<Map> {
    if !scope.request.reports {
        return None;
    }
    let files = match scope.request.builder {
        Builder::Maven => "**/target/surefire-reports/TEST-*.xml",
        Builder::Gradle => "**/build/test-results/test/TEST-*.xml",
        Builder::Node => "**/junit.xml",
        Builder::Docker | Builder::None => return None,
    };
    let tests = Map::new()
        .set("files", List::new().push(files))
        .set("file-format", "JUNITXML");
    Some(Map::new().say(words::REPORTS).set("unit-tests", tests))
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

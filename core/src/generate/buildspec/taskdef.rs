//! Registering and deploying with taskdef itself.

use super::words;
use crate::generate::scope::Scope;
use crate::generate::shell::quote;
use crate::generate::value::List;

/// Takes taskdef from where the project says, and runs it only if it is the one that was meant.
pub(super) fn install() -> List {
    List::new()
        .say(words::FETCH)
        .push("TASKDEF_BIN=$(mktemp -d)")
        .push(FETCH)
        .say(words::VERIFY)
        .push("printf '%s  %s\\n' \"$TASKDEF_SHA256\" \"$TASKDEF_BIN/taskdef\" | sha256sum --check --strict -")
        .push("chmod +x \"$TASKDEF_BIN/taskdef\" && \"$TASKDEF_BIN/taskdef\" --version")
}

const FETCH: &str = r#"case $TASKDEF_URL in
  https://*) curl --fail --location --proto '=https' --proto-redir '=https' --silent --show-error --output "$TASKDEF_BIN/taskdef" "$TASKDEF_URL" ;;
  s3://*) aws s3 cp --only-show-errors "$TASKDEF_URL" "$TASKDEF_BIN/taskdef" ;;
  *://*) echo 'TASKDEF_URL should be https://, s3:// or a file of the repository.' >&2; false ;;
  *) cp -- "$CODEBUILD_SRC_DIR/$TASKDEF_URL" "$TASKDEF_BIN/taskdef" ;;
esac"#;

/// One command does it all: it stops at findings, waits, and tells of a rollback.
pub(super) fn deploy(scope: &Scope<'_>) -> List {
    let request = scope.request;
    let mut command = String::from("\"$TASKDEF_BIN/taskdef\" deploy \"$TASKDEF_FILE\"");
    if !request.latest {
        command.push_str(" --image=\"$ContainerName=$REPOSITORY_URI:$IMAGE_TAG\"");
    }
    command.push_str(" --cluster=\"$CLUSTER\"");
    if request.deploys_service() {
        if request.services.len() < 2 {
            command.push_str(" --service=\"$SERVICE\"");
        } else {
            append(&mut command, "--service", &request.services);
        }
    }
    append(&mut command, "--rule", &request.rules);
    append(&mut command, "--schedule", &request.schedules);
    if request.wait {
        command.push_str(" --wait");
    }
    let image = if request.latest {
        ""
    } else {
        " --image=\"$ContainerName=$REPOSITORY_URI:$IMAGE_TAG\""
    };
    List::new()
        .say(words::RECORD)
        .push(format!("\"$TASKDEF_BIN/taskdef\" convert \"$TASKDEF_FILE\"{image} --report none -o taskdef-registered.json"))
        .say(words::DEPLOY)
        .push(command)
}

fn append(command: &mut String, option: &str, names: &[String]) {
    for name in names {
        command.push(' ');
        command.push_str(option);
        // A name that begins with a dash is still a name.
        command.push('=');
        command.push_str(&quote(name));
    }
}

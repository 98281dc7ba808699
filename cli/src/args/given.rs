//! The options of a command line again, for a command that goes on where this one stopped.

use std::collections::BTreeSet;
use std::ffi::OsString;

use clap::parser::ValueSource;
use clap::{Arg, Args as _, Command, CommandFactory as _};

use super::connection::AWS_HEADING;
use super::{Cli, EditArgs};
use crate::aws::deploy::GivenOption;

/// What is done already, or said by `--revision`.
const DONE: [&str; 9] = [
    "revision",
    "always",
    "dry_run",
    "to",
    "yes",
    "help",
    "run_first",
    "run_first_env",
    "run_first_container",
];

/// The options that were given, but for what is done once a revision is registered: its edits, how it
/// was registered or chosen.
pub(crate) fn given(command_line: impl IntoIterator<Item = OsString>) -> Vec<GivenOption> {
    let mut cli = Cli::command();
    let Ok(matches) = cli.try_get_matches_from_mut(command_line) else {
        return Vec::new();
    };
    let Some((name, matches)) = matches.subcommand() else {
        return Vec::new();
    };
    let edits: BTreeSet<String> = EditArgs::augment_args(Command::new(""))
        .get_arguments()
        .map(|arg| arg.get_id().to_string())
        .collect();
    // The run before the rest is done: nothing may be left that takes time.
    let still_waits = name == "wait"
        || ["wait", "run"].iter().any(|id| {
            let is_known = matches.try_contains_id(id).is_ok();
            is_known && matches.value_source(id) == Some(ValueSource::CommandLine)
        });
    let is_kept = |arg: &&Arg| {
        let id = arg.get_id().as_str();
        if id == "timeout" && !still_waits {
            return false;
        }
        // What is waited for stays the same.
        let is_done = DONE.contains(&id) && name != "wait";
        !arg.is_positional() && !edits.contains(id) && !is_done
    };
    let command = cli.find_subcommand(name);
    let mut given = Vec::new();
    for arg in command
        .into_iter()
        .flat_map(Command::get_arguments)
        .filter(is_kept)
    {
        let id = arg.get_id().as_str();
        let is_given = matches.value_source(id) == Some(ValueSource::CommandLine);
        let (Some(option), true) = (arg.get_long(), is_given) else {
            continue;
        };
        let option = |value: Option<String>| GivenOption {
            name: format!("--{option}"),
            value,
            is_general: id == "lang" || arg.get_help_heading() == Some(AWS_HEADING),
        };
        if arg.get_action().takes_values() {
            let values = matches.get_raw(id).into_iter().flatten();
            let values = values.map(|value| value.to_string_lossy().into_owned());
            given.extend(values.map(|value| option(Some(without_user(value)))));
        } else {
            given.push(option(None));
        }
    }
    given
}

/// A URL without a user and a password, which no log is to show; any other value as it is. A password
/// that is not encoded may hold anything, so that only the last `@` ends it.
fn without_user(value: String) -> String {
    match value.split_once("://") {
        Some((scheme, rest)) => match rest.rsplit_once('@') {
            Some((_, host)) => format!("{scheme}://{host}"),
            None => value,
        },
        None => value,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::CommandFactory as _;

    use super::{Cli, DONE, EditArgs, given, without_user};
    use clap::Args as _;

    fn words(line: &str) -> String {
        let line = line.split(' ').map(Into::into);
        let given = given(line).into_iter();
        let words = given.flat_map(|it| [Some(it.name), it.value]).flatten();
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn repeats_what_was_given_and_is_not_done() {
        let line = "taskdef deploy a.json --image x:1 --env A=hidden --cluster prod --service a,b \
            --dry-run --wait --timeout 90s --format json --endpoint-url http://u:p@h:1/x";
        let expected = "--format json --endpoint-url http://h:1/x --cluster prod --service a \
            --service b --wait --timeout 90s";
        let sorted = |text: &str| {
            let mut options: Vec<String> = text.split(" --").map(str::to_owned).collect();
            options[0] = options[0].trim_start_matches('-').to_owned();
            options.sort();
            options
        };
        assert_eq!(sorted(&words(line)), sorted(expected));
        assert_eq!(words("taskdef rollback batch --to 3 --yes"), "");
        let first = "taskdef deploy a.json --cluster c --run-first --timeout 9s";
        assert_eq!(words(first), "--cluster c");
        let later = "taskdef deploy a.json --cluster c --run-first --run --timeout 9s";
        assert_eq!(words(later), "--cluster c --run --timeout 9s");
    }

    /// Each option of `deploy` is repeated, an edit, or done.
    #[test]
    fn no_option_of_deploy_is_forgotten() {
        let mut cli = Cli::command();
        cli.build();
        let edits: BTreeSet<String> = EditArgs::augment_args(clap::Command::new(""))
            .get_arguments()
            .map(|arg| arg.get_id().to_string())
            .collect();
        let deploy = cli.find_subcommand("deploy").cloned().unwrap_or_default();
        let mut tried = 0;
        for arg in deploy.get_arguments().filter(|arg| !arg.is_positional()) {
            let id = arg.get_id().as_str();
            let (Some(long), false) = (arg.get_long(), edits.contains(id) || DONE.contains(&id))
            else {
                continue;
            };
            let value = match arg.get_possible_values().first() {
                Some(value) => value.get_name().to_owned(),
                None if long == "timeout" || long.ends_with("poll") => "1s".to_owned(),
                None if long.contains("time") || long == "backoff" => "1s".to_owned(),
                None => "1".to_owned(),
            };
            let option = if arg.get_action().takes_values() {
                format!("--{long} {value}")
            } else {
                format!("--{long}")
            };
            let line = format!("taskdef deploy a.json --cluster c --service s --wait {option}");
            let line = match long {
                "cluster" => "taskdef deploy a.json --cluster 1".to_owned(),
                "wait" => "taskdef deploy a.json --wait".to_owned(),
                "service" => "taskdef deploy a.json --cluster c --service 1".to_owned(),
                "all-services" => "taskdef deploy a.json --cluster c --all-services".to_owned(),
                _ => line,
            };
            assert!(words(&line).contains(&option), "{line}: {}", words(&line));
            tried += 1;
        }
        assert!(tried > 15, "{tried}");
    }

    #[test]
    fn a_password_of_a_url_is_not_repeated() {
        for (url, shown) in [
            ("http://u:p@h:1/x", "http://h:1/x"),
            ("http://u:p@q@h", "http://h"),
            ("http://u:p/q@h", "http://h"),
            ("https://h/a", "https://h/a"),
            ("prod", "prod"),
        ] {
            assert_eq!(without_user(url.to_owned()), shown);
        }
    }
}

//! How a task ended.

use taskdef_core::Lang;
use taskdef_core::explain::Meaning;

use super::containers::Container;
use crate::aws::tasks::Task;

/// How a task ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ended {
    /// The exit code of its essential containers: the first that is not 0. `None` if one of them
    /// has none.
    pub(crate) exit_code: Option<i64>,
    /// Why it stopped, in AWS's words.
    pub(crate) reason: String,
    /// The same where the exit code is told before.
    pub(super) beside_code: String,
    /// What that means and what to do, if it did not succeed and that is known.
    pub(crate) meaning: Option<Meaning>,
    /// Each container of it that AWS shows.
    pub(crate) containers: Vec<EndedContainer>,
}

/// How a container ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EndedContainer {
    pub(crate) name: String,
    /// `None` if it never ran.
    pub(crate) exit_code: Option<i64>,
    pub(crate) reason: Option<String>,
}

impl Ended {
    /// A container that is not essential ends nothing; a task of which one that is essential has no exit
    /// code did not succeed.
    pub(super) fn of(task: &Task, definitions: &[Container], lang: Lang) -> Self {
        let essential = definitions.iter().filter(|defined| defined.is_essential());
        let codes: Vec<Option<i64>> = essential
            .map(|defined| {
                let mut containers = task.containers();
                let name = Some(defined.name.as_str());
                containers
                    .find(|container| container.name.as_deref() == name)?
                    .exit_code
            })
            .collect();
        let failed = codes.iter().flatten().find(|code| **code != 0);
        let all: Option<Vec<i64>> = codes.iter().copied().collect();
        let first = all.and_then(|codes| codes.first().copied());
        let containers = task.containers().map(|container| EndedContainer {
            name: container.name.clone().unwrap_or_default(),
            exit_code: container.exit_code,
            reason: container.reason.clone(),
        });
        let exit_code = failed.copied().or(first);
        let stop = task.stop.filter(|_| exit_code != Some(0));
        Ended {
            exit_code,
            reason: task.stop_reason(lang),
            beside_code: task.stop_reason_beside_code(lang),
            meaning: stop.map(|stop| Meaning::new(stop, lang)),
            containers: containers.collect(),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use serde_json::json;

    use super::{Container, Ended, Lang, Task};

    #[test]
    fn the_essential_containers_decide() {
        let containers = json!([{"name": "app"}, {"name": "helper", "essential": false}]);
        let containers: Vec<Container> = serde_json::from_value(containers).unwrap();
        let code = |helper: i64, app: Option<i64>| {
            let task = json!({"lastStatus": "STOPPED", "containers": [
                {"name": "helper", "exitCode": helper}, {"name": "app", "exitCode": app},
            ]});
            let task: Task = serde_json::from_value(task).unwrap();
            Ended::of(&task, &containers, Lang::En).exit_code
        };
        assert_eq!(code(1, Some(0)), Some(0));
        assert_eq!(code(0, Some(3)), Some(3));
        assert_eq!(code(0, None), None);
    }

    #[test]
    fn the_code_of_the_only_container_is_told_once() {
        let containers: Vec<Container> = serde_json::from_value(json!([{"name": "app"}])).unwrap();
        let told = |shown: serde_json::Value| {
            let task =
                json!({"lastStatus": "STOPPED", "stoppedReason": "It ended", "containers": shown});
            let task: Task = serde_json::from_value(task).unwrap();
            Ended::of(&task, &containers, Lang::En)
        };
        let alone = told(json!([{"name": "app", "exitCode": 3}]));
        assert_eq!(alone.beside_code, "It ended");
        assert_eq!(alone.reason, "It ended; app exited with 3");
        for shown in [
            json!([{"name": "app", "exitCode": 3, "reason": "OutOfMemoryError"}]),
            json!([{"name": "app", "exitCode": 0}, {"name": "helper", "exitCode": 1}]),
        ] {
            let ended = told(shown);
            assert_eq!(ended.beside_code, ended.reason);
            assert_ne!(ended.reason, "It ended");
        }
    }

    #[test]
    fn an_essential_container_without_an_exit_code_is_no_success() {
        let containers = json!([{"name": "proxy"}, {"name": "app", "essential": true}]);
        let containers: Vec<Container> = serde_json::from_value(containers).unwrap();
        for (rest, expected) in [
            (
                json!([{"name": "app", "reason": "CannotPullContainerError"}]),
                None,
            ),
            (json!([]), None),
            (json!([{"name": "app", "exitCode": 0}]), Some(0)),
            (json!([{"name": "app", "exitCode": 1}]), Some(1)),
        ] {
            let mut all = vec![json!({"name": "proxy", "exitCode": 0})];
            all.extend(rest.as_array().unwrap().iter().cloned());
            let task = json!({"lastStatus": "STOPPED", "containers": all});
            let task: Task = serde_json::from_value(task).unwrap();
            assert_eq!(
                Ended::of(&task, &containers, Lang::En).exit_code,
                expected,
                "{rest}"
            );
        }
    }
}

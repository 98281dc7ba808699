//! The options that say which way a changed job goes.

use super::Takes::{OneOf as NoDefault, Text, Word as OneOf};
use super::build::{BUILD, BUILDSPEC, COMMENTED, PIPELINE, REGISTERED};
use super::moves::MOVES;
use super::names::{IMAGE_TARGET, ROLES_AND_KEYS};
use super::{File, Group, option, word};
use crate::generate::request::{Kind, Route, Starter};

/// The way of a changed job.
static WAY: Group = Group {
    heading: "",
    type_name: "WayOfJob",
    options: &[
        option(
            "started-by",
            "startedBy",
            "What starts the job [default: what is named of a service, rule or schedule]",
            NoDefault(
                "STARTER",
                &[
                    word("service", "An ECS service", |it| {
                        it.started_by = Some(Starter::Service);
                    }),
                    word("rule", "A rule of EventBridge", |it| {
                        it.started_by = Some(Starter::Rule);
                    }),
                    word("schedule", "A schedule of EventBridge Scheduler", |it| {
                        it.started_by = Some(Starter::Schedule);
                    }),
                    word("state-machine", "A state machine of Step Functions", |it| {
                        it.started_by = Some(Starter::StateMachine);
                    }),
                    word("hand", "A person or a script, with RunTask", |it| {
                        it.started_by = Some(Starter::Hand);
                    }),
                    word(
                        "unknown",
                        "Tell how one finds out; no file can be made",
                        |it| {
                            it.started_by = Some(Starter::Unknown);
                        },
                    ),
                ],
            ),
        ),
        option(
            "with",
            "with",
            "What registers the new revision",
            OneOf(
                "ROUTE",
                &[
                    word("pipeline", "The generated pipeline", |it| {
                        it.route = Route::Pipeline;
                    }),
                    word("taskdef", "taskdef on the command line", |it| {
                        it.route = Route::Taskdef;
                    }),
                    word("console", "The console of AWS", |it| {
                        it.route = Route::Console;
                    }),
                ],
            ),
        ),
        option(
            "state-machine",
            "stateMachine",
            "The state machine that starts the job",
            Text("ARN", |it, arn| it.state_machine = Some(arn)),
        ),
    ],
};

/// The way of a changed job, as steps.
pub static NEXT: File = File {
    word: "next",
    about: "The way from a task definition to a changed job that runs, in numbered steps",
    kind: Kind::Readme,
    groups: &[&WAY, &REGISTERED, &MOVES],
};

/// Every file that the way needs, with the way as `README.md`.
pub static ALL: File = File {
    word: "all",
    about: "Every file that a changed job needs, with a README that says what to do with them",
    kind: Kind::Readme,
    groups: &[
        &WAY,
        &COMMENTED,
        &BUILDSPEC,
        &PIPELINE,
        &MOVES,
        &BUILD,
        &IMAGE_TARGET,
        &ROLES_AND_KEYS,
    ],
};

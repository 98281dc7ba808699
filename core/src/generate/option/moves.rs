//! The options that say what a deploy moves to the new revision.

use super::Takes::{FileText, Listed, Nothing, Text, Texts};
use super::{Group, option};

/// What a deploy moves to the revision that it registers.
pub(super) static MOVES: Group = Group {
    heading: "What a deploy moves (nothing, if none is named: it registers)",
    type_name: "Moves",
    options: &[
        option(
            "cluster",
            "cluster",
            "The ECS cluster, by name or ARN",
            Text("NAME", |it, name| it.cluster = Some(name)),
        ),
        option(
            "service",
            "services",
            "An ECS service",
            Texts("NAME", |it, names| it.services = names),
        ),
        option(
            "service-variable",
            "serviceVariable",
            "An ECS service that the variable SERVICE of the build names",
            Nothing(|it| it.service_variable = true),
        ),
        option(
            "rule",
            "rules",
            "An EventBridge rule; its targets that name a revision are moved",
            Texts("[BUS/]NAME", |it, names| it.rules = names),
        ),
        option(
            "schedule",
            "schedules",
            "A schedule of EventBridge Scheduler; it is moved if it names a revision",
            Texts("[GROUP/]NAME", |it, names| it.schedules = names),
        ),
        option(
            "run",
            "run",
            "Have the build log what changed and run the new revision once, before rules and schedules move; it does \
             the job's real work, and fails unless it exits with 0",
            Nothing(|it| it.run = true),
        ),
    ],
};

/// Several families in one batch build.
pub(super) static BATCH: Group = Group {
    heading: "Batch",
    type_name: "Batch",
    options: &[
        option(
            "batch",
            "batch",
            "CodeBuild batch: these families, each with what is about it alone, such as \
             `first-job,schedule=nightly,second-job`: folder=, container=, role= (of its definition), service=, rule=, \
             schedule=",
            Listed("FAMILY[,KEY=VALUE…],…", |it, words| it.batch = words),
        ),
        option(
            "batch-file",
            "batchTable",
            "The same as a JSON list: [{\"family\": …, \"folder\": …, \"container\": …, \
             \"roles\": […], \"services\": […], \"rules\": […], \"schedules\": […]}, …]",
            FileText(|it, text| it.batch_table = Some(text)),
        ),
        option(
            "one-image",
            "oneImage",
            "Build the image once, for every family of the batch",
            Nothing(|it| it.one_image = true),
        ),
    ],
};

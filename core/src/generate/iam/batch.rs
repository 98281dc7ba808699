//! What the service role of a batch build needs.

use super::pipeline::project;
use super::{Need, When, only_if};
use crate::lang::Prose;

pub(in super::super) static BATCH: &[Need] = &[Need {
    sid: "Builds",
    actions: &[
        "codebuild:StartBuild",
        "codebuild:StopBuild",
        "codebuild:RetryBuild",
    ],
    on: |scope| only_if(!scope.request.batch.is_empty(), project(scope)),
    when: When::Always,
    why: Prose {
        en: "It starts a build for each family.",
        ja: "ファミリーごとのビルドを開始します。",
    },
}];

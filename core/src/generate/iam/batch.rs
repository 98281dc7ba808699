//! What the service role of a batch build needs.

use super::{Need, When};
use crate::generate::resources::arn;
use crate::lang::Prose;

pub(in super::super) static BATCH: &[Need] = &[Need {
    sid: "Builds",
    actions: &[
        "codebuild:StartBuild",
        "codebuild:StopBuild",
        "codebuild:RetryBuild",
    ],
    on: |scope| {
        let project = arn("codebuild").then("project/").with(&scope.project);
        if scope.request.batch.is_empty() {
            Vec::new()
        } else {
            vec![project]
        }
    },
    when: When::Always,
    why: Prose {
        en: "It starts a build for each family.",
        ja: "ファミリーごとのビルドを開始します。",
    },
}];

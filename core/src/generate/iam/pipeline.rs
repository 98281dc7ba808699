//! What the pipeline's own role needs: its source, its build, its artifacts.

use super::codebuild::artifacts;
use super::{Need, When, only_if};
use crate::generate::request::Source;
use crate::generate::scope::Scope;
use crate::generate::term::Term;
use crate::lang::Prose;

pub(in super::super) static PIPELINE: &[Need] = &[
    Need {
        sid: "Artifacts",
        actions: &["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"],
        on: artifacts,
        when: When::Always,
        why: Prose {
            en: "The objects of the bucket of artifacts.",
            ja: "アーティファクト用バケットのオブジェクトです。",
        },
    },
    Need {
        sid: "CodeCommit",
        actions: &[
            "codecommit:GetBranch",
            "codecommit:GetCommit",
            "codecommit:UploadArchive",
            "codecommit:GetUploadArchiveStatus",
            "codecommit:CancelUploadArchive",
        ],
        on: |scope| {
            let repository = Term::arn("codecommit", "«CodeCommitRepository»");
            only_if(scope.request.source == Source::CodeCommit, repository)
        },
        when: When::Always,
        why: Prose {
            en: "The one repository.",
            ja: "このリポジトリだけです。",
        },
    },
    Need {
        sid: "Connection",
        actions: &["codeconnections:UseConnection"],
        on: |scope| {
            let connection = Term::of("«ConnectionArn»");
            only_if(scope.request.source == Source::Connection, connection)
        },
        when: When::Always,
        why: Prose {
            en: "The one connection. If its ARN names codestar-connections, as those made before July 2024 \
                do, then so must the action.",
            ja: "この接続だけです。ARN が codestar-connections の場合（2024 年 7 月より前に作成した接続）は、アクションも\
                codestar-connections:UseConnection に変えてください。",
        },
    },
    Need {
        sid: "Build",
        actions: &["codebuild:StartBuild", "codebuild:BatchGetBuilds"],
        on: |scope| only_if(scope.request.batch.is_empty(), project(scope)),
        when: When::Always,
        why: BUILD,
    },
    Need {
        sid: "BuildBatch",
        actions: &[
            "codebuild:StartBuildBatch",
            "codebuild:BatchGetBuildBatches",
        ],
        on: |scope| only_if(!scope.request.batch.is_empty(), project(scope)),
        when: When::Always,
        why: BUILD,
    },
];

const BUILD: Prose = Prose {
    en: "The one project. The pipeline itself neither registers nor deploys: the build does.",
    ja: "このプロジェクトだけです。登録とデプロイはパイプラインではなくビルドが行います。",
};

pub(super) fn project(scope: &Scope<'_>) -> Term {
    Term::arn("codebuild", "project/").with(&scope.project)
}

//! The roles that policies are generated for, and the limits of each policy.

use super::elsewhere;
use crate::generate::error::GenerateError;
use crate::generate::iam::{self, Needs, Trust};
use crate::generate::request::Builder;
use crate::generate::scope::{Reader, Scope};
use crate::generate::template::{self, Bindings};
use crate::generate::value::Comment;
use crate::lang::Localized;

/// A role that a policy is generated for.
pub(in crate::generate) struct Role {
    /// Its name in a template.
    pub(super) name: &'static str,
    /// What uses the role.
    pub(super) holder: &'static str,
    pub(super) needs: &'static Needs,
    pub(super) trust: fn(&Scope<'_>) -> Trust,
    /// Why there is no policy, if nothing is needed.
    pub(super) nothing_needed: GenerateError,
    /// Whether it deploys every family of a batch.
    pub(super) deploys: bool,
    /// Notes on what its policy can't know.
    pub(super) notes: fn(&Scope<'_>) -> Vec<Localized>,
}

pub(in crate::generate) static CODEBUILD: Role = Role {
    name: "CodeBuildRole",
    holder: "the CodeBuild project that deploys",
    needs: &iam::CODEBUILD,
    trust: |_| Trust::CodeBuild,
    nothing_needed: GenerateError::NOTHING_NEEDED,
    deploys: true,
    notes: about_a_build,
};

pub(in crate::generate) static GITHUB_ACTIONS: Role = Role {
    name: "GitHubActionsRole",
    holder: "the workflow of GitHub Actions that deploys",
    needs: &iam::GITHUB_ACTIONS,
    trust: |_| Trust::GitHubActions,
    nothing_needed: GenerateError::NOTHING_NEEDED,
    deploys: false,
    notes: |scope| {
        let mut notes = about_a_deploy(scope);
        notes.push(PROVIDER);
        let numbered = scope
            .request
            .github
            .as_ref()
            .is_some_and(|it| it.contains('@'));
        if !numbered {
            notes.push(NUMBERS);
        }
        notes
    },
};

pub(in crate::generate) static EXECUTION_ROLE: Role = Role {
    name: "ExecutionRole",
    holder: "the task execution role",
    needs: &iam::EXECUTION_ROLE,
    trust: |_| Trust::EcsTasks,
    nothing_needed: GenerateError::NOTHING_NEEDED,
    deploys: false,
    notes: elsewhere::of_execution_role,
};

pub(in crate::generate) static TASK_ROLE: Role = Role {
    name: "TaskRole",
    holder: "the task role, as far as its task definition shows it",
    needs: &iam::TASK_ROLE,
    trust: |_| Trust::EcsTasks,
    nothing_needed: GenerateError::NOTHING_SHOWN,
    deploys: false,
    notes: elsewhere::of_task_role,
};

pub(in crate::generate) static TASK_EVENTS: Role = Role {
    name: "TaskEventsRole",
    holder: "the role that starts the task on schedule",
    needs: &iam::TASK_EVENTS,
    // The request names the rules or schedules that start the task.
    trust: |scope| {
        let moves = scope.moves();
        if moves.schedules.is_empty() && !moves.rules.is_empty() {
            Trust::Rules
        } else {
            Trust::Schedules
        }
    },
    nothing_needed: GenerateError::NOTHING_NEEDED,
    deploys: false,
    notes: about_roles,
};

pub(in crate::generate) static BATCH: Role = Role {
    name: "BatchRole",
    holder: "the batch service role of the CodeBuild project",
    needs: &iam::BATCH,
    trust: |_| Trust::CodeBuild,
    nothing_needed: GenerateError::NO_BATCH,
    deploys: false,
    notes: |_| Vec::new(),
};

/// The same, with what the role needs in a pipeline.
fn about_a_build(scope: &Scope<'_>) -> Vec<Localized> {
    let mut notes = about_a_deploy(scope);
    if scope.bucket.is_none() {
        notes.push(if scope.reader == Reader::Page {
            NO_BUCKET_NAMED
        } else {
            NO_BUCKET
        });
    }
    notes
}

/// Notes on what a deploy passes and moves.
fn about_a_deploy(scope: &Scope<'_>) -> Vec<Localized> {
    let mut notes = about_roles(scope);
    notes.extend(scope.registers_only());
    notes
}

fn about_roles(scope: &Scope<'_>) -> Vec<Localized> {
    if scope.task_roles().is_empty() {
        vec![NO_ROLES]
    } else {
        Vec::new()
    }
}

const NO_ROLES: Localized = Localized {
    en: "The task definition names no role, so that nothing is passed to ECS.",
    ja: "タスク定義にロールがないため、ECS に渡すロールはありません。",
};

const NO_BUCKET: Localized = Localized {
    en: "In a pipeline the build also reads and writes the bucket of its artifacts: name it with --bucket.",
    ja: "パイプラインの中で使うビルドは、アーティファクト用のバケットも読み書きします。--bucket で指定してください。",
};

const NO_BUCKET_NAMED: Localized = Localized {
    en: "In a pipeline the build also reads and writes the bucket of its artifacts, which is not in this policy; the role in \
        pipeline.yml has it.",
    ja: "パイプラインの中で使うビルドは、アーティファクト用のバケットも読み書きします。このポリシーには含まれていませんが、\
        pipeline.yml のロールには含まれています。",
};

/// What the policy of a batch lacks of other families: their roles where the batch does not name them, and
/// their repositories.
pub(in crate::generate) fn about_other_families(scope: &Scope<'_>) -> Vec<Comment> {
    let mut notes = Vec::new();
    let families = scope.families_without_roles();
    if !families.is_empty() {
        let families = Bindings::one("families", &families.join(", "));
        notes.push(template::comment(OTHER_ROLES, &[&families]));
    }
    let pushes = scope.request.builder != Builder::None && !scope.request.one_image;
    if pushes && scope.jobs.len() > 1 {
        notes.push(OTHER_REPOSITORIES.into());
    }
    notes
}

const OTHER_ROLES: Localized = Localized {
    en: "The batch does not say which roles these families have: «families». The policy passes the roles of this task \
        definition; name others with role= in --batch, or roles in --batch-file.",
    ja: "次のファミリーのロールがバッチに指定されていません: «families»。ポリシーで渡せるのはこのタスク定義のロールです。別のロールが\
        あれば、--batch の role=、または --batch-file の roles で指定してください。",
};

const OTHER_REPOSITORIES: Localized = Localized {
    en: "EcrPush holds the repository of this task definition only: add those of the batch's other families.",
    ja: "EcrPush にあるのは、このタスク定義のリポジトリだけです。バッチのほかのファミリーのリポジトリを追加してください。",
};

const PROVIDER: Localized = Localized {
    en: "The account needs GitHub's identity provider, once: aws iam create-open-id-connect-provider --url \
        https://token.actions.githubusercontent.com --client-id-list sts.amazonaws.com",
    ja: "アカウントに GitHub の ID プロバイダーが必要です（一度だけ）: aws iam create-open-id-connect-provider --url \
        https://token.actions.githubusercontent.com --client-id-list sts.amazonaws.com",
};

const NUMBERS: Localized = Localized {
    en: "A repository made or renamed since 15 July 2026 has numbers in its subject: --github OWNER@ID/NAME@ID. gh api \
        repos/OWNER/NAME --jq '\"\\(.owner.login)@\\(.owner.id)/\\(.name)@\\(.id)\"' prints it.",
    ja: "2026 年 7 月 15 日以降に作成または改名したリポジトリでは、サブジェクトに番号が入ります（--github OWNER@ID/NAME@ID）。gh api \
        repos/OWNER/NAME --jq '\"\\(.owner.login)@\\(.owner.id)/\\(.name)@\\(.id)\"' で表示できます。",
};

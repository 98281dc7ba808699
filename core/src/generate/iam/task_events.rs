//! What the role of a rule or schedule needs to run the task.

use super::{Need, When, only_if};
use crate::generate::term::Term;
use crate::lang::Prose;

pub(in super::super) static TASK_EVENTS: &[Need] = &[
    Need {
        sid: "RunTask",
        actions: &["ecs:RunTask"],
        on: |scope| scope.task_definitions(),
        when: When::InCluster,
        why: Prose {
            en: "Every revision of this family, in this cluster. ECS resolves the latest revision \
                before it looks at the policy, so that a family without `:*` would not match.",
            ja: "このクラスターで、このファミリーのすべてのリビジョンを実行できます。ECS は権限を調べる前に\
                最新のリビジョンに置き換えるので、`:*` がないと一致しません。",
        },
    },
    Need {
        sid: "PassTaskRoles",
        actions: &["iam:PassRole"],
        on: |scope| scope.task_roles(),
        when: When::PassedTo("ecs-tasks.amazonaws.com"),
        why: Prose {
            en: "Whoever runs a task passes the roles of its task definition to ECS.",
            ja: "タスクを実行すると、タスク定義のロールを ECS に渡すことになります。",
        },
    },
    Need {
        sid: "TagTasks",
        actions: &["ecs:TagResource"],
        on: |scope| {
            let tasks = Term::arn("ecs", "task/«EcsCluster»/*");
            only_if(scope.outline.tagged, tasks)
        },
        when: When::Creates("RunTask"),
        why: Prose {
            en: "The tasks get the tags of the task definition when they start.",
            ja: "タスク定義のタグを、起動するタスクに付けるためです。",
        },
    },
];

//! What the CodeBuild project's role needs to build an image and deploy it.

use super::{Need, When, everything, only_if};
use crate::generate::request::{Builder, Style};
use crate::generate::scope::Scope;
use crate::generate::term::Term;
use crate::lang::Prose;

pub(in super::super) static CODEBUILD: &[Need] = &[
    Need {
        sid: "Logs",
        actions: &[
            "logs:CreateLogGroup",
            "logs:CreateLogStream",
            "logs:PutLogEvents",
        ],
        on: |scope| {
            let group = Term::arn("logs", "log-group:/aws/codebuild/").with(&scope.project);
            vec![group.clone(), group.then(":*")]
        },
        when: When::Always,
        why: Prose {
            en: "The log of this project, and of no other.",
            ja: "このプロジェクトのログだけに書き込みます。",
        },
    },
    Need {
        sid: "Artifacts",
        actions: &["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"],
        on: artifacts,
        when: When::Always,
        why: Prose {
            en: "The source comes from the pipeline's bucket, and what is built goes there.",
            ja: "パイプラインのバケットからソースを受け取り、成果物を置きます。",
        },
    },
    Need {
        sid: "Parameters",
        actions: &["ssm:GetParameters"],
        on: |scope| scope.parameters(),
        when: When::Always,
        why: Prose {
            en: "Exactly the parameters that the build reads.",
            ja: "ビルドが読むパラメータだけを許可します。",
        },
    },
    Need {
        sid: "DecryptParameters",
        actions: &["kms:Decrypt"],
        on: |scope| key_of(scope, !scope.parameter_names().is_empty()),
        when: When::Always,
        why: Prose {
            en: "The parameters are encrypted with this key. The key aws/ssm would need nothing.",
            ja: "パラメータがこのキーで暗号化されているためです。aws/ssm キーなら不要です。",
        },
    },
    Need {
        sid: "Tool",
        actions: &["s3:GetObject"],
        on: |scope| {
            let url = scope.request.taskdef_url.as_deref().unwrap_or_default();
            match url.strip_prefix("s3://") {
                Some(object) if scope.request.style == Style::Taskdef => {
                    vec![s3().with_data(object)]
                }
                _ => Vec::new(),
            }
        },
        when: When::Always,
        why: Prose {
            en: "The build takes taskdef from there.",
            ja: "ビルドはここから taskdef を取得します。",
        },
    },
    Need {
        sid: "EcrLogin",
        actions: &["ecr:GetAuthorizationToken"],
        on: |scope| everything(builds(scope)),
        when: When::Always,
        why: Prose {
            en: "docker login. AWS can't limit this action to a repository; what the login may do, the \
                next statement says.",
            ja: "docker login のためです。この操作はリポジトリを限定できません。ログイン後にできることは\
                次のステートメントで限定しています。",
        },
    },
    Need {
        sid: "EcrPush",
        actions: &[
            "ecr:BatchCheckLayerAvailability",
            "ecr:InitiateLayerUpload",
            "ecr:UploadLayerPart",
            "ecr:CompleteLayerUpload",
            "ecr:PutImage",
            "ecr:BatchGetImage",
        ],
        on: |scope| only_if(builds(scope), scope.repository().arn),
        when: When::Always,
        why: Prose {
            en: "docker push to this one repository.",
            ja: "このリポジトリだけに docker push します。",
        },
    },
    Need {
        sid: "Register",
        actions: &["ecs:RegisterTaskDefinition"],
        on: |scope| scope.task_definitions(),
        when: When::Always,
        why: Prose {
            en: "New revisions of this family.",
            ja: "このファミリーの新しいリビジョンを登録します。",
        },
    },
    Need {
        sid: "TagOnRegister",
        actions: &["ecs:TagResource"],
        on: |scope| {
            if scope.outline.tagged {
                scope.task_definitions()
            } else {
                Vec::new()
            }
        },
        when: When::Creates("RegisterTaskDefinition"),
        why: Prose {
            en: "The task definition has tags; they may be set only while it is registered.",
            ja: "タスク定義にタグがあるためです。登録と同時に付ける場合だけを許可します。",
        },
    },
    Need {
        sid: "Describe",
        actions: &["ecs:DescribeTaskDefinition"],
        on: |scope| everything(scope.request.style == Style::Taskdef),
        when: When::Always,
        why: Prose {
            en: "taskdef compares with the latest revision. AWS can't limit this action.",
            ja: "taskdef が最新のリビジョンと比べます。この操作は対象を限定できません。",
        },
    },
    Need {
        sid: "PassTaskRoles",
        actions: &["iam:PassRole"],
        on: |scope| scope.task_roles(),
        when: When::PassedTo("ecs-tasks.amazonaws.com"),
        why: Prose {
            en: "Whoever registers a task definition passes its roles to ECS: these, and to nobody else.",
            ja: "タスク定義を登録すると、そのロールを ECS に渡すことになります。このロールを ECS に渡す場合だけを\
                許可します。",
        },
    },
    Need {
        sid: "UpdateService",
        actions: &["ecs:UpdateService", "ecs:DescribeServices"],
        on: |scope| scope.services(),
        when: When::Always,
        why: Prose {
            en: "The service uses the new revision, and the build looks whether it does.",
            ja: "サービスに新しいリビジョンを使わせ、その結果を確認します。",
        },
    },
    Need {
        sid: "Rules",
        actions: &["events:ListTargetsByRule", "events:PutTargets"],
        on: |scope| scope.rules(),
        when: When::Always,
        why: Prose {
            en: "The rule starts the new revision from now on.",
            ja: "ルールが新しいリビジョンを起動するようにします。",
        },
    },
    Need {
        sid: "PassRuleRole",
        actions: &["iam:PassRole"],
        on: |scope| only_if(!scope.request.rules.is_empty(), Term::of("«RuleRoleArn»")),
        when: When::PassedTo("events.amazonaws.com"),
        why: Prose {
            en: "Whoever writes the rule's target passes the target's role.",
            ja: "ルールのターゲットを書き込むと、ターゲットのロールを渡すことになります。",
        },
    },
    Need {
        sid: "Schedules",
        actions: &["scheduler:GetSchedule", "scheduler:UpdateSchedule"],
        on: |scope| scope.schedules(),
        when: When::Always,
        why: Prose {
            en: "The schedule starts the new revision from now on.",
            ja: "スケジュールが新しいリビジョンを起動するようにします。",
        },
    },
    Need {
        sid: "PassScheduleRole",
        actions: &["iam:PassRole"],
        on: |scope| {
            only_if(
                !scope.request.schedules.is_empty(),
                Term::of("«ScheduleRoleArn»"),
            )
        },
        when: When::PassedTo("scheduler.amazonaws.com"),
        why: Prose {
            en: "Whoever writes the schedule passes its role.",
            ja: "スケジュールを書き込むと、そのロールを渡すことになります。",
        },
    },
    Need {
        sid: "Reports",
        actions: &[
            "codebuild:CreateReportGroup",
            "codebuild:CreateReport",
            "codebuild:UpdateReport",
            "codebuild:BatchPutTestCases",
        ],
        on: |scope| {
            let group = Term::arn("codebuild", "report-group/").with(&scope.project);
            only_if(scope.request.writes_reports(), group.then("-*"))
        },
        when: When::Always,
        why: Prose {
            en: "The test reports of this project.",
            ja: "このプロジェクトのテストレポートです。",
        },
    },
];

/// Whether the build makes an image.
fn builds(scope: &Scope<'_>) -> bool {
    scope.request.builder != Builder::None
}

pub(super) fn s3() -> Term {
    Term::of("arn:«AWS::Partition»:s3:::")
}

/// The objects of the pipeline's bucket, if there is one.
pub(super) fn artifacts(scope: &Scope<'_>) -> Vec<Term> {
    match &scope.bucket {
        Some(bucket) => vec![s3().with(bucket).then("/*")],
        None => Vec::new(),
    }
}

/// The key of the secrets, if there is one and secrets are read.
pub(super) fn key_of(scope: &Scope<'_>, used: bool) -> Vec<Term> {
    only_if(
        used && scope.request.kms_key.is_some(),
        Term::of("«KmsKeyArn»"),
    )
}

//! What ECS refuses of `RunTask`, `CreateService` and `UpdateService`.

use crate::aws_error::error::{AwsError, COMMON, SaidBy, answer};

const RUN: SaidBy = SaidBy::Operation(&["RunTask", "CreateService", "UpdateService"]);
const SERVICE: SaidBy = SaidBy::Operation(&["CreateService", "UpdateService"]);

pub(super) const CALLS: &[AwsError] = &[
    AwsError {
        id: "no-instances",
        said_by: RUN,
        texts: &["No Container Instances were found in your cluster"],
        words: answer! {
            title: "The cluster has no container instance", "クラスターにコンテナインスタンスがありません";
            meaning: "The task is to run on EC2, which is the launch type where none is said, and no instance has \
                      registered with this cluster.",
                     "起動タイプが EC2（指定しないときの既定）ですが、このクラスターに登録されたインスタンスがありません。";
            cure: "For Fargate say `--launch-type FARGATE` or a capacity provider; for EC2 check the cluster’s name \
                   in `ecs.config` and the instance’s role.",
                  "Fargate なら `--launch-type FARGATE` かキャパシティプロバイダーを指定し、EC2 なら `ecs.config` のクラスター名と\
                   インスタンスのロールを確認してください。";
        },
        fields: &["requiresCompatibilities"],
        source: "https://github.com/aws/amazon-ecs-cli/issues/1122",
        ..COMMON
    },
    AwsError {
        id: "network-configuration-missing",
        said_by: RUN,
        texts: &["Network Configuration must be provided when networkMode 'awsvpc' is specified"],
        words: answer! {
            title: "`awsvpc` needs a network configuration", "`awsvpc` にはネットワーク設定が必要です";
            meaning: "A task of this network mode gets an interface of its own, and the call does not say in which \
                      subnets and security groups.",
                     "このネットワークモードのタスクは専用のネットワークインターフェイスを使いますが、サブネットとセキュリティグループが\
                      指定されていません。";
            cure: "Pass `--network-configuration` with subnets (`taskdef run` takes those of a service), or \
                   change `networkMode` on EC2.",
                  "`--network-configuration` でサブネットを渡す（`taskdef run` はサービスのものを使えます）か、EC2 なら \
                   `networkMode` を変えてください。";
            plain_cure: "Pass `--network-configuration` with subnets, such as those of a service of the job, or change \
                         `networkMode` on EC2.",
                        "`--network-configuration` でサブネット（同じジョブのサービスのものなど）を渡すか、EC2 なら `networkMode` を\
                         変えてください。";
        },
        fields: &["networkMode"],
        source: "https://github.com/fabfuel/ecs-deploy/issues/133",
        ..COMMON
    },
    AwsError {
        id: "network-configuration-not-taken",
        said_by: RUN,
        texts: &[
            "Network Configuration is not valid for the given networkMode of this task definition",
        ],
        words: answer! {
            title: "Only `awsvpc` takes a network configuration", "ネットワーク設定は `awsvpc` でしか使えません";
            meaning: "The call has subnets and security groups, but the definition’s `networkMode` is bridge (which \
                      it is where nothing is said), host or none.",
                     "サブネットやセキュリティグループを渡していますが、タスク定義の `networkMode` が bridge（指定しないときの既定）、\
                      host、none のいずれかです。";
            cure: "Set `networkMode` to `awsvpc`, or leave the network configuration out.",
                  "`networkMode` を `awsvpc` にするか、ネットワーク設定を外してください。";
        },
        fields: &["networkMode"],
        source: "https://github.com/aws-actions/amazon-ecs-deploy-task-definition/issues/616",
        ..COMMON
    },
    AwsError {
        id: "launch-type-unsupported",
        said_by: RUN,
        texts: &[
            "Task definition does not support launch_type {}",
            "Task definition does not support launch type {}",
            "Task definition compatibilities {} not compatible with launch type",
        ],
        words: answer! {
            title: "The definition is not for this launch type", "タスク定義がこの起動タイプに対応していません";
            meaning: "A definition is for Fargate only if `requiresCompatibilities` lists it when it is registered; \
                      a tool that copies a definition may have lost that field.",
                     "Fargate で使うには、登録時に `requiresCompatibilities` に含める必要があります。定義を写すツールが\
                      この項目を落とすことがあります。";
            cure: "Add `\"requiresCompatibilities\": [\"FARGATE\"]` with `networkMode` `awsvpc`, `cpu` and \
                   `memory`, and register it again.",
                  "`\"requiresCompatibilities\": [\"FARGATE\"]` と、`networkMode`（`awsvpc`）、`cpu`、`memory` を書いて\
                   登録し直してください。";
        },
        rules: &["fargate-size-missing", "fargate-network-mode"],
        fields: &["requiresCompatibilities"],
        source: "https://github.com/aws/aws-cli/issues/3983",
        ..COMMON
    },
    AwsError {
        id: "capacity-provider-missing",
        said_by: RUN,
        texts: &[
            "The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster",
            "capacity provider that is not associated with the cluster",
        ],
        words: answer! {
            title: "The cluster does not have this capacity provider",
                   "クラスターにこのキャパシティプロバイダーがありません";
            meaning: "A strategy names FARGATE, FARGATE_SPOT or a provider of yours, and a cluster has only those \
                      that were associated with it; one made by the API has none.",
                     "戦略で FARGATE、FARGATE_SPOT、独自のプロバイダーのいずれかを指定していますが、クラスターで使えるのは\
                      関連付けたものだけです。API で作成したクラスターには 1 つもありません。";
            cure: "`aws ecs put-cluster-capacity-providers`, with all providers that the cluster is to keep.",
                  "`aws ecs put-cluster-capacity-providers` で、残すものも含めて関連付けてください。";
        },
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html",
        ..COMMON
    },
    AwsError {
        id: "launch-type-and-provider",
        said_by: RUN,
        texts: &["Specifying both a launch type and capacity provider strategy is not supported"],
        words: answer! {
            title: "Launch type and capacity providers exclude each other",
                   "起動タイプとキャパシティプロバイダーは同時に指定できません";
            meaning: "A task runs either by its launch type or by a capacity provider strategy.",
                     "タスクの実行方法は、起動タイプとキャパシティプロバイダー戦略のどちらか一方で決まります。";
            cure: "Leave one of them out: for Fargate Spot keep the strategy.",
                  "どちらかを外してください。Fargate Spot を使うなら戦略を残します。";
        },
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
        ..COMMON
    },
    AwsError {
        id: "override-of-unknown-container",
        said_by: SaidBy::Operation(&["RunTask"]),
        texts: &["Override for container named {} is not a container in the TaskDefinition"],
        words: answer! {
            title: "The override names a container that is not in the definition",
                   "上書きの対象のコンテナがタスク定義にありません";
            meaning: "`containerOverrides` names a container, and no container of this revision has that name.",
                     "`containerOverrides` で指定した名前のコンテナが、このリビジョンにありません。";
            cure: "Write the `name` of a container of the revision that runs.",
                  "実行するリビジョンにあるコンテナの `name` を書いてください。";
        },
        fields: &["containerDefinitions[].name"],
        source: "https://github.com/azavea/django-ecsmanage/issues/21",
        ..COMMON
    },
    AwsError {
        id: "cluster-not-found",
        said_by: SaidBy::AnyOperation,
        texts: &["ClusterNotFoundException", "Cluster not found."],
        words: answer! {
            title: "The cluster does not exist here", "クラスターがありません";
            meaning: "This account and region have no cluster of this name; where none is said, it is `default`.",
                     "このアカウントとリージョンに、その名前のクラスターがありません。指定しない場合は `default` が使われます。";
            cure: "Check `--cluster`, the region and the profile: `aws ecs list-clusters`.",
                  "`--cluster`、リージョン、プロファイルを確認してください（`aws ecs list-clusters`）。";
        },
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
        ..COMMON
    },
    AwsError {
        id: "service-not-found",
        said_by: SERVICE,
        texts: &["ServiceNotFoundException", "service/{} is MISSING"],
        words: answer! {
            title: "The service does not exist in this cluster", "サービスがこのクラスターにありません";
            meaning: "The cluster has no service of this name: another cluster, region or account is meant, or the \
                      service was never created.",
                     "クラスターにその名前のサービスがありません。クラスター、リージョン、アカウントの違いか、まだ作成されていません。";
            cure: "Check `--cluster` and the name: `aws ecs list-services --cluster …`.",
                  "`--cluster` と名前を確認してください（`aws ecs list-services --cluster …`）。";
        },
        source: "https://github.com/aws-actions/amazon-ecs-deploy-task-definition/issues/312",
        ..COMMON
    },
    AwsError {
        id: "service-not-active",
        said_by: SERVICE,
        texts: &["Service was not ACTIVE", "ServiceNotActiveException"],
        words: answer! {
            title: "The service is deleted or being deleted", "サービスが削除済みか削除中です";
            meaning: "A service that was deleted is shown as DRAINING and INACTIVE for a while, and can’t be \
                      updated.",
                     "削除したサービスはしばらく DRAINING や INACTIVE として表示されますが、更新はできません。";
            cure: "Create the service again, once it is INACTIVE.",
                  "INACTIVE になってから、サービスを作成し直してください。";
        },
        source: "https://github.com/alchemy-run/alchemy/pull/1581",
        ..COMMON
    },
    AwsError {
        id: "service-draining",
        said_by: SaidBy::Operation(&["CreateService"]),
        texts: &["Unable to Start a service that is still Draining"],
        words: answer! {
            title: "A service of this name is still being deleted", "同名のサービスがまだ削除中です";
            meaning: "Its last tasks have not stopped yet.",
                     "最後のタスクがまだ停止していません。";
            cure: "Wait until it is INACTIVE (`aws ecs wait services-inactive`), or take another name.",
                  "INACTIVE になるまで待つ（`aws ecs wait services-inactive`）か、別の名前にしてください。";
        },
        source: "https://github.com/spinnaker/spinnaker/issues/5476",
        ..COMMON
    },
    AwsError {
        id: "service-exists",
        said_by: SaidBy::Operation(&["CreateService"]),
        texts: &["Creation of service was not idempotent"],
        words: answer! {
            title: "A service of this name exists already", "同名のサービスがすでにあります";
            meaning: "The cluster has a service of this name with other settings.",
                     "クラスターに、同じ名前で設定の違うサービスがあります。";
            cure: "Update that service, delete it first, or take another name.",
                  "そのサービスを更新するか、先に削除するか、別の名前にしてください。";
        },
        source: "https://github.com/hashicorp/terraform-provider-aws/issues/2283",
        ..COMMON
    },
    AwsError {
        id: "revision-not-found",
        said_by: RUN,
        texts: &[
            "Unable to describe task definition",
            "TaskDefinition not found",
        ],
        words: answer! {
            title: "There is no such task definition or revision", "タスク定義またはリビジョンがありません";
            meaning: "The family or revision does not exist in this account and region, or was deleted. For a \
                      family without a revision: it has none that is ACTIVE.",
                     "そのファミリーやリビジョンが、このアカウントとリージョンにないか、削除されています。リビジョンを省いた場合は、\
                      ACTIVE なものがありません。";
            cure: "Look at `aws ecs list-task-definitions --family-prefix FAMILY`, and register it there.",
                  "`aws ecs list-task-definitions --family-prefix ファミリー` で確認し、そのリージョンに登録してください。";
        },
        fields: &["family"],
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTaskDefinition.html",
        ..COMMON
    },
    AwsError {
        id: "revision-inactive",
        said_by: RUN,
        texts: &["TaskDefinition is inactive"],
        words: answer! {
            title: "The revision was deregistered", "リビジョンが登録解除されています";
            meaning: "An INACTIVE revision can’t start anything new; what already runs goes on.",
                     "INACTIVE のリビジョンからは新しく起動できません。実行中のものはそのまま動きます。";
            cure: "Register the definition again and use the new revision.",
                  "タスク定義を登録し直し、新しいリビジョンを使ってください。";
        },
        rules: &["inactive-revision"],
        fields: &["family"],
        source: "https://github.com/aws/aws-cdk/issues/33195",
        ..COMMON
    },
    AwsError {
        id: "container-not-in-definition",
        said_by: SERVICE,
        texts: &[
            "The container {} does not exist in the task definition",
            "The container {} did not have a container port {} defined",
        ],
        words: answer! {
            title: "The load balancer’s container or port is not in the definition",
                   "ロードバランサーのコンテナやポートがタスク定義にありません";
            meaning: "The service’s load balancer sends to a container and port, and this revision has no container \
                      of that name with that `containerPort`.",
                     "サービスのロードバランサーの送信先であるコンテナ名と `containerPort` の組が、このリビジョンにありません。";
            cure: "Keep the container’s name and `portMappings`, or change the service’s `loadBalancers` in the \
                   same update.",
                  "コンテナ名と `portMappings` をそのままにするか、同じ更新でサービスの `loadBalancers` も変えてください。";
        },
        fields: &[
            "containerDefinitions[].name",
            "containerDefinitions[].portMappings[].containerPort",
        ],
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html",
        ..COMMON
    },
    AwsError {
        id: "target-group-without-load-balancer",
        said_by: SERVICE,
        texts: &[
            "The target group with targetGroupArn {} does not have an associated load balancer",
        ],
        words: answer! {
            title: "No listener sends to the target group", "ターゲットグループがロードバランサーに関連付けられていません";
            meaning: "ECS takes only a target group that a load balancer’s listener or rule forwards to.",
                     "ロードバランサーのリスナーやルールから転送されているターゲットグループしか使えません。";
            cure: "Create the listener before the service (in Terraform by `depends_on`).",
                  "サービスより先にリスナーを作成してください（Terraform では `depends_on`）。";
        },
        source: "https://github.com/umotif-public/terraform-aws-ecs-fargate/issues/43",
        ..COMMON
    },
    AwsError {
        id: "target-type",
        said_by: SERVICE,
        texts: &[
            "target type {} which is incompatible with the {} network mode specified in the task definition",
        ],
        words: answer! {
            title: "The target group’s type does not fit the network mode",
                   "ターゲットグループの種類がネットワークモードに合いません";
            meaning: "Tasks of `awsvpc` are targets by `ip`, those of bridge and host by `instance`.",
                     "`awsvpc` のタスクは `ip`、bridge と host のタスクは `instance` のターゲットになります。";
            cure: "Make a target group of the other type, or change `networkMode`.",
                  "もう一方の種類のターゲットグループを作るか、`networkMode` を変えてください。";
        },
        fields: &["networkMode"],
        source: "https://github.com/hashicorp/terraform-provider-aws/issues/11723",
        ..COMMON
    },
    AwsError {
        id: "code-deploy-controller",
        said_by: SaidBy::Operation(&["UpdateService"]),
        texts: &[
            "Unable to update {} on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment",
        ],
        words: answer! {
            title: "CodeDeploy deploys this service", "このサービスは CodeDeploy でデプロイします";
            meaning: "A service whose deployment controller is CODE_DEPLOY takes a new revision from CodeDeploy \
                      only.",
                     "デプロイコントローラーが CODE_DEPLOY のサービスには、CodeDeploy からしか新しいリビジョンを渡せません。";
            cure: "Register the revision and create a CodeDeploy deployment with an appspec (`taskdef generate \
                   appspec`), or use ECS’s own blue/green deployments.",
                  "リビジョンを登録し、appspec（`taskdef generate appspec`）を使って CodeDeploy のデプロイを作成するか、\
                   ECS 自身のブルー/グリーンデプロイを使ってください。";
            plain_cure: "Register the revision and create a CodeDeploy deployment with an appspec, or use ECS’s own \
                         blue/green deployments.",
                        "リビジョンを登録し、appspec を使って CodeDeploy のデプロイを作成するか、ECS 自身のブルー/グリーンデプロイを\
                         使ってください。";
        },
        source: "https://github.com/boto/boto3/issues/1936",
        ..COMMON
    },
    AwsError {
        id: "exec-without-task-role",
        said_by: SERVICE,
        texts: &["because a valid taskRoleArn is not being used"],
        words: answer! {
            title: "ECS Exec needs a task role", "ECS Exec にはタスクロールが必要です";
            meaning: "`enableExecuteCommand` is set, and the definition has no `taskRoleArn`: the SSM agent in the \
                      container works with the task role.",
                     "`enableExecuteCommand` が有効ですが、タスク定義に `taskRoleArn` がありません。コンテナ内の SSM エージェントは\
                      タスクロールで動きます。";
            cure: "Set `taskRoleArn` to a role with the four `ssmmessages` actions.",
                  "`ssmmessages` の 4 つのアクションを許可したロールを `taskRoleArn` に指定してください。";
        },
        fields: &["taskRoleArn"],
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html",
        ..COMMON
    },
    AwsError {
        id: "service-linked-role",
        said_by: RUN,
        texts: &[
            "Unable to assume the service linked role. Please verify that the ECS service linked role exists",
        ],
        words: answer! {
            title: "The account lacks ECS’s service-linked role", "ECS のサービスリンクロールがありません";
            meaning: "`AWSServiceRoleForECS` is made by the first use of ECS in the console; where only an API is \
                      used, it may be missing, or was created this moment.",
                     "`AWSServiceRoleForECS` はコンソールで初めて ECS を使うと作られます。API だけを使う場合は、まだないか、\
                      作成直後のことがあります。";
            cure: "`aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com`, then try again.",
                  "`aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com` を実行してから再試行してください。";
        },
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using-service-linked-roles.html",
        ..COMMON
    },
    AwsError {
        id: "infrastructure-role",
        said_by: RUN,
        texts: &["ECS was unable to assume the configured ECS Infrastructure Role"],
        words: answer! {
            title: "ECS can’t assume its infrastructure role", "ECS がインフラストラクチャロールを引き受けられません";
            meaning: "The role for volumes of EBS does not trust `ecs.amazonaws.com`, or was created this moment.",
                     "EBS ボリューム用のロールが `ecs.amazonaws.com` を信頼していないか、作成直後です。";
            cure: "Let its trust policy allow `sts:AssumeRole` to `ecs.amazonaws.com`; wait a little after it was \
                   created.",
                  "信頼ポリシーで `ecs.amazonaws.com` に `sts:AssumeRole` を許可し、作成直後なら少し待ってください。";
        },
        fields: &["volumes[].configuredAtLaunch"],
        source: "https://github.com/hashicorp/terraform-provider-aws/issues/38538",
        ..COMMON
    },
    AwsError {
        id: "subnet-not-found",
        said_by: RUN,
        texts: &[
            "Error retrieving subnet information for {}",
            "The subnet ID {} does not exist",
            "The security group {} does not exist",
            "Security group {} and subnet {} belong to different networks",
            "Error retrieving security group information for {}",
        ],
        words: answer! {
            title: "A subnet or security group of the network configuration is wrong",
                   "ネットワーク設定のサブネットやセキュリティグループに誤りがあります";
            meaning: "It does not exist in this region and account, or subnets and groups are of different VPCs.",
                     "このリージョンとアカウントにないか、サブネットとグループの VPC が違います。";
            cure: "Check the ids of the network configuration; all must be of one VPC.",
                  "ネットワーク設定の ID を確認し、同じ VPC のものに揃えてください。";
        },
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html",
        ..COMMON
    },
    AwsError {
        id: "platform-version",
        said_by: RUN,
        texts: &[
            "PlatformUnknownException",
            "PlatformTaskDefinitionIncompatibilityException",
        ],
        words: answer! {
            title: "The platform version does not fit the definition", "プラットフォームバージョンがタスク定義に合いません";
            meaning: "The version of Fargate does not exist, or lacks something that the definition uses, such as \
                      EFS or ephemeral storage.",
                     "Fargate のそのバージョンがないか、EFS やエフェメラルストレージなど、定義で使う機能に対応していません。";
            cure: "Leave the version out or say `LATEST`.",
                  "バージョンを省くか `LATEST` を指定してください。";
        },
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
        ..COMMON
    },
    AwsError {
        id: "new-arn-format",
        said_by: RUN,
        texts: &[
            "The new ARN and resource ID format must be enabled to add tags",
            "The new ARN and resource ID format must be enabled to propagate tags",
            "Long arn format must be enabled",
        ],
        words: answer! {
            title: "Tags need the long ARN format", "タグには長い ARN 形式が必要です";
            meaning: "Old accounts and services have the short format, in which services and tasks take no tags.",
                     "古いアカウントやサービスは短い形式で、サービスやタスクにタグを付けられません。";
            cure: "`aws ecs put-account-setting-default --name serviceLongArnFormat --value enabled` (and \
                   `taskLongArnFormat`), and create the service again.",
                  "`aws ecs put-account-setting-default --name serviceLongArnFormat --value enabled`（`taskLongArnFormat` も）\
                   を実行し、サービスを作成し直してください。";
        },
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html",
        ..COMMON
    },
    AwsError {
        id: "concurrent-registration",
        said_by: SaidBy::Operation(&["RegisterTaskDefinition"]),
        texts: &["Too many concurrent attempts to create a new revision of the specified family"],
        words: answer! {
            title: "Somebody registers the same family just now", "同じファミリーを同時に登録しています";
            meaning: "ECS makes one revision of a family at a time, about one a second.",
                     "1 つのファミリーのリビジョンは一度に 1 つ、およそ毎秒 1 つしか作成できません。";
            cure: "Try again after a few seconds; let parallel jobs register one after the other, or use families \
                   of their own.",
                  "数秒待って再試行し、並列のジョブは順に登録するか、別のファミリーを使ってください。";
        },
        fields: &["family"],
        source: "https://github.com/hashicorp/terraform-provider-aws/issues/9777",
        ..COMMON
    },
];

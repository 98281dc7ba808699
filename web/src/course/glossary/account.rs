//! Words of an AWS account, its rights and its stores.

use super::terms;

terms! {
    "account-id" ["account ID" "account IDs"]
    "The 12 digits of an AWS account. They stand in nearly every ARN and in the address of an image in ECR."
    ["アカウント ID"]
    "AWS アカウントの 12 桁の番号です。ほとんどの ARN と、ECR のイメージのアドレスに含まれます。"

    "region" ["Region" "regions"]
    "Where in the world something of AWS stands, such as `ap-northeast-1` for Tokyo. Most things exist in one of them only."
    ["リージョン"]
    "AWS の拠点のある地域です（東京は `ap-northeast-1`）。ほとんどのリソースは、1 つのリージョンにだけあります。"

    "arn" ["ARN" "ARNs"]
    "The full name of a thing in AWS, with its service, Region and account: \
     `arn:aws:ecs:ap-northeast-1:123456789012:task-definition/batch:5`."
    ["ARN"]
    "AWS のリソースの正式な名前で、サービス、リージョン、アカウントを含みます\
     （例：`arn:aws:ecs:ap-northeast-1:123456789012:task-definition/batch:5`）。"

    "iam" ["IAM"]
    "Identity and Access Management: the part of AWS that decides who may do what, by roles and policies."
    ["IAM"]
    "Identity and Access Management の略で、だれが何をしてよいかをロールとポリシーで決める AWS の仕組みです。"

    "iam-role" ["IAM role" "IAM roles" "roles"]
    "A set of rights that a person, a program or a service of AWS can take on; it has no password of its own."
    ["IAM ロール" "ロール"]
    "人やプログラム、AWS のサービスが引き受けて使う権限のまとまりです。ロール自体にパスワードはありません。"

    "policy" ["policy" "policies"]
    "JSON that says which calls are allowed on which things. It takes effect for the role to which it is attached."
    ["ポリシー"]
    "どの操作をどのリソースに許すかを書いた JSON です。付けたロールの権限になります。"

    "ecr" ["ECR" "Amazon ECR"]
    "Amazon Elastic Container Registry: the store for Docker images in an AWS account."
    ["ECR"]
    "Amazon Elastic Container Registry の略で、AWS アカウントの中の Docker イメージの置き場です。"

    "tag" ["tag" "tags"]
    "Of an image, the name after the colon, such as `app:7`, which can be moved to another image. Of a thing in AWS, \
     a key with a value to sort and bill by."
    ["タグ"]
    "イメージでは、コロンの後ろの名前です（例：`app:7`）。別のイメージに付け替えられます。AWS のリソースでは、分類や\
     料金の集計に使うキーと値の組です。"

    "digest" ["digest" "digests"]
    "The hash of an image, `sha256:…`. Unlike a tag, it always names the same image."
    ["ダイジェスト"]
    "イメージのハッシュ（`sha256:…`）です。タグと違い、必ず同じイメージを指します。"

    "secrets-manager" ["Secrets Manager" "AWS Secrets Manager"]
    "A store of AWS for passwords and keys, which can also change them by itself. `secrets` can name what is in it."
    ["Secrets Manager"]
    "パスワードやキーを保管する AWS のサービスで、自動で更新もできます。`secrets` から参照できます。"

    "parameter-store" ["Parameter Store" "SSM Parameter Store" "SSM"]
    "A store of AWS for settings, encrypted ones too, by names such as `/app/DB_PASSWORD`. `secrets` can name what \
     is in it."
    ["パラメータストア" "SSM パラメータストア" "SSM"]
    "設定値を `/app/DB_PASSWORD` のような名前で保管する AWS の機能です。暗号化もでき、`secrets` から参照できます。"

    "cloudwatch-logs" ["CloudWatch Logs" "CloudWatch"]
    "Where AWS keeps logs: each program writes into a log group, and each container there into a log stream."
    ["CloudWatch Logs" "CloudWatch"]
    "ログを保管する AWS のサービスです。プログラムごとのロググループの中に、コンテナごとのログストリームができます。"

    "log-group" ["log group" "log groups"]
    "A named place for logs in CloudWatch Logs, such as `/ecs/web`."
    ["ロググループ"]
    "CloudWatch Logs の中のログの入れ物で、`/ecs/web` のような名前が付いています。"

    "kms" ["KMS"]
    "Key Management Service: AWS keeps the key with which something is encrypted, and a role needs the right to use it."
    ["KMS"]
    "Key Management Service の略です。暗号化のキーを AWS が保管し、使うにはロールにその権限が必要です。"

    "least-privilege" ["least privilege" "least-privilege"]
    "To give a role the rights that it needs, and no others."
    ["最小権限"]
    "ロールに必要な権限だけを付け、それ以外は付けないという考え方です。"
}

//! Variables, secrets and what fetches them.

use crate::field_texts::text::texts;

texts! {
    KEY_VALUE, "KeyValuePair";
    "name":
        "The name: of an environment variable, or of a setting of the proxy. A name must not stand in \
         `secrets` as well.",
        "環境変数（またはプロキシの設定）の名前です。同じ名前を `secrets` にも書くことはできません。";
    "value":
        "The value, always a string: `\"8080\"` or `\"true\"` in quotes. It is stored in plain text.",
        "値です。`\"8080\"` や `\"true\"` のように、必ず文字列で書きます。平文で保存されます。";
}

texts! {
    SECRET, "Secret";
    "name":
        "The name of the environment variable, or of the log driver’s option, that gets the value.",
        "値を受け取る環境変数（またはログドライバーのオプション）の名前です。";
    "valueFrom":
        "Where the value is: the ARN of a secret in Secrets Manager (with `:KEY::` for one key of its JSON), \
         or the ARN or name of a parameter in Parameter Store. `executionRoleArn` has to be allowed to read it.",
        "値のある場所です。Secrets Manager のシークレットの ARN（JSON の 1 つのキーなら末尾に `:キー::`）か、\
         パラメータストアの ARN または名前を書きます。`executionRoleArn` に読み取りの権限が必要です。";
}

texts! {
    ENVIRONMENT_FILE, "EnvironmentFile";
    "value":
        "The ARN of the file in S3, such as `arn:aws:s3:::BUCKET/app.env`. `executionRoleArn` has to be \
         allowed to read it.",
        "S3 上のファイルの ARN です（`arn:aws:s3:::バケット/app.env` など）。`executionRoleArn` に読み取りの権\
         限が必要です。";
    "type":
        "The kind of file.",
        "ファイルの種類です。" => {
            "s3":
                "An object in Amazon S3, the only kind there is.",
                "Amazon S3 のオブジェクトです。ほかの種類はありません。";
        };
}

texts! {
    REPOSITORY_CREDENTIALS, "RepositoryCredentials";
    "credentialsParameter":
        "The secret in Secrets Manager with user name and password of the registry: its ARN, or its name in \
         the same region. `executionRoleArn` has to be allowed to read it.",
        "レジストリのユーザー名とパスワードを入れた Secrets Manager のシークレットです。ARN か、同じリージョン\
         なら名前で書きます。`executionRoleArn` に読み取りの権限が必要です。";
}

//! File systems of AWS as volumes.

use crate::field_texts::text::texts;

texts! {
    EFS, "EFSVolumeConfiguration";
    "fileSystemId":
        "The id of the file system, such as `fs-0123456789abcdef0`.",
        "ファイルシステムの ID です（`fs-0123456789abcdef0` など）。";
    "rootDirectory":
        "The directory of the file system that is mounted. Default: `/`. With an access point, leave it out or \
         write `/`.",
        "マウントするファイルシステム内のディレクトリで、既定値は `/` です。アクセスポイントを使うときは、省略\
         するか `/` にします。";
    "transitEncryption":
        "Whether the traffic to EFS is encrypted. An access point or IAM needs it. Default: `DISABLED`.",
        "EFS との通信を暗号化するかどうかです。アクセスポイントや IAM 認可を使うときは必須です。既定値は \
         `DISABLED` です。" => {
            "ENABLED":
                "Encrypted by TLS.",
                "TLS で暗号化します。";
            "DISABLED":
                "Not encrypted; the default.",
                "暗号化しません（既定値）。";
        };
    "transitEncryptionPort":
        "The port for the encrypted traffic. Left out, the EFS mount helper chooses one.",
        "暗号化した通信に使うポートです。省略すると、EFS マウントヘルパーが選びます。";
    "authorizationConfig":
        "An access point, and whether IAM decides about access.",
        "アクセスポイントと、IAM による認可の設定です。";
}

texts! {
    EFS_AUTHORIZATION, "EFSAuthorizationConfig";
    "accessPointId":
        "The access point, which fixes directory and user, such as `fsap-0123456789abcdef0`. It needs \
         `transitEncryption`.",
        "ディレクトリとユーザーを固定するアクセスポイントの ID です（`fsap-0123456789abcdef0` など）。\
         `transitEncryption` が必要です。";
    "iam":
        "Whether EFS checks the permissions of `taskRoleArn`. Default: `DISABLED`.",
        "`taskRoleArn` の権限を EFS が確認するかどうかです。既定値は `DISABLED` です。" => {
            "ENABLED":
                "EFS asks whether the task role may mount the file system (`elasticfilesystem:ClientMount`); \
                 `transitEncryption` has to be on.",
                "タスクロールがマウントしてよいか（`elasticfilesystem:ClientMount`）を EFS が確認します。\
                 `transitEncryption` も有効にします。";
            "DISABLED":
                "The task role is not asked; the default.",
                "タスクロールは使いません（既定値）。";
        };
}

texts! {
    S3_FILES, "S3FilesVolumeConfiguration";
    "fileSystemArn":
        "The ARN of the S3 Files file system.",
        "S3 Files のファイルシステムの ARN です。";
    "rootDirectory":
        "The directory that is mounted. Default: `/`. With an access point, leave it out or write `/`.",
        "マウントするディレクトリで、既定値は `/` です。アクセスポイントを使うときは、省略するか `/` にします。";
    "transitEncryptionPort":
        "The port for the encrypted traffic. Left out, the mount helper chooses one.",
        "暗号化した通信に使うポートです。省略すると、マウントヘルパーが選びます。";
    "accessPointArn":
        "The ARN of an access point, which fixes the directory.",
        "ディレクトリを固定するアクセスポイントの ARN です。";
}

texts! {
    FSX, "FSxWindowsFileServerVolumeConfiguration";
    "fileSystemId":
        "The id of the FSx file system.",
        "FSx のファイルシステムの ID です。";
    "rootDirectory":
        "The directory of the file system that is mounted.",
        "マウントするファイルシステム内のディレクトリです。";
    "authorizationConfig":
        "The account with which the file system is mounted.",
        "マウントに使うアカウントの設定です。";
}

texts! {
    FSX_AUTHORIZATION, "FSxWindowsFileServerAuthorizationConfig";
    "credentialsParameter":
        "The ARN of a secret in Secrets Manager, or of a parameter, with the account’s name and password.",
        "アカウントの名前とパスワードを入れた、Secrets Manager のシークレットまたはパラメータの ARN です。";
    "domain":
        "The full name of the Active Directory domain.",
        "Active Directory ドメインの完全修飾名です。";
}

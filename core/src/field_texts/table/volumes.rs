//! Volumes, and where they are mounted.

use crate::field_texts::text::texts;

texts! {
    VOLUME, "Volume";
    "name":
        "The name by which `mountPoints` of a container refers to the volume: letters, digits, `_` and `-`.",
        "コンテナの `mountPoints` からボリュームを参照するための名前です。英数字・`_`・`-` が使えます。";
    "host":
        "A directory of the host (bind mount). Empty, it is a temporary one that the containers of the task \
         share, as on Fargate.",
        "ホストのディレクトリ（バインドマウント）です。空にすると、タスク内のコンテナで共有する一時的な領域に\
         なります（Fargate ではこの形だけです）。";
    "dockerVolumeConfiguration":
        "A volume of Docker on an EC2 instance. Not on Fargate.",
        "EC2 インスタンス上の Docker ボリュームです。Fargate では使えません。";
    "efsVolumeConfiguration":
        "A file system of Amazon EFS: what is written stays when the task ends, and many tasks can share it.",
        "Amazon EFS のファイルシステムです。書き込んだ内容はタスクの終了後も残り、複数のタスクで共有できます。";
    "s3filesVolumeConfiguration":
        "A file system of Amazon S3 Files. The task needs a `taskRoleArn`.",
        "Amazon S3 Files のファイルシステムです。`taskRoleArn` が必要です。";
    "fsxWindowsFileServerVolumeConfiguration":
        "A file system of Amazon FSx for Windows File Server, for Windows containers.",
        "Windows コンテナで使う、Amazon FSx for Windows File Server のファイルシステムです。";
    "configuredAtLaunch":
        "If `true`, whoever starts the task says what the volume is: an Amazon EBS volume. One volume of a \
         definition can be so.",
        "`true` なら、ボリュームの内容（Amazon EBS）を、タスクを起動する側で指定します。1 つの定義に 1 つだけ\
         指定できます。";
}

texts! {
    HOST_VOLUME, "HostVolumeProperties";
    "sourcePath":
        "The directory on the EC2 instance. What is in it stays when the task ends, on that instance. Not on \
         Fargate.",
        "EC2 インスタンス上のディレクトリです。内容はタスクの終了後も、そのインスタンスに残ります。Fargate で\
         は使えません。";
}

texts! {
    DOCKER_VOLUME, "DockerVolumeConfiguration";
    "scope":
        "How long the volume lives.",
        "ボリュームの存続期間です。" => {
            "task":
                "Made when the task starts, and destroyed with it.",
                "タスクの起動時に作られ、停止とともに破棄されます。";
            "shared":
                "Stays on the instance after the task, for others too.",
                "タスクの停止後もインスタンスに残り、ほかのタスクからも使えます。";
        };
    "autoprovision":
        "Whether a `shared` volume is made if there is none.",
        "`shared` のボリュームがないときに、作成するかどうかです。";
    "driver":
        "The volume driver, named as Docker on the instance names it, such as `local`.",
        "ボリュームドライバーです。インスタンスの Docker での名前を書きます（`local` など）。";
    "driverOpts":
        "Options for the driver.",
        "ドライバーに渡すオプションです。";
    "labels":
        "Labels of the Docker volume.",
        "Docker ボリュームに付けるラベルです。";
}

texts! {
    MOUNT_POINT, "MountPoint";
    "sourceVolume":
        "The name of a volume in the task’s `volumes`.",
        "タスクの `volumes` で定義したボリュームの名前です。";
    "containerPath":
        "The directory in the container where the volume appears.",
        "ボリュームが現れる、コンテナ内のディレクトリです。";
    "readOnly":
        "Whether the container may only read the volume. Default: `false`.",
        "コンテナからの書き込みを禁止するかどうかです。既定値は `false` です。";
}

texts! {
    VOLUME_FROM, "VolumeFrom";
    "sourceContainer":
        "The container of the same task whose volumes are mounted.",
        "マウント元となる、同じタスク内のコンテナの名前です。";
    "readOnly":
        "Whether they may only be read. Default: `false`.",
        "書き込みを禁止するかどうかです。既定値は `false` です。";
}

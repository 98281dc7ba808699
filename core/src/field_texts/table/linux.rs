//! Settings of the kernel.

use crate::field_texts::text::texts;

texts! {
    LINUX, "LinuxParameters";
    "capabilities":
        "Rights of root, one by one, that the container has more or less than Docker’s default.",
        "root の権限を細かく分けたもの（ケーパビリティ）を、Docker の既定から追加・削除します。";
    "devices":
        "Devices of the instance that the container may use. Not on Fargate.",
        "コンテナから使えるようにするホストのデバイスです。Fargate では使えません。";
    "initProcessEnabled":
        "Runs a small init process that passes signals on and reaps ended child processes. Advisable for \
         programs that start others, and for ECS Exec.",
        "シグナルの転送と終了した子プロセスの回収をする、小さな init プロセスを動かします。子プロセスを起動す\
         るプログラムや、ECS Exec で推奨されます。";
    "sharedMemorySize":
        "The size of `/dev/shm` in MiB. Not on Fargate.",
        "`/dev/shm` のサイズ（MiB）です。Fargate では使えません。";
    "tmpfs":
        "Directories that are kept in memory and are gone when the container stops.",
        "メモリ上に置かれるディレクトリです。コンテナが停止すると消えます。";
    "maxSwap":
        "Swap in MiB that the container may use beside `memory`; 0 is none. Left out, the instance’s setting \
         holds. Not on Fargate.",
        "`memory` に加えて使えるスワップの量（MiB）です。0 ならスワップを使いません。省略するとインスタンスの\
         設定に従います。Fargate では使えません。";
    "swappiness":
        "How readily memory is swapped out: 0 hardly ever, 100 eagerly, default 60. It needs `maxSwap`. Not on \
         Fargate.",
        "メモリをどれだけ積極的にスワップするかです。0 はほとんどせず、100 は積極的で、既定値は 60 です。\
         `maxSwap` が必要です。Fargate では使えません。";
}

texts! {
    CAPABILITIES, "KernelCapabilities";
    "add":
        "Capabilities beyond Docker’s default, such as `NET_ADMIN`. Fargate takes `SYS_PTRACE` alone.",
        "Docker の既定に追加するケーパビリティです（`NET_ADMIN` など）。Fargate で追加できるのは `SYS_PTRACE` \
         だけです。";
    "drop":
        "Capabilities that the container is not to have; `ALL` takes them all.",
        "コンテナから取り除くケーパビリティです。`ALL` ですべて取り除きます。";
}

texts! {
    DEVICE, "Device";
    "hostPath":
        "The device on the instance, such as `/dev/fuse`.",
        "インスタンス上のデバイスのパスです（`/dev/fuse` など）。";
    "containerPath":
        "The path of the device in the container.",
        "コンテナ内でのデバイスのパスです。";
    "permissions":
        "What the container may do with the device. Left out, everything.",
        "コンテナがデバイスに対して行える操作です。省略するとすべて行えます。" => {
            "read":
                "Read from the device.",
                "デバイスからの読み取り。";
            "write":
                "Write to the device.",
                "デバイスへの書き込み。";
            "mknod":
                "Make the device’s file.",
                "デバイスファイルの作成。";
        };
}

texts! {
    TMPFS, "Tmpfs";
    "containerPath":
        "The directory in the container, as an absolute path.",
        "コンテナ内のディレクトリ（絶対パス）です。";
    "size":
        "The most that it may hold, in MiB.",
        "最大サイズ（MiB）です。";
    "mountOptions":
        "Mount options, such as `noexec` or `ro`.",
        "マウントオプションです（`noexec`、`ro` など）。";
}

texts! {
    SYSTEM_CONTROL, "SystemControl";
    "namespace":
        "The parameter’s name, such as `net.core.somaxconn`: of `net.*`, or of IPC.",
        "パラメータの名前です（`net.core.somaxconn` など）。`net.*` か、IPC に関するものを指定できます。";
    "value":
        "Its value, as a string.",
        "設定する値で、文字列で書きます。";
}

texts! {
    ULIMIT, "Ulimit";
    "name":
        "Which limit is set.",
        "設定する制限の種類です。" => {
            "core":
                "Size of a core dump.",
                "コアダンプのサイズ。";
            "cpu":
                "CPU time in seconds.",
                "CPU 時間（秒）。";
            "data":
                "Size of the data segment.",
                "データセグメントのサイズ。";
            "fsize":
                "Size of a file that is written.",
                "書き込めるファイルのサイズ。";
            "locks":
                "Number of file locks; current Linux kernels ignore it.",
                "ファイルロックの数。現在の Linux カーネルでは無視されます。";
            "memlock":
                "Memory that may be locked, so that it is not swapped out.",
                "ロックできる（スワップされない）メモリの量。";
            "msgqueue":
                "Bytes in POSIX message queues.",
                "POSIX メッセージキューのバイト数。";
            "nice":
                "How far a process may raise its priority.",
                "プロセスの優先度をどこまで上げられるか。";
            "nofile":
                "Number of open files, sockets included. On Fargate the default is 65535 for both limits.",
                "開けるファイル（ソケットを含む）の数。Fargate の既定値は、ソフト・ハードとも 65535 です。";
            "nproc":
                "Number of processes of the user.",
                "ユーザーのプロセス数。";
            "rss":
                "Resident memory; current Linux kernels ignore it.",
                "常駐メモリの量。現在の Linux カーネルでは無視されます。";
            "rtprio":
                "Highest real-time priority.",
                "リアルタイム優先度の上限。";
            "rttime":
                "CPU time of a real-time process without a blocking call, in microseconds.",
                "リアルタイムプロセスがブロックせずに使える CPU 時間（マイクロ秒）。";
            "sigpending":
                "Number of signals that wait.",
                "保留できるシグナルの数。";
            "stack":
                "Size of the stack.",
                "スタックのサイズ。";
        };
    "softLimit":
        "The limit that holds; a process may raise it up to `hardLimit`. Bytes, seconds or a count, depending \
         on `name`.",
        "実際に適用される制限です。プロセスは `hardLimit` まで引き上げられます。単位は `name` により、バイト・\
         秒・個数などです。";
    "hardLimit":
        "The most to which `softLimit` can be raised.",
        "`softLimit` を引き上げられる上限です。";
}

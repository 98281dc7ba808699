//! On what the task runs, how it is isolated, and its tags.

use crate::field_texts::text::texts;

texts! {
    RUNTIME_PLATFORM, "RuntimePlatform";
    "cpuArchitecture":
        "The CPU for which the images are built; an image for the other one ends with “exec format error”. \
         Default on Fargate: `X86_64`.",
        "イメージがどの CPU 向けかです。合わないイメージは「exec format error」で終了します。Fargate の既定値\
         は `X86_64` です。" => {
            "X86_64":
                "Intel and AMD (amd64).",
                "Intel・AMD（amd64）です。";
            "ARM64":
                "Arm, on AWS Graviton; for Linux only.",
                "Arm（AWS Graviton）です。Linux でだけ使えます。";
        };
    "operatingSystemFamily":
        "The operating system of the containers. Default on Fargate: `LINUX`.",
        "コンテナの OS です。Fargate の既定値は `LINUX` です。" => {
            "WINDOWS_SERVER_2019_FULL":
                "Windows Server 2019 with the whole system.",
                "Windows Server 2019（Full）です。";
            "WINDOWS_SERVER_2019_CORE":
                "Windows Server 2019, the smaller Core edition.",
                "Windows Server 2019（軽量な Core）です。";
            "WINDOWS_SERVER_2016_FULL":
                "Windows Server 2016 with the whole system. Not on Fargate.",
                "Windows Server 2016（Full）です。Fargate では使えません。";
            "WINDOWS_SERVER_2004_CORE":
                "Windows Server 2004 Core, which Microsoft no longer supports. Not on Fargate.",
                "Windows Server 2004 Core です。Microsoft のサポートは終了しています。Fargate では使えません。";
            "WINDOWS_SERVER_2022_CORE":
                "Windows Server 2022, the smaller Core edition.",
                "Windows Server 2022（軽量な Core）です。";
            "WINDOWS_SERVER_2022_FULL":
                "Windows Server 2022 with the whole system.",
                "Windows Server 2022（Full）です。";
            "WINDOWS_SERVER_2025_CORE":
                "Windows Server 2025, the smaller Core edition.",
                "Windows Server 2025（軽量な Core）です。";
            "WINDOWS_SERVER_2025_FULL":
                "Windows Server 2025 with the whole system.",
                "Windows Server 2025（Full）です。";
            "WINDOWS_SERVER_20H2_CORE":
                "Windows Server 20H2 Core, which Microsoft no longer supports. Not on Fargate.",
                "Windows Server 20H2 Core です。Microsoft のサポートは終了しています。Fargate では使えません。";
            "LINUX":
                "Linux.",
                "Linux です。";
        };
}

texts! {
    TRUSTED_EXECUTION, "TrustedExecutionConfiguration";
    "isolationMode":
        "How the task is separated from others on the same instance.",
        "同じインスタンス上のほかのタスクと、どのように分離するかです。" => {
            "SHARED":
                "The task shares the instance with others, as usual; the default.",
                "通常どおり、ほかのタスクとインスタンスを共有します（既定値）。";
            "ISOLATED_SANDBOX":
                "The task runs in a small virtual machine of its own (Nitro Sandbox), so that others can’t \
                 reach its memory or storage.",
                "タスクごとの小さな仮想マシン（Nitro Sandbox）で動き、ほかのタスクからメモリやストレージにアク\
                 セスできません。";
            "CONFIDENTIAL_SANDBOX":
                "A sandbox into which even the host can’t look, with cryptographic attestation. It needs an \
                 `attestationPolicy`.",
                "ホストからも中を見られないサンドボックスで、暗号技術による証明が付きます。`attestationPolicy` \
                 が必要です。";
        };
    "attestationPolicy":
        "Base64 of the policy that says which containers may run. Required for `CONFIDENTIAL_SANDBOX`.",
        "どのコンテナを実行してよいかを定めたポリシーを、Base64 で書いたものです。`CONFIDENTIAL_SANDBOX` では\
         必須です。";
}

texts! {
    PLACEMENT, "TaskDefinitionPlacementConstraint";
    "type":
        "The kind of constraint.",
        "条件の種類です。" => {
            "memberOf":
                "The instance has to fit `expression`; there is no other kind in a task definition.",
                "インスタンスが `expression` に当てはまること。タスク定義で使えるのはこの種類だけです。";
        };
    "expression":
        "Which instances fit, in the cluster query language: `attribute:ecs.instance-type =~ t3.*`.",
        "対象のインスタンスを、クラスタークエリ言語で書きます（`attribute:ecs.instance-type =~ t3.*` など）。";
}

texts! {
    TAG, "Tag";
    "key":
        "The tag’s name, up to 128 characters; case counts, and `aws:` is reserved.",
        "タグの名前です。128 文字までで、大文字と小文字は区別されます。`aws:` で始まる名前は使えません。";
    "value":
        "The tag’s value, up to 256 characters; it may be empty.",
        "タグの値です。256 文字までで、空でもかまいません。";
}

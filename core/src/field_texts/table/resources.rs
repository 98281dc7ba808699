//! GPUs, accelerators and disk.

use crate::field_texts::text::texts;

texts! {
    RESOURCE_REQUIREMENT, "ResourceRequirement";
    "value":
        "How many GPUs, or `ALL`; for `NeuronDevice` always `ALL`; for `InferenceAccelerator` its \
         `deviceName`. A string.",
        "GPU の個数または `ALL` です。`NeuronDevice` では必ず `ALL`、`InferenceAccelerator` では `deviceName` \
         を、文字列で書きます。";
    "type":
        "The kind of device.",
        "デバイスの種類です。" => {
            "GPU":
                "GPUs of the instance, for this container alone if no `sharingStrategy` says otherwise.",
                "インスタンスの GPU です。`sharingStrategy` がなければ、このコンテナが専有します。";
            "InferenceAccelerator":
                "An accelerator of Elastic Inference, which AWS has deprecated.",
                "Elastic Inference のアクセラレーターです（AWS が非推奨としています）。";
            "NeuronDevice":
                "All Neuron devices of the instance, for Inferentia and Trainium. Only on Managed Instances, \
                 and for one container of a task.",
                "インスタンスのすべての Neuron デバイス（Inferentia・Trainium）です。マネージドインスタンスで\
                 だけ、タスク内の 1 つのコンテナに指定できます。";
        };
    "sharingStrategy":
        "How a GPU is shared with other containers, in place of `value`. Left out, the container has its GPUs \
         for itself.",
        "`value` の代わりに指定する、GPU をほかのコンテナと共有する方法です。省略すると GPU を専有します。";
}

texts! {
    SHARING_STRATEGY, "SharingStrategy";
    "nvidiaMps":
        "Shares one GPU by NVIDIA’s Multi-Process Service.",
        "NVIDIA の Multi-Process Service（MPS）で 1 つの GPU を共有します。";
}

texts! {
    NVIDIA_MPS, "NvidiaMpsAllocation";
    "memory":
        "Memory of the GPU for this container, in MiB. It is no part of the task’s `memory`.",
        "このコンテナに割り当てる GPU のメモリ（MiB）です。タスクの `memory` とは別のものです。";
    "maxComputePercent":
        "The most of the GPU’s computing power that the container may use, in percent. It is a limit, nothing \
         is reserved.",
        "コンテナが使える GPU の計算能力の上限（%）です。上限であり、確保されるわけではありません。";
}

texts! {
    INFERENCE_ACCELERATOR, "InferenceAccelerator";
    "deviceName":
        "The name by which `resourceRequirements` of a container refers to it.",
        "コンテナの `resourceRequirements` から参照するための名前です。";
    "deviceType":
        "The size of the accelerator, such as `eia2.medium`.",
        "アクセラレーターの種類です（`eia2.medium` など）。";
}

texts! {
    EPHEMERAL_STORAGE, "EphemeralStorage";
    "sizeInGiB":
        "The whole temporary disk in GiB: 21 to 200. The default of 20 is refused as a value: leave the member \
         out for it.",
        "一時ディスク全体のサイズ（GiB）で、21～200 です。既定の 20 は値として書けないため、20 でよければ項目\
         ごと省略します。";
}

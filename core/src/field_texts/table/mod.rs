//! The texts of every structure, a file for each family.

mod container;
mod environment;
mod file_systems;
mod linux;
mod logs;
mod network;
mod platform;
mod read_only;
mod resources;
mod start;
mod task;
mod volumes;

use super::text::StructureText;

/// Every structure of the model, and what AWS alone sets by the name of what has it.
pub(super) static TABLE: &[&StructureText] = &[
    &task::TASK,
    &read_only::READ_ONLY,
    &container::CONTAINER,
    &start::DEPENDENCY,
    &start::RESTART,
    &start::HEALTH_CHECK,
    &environment::KEY_VALUE,
    &environment::SECRET,
    &environment::ENVIRONMENT_FILE,
    &environment::REPOSITORY_CREDENTIALS,
    &network::PORT_MAPPING,
    &network::HOST_ENTRY,
    &network::PROXY,
    &linux::LINUX,
    &linux::CAPABILITIES,
    &linux::DEVICE,
    &linux::TMPFS,
    &linux::SYSTEM_CONTROL,
    &linux::ULIMIT,
    &logs::LOG_CONFIGURATION,
    &logs::LOG_OPTIONS,
    &logs::FIRELENS,
    &resources::RESOURCE_REQUIREMENT,
    &resources::SHARING_STRATEGY,
    &resources::NVIDIA_MPS,
    &resources::INFERENCE_ACCELERATOR,
    &resources::EPHEMERAL_STORAGE,
    &volumes::VOLUME,
    &volumes::HOST_VOLUME,
    &volumes::DOCKER_VOLUME,
    &volumes::MOUNT_POINT,
    &volumes::VOLUME_FROM,
    &file_systems::EFS,
    &file_systems::EFS_AUTHORIZATION,
    &file_systems::S3_FILES,
    &file_systems::FSX,
    &file_systems::FSX_AUTHORIZATION,
    &platform::RUNTIME_PLATFORM,
    &platform::TRUSTED_EXECUTION,
    &platform::PLACEMENT,
    &platform::TAG,
];

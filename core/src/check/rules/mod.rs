//! The rules of `check`: what ECS refuses in a well-formed definition, and what it accepts but you
//! would not want.
//!
//! Each rule is one small file with its words, its example and its check function. A line in the
//! list below registers it.

use super::definition::{Definition, StructView};
use super::findings::Findings;
use super::values::{is_blank, is_given, is_template, repeated};
use crate::finding::Arg;
use crate::lang::Localized;
use crate::patch::{Plan, Step};
use crate::rule::{Class, Example, Rule, Scope, Words};
use crate::tree::{Kind, NodeId, NodeRef};

/// A rule with the function that checks it.
#[derive(Debug)]
pub(crate) struct Check {
    /// The rule. The `after` of its example is the corrected definition.
    pub(crate) rule: Rule,
    /// Reports every violation of the rule.
    pub(crate) check: fn(&Definition<'_>, &mut Findings<'_>),
}

/// Declares the rules' modules and lists them.
macro_rules! checks {
    ($($module:ident)*) => {
        $(mod $module;)*

        /// Every rule of `check`, in the order of the documentation.
        pub(crate) const CHECKS: &[&Check] = &[$(&$module::CHECK),*];
    };
}

checks! {
    fargate_size_pair
    fargate_unknown_cpu
    fargate_size_missing
    unreadable_size
    task_cpu_range
    fargate_windows_size
    container_cpu_sum
    container_memory_over_task
    container_memory_sum
    container_reservation_sum
    container_memory_missing
    memory_below_reservation
    memory_too_small
    ephemeral_storage_size
    ephemeral_storage_off_fargate
    fargate_network_mode
    external_network_mode
    host_port_mismatch
    ports_without_network
    links_outside_bridge
    unknown_link
    port_missing
    port_out_of_range
    container_port_range
    duplicate_port
    possible_duplicate_port
    port_name
    duplicate_port_name
    hostname_in_awsvpc
    extra_hosts_in_awsvpc
    fargate_unsupported
    fargate_volume
    fargate_log_driver
    fargate_capability
    fargate_pid_mode
    fargate_timeout
    execution_role_missing
    role_form
    redacted_account
    awslogs_option_missing
    awslogs_prefix_missing
    unknown_log_option
    log_option_value
    awslogs_two_patterns
    splunk_option_missing
    firelens_missing
    firelens_unused
    several_log_routers
    firelens_option
    container_without_name
    container_without_image
    no_container
    duplicate_container
    invalid_name
    image_form
    image_latest
    credentials_for_ecr
    no_essential_container
    too_many_containers
    definition_too_large
    command_as_one_string
    unknown_dependency
    dependency_cycle
    dependency_on_essential
    dependency_without_health_check
    health_check_command
    health_check_shell_arguments
    out_of_range
    too_many_elements
    environment_and_secret
    duplicate_secret
    duplicate_variable
    variable_without_name
    odd_variable_name
    environment_file
    secret_reference
    mount_without_volume
    unused_volume
    duplicate_volume
    mount_path
    mount_incomplete
    unknown_volume_source
    volume_of_several_kinds
    efs_settings
    autoprovision_of_task_scope
    several_volumes_at_launch
    ulimit_order
    duplicate_ulimit
    proxy_configuration
    proxy_container
    proxy_outside_awsvpc
    windows_unsupported
    windows_on_arm
    fargate_windows_version
    placement_without_expression
    resource_requirement
    system_control
    credential_spec
    attestation_policy_missing
    swappiness_without_max_swap
    misspelt_value
    refused_value
    unknown_value
    above_maximum
    blank_value
    empty_required_value
    tag_characters
    duplicate_tag_key
    deprecated_field
    plaintext_secret
    privileged_container
    same_role_twice
    inactive_revision
    owned_by_a_stack
    registered_by_other_account
    writable_root_file_system
    no_log_configuration
}

//! The rules of `check`: what ECS refuses in a well-formed definition, and what it accepts but you
//! would not want.
//!
//! Each rule is one small file with its check function, its words, its example and, if it reports
//! errors, its evidence. A line in the list below registers it.

use super::definition::{Definition, StructView};
use super::findings::Findings;
use super::values::{asks_for_something, is_blank, is_given, is_open, repeated};
use crate::evidence::{Evidence, cannot_run, reference, refusal};
use crate::finding::Arg;
use crate::lang::Localized;
use crate::patch::{Plan, Step};
use crate::placeholder::has_placeholder;
use crate::rule::{Class, Example, PackedWords, Rule, Scope, Severity, Written, words};
use crate::tree::{Kind, NodeId, NodeRef};

/// A rule with the function that checks it.
#[derive(Debug)]
pub(crate) struct Check {
    /// The rule.
    pub(crate) rule: Rule,
    /// Reports every violation of the rule.
    pub(crate) check: fn(&Definition<'_>, &mut Findings<'_>),
}

/// Declares the rules' modules and lists them; `: EVIDENCE` stands at those that report errors,
/// `+ ALSO` at those that others have too.
macro_rules! checks {
    ($($module:ident $(: $evidence:ident)? $(+ $also:ident)?)*) => {
        $(mod $module;)*

        /// Every rule of `check`, in the order of the documentation.
        pub(crate) const CHECKS: &[&Check] = &[$(&$module::CHECK),*];

        /// The words and the example of each of them.
        pub(crate) const WRITTEN: &[Written] =
            &[$(($module::CHECK.rule.id, $module::WORDS, $module::EXAMPLE)),*];

        /// What proves the errors, by the rule's id. It is no part of [`Rule`], so that the linker
        /// leaves it out of the page, which does not show it.
        pub(crate) const EVIDENCE: &[(&str, &[Evidence])] =
            &[$($(($module::CHECK.rule.id, $module::$evidence),)?)*];

        /// The ids that others give to the patterns, by the rule's id; `baseline` says whose they
        /// are.
        pub(crate) const ALSO: &[(&str, &[&str])] =
            &[$($(($module::CHECK.rule.id, $module::$also),)?)*];
    };
}

checks! {
    fargate_size_pair: EVIDENCE + ALSO
    fargate_unknown_cpu
    fargate_size_missing: EVIDENCE + ALSO
    unreadable_size: EVIDENCE
    task_cpu_range: EVIDENCE
    fargate_windows_size: EVIDENCE
    container_cpu_sum: EVIDENCE
    container_memory_over_task: EVIDENCE
    container_memory_sum
    container_reservation_sum: EVIDENCE
    container_memory_missing: EVIDENCE
    memory_below_reservation: EVIDENCE
    memory_too_small: EVIDENCE
    no_memory_limit + ALSO
    ephemeral_storage_size: EVIDENCE
    ephemeral_storage_off_fargate
    fargate_network_mode: EVIDENCE + ALSO
    external_network_mode: EVIDENCE
    host_port_mismatch: EVIDENCE + ALSO
    ports_without_network: EVIDENCE
    links_outside_bridge: EVIDENCE
    unknown_link: EVIDENCE
    port_missing: EVIDENCE
    port_out_of_range: EVIDENCE
    container_port_range: EVIDENCE
    duplicate_port: EVIDENCE
    possible_duplicate_port
    port_name: EVIDENCE
    duplicate_port_name
    protocol_of_unnamed_port
    port_name_in_host_network
    hostname_in_awsvpc: EVIDENCE
    extra_hosts_in_awsvpc: EVIDENCE
    fargate_unsupported: EVIDENCE
    fargate_volume: EVIDENCE
    fargate_log_driver: EVIDENCE
    fargate_capability: EVIDENCE
    fargate_pid_mode: EVIDENCE
    fargate_timeout: EVIDENCE
    managed_instances_unsupported: EVIDENCE
    managed_instances_network_mode: EVIDENCE
    managed_instances_windows: EVIDENCE
    managed_instances_log_driver: EVIDENCE
    managed_instances_only: EVIDENCE
    fault_injection_unsupported: EVIDENCE
    execution_role_missing: EVIDENCE
    role_form: EVIDENCE
    redacted_account
    redacted_region
    several_accounts
    several_regions
    logs_in_other_region
    awslogs_option_missing: EVIDENCE + ALSO
    awslogs_prefix_missing
    unknown_log_option: EVIDENCE
    log_option_value: EVIDENCE
    awslogs_two_patterns: EVIDENCE
    log_mode_unsaid + ALSO
    splunk_option_missing: EVIDENCE
    firelens_missing: EVIDENCE
    firelens_unused: EVIDENCE
    several_log_routers
    firelens_option: EVIDENCE
    container_without_name: EVIDENCE
    container_without_image: EVIDENCE
    no_container: EVIDENCE
    duplicate_container: EVIDENCE
    invalid_name: EVIDENCE
    image_form: EVIDENCE
    image_latest
    version_consistency_off
    anonymous_docker_hub
    credentials_for_ecr: EVIDENCE
    no_essential_container: EVIDENCE + ALSO
    too_many_containers: EVIDENCE
    definition_too_large: EVIDENCE
    command_as_one_string
    unknown_dependency: EVIDENCE
    dependency_cycle: EVIDENCE
    dependency_on_essential: EVIDENCE
    dependency_without_health_check: EVIDENCE
    health_check_command
    health_check_shell_arguments
    health_check_interval
    no_health_check + ALSO
    restart_after_success
    restart_setting_while_off
    out_of_range: EVIDENCE
    too_many_elements: EVIDENCE
    environment_and_secret: EVIDENCE
    duplicate_secret: EVIDENCE
    duplicate_variable
    variable_without_name: EVIDENCE
    odd_variable_name
    environment_file: EVIDENCE
    secret_reference: EVIDENCE
    mount_without_volume: EVIDENCE
    unused_volume
    duplicate_volume
    mount_path: EVIDENCE
    mount_incomplete: EVIDENCE
    unknown_volume_source: EVIDENCE
    volume_of_several_kinds: EVIDENCE
    efs_settings: EVIDENCE + ALSO
    autoprovision_of_task_scope
    several_volumes_at_launch: EVIDENCE
    ulimit_order: EVIDENCE
    duplicate_ulimit
    proxy_configuration: EVIDENCE
    proxy_container
    proxy_outside_awsvpc: EVIDENCE
    windows_unsupported
    windows_network_mode: EVIDENCE
    windows_on_arm: EVIDENCE
    fargate_windows_version: EVIDENCE
    placement_without_expression
    resource_requirement: EVIDENCE
    system_control: EVIDENCE
    credential_spec: EVIDENCE
    attestation_policy_missing: EVIDENCE
    swappiness_without_max_swap
    misspelt_value: EVIDENCE
    refused_value: EVIDENCE
    unknown_value
    above_maximum: EVIDENCE
    blank_value: EVIDENCE
    tag_characters: EVIDENCE
    duplicate_tag_key: EVIDENCE
    deprecated_field
    inactive_revision
    owned_by_a_stack
    registered_by_other_account
    plaintext_secret + ALSO
    privileged_container + ALSO
    dangerous_capability
    unconfined_profile
    docker_socket
    host_pid + ALSO
    host_ipc
    host_network + ALSO
    root_in_host_network + ALSO
    root_user + ALSO
    no_user + ALSO
    efs_without_encryption + ALSO
    same_role_twice + ALSO
    writable_root_file_system + ALSO
    no_log_configuration + ALSO
}

//! Ports that two mappings of a task want.

use std::borrow::Cow;

use super::definition::Definition;
use crate::tree::{NodeId, NodeRef};

/// The ports that an earlier mapping of the task has already, and whether ECS is known to refuse
/// that: it does in awsvpc mode and in bridge mode, which Linux tasks have by default.
pub(crate) fn repeated_ports<'a>(definition: &Definition<'a>) -> (Vec<NodeRef<'a>>, bool) {
    let awsvpc = definition.is_network_mode("awsvpc");
    let bridge = definition.is_network_mode("bridge") && !definition.may_be_windows();
    let key = if awsvpc || definition.is_network_mode("host") {
        "containerPort"
    } else {
        "hostPort"
    };
    (repeated(definition, key), awsvpc || bridge)
}

fn repeated<'a>(definition: &Definition<'a>, key: &str) -> Vec<NodeRef<'a>> {
    let mut ports: Vec<(i64, Cow<'a, str>, NodeId)> = Vec::new();
    for mapping in definition.each("portMappings") {
        let Some(at) = mapping.member(key) else {
            continue;
        };
        // 0 leaves the choice to the instance.
        if let Some(port) = at.integer().filter(|&port| port != 0) {
            let protocol = mapping.member_str("protocol").unwrap_or("tcp".into());
            ports.push((port, protocol, at.id));
        }
    }
    ports.sort_unstable();
    let pairs = ports.iter().zip(ports.iter().skip(1));
    let again = pairs.filter(|(first, next)| (first.0, &first.1) == (next.0, &next.1));
    let mut again: Vec<NodeId> = again.map(|(_, next)| next.2).collect();
    again.sort_unstable();
    let again = again.into_iter();
    again.map(|id| definition.view().node_at(id)).collect()
}

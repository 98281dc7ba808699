//! Ports that two mappings of a task want.

use std::borrow::Cow;

use super::definition::{Definition, StructView};
use crate::tree::{NONE, NodeId, NodeRef};

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

/// The ranges of a container that have a port of another mapping with the same protocol: of two
/// ranges, the later one. Whether ECS takes a port once for each protocol is not known.
pub(crate) fn overlapping_ranges<'a>(container: &StructView<'a>) -> Vec<NodeRef<'a>> {
    let mut spans: Vec<(i64, Cow<'a, str>, NodeId)> = Vec::new();
    for mapping in container.member_elements("portMappings") {
        let protocol = mapping.member_str("protocol").unwrap_or("tcp".into());
        let range = mapping.member("containerPortRange");
        let ports = match range {
            Some(at) => at.string().and_then(|text| port_range(&text)),
            None => mapping.member("containerPort").and_then(|at| {
                let port = u16::try_from(at.integer()?).ok()?;
                Some((port, port))
            }),
        };
        if let Some((first, last)) = ports {
            let span = (i64::from(first) << 16) | i64::from(last);
            spans.push((span, protocol, range.map_or(NONE, |at| at.id)));
        }
    }
    spans.sort_unstable();
    let mut found: Vec<NodeId> = Vec::new();
    for protocol in ["tcp", "udp"] {
        // In the order of their first ports, a span overlaps an earlier one if it overlaps the one
        // that ends last.
        let (mut end, mut widest) = (0, NONE);
        for (span, own, id) in &spans {
            if own != protocol {
                continue;
            }
            if span >> 16 <= end {
                let ranges = [widest, *id].into_iter().filter(|&id| id != NONE);
                found.extend(ranges.max());
            }
            if span & 0xffff > end {
                (end, widest) = (span & 0xffff, *id);
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    let view = container.view();
    found.into_iter().map(|id| view.node_at(id)).collect()
}

/// The first and the last port of a range such as `8080-8090`.
pub(crate) fn port_range(text: &str) -> Option<(u16, u16)> {
    let (first, last) = text.split_once('-')?;
    let (first, last) = (first.parse().ok()?, last.parse().ok()?);
    (first > 0 && first < last).then_some((first, last))
}

//! Ports that two mappings of a task want.

use std::borrow::Cow;

use super::definition::{Definition, StructView};
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

/// The ranges of a container that have a port of another mapping with the same protocol: of two
/// ranges, the later one. Whether ECS takes a port once for each protocol is not known.
pub(crate) fn overlapping_ranges<'a>(container: &StructView<'a>) -> Vec<NodeRef<'a>> {
    let mut spans = Vec::new();
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
        spans.extend(ports.map(|(first, last)| (protocol, first, last, range)));
    }
    // In the order of their first ports, a span overlaps an earlier one if it overlaps the one that
    // ends last.
    spans.sort_by(|one, other| (&one.0, one.1).cmp(&(&other.0, other.1)));
    let mut found: Vec<NodeRef<'a>> = Vec::new();
    let mut widest: Option<&(_, _, u16, Option<NodeRef<'a>>)> = None;
    for span in &spans {
        match widest.filter(|widest| widest.0 == span.0) {
            Some(before) => {
                if span.1 <= before.2 {
                    found.extend(later(before.3, span.3));
                }
                if span.2 > before.2 {
                    widest = Some(span);
                }
            }
            None => widest = Some(span),
        }
    }
    found.sort_unstable_by_key(|at| at.id);
    found.dedup_by_key(|at| at.id);
    found
}

/// Of the ranges of two mappings, the one that stands later in the text.
fn later<'a>(one: Option<NodeRef<'a>>, other: Option<NodeRef<'a>>) -> Option<NodeRef<'a>> {
    [one, other].into_iter().flatten().max_by_key(|at| at.id)
}

/// The first and the last port of a range such as `8080-8090`.
pub(crate) fn port_range(text: &str) -> Option<(u16, u16)> {
    let (first, last) = text.split_once('-')?;
    let (first, last) = (first.parse().ok()?, last.parse().ok()?);
    (first > 0 && first < last).then_some((first, last))
}

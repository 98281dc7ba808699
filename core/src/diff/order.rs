//! Lists whose order does not count, and how the elements of two lists are paired.

use super::Pair;
use super::item::{Item, MemberRef};
use crate::first_occurrence::first_occurrences;
use crate::mask;
use crate::tree::{Kind, NodeId};
use crate::write::JsonWriter;

/// What the order of a list means.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Order {
    /// The order counts.
    Counts,
    /// It does not.
    Set,
    /// It does not, and these members identify an element.
    By(&'static [&'static str]),
}

/// The lists whose order does not count, by structure and member. The others are sequences: in a
/// `command`; in `environmentFiles`, `dnsServers`, `extraHosts` and `volumesFrom`, where the first
/// or the last of several wins; and wherever it is in doubt, as in `links`.
///
/// A list is here if its elements have unique names, or are conditions that must all hold,
/// according to AWS's [API reference]. Other tools do the same: Terraform's [provider] sorts
/// containers, environment and secrets before it compares; [ecspresso] also port mappings, mount
/// points, volumes, tags, placement constraints, compatibilities and proxy properties.
///
/// [API reference]: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Types.html
/// [provider]:
/// https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/ecs/container_definitions.go
/// [ecspresso]:
/// https://github.com/kayac/ecspresso/blob/019c33470403b7f8c29e27cd5d6d2b0ef6845869/diff.go
pub(crate) const UNORDERED: &[(&str, &str, Order)] = &[
    (REQUEST, "containerDefinitions", Order::By(&["name"])),
    (REQUEST, "volumes", Order::By(&["name"])),
    (REQUEST, "tags", Order::By(&["key"])),
    (REQUEST, "inferenceAccelerators", Order::By(&["deviceName"])),
    (REQUEST, "placementConstraints", Order::Set),
    (REQUEST, "requiresCompatibilities", Order::Set),
    (CONTAINER, "environment", Order::By(&["name"])),
    (CONTAINER, "secrets", Order::By(&["name"])),
    (CONTAINER, "portMappings", Order::By(PORT)),
    (CONTAINER, "mountPoints", Order::By(&["containerPath"])),
    (CONTAINER, "dependsOn", Order::By(&["containerName"])),
    (CONTAINER, "ulimits", Order::By(&["name"])),
    (CONTAINER, "systemControls", Order::By(&["namespace"])),
    (CONTAINER, "resourceRequirements", Order::Set),
    ("ContainerRestartPolicy", "ignoredExitCodes", Order::Set),
    ("LogConfiguration", "secretOptions", Order::By(&["name"])),
    ("ProxyConfiguration", "properties", Order::By(&["name"])),
    ("LinuxParameters", "devices", Order::Set),
    ("LinuxParameters", "tmpfs", Order::By(&["containerPath"])),
    ("Device", "permissions", Order::Set),
    ("KernelCapabilities", "add", Order::Set),
    ("KernelCapabilities", "drop", Order::Set),
];

/// The longest name by which an element is shown, in bytes: AWS takes no longer ones.
const LONGEST_NAME: usize = 255;

const REQUEST: &str = "RegisterTaskDefinitionRequest";
const CONTAINER: &str = "ContainerDefinition";
const PORT: &[&str] = &["containerPort", "containerPortRange", "protocol"];

/// What the order of the list at this place means.
pub(super) fn order_of(slot: Option<MemberRef>) -> Order {
    let slot = slot.and_then(|slot| {
        let mut rows = UNORDERED.iter();
        rows.find(|(structure, member, _)| slot.is(structure, member))
    });
    slot.map_or(Order::Counts, |(_, _, order)| *order)
}

/// Whether it is a list with elements that are identified by members.
pub(super) fn has_names(item: Item<'_>) -> bool {
    let named = matches!(order_of(item.slot), Order::By(_));
    named && item.view.kind() == Kind::List && !item.view.is_leaf()
}

/// The elements of two lists in pairs, each with its label in a path: its name if it has one that
/// may be shown, else its index. A missing list has no elements.
pub(super) fn elements<'a>(lists: Pair<'a>, show_values: bool) -> Vec<(String, Pair<'a>)> {
    let slot = lists.1.or(lists.0).and_then(|list| list.slot);
    let order = order_of(slot);
    let elements = |list: Option<Item<'a>>| list.map_or_else(Vec::new, |item| list_of(item, order));
    let (old, new) = (elements(lists.0), elements(lists.1));
    let pairs = match order {
        Order::Counts => in_sequence(&old, &new),
        Order::Set | Order::By(_) => by_key(&old, &new, matches!(order, Order::Set)),
    };
    let pairs = pairs.into_iter().map(|(old, new)| {
        let label = new.or(old).map(|element| element.label(order, show_values));
        let item = |element: Option<&Element<'a>>| element.map(|element| element.item);
        (label.unwrap_or_default(), (item(old), item(new)))
    });
    pairs.collect()
}

/// The names of the elements in both lists, as JSON in the order of each list; `None` if the orders
/// are equal.
pub(super) fn orders(pairs: &[(String, Pair<'_>)]) -> Option<(String, String)> {
    let both = pairs.iter().filter_map(|(label, (old, new))| {
        let (old, new) = ((*old)?.view.id, (*new)?.view.id);
        Some((label.as_str(), old, new))
    });
    let mut both: Vec<_> = both.collect();
    both.sort_unstable_by_key(|(_, old, _)| *old);
    if both.is_sorted_by_key(|(.., new)| *new) {
        return None;
    }
    let before = names(&both);
    both.sort_unstable_by_key(|(.., new)| *new);
    Some((before, names(&both)))
}

fn names(elements: &[(&str, NodeId, NodeId)]) -> String {
    let mut out = String::new();
    let mut writer = JsonWriter::compact(&mut out);
    writer.begin(Kind::List);
    for (label, ..) in elements {
        writer.element();
        writer.string(label);
    }
    writer.end(Kind::List);
    out
}

struct Element<'a> {
    item: Item<'a>,
    index: usize,
    key: String,
    /// The number of earlier elements with the same key.
    earlier: usize,
}

type Elements<'e, 'a> = Vec<(Option<&'e Element<'a>>, Option<&'e Element<'a>>)>;

fn list_of(list: Item<'_>, order: Order) -> Vec<Element<'_>> {
    let elements = list.elements().enumerate().map(|(index, item)| Element {
        item,
        index,
        key: item.key(order),
        earlier: 0,
    });
    let mut elements: Vec<_> = elements.collect();
    let keys: Vec<&str> = elements.iter().map(|element| &*element.key).collect();
    let firsts = first_occurrences(&keys);
    let mut counts = vec![0; firsts.len()];
    for (element, first) in elements.iter_mut().zip(firsts) {
        element.earlier = counts[first];
        counts[first] += 1;
    }
    elements
}

/// Pairs the equal elements at both ends, and the elements between them by position.
fn in_sequence<'e, 'a>(old: &'e [Element<'a>], new: &'e [Element<'a>]) -> Elements<'e, 'a> {
    let same =
        |(old, new): &(&Element<'_>, &Element<'_>)| old.item.canonical() == new.item.canonical();
    let start = old.iter().zip(new).take_while(same).count();
    let (old, new) = (&old[start..], &new[start..]);
    let end = old.iter().rev().zip(new.iter().rev());
    let end = end.take_while(same).count();
    let (old, new) = (&old[..old.len() - end], &new[..new.len() - end]);
    zip(old.iter(), new.iter())
}

/// Pairs elements with the same key, repeated keys by their number. In a set, the elements left
/// over are paired by position.
fn by_key<'e, 'a>(old: &'e [Element<'a>], new: &'e [Element<'a>], set: bool) -> Elements<'e, 'a> {
    let (known_old, known_new) = (sorted(old), sorted(new));
    let mut pairs = Vec::new();
    let mut gone = Vec::new();
    for element in old {
        match partner(element, &known_new) {
            Some(partner) => pairs.push((Some(element), Some(partner))),
            None if set => gone.push(element),
            None => pairs.push((Some(element), None)),
        }
    }
    let come = new
        .iter()
        .filter(|element| partner(element, &known_old).is_none());
    pairs.extend(zip(gone.into_iter(), come));
    pairs
}

fn sorted<'e, 'a>(elements: &'e [Element<'a>]) -> Vec<&'e Element<'a>> {
    let mut sorted: Vec<_> = elements.iter().collect();
    sorted.sort_unstable_by_key(|element| element.identity());
    sorted
}

/// The element of the sorted slice that is paired with this one.
fn partner<'e, 'a>(element: &Element<'_>, sorted: &[&'e Element<'a>]) -> Option<&'e Element<'a>> {
    let found = sorted.binary_search_by_key(&element.identity(), |other| other.identity());
    found.ok().map(|place| sorted[place])
}

fn zip<'e, 'a: 'e>(
    mut old: impl Iterator<Item = &'e Element<'a>>,
    mut new: impl Iterator<Item = &'e Element<'a>>,
) -> Elements<'e, 'a> {
    let pairs = std::iter::from_fn(|| match (old.next(), new.next()) {
        (None, None) => None,
        pair => Some(pair),
    });
    pairs.collect()
}

impl Element<'_> {
    /// What distinguishes it from every other element of its list.
    fn identity(&self) -> (&str, usize) {
        (&self.key, self.earlier)
    }

    fn label(&self, order: Order, show_values: bool) -> String {
        let name = match order {
            Order::By(names) => self.name(names, show_values),
            _ => None,
        };
        match (name, self.earlier) {
            (None, _) => self.index.to_string(),
            (Some(name), 0) => name,
            (Some(name), earlier) => format!("{name}#{}", earlier + 1),
        }
    }

    /// The values of the members that identify it, if all of them may be shown.
    fn name(&self, names: &[&str], show_values: bool) -> Option<String> {
        let parts = names.iter().filter_map(|name| self.item.member(name));
        let parts: Vec<_> = parts.filter(|part| !part.is_filled_in()).collect();
        let shown = |part: &Item<'_>| show_values || mask::may_show(part.view);
        if parts.is_empty() || !parts.iter().all(shown) {
            return None;
        }
        let text = |part: &Item<'_>| match part.view.string() {
            Some(text) => text.into_owned(),
            None => part.view.token().to_owned(),
        };
        let name = parts.iter().map(text).collect::<Vec<_>>().join("/");
        (name.len() <= LONGEST_NAME).then_some(name)
    }
}

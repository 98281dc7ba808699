//! A value of a task definition, with what AWS's model says of its place, and its normal form.

use std::borrow::Cow;

use super::order::{self, Order};
use super::{defaults, size};
use crate::model::{Member, REQUEST, Shape, Structure};
use crate::tree::{Kind, NodeRef};
use crate::write::JsonWriter;

/// A value at its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item<'a> {
    pub(super) view: NodeRef<'a>,
    /// What AWS takes there; `None` below an unknown key.
    shape: Option<Shape>,
    /// The member whose value it is; nothing for an element and below an unknown key.
    pub(super) slot: Option<MemberRef>,
    pub(super) network: Network,
}

/// A member of a structure.
#[derive(Debug, Clone, Copy)]
pub(super) struct MemberRef {
    structure: &'static Structure,
    member: &'static Member,
}

impl MemberRef {
    /// Whether it is this member of this structure, as AWS's API reference calls them.
    pub(super) fn is(self, structure: &str, member: &str) -> bool {
        self.member.name == member && self.structure.name == structure
    }
}

/// The network mode of the task, as far as port mappings depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Network {
    Awsvpc,
    /// Also where none is given.
    Bridge,
    Other,
}

impl<'a> Item<'a> {
    /// A whole task definition.
    pub(super) fn root(view: NodeRef<'a>) -> Self {
        let network = match view.member("networkMode") {
            None => Network::Bridge,
            Some(mode) => match mode.string().as_deref() {
                Some("bridge") => Network::Bridge,
                Some("awsvpc") => Network::Awsvpc,
                _ => Network::Other,
            },
        };
        Item {
            view,
            shape: Some(Shape::Structure(REQUEST)),
            slot: None,
            network,
        }
    }

    /// The members of an object. Of those with the same key, the last one counts.
    pub(super) fn members(self) -> impl Iterator<Item = (Cow<'a, str>, Item<'a>)> {
        self.view.children().map(move |view| {
            let key = view.key();
            let (shape, slot) = match self.shape {
                Some(Shape::Structure(structure)) => match structure.member(&key) {
                    Some((_, member)) => {
                        (Some(member.shape), Some(MemberRef { structure, member }))
                    }
                    None => (None, None),
                },
                Some(Shape::Map(map)) => (Some(map.value), None),
                _ => (None, None),
            };
            let item = Item {
                view,
                shape,
                slot,
                ..self
            };
            (key, item)
        })
    }

    /// The member of this name.
    pub(super) fn member(self, name: &str) -> Option<Item<'a>> {
        let members = self.members().filter(|(key, _)| key == name);
        members.last().map(|(_, item)| item)
    }

    /// The elements of a list.
    pub(super) fn elements(self) -> impl Iterator<Item = Item<'a>> {
        let shape = match self.shape {
            Some(Shape::List(list)) => Some(list.element),
            _ => None,
        };
        self.view.children().map(move |view| Item {
            view,
            shape,
            slot: None,
            ..self
        })
    }

    /// Its place among its siblings in AWS's order; unknown ones come last.
    pub(super) fn order(self) -> u16 {
        self.slot.map_or(u16::MAX, |slot| slot.member.order)
    }

    /// Whether leaving it out says the same: ECS would fill in this very value, or it is no value.
    pub(super) fn is_filled_in(self) -> bool {
        self.is_empty_word() || self.is_empty_map() || defaults::is_filled_in(self)
    }

    /// `""` where AWS takes a word from a list of its own, such as a `pidMode`: AWS refuses it in
    /// a registration, so that where it comes back it stands for "not set".
    fn is_empty_word(self) -> bool {
        let is_word = matches!(self.shape, Some(Shape::String(text)) if !text.enums.is_empty());
        is_word && self.view.token() == "\"\""
    }

    /// `{}` where AWS takes a map of the user's own names, such as `dockerLabels`: it sets nothing,
    /// as an empty list does. Copies from the console have it where nothing was set.
    fn is_empty_map(self) -> bool {
        let is_map = matches!(self.shape, Some(Shape::Map(_)));
        is_map && self.view.kind() == Kind::Object && self.view.is_leaf()
    }

    /// The normal form: the same text for whatever means the same.
    pub(super) fn canonical(self) -> String {
        let mut out = String::new();
        self.write(&mut JsonWriter::compact(&mut out));
        out
    }

    fn write(self, writer: &mut JsonWriter<'_>) {
        let kind = self.view.kind();
        match kind {
            Kind::Object => {
                let members = by_key(self.members().collect());
                writer.begin(kind);
                for (place, (key, item)) in members.iter().enumerate() {
                    let comes_again = members.get(place + 1).is_some_and(|(next, _)| next == key);
                    if !comes_again && !item.is_filled_in() {
                        writer.key(key);
                        item.write(writer);
                    }
                }
                writer.end(kind);
            }
            Kind::List => {
                let elements = self
                    .elements()
                    .map(|item| (item.key(order::order_of(self.slot)).into(), item));
                writer.begin(kind);
                for (_, item) in by_key(elements.collect()) {
                    writer.element();
                    item.write(writer);
                }
                writer.end(kind);
            }
            Kind::String => self.write_string(writer),
            _ => writer.token(self.view.token()),
        }
    }

    fn write_string(self, writer: &mut JsonWriter<'_>) {
        let text = self.view.string().unwrap_or_default();
        if let Some(size) = self.slot.and_then(|slot| size::units_of(slot, &text)) {
            writer.string(&size.to_string());
        } else if text.contains(char::REPLACEMENT_CHARACTER) {
            // Half a surrogate pair was read as this: only the token tells which.
            writer.token(self.view.token());
        } else {
            writer.string(&text);
        }
    }

    /// The key that identifies this element in a list of that order. Where order counts it is empty: all
    /// are equal, and a stable sort leaves them in place.
    pub(super) fn key(self, order: Order) -> String {
        match order {
            Order::Counts => String::new(),
            Order::Set => self.canonical(),
            Order::By(names) => {
                let parts = names.iter().filter_map(|name| self.member(name));
                let parts = parts.filter(|part| !part.is_filled_in());
                let parts: Vec<String> = parts.map(Item::canonical).collect();
                parts.join("/")
            }
        }
    }
}

/// Items sorted by their keys; of equal keys, the first comes first.
#[inline(never)]
fn by_key<'a>(items: Vec<(Cow<'a, str>, Item<'a>)>) -> Vec<(Cow<'a, str>, Item<'a>)> {
    let (keys, items): (Vec<_>, Vec<_>) = items.into_iter().unzip();
    let mut keys: Vec<_> = keys.into_iter().zip(0_usize..).collect();
    keys.sort_unstable();
    let keys = keys.into_iter();
    keys.map(|(key, place)| (key, items[place])).collect()
}

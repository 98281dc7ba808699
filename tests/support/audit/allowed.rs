//! What may stay, what may be removed, and what it may become.

use taskdef_core::model::Shape;
use taskdef_core::report::Change;
use taskdef_core::{has_placeholder, is_placeholder};

use super::{Audit, Outcome, Spot};
use crate::json::{Id, Json, Kind};

/// Whether a scalar has the type that AWS expects.
pub(super) fn is_scalar(kind: Kind, token: &str, shape: Shape) -> bool {
    match (kind, shape) {
        (Kind::String, Shape::String(_) | Shape::Timestamp) | (Kind::Boolean, Shape::Boolean) => {
            true
        }
        (Kind::Number, Shape::Integer(_)) => !token.contains(['.', 'e', 'E']),
        _ => false,
    }
}

const ROLES: [&str; 2] = ["taskRoleArn", "executionRoleArn"];
/// Where a string is data, whatever it contains: parts of JSON pointers.
const DATA: [&str; 7] = [
    "/command/",
    "/entryPoint/",
    "/expression/",
    "/dockerLabels/",
    "/labels/",
    "/driverOpts/",
    "/tags/",
];

/// Whether a string of the result is still to be filled in.
fn is_open(pointer: &str, text: &str) -> bool {
    let capitals = |part: &str| {
        part.len() > 1
            && part.starts_with(|c: char| c.is_ascii_uppercase())
            && !part.contains(|c: char| {
                !(c.is_ascii_uppercase() || c.is_ascii_digit() || "-_".contains(c))
            })
    };
    // The repository: no host, no tag and no digest.
    let name = text.split('@').next().unwrap_or_default();
    let mut parts: Vec<&str> = name.split('/').collect();
    if parts.len() > 1 && (parts[0].contains(['.', ':']) || parts[0] == "localhost") {
        parts.remove(0);
    }
    if let Some(last) = parts.last_mut() {
        *last = last.split(':').next().unwrap_or_default();
    }
    (has_placeholder(text) && is_literal(pointer, text))
        || (pointer.ends_with("/image") && parts.into_iter().any(capitals))
}

/// Whether AWS takes a string of the result literally.
fn is_literal(pointer: &str, text: &str) -> bool {
    let (around, key) = pointer.rsplit_once('/').unwrap_or_default();
    if around.ends_with("/options") {
        return match key {
            "awslogs-group" | "awslogs-region" => true,
            "region" => !text.contains('$'),
            _ => text.starts_with("arn:"),
        };
    }
    let pair = ["/environment/", "/properties/"];
    let pair_value = key == "value" && pair.iter().any(|list| around.contains(list));
    let whole = format!("{pointer}/");
    !pair_value && !DATA.iter().any(|part| whole.contains(part))
}

impl Audit<'_> {
    /// A placeholder added by an edit is reported, too.
    pub(super) fn brought(&mut self, to: Id) {
        let pointer = self.result.pointer(to);
        let text = self.result.string(to).unwrap_or_default();
        if is_open(&pointer, &text) {
            self.findings.push(("placeholder", pointer));
        }
    }

    pub(super) fn scalar_may_stay(&mut self, id: Id, to: Id, place: Spot, shape: Shape) -> Outcome {
        let role = ROLES.contains(&place.name);
        if role && self.pasted.token(id) == "\"\"" {
            return Err(format!("{} is an empty role", self.result.pointer(to)));
        }
        let pointer = self.result.pointer(to);
        let text = self.pasted.string(id).unwrap_or_default();
        if is_open(&pointer, &text) {
            self.findings.push(("placeholder", pointer));
        }
        self.below_minimum(to, shape);
        Ok(())
    }

    pub(super) fn below_minimum(&mut self, to: Id, shape: Shape) {
        let below = match shape {
            Shape::String(text) if text.min > 0 => {
                let characters = self.result.string(to).unwrap_or_default();
                characters.chars().count() < text.min as usize
            }
            Shape::Integer(number) => {
                let value = self.result.token(to).parse::<i128>();
                value.is_ok_and(|value| value < i128::from(number.min))
            }
            _ => false,
        };
        if below {
            self.findings
                .push(("below-minimum", self.result.pointer(to)));
        }
    }

    /// A value of the wrong type may stay only if it has no single meaning.
    pub(super) fn wrong_type_may_stay(
        &mut self,
        id: Id,
        to: Id,
        place: Spot,
        shape: Shape,
    ) -> Outcome {
        let pointer = self.result.pointer(to);
        let kind = self.pasted.kind(id);
        let characters = self.pasted.string(id);
        if kind == Kind::Null {
            return Err(format!("{pointer} is null and should go"));
        }
        let takes_no_string = !matches!(shape, Shape::String(_));
        if takes_no_string && characters.as_deref().is_some_and(is_placeholder) {
            self.findings.push(("placeholder", pointer));
            return Ok(());
        }
        let takes_nested = matches!(shape, Shape::List(_) | Shape::Map(_) | Shape::Structure(_));
        let cut_off = |text: &str| text.starts_with("System.") || text.starts_with("@{");
        if takes_nested && characters.as_deref().is_some_and(cut_off) {
            self.findings.push(("cut-off-value", pointer));
            return Ok(());
        }
        self.findings.push(("wrong-type", pointer.clone()));
        let has_a_meaning = match (kind, shape) {
            (Kind::Number | Kind::Boolean, Shape::String(_)) => true,
            (Kind::Number, Shape::Integer(_)) => integer(self.pasted.token(id)).is_some(),
            (Kind::String, Shape::Integer(_)) => {
                characters.is_some_and(|text| integer(text.trim()).is_some())
            }
            (Kind::String, Shape::Boolean) => characters.is_some_and(|text| {
                ["true", "false"].contains(&&*text.trim().to_ascii_lowercase())
            }),
            _ => {
                self.map_keys(id, place).is_some()
                    || self.only_element(id, place).is_some()
                    || self.is_other_empty(id, place)
            }
        };
        if has_a_meaning && self.case.repair {
            return Err(format!("{pointer} could be repaired"));
        }
        Ok(())
    }

    /// Whether the same key follows later in the object.
    fn is_earlier(&self, id: Id) -> bool {
        let Some(parent) = self.pasted.node(id).parent else {
            return false;
        };
        let later = &self.pasted.children(parent)[self.pasted.node(id).index + 1..];
        let key = self.pasted.key(id);
        self.pasted.node(id).key.is_some()
            && later.iter().any(|&other| self.pasted.key(other) == key)
    }

    /// Checks that the rule of a removal allows it for this value.
    pub(super) fn removal(&self, change: &Change, id: Id, place: Spot) -> Outcome {
        let kind = self.pasted.kind(id);
        let is_member = self.pasted.node(id).key.is_some();
        let parent = self.pasted.node(id).parent;
        let beside = parent.is_some() && parent == self.wrapping.tags;
        let around = parent == Some(0) && self.wrapping.definition != 0;
        let allowed = match change.rule {
            "null-value" => kind == Kind::Null && is_member,
            "null-in-list" => kind == Kind::Null && !is_member,
            "empty-list" => kind == Kind::List && self.vanishes(id, place),
            "empty-object" => self.vanishes(id, place),
            "empty-role" => self.pasted.token(id) == "\"\"" && ROLES.contains(&place.name),
            "read-only-field" => place.read_only,
            "editor-key" => kind != Kind::Null && self.is_editor_key(id),
            "duplicate-key" => self.is_earlier(id),
            "duplicate-tag" => beside && self.is_known_tag(id),
            "reserved-tag" => {
                let key = self.pasted.get(id, "key");
                let key = key
                    .and_then(|key| self.pasted.string(key))
                    .unwrap_or_default();
                let place = self.only_element(id, place).unwrap_or(place);
                let tag = matches!(place.shape, Some(Shape::Structure(tag)) if tag.name == "Tag");
                tag && key.to_ascii_lowercase().starts_with("aws:")
            }
            "wrapper-field" => match &*self.pasted.key(id) {
                "taskDefinition" => false,
                // The list itself is removed only if the definition keeps a `tags` member of its
                // own; else it moves.
                "tags" if kind == Kind::List => {
                    let own = self.pasted.get(self.wrapping.definition, "tags");
                    own.is_some_and(|own| self.stays[own] > 0)
                }
                _ => around,
            },
            "requested-removal" => self.case.edited,
            _ => false,
        };
        if allowed {
            Ok(())
        } else {
            let pointer = self.pasted.pointer(id);
            Err(format!("{pointer} was removed as {}", change.rule))
        }
    }

    /// Whether a tag beside has the key of a tag inside, which may be a member of an object.
    fn is_known_tag(&self, id: Id) -> bool {
        let key = |tag: Id| self.pasted.string(self.pasted.get(tag, "key")?);
        let own = self.pasted.get(self.wrapping.definition, "tags");
        let is_object = own.is_some_and(|own| self.pasted.kind(own) == Kind::Object);
        let own = own.map_or(&[][..], |own| self.pasted.children(own));
        let own_key = |tag: Id| {
            if is_object {
                (self.stays[tag] > 0).then(|| self.pasted.key(tag))
            } else {
                key(tag)
            }
        };
        own.iter()
            .any(|&tag| own_key(tag).is_some() && own_key(tag) == key(id))
    }

    /// Whether a member of the task definition is for an editor.
    pub(super) fn is_editor_key(&self, id: Id) -> bool {
        let own = self.pasted.node(id).parent == Some(self.wrapping.definition);
        own && ["$schema", "$comment", "_comment", "//"].contains(&&*self.pasted.key(id))
    }

    /// Whether nothing is set in a value, so that it means the same as no value.
    pub(super) fn vanishes(&self, id: Id, place: Spot) -> bool {
        let children = self.pasted.children(id);
        let all = |place: Spot| {
            children.iter().all(|&child| {
                !self.is_earlier(child) && self.vanishes(child, place.inside(&self.pasted, child))
            })
        };
        match (self.pasted.kind(id), place.shape) {
            (Kind::Null, _) => true,
            (Kind::List, Some(Shape::List(_))) => !place.required && all(place),
            _ if self.is_other_empty(id, place) => true,
            _ if self.map_keys(id, place).is_some() => !place.required && all(Spot::UNKNOWN),
            (Kind::Object | Kind::Number | Kind::String, Some(Shape::List(_))) => {
                let element = self.only_element(id, place);
                !place.required && element.is_some_and(|element| self.vanishes(id, element))
            }
            (Kind::Object, Some(Shape::Structure(structure))) if children.is_empty() => {
                (structure.union || structure.required != 0) && !place.required
            }
            (Kind::Object, Some(Shape::Structure(_))) => all(place),
            (Kind::Object, Some(Shape::Map(_))) => !children.is_empty() && all(place),
            _ => false,
        }
    }

    /// A value that stays in its place but changes.
    pub(super) fn repair(&mut self, change: &Change, id: Id, to: Id, place: Spot) -> Outcome {
        if change.rule == "element-for-list"
            && let Some(element) = self.only_element(id, place)
        {
            return self.wrapped(id, to, element);
        }
        let pointer = self.result.pointer(to);
        if change.to.as_ref() != Some(&pointer) {
            return Err(format!("{pointer} is said to be at {:?}", change.to));
        }
        self.became[id] = Some(to);
        self.arrives(to)?;
        match place.shape {
            Some(Shape::Structure(structure)) => self.required_members(to, structure),
            Some(shape) if change.rule != "requested-edit" => self.below_minimum(to, shape),
            _ => self.brought(to),
        }
        self.repaired(change.rule, id, to, place)
    }

    /// Checks that the new value is what the old one means according to the rule.
    pub(super) fn repaired(&self, rule: &str, id: Id, to: Id, place: Spot) -> Outcome {
        let (old, new) = (self.pasted.token(id), self.result.token(to));
        let kind = self.pasted.kind(id);
        let quoted = new == format!("\"{old}\"");
        let characters = self.pasted.string(id).unwrap_or_default();
        let characters = characters.trim();
        let right = match (rule, place.shape) {
            ("number-for-string", Some(Shape::String(_))) => kind == Kind::Number && quoted,
            ("boolean-for-string", Some(Shape::String(_))) => kind == Kind::Boolean && quoted,
            ("float-for-integer", Some(Shape::Integer(_))) => {
                integer(old).is_some_and(|integer| integer == new)
            }
            ("float-for-integer", Some(Shape::String(_))) => {
                integer(old).is_some_and(|integer| new == format!("\"{integer}\""))
            }
            ("string-for-integer", Some(Shape::Integer(_))) => {
                integer(characters).is_some_and(|integer| integer == new)
            }
            ("string-for-boolean", Some(Shape::Boolean)) => {
                characters.to_ascii_lowercase() == new && ["true", "false"].contains(&new)
            }
            ("environment-as-object", None) => match kind {
                Kind::String => old == new,
                Kind::Number | Kind::Boolean => quoted,
                _ => false,
            },
            ("requested-edit", _) => self.case.edited,
            _ => false,
        };
        let allowed = self.case.repair || rule == "requested-edit";
        if right && allowed {
            Ok(())
        } else {
            let pointer = self.pasted.pointer(id);
            Err(format!("{pointer}: {old} became {new} as {rule}"))
        }
    }
}

/// The digits of a number that is an integer, by shifting its decimal point. No number of the
/// generator has more than twenty digits.
fn integer(number: &str) -> Option<String> {
    let read = Json::read(number).ok()?;
    if read.kind(0) != Kind::Number {
        return None;
    }
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let (sign, mantissa) = match mantissa.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", mantissa),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let mut digits = format!("{whole}{fraction}");
    let exponent: i64 = exponent.parse().ok()?;
    if exponent.abs() > 30 {
        return None;
    }
    let mut scale = exponent - i64::try_from(fraction.len()).ok()?;
    while scale < 0 {
        if digits.pop().is_some_and(|digit| digit != '0') {
            return None;
        }
        scale += 1;
    }
    digits.extend((0..scale).map(|_| '0'));
    let digits = digits.trim_start_matches('0');
    Some(match digits {
        "" => "0".to_owned(),
        digits => format!("{sign}{digits}"),
    })
}

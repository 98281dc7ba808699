//! AWS's own model of `RegisterTaskDefinition`: the keys of every level, and the constraints on
//! their values.
//!
//! The data is in `table.rs`, generated from the [service model] that botocore ships;
//! `core/model/refresh` regenerates it. It contains what AWS's clients check. What only ECS checks
//! is in the rules of `check`.
//!
//! [service model]: https://github.com/boto/botocore/tree/develop/botocore/data/ecs/2014-11-13

pub(crate) mod since;
mod table;

use std::borrow::Cow;

pub use table::{READ_ONLY, REQUEST, VERSION};

/// Members that only a task definition has: any of them tells it from other documents.
pub(crate) const IDENTIFYING: [&str; 3] =
    ["family", "containerDefinitions", "requiresCompatibilities"];

/// The members that are maps, whose keys and values are the user's own.
pub(crate) const MAPS: [&str; 4] = ["dockerLabels", "driverOpts", "labels", "options"];

/// The source of the model.
#[derive(Debug, Clone, Copy)]
pub struct ModelVersion {
    /// AWS's version of the ECS API.
    pub api: &'static str,
    /// The botocore release.
    pub botocore: &'static str,
    /// The date of the table, as YYYY-MM-DD.
    pub refreshed: &'static str,
}

/// The type of a value.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// An object with the members that AWS names.
    Structure(&'static Structure),
    /// A list.
    List(&'static List),
    /// An object with the user's own keys, such as `dockerLabels`.
    Map(&'static Map),
    /// A string.
    String(&'static Text),
    /// An integer.
    Integer(&'static Number),
    /// `true` or `false`.
    Boolean,
    /// A point in time. Only responses have them so far.
    Timestamp,
}

/// An object with the members that AWS names.
#[derive(Debug)]
pub struct Structure {
    /// AWS's name of the shape, such as `ContainerDefinition`, which has its page in the
    /// [API reference].
    ///
    /// [API reference]: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Types.html
    pub name: &'static str,
    /// Whether exactly one member must be given.
    pub union: bool,
    /// The members, sorted by length of name, then by name. At most 64.
    pub members: &'static [Member],
    /// Bit `i` is set if `members[i]` is required.
    pub required: u64,
    /// `starts[n]` is the number of members with a name shorter than `n`: the index where length
    /// `n` begins.
    starts: [u8; LONGEST_NAME + 2],
}

/// The longest name of a member, in bytes. A longer name in the table does not compile.
const LONGEST_NAME: usize = 46;

/// A member of a structure.
#[derive(Debug)]
pub struct Member {
    /// Its JSON key.
    pub name: &'static str,
    /// The type of its value.
    pub shape: Shape,
    /// Its position among the structure's members in AWS's model, from 0.
    pub order: u16,
    /// Whether AWS's clients refuse a structure without it.
    pub required: bool,
    /// Whether AWS has deprecated it.
    pub deprecated: bool,
    /// Whether AWS's clients keep its value out of logs.
    pub sensitive: bool,
}

/// A list.
#[derive(Debug)]
pub struct List {
    /// The type of each element.
    pub element: Shape,
    /// The minimum number of elements.
    pub min: u32,
    /// The maximum number of elements; `u32::MAX` if AWS gives none.
    pub max: u32,
}

/// An object with the user's own keys: no key is read-only, unknown or misspelt.
#[derive(Debug)]
pub struct Map {
    /// The type of each value.
    pub value: Shape,
}

/// A string.
#[derive(Debug)]
pub struct Text {
    /// The values that AWS allows; empty if it allows any.
    pub enums: &'static [&'static str],
    /// The minimum number of characters.
    pub min: u32,
    /// The maximum number of characters; `u32::MAX` if AWS gives none.
    pub max: u32,
    /// The regular expression that the whole string must match; empty if AWS gives none.
    pub pattern: &'static str,
}

/// An integer.
#[derive(Debug)]
pub struct Number {
    /// The minimum; `i32::MIN` if AWS gives none, since its `integer` has 32 bits.
    pub min: i64,
    /// The maximum; `i32::MAX` if AWS gives none.
    pub max: i64,
}

impl Number {
    /// Whether AWS gives a maximum, beyond that of any integer.
    #[must_use]
    pub fn has_max(&self) -> bool {
        self.max < i64::from(i32::MAX)
    }
}

impl Structure {
    /// The member of this name, with its index in [`Structure::members`].
    ///
    /// Every key of every definition is looked up, so this compares only the few names of the same
    /// length.
    #[must_use]
    #[inline]
    pub fn member(&self, name: &str) -> Option<(usize, &'static Member)> {
        let end = usize::from(*self.starts.get(name.len() + 1)?);
        let start = usize::from(self.starts[name.len()]);
        let alike = self.members.get(start..end)?;
        let at = alike.iter().position(|member| member.name == name)?;
        Some((start + at, &alike[at]))
    }

    /// The members in the order of AWS's model.
    #[must_use]
    pub fn in_aws_order(&self) -> Vec<&'static Member> {
        let mut members: Vec<_> = self.members.iter().collect();
        members.sort_unstable_by_key(|member| member.order);
        members
    }
}

/// Every member of the request with its path, such as `/containerDefinitions/*/name`, in the order
/// of AWS's model. `*` stands for each element of a list.
pub fn paths() -> impl Iterator<Item = (String, &'static Member)> {
    let mut found = Vec::new();
    walk("", Shape::Structure(REQUEST), &mut found);
    found.into_iter()
}

fn walk(path: &str, shape: Shape, found: &mut Vec<(String, &'static Member)>) {
    match shape {
        Shape::Structure(structure) => {
            for member in structure.in_aws_order() {
                let path = format!("{path}/{}", member.name);
                found.push((path.clone(), member));
                walk(&path, member.shape, found);
            }
        }
        Shape::List(List { element: shape, .. }) | Shape::Map(Map { value: shape }) => {
            walk(&format!("{path}/*"), *shape, found);
        }
        Shape::String(_) | Shape::Integer(_) | Shape::Boolean | Shape::Timestamp => {}
    }
}

/// The type of the value at a JSON pointer into the request; `None` below a map or a scalar, or if
/// the model does not know the member.
#[must_use]
pub fn shape_at(pointer: &str) -> Option<Shape> {
    let steps: Vec<Cow<'_, str>> = pointer
        .strip_prefix('/')
        .unwrap_or(pointer)
        .split('/')
        .map(Cow::Borrowed)
        .collect();
    shape_of(&steps)
}

/// The same for the steps of a pointer.
pub(crate) fn shape_of(steps: &[Cow<'_, str>]) -> Option<Shape> {
    let mut shape = Shape::Structure(REQUEST);
    for step in steps {
        shape = match shape {
            Shape::Structure(structure) => structure.member(step)?.1.shape,
            Shape::List(list) => list.element,
            _ => return None,
        };
    }
    Some(shape)
}

/// Whether a word is the key of any member of the request or of an answer about it.
pub(crate) fn is_name(word: &str) -> bool {
    fn knows(shape: Shape, word: &str) -> bool {
        match shape {
            Shape::Structure(structure) => {
                let mut members = structure.members.iter();
                structure.member(word).is_some() || members.any(|member| knows(member.shape, word))
            }
            Shape::List(list) => knows(list.element, word),
            _ => false,
        }
    }
    word == "taskDefinition" || READ_ONLY.contains(&word) || knows(Shape::Structure(REQUEST), word)
}

/// The paths at which a member of this name is known, for a misplaced key.
#[must_use]
pub fn places_of(name: &str) -> Vec<String> {
    paths()
        .filter(|(_, member)| member.name == name)
        .map(|(path, _)| path)
        .collect()
}

// Constructors that the table uses.

impl Structure {
    const fn new(name: &'static str, members: &'static [Member]) -> Self {
        let mut required = 0;
        let mut starts = [0; LONGEST_NAME + 2];
        let mut i = 0;
        while i < members.len() {
            required |= (members[i].required as u64) << i;
            starts[members[i].name.len() + 1] += 1;
            i += 1;
        }
        let mut length = 1;
        while length < starts.len() {
            starts[length] += starts[length - 1];
            length += 1;
        }
        Structure {
            name,
            union: false,
            members,
            required,
            starts,
        }
    }

    const fn union(mut self) -> Self {
        self.union = true;
        self
    }
}

impl Member {
    const fn optional(name: &'static str, shape: Shape, order: u16) -> Self {
        Member {
            name,
            shape,
            order,
            required: false,
            deprecated: false,
            sensitive: false,
        }
    }

    const fn required(name: &'static str, shape: Shape, order: u16) -> Self {
        let mut member = Self::optional(name, shape, order);
        member.required = true;
        member
    }

    const fn deprecated(mut self) -> Self {
        self.deprecated = true;
        self
    }

    const fn sensitive(mut self) -> Self {
        self.sensitive = true;
        self
    }
}

impl List {
    const fn of(element: Shape) -> Self {
        List {
            element,
            min: 0,
            max: u32::MAX,
        }
    }
}

impl Text {
    /// A string without limits.
    const ANY: Text = Text {
        enums: &[],
        min: 0,
        max: u32::MAX,
        pattern: "",
    };
}

impl Number {
    /// The range of 32 bits.
    const INT32: Number = Number {
        min: i32::MIN as i64,
        max: i32::MAX as i64,
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn structures() -> Vec<&'static Structure> {
        fn structure(shape: Shape) -> Option<&'static Structure> {
            match shape {
                Shape::Structure(structure) => Some(structure),
                Shape::List(list) => structure(list.element),
                Shape::Map(map) => structure(map.value),
                _ => None,
            }
        }
        let mut found = BTreeMap::from([(REQUEST.name, REQUEST)]);
        let below = paths().filter_map(|(_, member)| structure(member.shape));
        found.extend(below.map(|structure| (structure.name, structure)));
        found.into_values().collect()
    }

    #[test]
    fn the_model_is_whole() {
        assert_eq!(paths().count(), 169);
        assert_eq!(REQUEST.members.len(), 19);
        assert_eq!(READ_ONLY.len(), 9);
        assert_eq!(structures().len(), 39);
    }

    #[test]
    fn maps_are_those_of_the_model() {
        let maps = paths().filter(|(_, member)| matches!(member.shape, Shape::Map(_)));
        let mut names: Vec<_> = maps.map(|(_, member)| member.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names, MAPS);
        assert!(
            IDENTIFYING
                .iter()
                .all(|name| REQUEST.member(name).is_some())
        );
    }

    #[test]
    fn paths_keep_the_order_of_aws() {
        let paths: Vec<_> = paths().map(|(path, _)| path).collect();
        assert_eq!(paths[0], "/family");
        assert_eq!(paths[5], "/containerDefinitions/*/name");
        assert_eq!(
            paths[168],
            "/trustedExecutionConfiguration/attestationPolicy"
        );
        for structure in structures() {
            let order = structure
                .in_aws_order()
                .into_iter()
                .map(|m| usize::from(m.order));
            assert!(order.eq(0..structure.members.len()), "{}", structure.name);
        }
    }

    #[test]
    fn members_are_sorted_and_fit_a_mask_of_64_bits() {
        for structure in structures() {
            let keys = structure
                .members
                .iter()
                .map(|member| (member.name.len(), member.name));
            assert!(keys.is_sorted_by(|a, b| a < b), "{}", structure.name);
            assert!(structure.members.len() <= 64, "{}", structure.name);
            for (i, member) in structure.members.iter().enumerate() {
                assert_eq!(structure.required >> i & 1 == 1, member.required);
            }
        }
    }

    #[test]
    fn lookup_finds_each_member_and_nothing_else() {
        let names: Vec<_> = paths().map(|(_, member)| member.name).collect();
        for structure in structures() {
            for name in &names {
                let scanned = structure
                    .members
                    .iter()
                    .position(|member| member.name == *name);
                let found = structure.member(name);
                assert_eq!(found.map(|(i, _)| i), scanned, "{} {name}", structure.name);
                assert!(found.is_none_or(|(_, member)| member.name == *name));
                assert!(structure.member(&name.to_uppercase()).is_none());
                assert!(structure.member(&format!("{name} ")).is_none());
            }
            for length in 0..100 {
                assert!(structure.member(&"é".repeat(length)).is_none());
            }
        }
    }

    #[test]
    fn read_only_names_are_not_accepted_at_the_top() {
        assert_eq!(READ_ONLY[0], "taskDefinitionArn");
        assert!(READ_ONLY.iter().all(|name| REQUEST.member(name).is_none()));
        assert!(REQUEST.member("requiresCompatibilities").is_some());
    }

    #[test]
    fn traits_and_limits_are_taken_over() {
        let all: BTreeMap<_, _> = paths().collect();
        let container = "/containerDefinitions/*";
        assert!(all["/inferenceAccelerators"].deprecated);
        assert!(all[&format!("{container}/environment")].sensitive);
        assert!(all[&format!("{container}/secrets/*/valueFrom")].required);
        assert!(matches!(
            all["/tags"].shape,
            Shape::List(List {
                min: 0,
                max: 50,
                ..
            })
        ));
        assert!(matches!(
            all["/tags/*/key"].shape,
            Shape::String(Text {
                min: 1,
                max: 128,
                ..
            })
        ));
        assert!(matches!(
            all["/pidMode"].shape,
            Shape::String(Text {
                enums: ["host", "task"],
                ..
            })
        ));
        let sharing = format!("{container}/resourceRequirements/*/sharingStrategy");
        assert!(matches!(
            all[&sharing].shape,
            Shape::Structure(Structure { union: true, .. })
        ));
        let percent = all[&format!("{sharing}/nvidiaMps/maxComputePercent")].shape;
        assert!(matches!(
            percent,
            Shape::Integer(Number { min: 1, max: 100 })
        ));
    }

    #[test]
    fn a_misplaced_name_has_its_places() {
        let places = [
            "/containerDefinitions/*/memory",
            "/containerDefinitions/*/resourceRequirements/*/sharingStrategy/nvidiaMps/memory",
            "/memory",
        ];
        assert_eq!(places_of("memory"), places);
        assert!(places_of("nothing").is_empty());
    }
}

//! Edits that are valid for a document, and what must hold once they are applied.

use std::collections::BTreeMap;

use taskdef_core::{
    ContainerField, EDIT_OPTIONS, Edit, EditTarget, PairChange, PairList, ValueKind,
};

use crate::audit::{Audit, Outcome, Wrapping, is_map};
use crate::json::{Id, Json, Kind};
use crate::random::Random;

/// Edits with their expected effect.
pub(crate) struct Wish {
    pub(crate) edits: Vec<Edit>,
    /// The expected value of each target; the last edit of a target counts.
    wanted: BTreeMap<Target, Option<String>>,
}

/// What an edit changes in the pasted document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Target {
    Task(&'static str),
    /// A member of a container, and the object in it that has the member; its expected value is JSON.
    Container(Id, Option<&'static str>, &'static str),
    Pair(Id, &'static str, String),
    Tag(String),
}

/// New values that look like something else.
const VALUES: &[&str] = &[
    "",
    "1",
    "false",
    "a=b:c",
    "日本語 😀",
    "\"quoted\" \\ \n\t\u{1}",
    "<IMAGE1_NAME>",
    "</script>",
    "app:1",
];

const NAMES: &[&str] = &[
    "ADDED",
    "日本",
    "with space",
    "status",
    "A=B",
    "\"",
    "awslogs-group",
];

impl Wish {
    /// Up to four edits that are valid for this document.
    pub(crate) fn of(
        random: &mut Random,
        json: &Json<'_>,
        wrapping: Wrapping,
        repair: bool,
    ) -> Self {
        let mut maker = Maker {
            random,
            json,
            wrapping,
            repair,
            wish: Wish {
                edits: Vec::new(),
                wanted: BTreeMap::new(),
            },
        };
        for _ in 0..=maker.random.below(4) {
            match maker.random.below(8) {
                0 | 1 => maker.task(),
                2 => maker.container(),
                3 => maker.command(),
                4 => maker.tag(),
                _ => maker.pair(),
            }
        }
        maker.wish
    }

    /// Checks that each edit had its effect.
    pub(crate) fn holds(&self, audit: &Audit<'_>) -> Outcome {
        for (target, wanted) in &self.wanted {
            let found = found(target, audit);
            let all = found.iter().all(|found| Some(found) == wanted.as_ref());
            if !all || found.is_empty() != wanted.is_none() {
                return Err(format!("{target:?} should be {wanted:?}, not {found:?}"));
            }
        }
        Ok(())
    }
}

/// The values in the result at an edit's target: none, one, or every value of that name.
fn found(target: &Target, audit: &Audit<'_>) -> Vec<String> {
    let result = &audit.result;
    let string = |id: Id| result.string(id).unwrap_or_else(|| result.compact(id));
    let became = |id: &Id| audit.became[*id];
    let object = |id: &Id, within: Option<&str>| match within {
        Some(within) => result.get(became(id)?, within),
        None => became(id),
    };
    match target {
        Target::Task(key) => result.get(0, key).map(string).into_iter().collect(),
        Target::Container(container, within, key) => {
            let member = object(container, *within).and_then(|object| result.get(object, key));
            member.map(|id| result.compact(id)).into_iter().collect()
        }
        Target::Pair(container, key @ ("options" | "dockerLabels"), name) => {
            let within = (*key == "options").then_some("logConfiguration");
            let map = object(container, within).and_then(|object| result.get(object, key));
            let members = map.map_or(&[][..], |map| result.children(map)).iter();
            let named = members.filter(|&&member| result.key(member) == *name);
            named.map(|&member| string(member)).collect()
        }
        Target::Pair(container, list, name) => {
            let value = if *list == "secrets" {
                "valueFrom"
            } else {
                "value"
            };
            let list = became(container).and_then(|at| result.get(at, list));
            named(result, list, "name", name, value)
        }
        Target::Tag(key) => named(result, result.get(0, "tags"), "key", key, "value"),
    }
}

/// The values of all entries with this name.
fn named(json: &Json<'_>, list: Option<Id>, key: &str, name: &str, value: &str) -> Vec<String> {
    let entries = list.map_or(&[][..], |list| json.children(list));
    let is_it = |entry: Id| {
        json.get(entry, key)
            .and_then(|id| json.string(id))
            .as_deref()
            == Some(name)
    };
    let entries = entries.iter().filter(|&&entry| is_it(entry));
    entries
        .map(|&entry| {
            json.get(entry, value).map_or_else(
                || "(none)".to_owned(),
                |id| json.string(id).unwrap_or_else(|| json.compact(id)),
            )
        })
        .collect()
}

/// What options change, of one kind.
fn targets<T>(of_kind: impl Fn(EditTarget) -> Option<T>) -> Vec<T> {
    let options = EDIT_OPTIONS.iter();
    options
        .filter_map(|option| of_kind(option.target))
        .collect()
}

struct Maker<'m, 't> {
    random: &'m mut Random,
    json: &'m Json<'t>,
    wrapping: Wrapping,
    repair: bool,
    wish: Wish,
}

impl Maker<'_, '_> {
    fn wish(&mut self, edit: Edit, target: Target, wanted: Option<String>) {
        self.wish.edits.push(edit);
        self.wish.wanted.insert(target, wanted);
    }

    fn task(&mut self) {
        let fields = targets(|target| match target {
            EditTarget::Task(field) => Some(field),
            _ => None,
        });
        let field = self.random.pick(&fields);
        let key = field.key();
        let mut value = self
            .random
            .pick(&["512", "2048", "1 vCPU", "新しい名前", "null"]);
        let target = Target::Task(key);
        let member = self.json.get(self.wrapping.definition, key);
        let there = member.is_some_and(|id| self.json.kind(id) != Kind::Null);
        let unset = field.takes() == ValueKind::TextOrNone && there && self.random.chance(300);
        if unset {
            value = "";
        }
        let wanted = (!unset).then(|| value.to_owned());
        let edit = Edit::Task {
            field,
            value: value.to_owned(),
        };
        self.wish(edit, target, wanted);
    }

    /// The containers that an edit can name unambiguously, with their names.
    fn containers(&self) -> Vec<(Id, Option<String>)> {
        let list = self
            .json
            .get(self.wrapping.definition, "containerDefinitions");
        let Some(list) = list.filter(|&list| self.json.kind(list) == Kind::List) else {
            return Vec::new();
        };
        let objects = self.json.children(list).iter().copied();
        let objects: Vec<Id> = objects
            .filter(|&id| self.json.kind(id) == Kind::Object)
            .collect();
        let name = |id: Id| self.json.string(self.json.get(id, "name")?);
        let mut found = Vec::new();
        for &id in &objects {
            let first = objects.iter().find(|&&other| name(other) == name(id));
            if name(id).is_some() && first == Some(&id) {
                found.push((id, name(id)));
            }
        }
        if let [only] = objects[..] {
            found.push((only, None));
        }
        found
    }

    fn any_container(&mut self) -> Option<(Id, Option<String>)> {
        let containers = self.containers();
        if containers.is_empty() {
            return None;
        }
        let chosen = self.random.below(containers.len());
        containers.into_iter().nth(chosen)
    }

    fn container(&mut self) {
        let Some((id, container)) = self.any_container() else {
            return;
        };
        let fields = targets(|target| match target {
            EditTarget::Container(field) => Some(field),
            _ => None,
        });
        let field = self.random.pick(&fields);
        let target = Target::Container(id, field.within(), field.key());
        if field == ContainerField::LogDriver && !self.takes_object(id, "logConfiguration") {
            return;
        }
        let (value, wanted) = match field.takes() {
            ValueKind::Integer => {
                self.random
                    .pick(&[("0", "0"), ("512", "512"), ("0512", "512"), ("+7", "7")])
            }
            ValueKind::EnvironmentFile => {
                let arn = self.random.pick(&["arn:aws:s3:::b/1=.env", "日本"]);
                return self.environment_file(container, field, target, arn);
            }
            _ => self.random.pick(&[
                (
                    "registry:5000/new@sha256:00",
                    "\"registry:5000/new@sha256:00\"",
                ),
                ("<IMAGE>", "\"<IMAGE>\""),
            ]),
        };
        let edit = Edit::Container {
            container,
            field,
            value: value.to_owned(),
        };
        self.wish(edit, target, Some(wanted.to_owned()));
    }

    /// One more of the environment files that replace those that are there.
    fn environment_file(
        &mut self,
        container: Option<String>,
        field: ContainerField,
        target: Target,
        arn: &str,
    ) {
        let file = format!(r#"{{"value":"{arn}","type":"s3"}}"#);
        let wanted = match self.wish.wanted.get(&target) {
            Some(Some(list)) => format!("{},{file}]", list.trim_end_matches(']')),
            _ => format!("[{file}]"),
        };
        let edit = Edit::Container {
            container,
            field,
            value: arn.to_owned(),
        };
        self.wish(edit, target, Some(wanted));
    }

    /// Whether a member is an object, or a null or missing one in whose place an edit makes one.
    fn takes_object(&self, container: Id, key: &str) -> bool {
        let member = self.json.get(container, key);
        let kind = member.map_or(Kind::Null, |member| self.json.kind(member));
        matches!(kind, Kind::Object | Kind::Null)
    }

    fn command(&mut self) {
        let Some((id, container)) = self.any_container() else {
            return;
        };
        let member = self.json.get(id, "command");
        let there = member.is_some_and(|id| self.json.kind(id) != Kind::Null);
        let arguments: Vec<String> = if there && self.random.chance(300) {
            Vec::new()
        } else {
            vec!["sh".into(), "-c".into(), "echo \"$X\"; é".into()]
        };
        let wanted = (!arguments.is_empty()).then(|| r#"["sh","-c","echo \"$X\"; é"]"#.to_owned());
        let edit = Edit::Command {
            container,
            arguments,
        };
        self.wish(edit, Target::Container(id, None, "command"), wanted);
    }

    fn pair(&mut self) {
        let Some((id, mut container)) = self.any_container() else {
            return;
        };
        let lists = targets(|target| match target {
            EditTarget::Pair(list, PairChange::Set) => Some(list),
            _ => None,
        });
        let list = self.random.pick(&lists);
        let collection = match list.within() {
            None => self.json.get(id, list.key()),
            Some(within) => {
                let log = self.json.get(id, within);
                match log.filter(|&log| self.json.kind(log) == Kind::Object) {
                    Some(log) => self.json.get(log, list.key()),
                    None if self.wishes_log_driver(id) => None,
                    None => return,
                }
            }
        };
        let Some(names) = self.names(collection, list) else {
            return;
        };
        let Some((name, value)) =
            self.name_and_value(&names, |name| Target::Pair(id, list.key(), name.to_owned()))
        else {
            return;
        };
        let target = Target::Pair(id, list.key(), name.clone());
        let mut written = name;
        if let Some(prefix) = container.take_if(|prefix| !prefix.contains(':')) {
            if self.random.chance(500) {
                written = format!("{prefix}:{written}");
            } else {
                container = Some(prefix);
            }
        } else if written.contains(':') {
            return;
        }
        let edit = Edit::Pair {
            container,
            list,
            name: written,
            value: value.clone(),
        };
        self.wish(edit, target, value);
    }

    fn wishes_log_driver(&self, container: Id) -> bool {
        let field = ContainerField::LogDriver;
        let target = Target::Container(container, field.within(), field.key());
        self.wish.wanted.contains_key(&target)
    }

    /// The names in a collection; `None` if it is not one.
    fn names(&self, collection: Option<Id>, list: PairList) -> Option<Vec<String>> {
        let Some(id) = collection else {
            return Some(Vec::new());
        };
        let json = self.json;
        let children = json.children(id).iter().copied();
        match (json.kind(id), list) {
            (Kind::Null, _) => Some(Vec::new()),
            (Kind::Object, PairList::LogOptions | PairList::DockerLabels) => {
                Some(children.map(|id| json.key(id)).collect())
            }
            (Kind::Object, PairList::Environment | PairList::Secrets) => {
                let value = if list == PairList::Secrets {
                    "valueFrom"
                } else {
                    "value"
                };
                let fits = self.repair && is_map(json, id, ["name", value]);
                fits.then(|| children.map(|id| json.key(id)).collect())
            }
            (Kind::List, PairList::Environment | PairList::Secrets) => {
                Some(self.entry_names(id, "name"))
            }
            _ => None,
        }
    }

    fn entry_names(&self, list: Id, key: &str) -> Vec<String> {
        let json = self.json;
        let entries = json.children(list).iter();
        entries
            .filter_map(|&entry| json.string(json.get(entry, key)?))
            .collect()
    }

    /// A name, old or new, and a value to set, or `None` to remove it. A name is not both set and
    /// removed.
    fn name_and_value(
        &mut self,
        names: &[String],
        target: impl Fn(&str) -> Target,
    ) -> Option<(String, Option<String>)> {
        let old = !names.is_empty() && self.random.chance(600);
        let name = if old {
            names[self.random.below(names.len())].clone()
        } else {
            self.random.pick(NAMES).to_owned()
        };
        if name.is_empty() || name.contains(':') {
            return None;
        }
        let unset = old && self.random.chance(400);
        let value = (!unset).then(|| self.random.pick(VALUES).to_owned());
        let before = self.wish.wanted.get(&target(&name));
        before
            .is_none_or(|before| before.is_some() == value.is_some())
            .then_some((name, value))
    }

    fn tag(&mut self) {
        let json = self.json;
        let beside = self.wrapping.tags.filter(|&id| json.kind(id) == Kind::List);
        let own = json.get(self.wrapping.definition, "tags");
        let own = own.filter(|&id| json.kind(id) != Kind::Null);
        if own.is_some_and(|id| json.kind(id) != Kind::List) {
            return;
        }
        let lists = own.into_iter().chain(beside);
        let names: Vec<String> = lists
            .flat_map(|list| self.entry_names(list, "key"))
            .collect();
        let chosen = self.name_and_value(&names, |name| Target::Tag(name.to_owned()));
        let Some((key, value)) = chosen else {
            return;
        };
        if key.to_ascii_lowercase().starts_with("aws:") {
            return;
        }
        let edit = Edit::Tag {
            key: key.clone(),
            value: value.clone(),
        };
        self.wish(edit, Target::Tag(key), value);
    }
}

//! No value of a paste is in what taskdef says of it, unless its place is on the list of `mask/mod.rs`.
//!
//! Values that stand nowhere else are planted at every place of a definition, wherever AWS takes a
//! number, a boolean or one of its words too; then everything that is said is searched for six
//! characters of any of them. `secrets_cli.rs` does the same with each command and format.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "secrets/broken.rs"]
mod broken;
#[path = "support/example.rs"]
mod example;
#[path = "secrets/planted.rs"]
mod planted;
#[path = "support/random.rs"]
mod random;
#[path = "secrets/said.rs"]
mod said;

use broken::{BREAKS, FOREIGN};
use example::{value, whole};
use planted::{FORMS, Leaks, Planted, every_field, filled, places, put};
use said::{said_between, said_of, said_with};
use serde_json::Value;
use taskdef_core::catalog::{RULES, is_check};
use taskdef_core::mask::{self, Scalar};
use taskdef_core::{ContainerField, Edit, PairList};

#[test]
fn values_everywhere_at_once() {
    let mut leaks = Leaks::default();
    let healthy = every_field();
    for form in FORMS {
        let mut planted = Planted::default();
        let document = filled(&healthy, form, &mut planted);
        assert!(planted.count() > 150, "only {} values", planted.count());
        for text in [
            document.to_string(),
            document["taskDefinition"].to_string(),
            format!("{document:#}"),
        ] {
            leaks.look(&planted, &said_of(&text), form);
            let said = said_between(&text, &healthy.to_string());
            leaks.look(&planted, &said, form);
        }
    }
    leaks.assert_none();
}

#[test]
fn a_value_at_each_place_of_a_good_definition() {
    let mut leaks = Leaks::default();
    let healthy = every_field()["taskDefinition"].take();
    let other = healthy.to_string();
    let mut look_at = |place: &str, planted: &Planted, value: Value| {
        let mut document = healthy.clone();
        put(&mut document, place, value);
        let text = document.to_string();
        leaks.look(planted, &said_of(&text), place);
        leaks.look(planted, &said_between(&text, &other), place);
    };
    for (index, place) in places(&healthy).iter().enumerate() {
        for form in FORMS.iter().skip(index % 4).step_by(4) {
            let mut planted = Planted::default();
            let text = planted.text(form);
            look_at(place, &planted, text.into());
        }
        if !mask::is_shown(place, Scalar::Number) {
            let mut planted = Planted::default();
            let number = planted.number();
            look_at(place, &planted, number.into());
        }
    }
    leaks.assert_none();
}

/// A rule's message may repeat what it found: so each is raised with a value in it.
#[test]
fn a_value_at_each_place_of_every_rule_s_example() {
    let mut leaks = Leaks::default();
    let rules = RULES.iter().filter(|rule| is_check(rule));
    let mut tried = 0;
    for rule in rules {
        let document = value(&whole(rule, rule.example().before));
        for place in places(&document) {
            let old = document.pointer(&place).map(|old| match old {
                Value::String(text) => text.clone(),
                other => other.to_string(),
            });
            let old = old.unwrap_or_default();
            for form in ["§", "{}§", "§{}", "{}/§", "{}:§", "{} §", "§={}", "{},§"] {
                let mut planted = Planted::default();
                let mut document = document.clone();
                let text = planted.text(&form.replace("{}", &old));
                put(&mut document, &place, text.into());
                let said = said_of(&document.to_string());
                leaks.look(&planted, &said, &format!("{} {place} {form}", rule.id));
                tried += 1;
            }
        }
    }
    assert!(tried > 1000, "only {tried}");
    leaks.assert_none();
}

#[test]
fn values_of_edits() {
    let mut leaks = Leaks::default();
    let text = every_field()["taskDefinition"].to_string();
    let lists = [
        PairList::Environment,
        PairList::Secrets,
        PairList::LogOptions,
        PairList::DockerLabels,
    ];
    for form in FORMS {
        for container in [None, Some("app"), Some("nobody")] {
            let mut planted = Planted::default();
            let container = container.map(str::to_owned);
            let mut edits: Vec<Edit> = lists
                .into_iter()
                .map(|list| Edit::Pair {
                    container: container.clone(),
                    list,
                    name: "NAME".to_owned(),
                    value: Some(planted.text(form)),
                })
                .collect();
            let fields = [ContainerField::LogDriver, ContainerField::EnvironmentFiles];
            edits.extend(fields.map(|field| Edit::Container {
                container: container.clone(),
                field,
                value: planted.text(form),
            }));
            edits.push(Edit::Command {
                container: container.clone(),
                arguments: vec![planted.text(form), planted.text(form)],
            });
            edits.push(Edit::Tag {
                key: "team".to_owned(),
                value: Some(planted.text(form)),
            });
            for edit in &edits {
                let said = said_with(&text, std::slice::from_ref(edit));
                leaks.look(&planted, &said, &format!("{edit:?}"));
            }
            leaks.look(&planted, &said_with(&text, &edits), form);
        }
    }
    leaks.assert_none();
}

#[test]
fn values_of_broken_texts() {
    let mut leaks = Leaks::default();
    let healthy = every_field();
    let mut planted = Planted::default();
    let document = filled(&healthy["taskDefinition"], "§", &mut planted);
    let values: Vec<String> = places(&document)
        .iter()
        .filter_map(|place| Some(document.pointer(place)?.to_string()))
        .collect();
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    let mut tried = 0;
    for text in [document.to_string(), format!("{document:#}")] {
        for way in BREAKS {
            for broken in way.all(&text, &values, 20) {
                leaks.look(&planted, &said_of(&broken), &format!("{way:?}:\n{broken}"));
                tried += 1;
            }
        }
    }
    assert!(tried > 1500, "only {tried}");
    leaks.assert_none();
}

#[test]
fn values_of_texts_of_other_kinds() {
    let mut leaks = Leaks::default();
    for text in FOREIGN {
        let mut planted = Planted::default();
        let text = planted.text(text);
        leaks.look(&planted, &said_of(&text), &text);
    }
    leaks.assert_none();
}

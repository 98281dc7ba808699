//! The JSON Schema of a registerable file, so that editors complete names and mark mistakes.
//!
//! It is draft-07, which VS Code, other editors and every validator support. It states exactly what
//! AWS's
//! [`model`](crate::model) does, with one addition: unknown names are invalid, since AWS may
//! silently ignore a misspelt one. Each name and each word of AWS's says what it means
//! ([`field_texts`](crate::field_texts)): as `description`, and for VS Code and the editors with its
//! language server as `markdownDescription` and `markdownEnumDescriptions`, which no validator reads.
//!
//! A file can't name its own schema, because RegisterTaskDefinition accepts no `$schema` member.
//! Map the schema to files in the editor instead, as with `json.schemas` in VS Code's settings.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::explain::{Value, link, page};
use crate::field_texts::{FieldText, text_of};
use crate::lang::Lang;
use crate::model::{Member, REQUEST, Shape, Structure, VERSION};

/// What identifies the schema: its address once schemastore.org has it (`cli/package/schemastore/`).
const ID: &str = "https://json.schemastore.org/amazon-ecs-task-definition.json";

/// The schema as JSON, with two-space indent and a final newline. The members of each structure are
/// in AWS's order; what they mean is said in one language.
#[must_use]
pub fn schema(lang: Lang) -> String {
    let mut definitions = BTreeMap::new();
    collect(REQUEST, &mut definitions);
    let definitions = definitions.into_iter();
    // Its page is a comment: editors would show a description in place of that of the member that has it.
    let definitions = definitions.map(|(name, structure)| {
        let mut schema = vec![("$comment", page(structure).into())];
        schema.extend(object(structure, lang));
        (name, Json::Object(schema))
    });
    let origin = format!(
        "From the service model of the ECS API {} in botocore {}, {}. Patterns with Unicode \
         classes, which are those of tags, are left out: not every validator reads them.",
        VERSION.api, VERSION.botocore, VERSION.refreshed,
    );
    let mut schema = vec![
        ("$schema", "http://json-schema.org/draft-07/schema#".into()),
        ("$id", ID.into()),
        ("$comment", origin.into()),
        ("title", "Amazon ECS task definition".into()),
        ("description", page(REQUEST).into()),
    ];
    schema.extend(object(REQUEST, lang));
    schema.push(("definitions", Json::Object(definitions.collect())));
    serde_json::to_string_pretty(&Json::Object(schema)).unwrap_or_default() + "\n"
}

/// Collects every structure below this one, by name.
fn collect(from: &Structure, found: &mut BTreeMap<&'static str, &'static Structure>) {
    for member in from.members {
        let shape = match member.shape {
            Shape::List(list) => list.element,
            Shape::Map(map) => map.value,
            shape => shape,
        };
        if let Shape::Structure(structure) = shape
            && found.insert(structure.name, structure).is_none()
        {
            collect(structure, found);
        }
    }
}

fn object(structure: &'static Structure, lang: Lang) -> Members {
    let members = structure.in_aws_order();
    let properties = members.iter();
    let properties = properties.map(|member| (member.name, property(structure, member, lang)));
    let mut out = vec![
        ("type", "object".into()),
        ("properties", Json::Object(properties.collect())),
    ];
    let required = members.iter().filter(|member| member.required);
    let required: Vec<Json> = required.map(|member| member.name.into()).collect();
    if !required.is_empty() {
        out.push(("required", Json::List(required)));
    }
    if structure.union {
        out.push(("minProperties", Json::Number(1)));
        out.push(("maxProperties", Json::Number(1)));
    }
    out.push(("additionalProperties", Json::Boolean(false)));
    out
}

/// A member's schema, with what it means and a link to its documentation. Draft-07 ignores keywords beside
/// a `$ref`, so that of a structure stands in an `allOf`.
fn property(structure: &Structure, member: &Member, lang: Lang) -> Json {
    let text = text_of(structure.name, member.name);
    let mut schema = value(&Value::from_shape(member.shape), text, lang);
    if matches!(member.shape, Shape::Structure(_)) {
        schema = vec![("allOf", Json::List(vec![Json::Object(schema)]))];
    }
    let said = text.map_or("", |text| text.text.text(lang));
    let retired = match lang {
        _ if !member.deprecated => "",
        Lang::En => "Deprecated by AWS. ",
        Lang::Ja => "AWS が非推奨としています。",
    };
    let link = link(structure, member.name);
    let page = match lang {
        Lang::En => "AWS’s page",
        Lang::Ja => "AWS のページ",
    };
    let about = [
        ("description", format!("{retired}{said}\n{link}").into()),
        (
            "markdownDescription",
            format!("{retired}{said}\n\n[{page}]({link})").into(),
        ),
    ];
    schema.splice(0..0, about);
    Json::Object(schema)
}

/// The schema of a value, with what its words mean as values of a member.
fn value(value: &Value, text: Option<&FieldText>, lang: Lang) -> Members {
    if let Some(name) = value.structure {
        return vec![("$ref", format!("#/definitions/{name}").into())];
    }
    let (kind, inner, min, max) = match value.kind {
        "array" => ("array", "items", "minItems", "maxItems"),
        "map" => ("object", "additionalProperties", "", ""),
        "integer" => ("integer", "", "minimum", "maximum"),
        kind => (kind, "", "minLength", "maxLength"),
    };
    let mut out = match kind {
        "timestamp" => vec![("type", Json::List(vec!["string".into(), "number".into()]))],
        _ => vec![("type", kind.into())],
    };
    if let Some(element) = &value.element {
        out.push((inner, Json::Object(self::value(element, text, lang))));
    }
    if !value.values.is_empty() {
        let words = value.values.iter().map(|&word| word.into());
        out.push(("enum", Json::List(words.collect())));
        let said = text.map(|text| text.words(lang));
        let said = said.into_iter().flatten().map(|(_, said)| said.into());
        out.push(("markdownEnumDescriptions", Json::List(said.collect())));
    }
    out.extend(value.min.map(|least| (min, Json::Number(least))));
    out.extend(value.max.map(|greatest| (max, Json::Number(greatest))));
    let pattern = value.pattern.filter(|pattern| !pattern.contains("\\p{"));
    out.extend(pattern.map(|pattern| ("pattern", format!("^(?:{pattern})$").into())));
    out
}

type Members = Vec<(&'static str, Json)>;

/// A JSON value that keeps the order of its members; `serde_json` would sort them.
enum Json {
    Boolean(bool),
    Number(i64),
    String(String),
    List(Vec<Json>),
    Object(Members),
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Json::String(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Json::String(text)
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Boolean(value) => serializer.serialize_bool(*value),
            Json::Number(number) => serializer.serialize_i64(*number),
            Json::String(text) => serializer.serialize_str(text),
            Json::List(elements) => serializer.collect_seq(elements),
            Json::Object(members) => serializer.collect_map(members.iter().map(|(k, v)| (k, v))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::schema;
    use crate::lang::Lang;
    use crate::model;
    use serde_json::{Value, from_str};

    /// The schema at a path of the model, following `$ref`s, also those in an `allOf`.
    fn at<'s>(schema: &'s Value, path: &str) -> &'s Value {
        path.split('/').skip(1).fold(schema, |at, step| {
            let at = match step {
                "*" => &at["items"],
                name => &at["properties"][name],
            };
            let at = at["allOf"].get(0).unwrap_or(at);
            match at["$ref"].as_str().and_then(|to| to.strip_prefix('#')) {
                Some(to) => schema.pointer(to).unwrap_or(&Value::Null),
                None => at,
            }
        })
    }

    #[test]
    fn every_path_of_the_model_is_in_it() -> Result<(), serde_json::Error> {
        let text = schema(Lang::En);
        let schema: Value = from_str(&text)?;
        for (path, _) in model::paths() {
            assert!(at(&schema, &path)["type"].is_string(), "{path}");
        }
        assert!(text.ends_with("}\n"));
        Ok(())
    }

    #[test]
    fn what_aws_limits_is_limited() -> Result<(), serde_json::Error> {
        let schema: Value = from_str(&schema(Lang::En))?;
        assert_eq!(schema["required"][1], "containerDefinitions");
        assert_eq!(schema["additionalProperties"], false);
        assert_eq!(at(&schema, "/tags")["maxItems"], 50);
        assert_eq!(at(&schema, "/tags/*/key")["minLength"], 1);
        assert_eq!(at(&schema, "/pidMode")["enum"][1], "task");
        let container = "/containerDefinitions/*";
        assert!(at(&schema, &format!("{container}/cpu"))["minimum"].is_null());
        assert_eq!(
            at(&schema, &format!("{container}/dockerLabels"))["additionalProperties"]["type"],
            "string"
        );
        let sharing = format!("{container}/resourceRequirements/*/sharingStrategy");
        assert_eq!(at(&schema, &sharing)["maxProperties"], 1);
        let percent = format!("{sharing}/nvidiaMps/maxComputePercent");
        assert_eq!(at(&schema, &percent)["maximum"], 100);
        Ok(())
    }

    #[test]
    fn every_member_says_what_it_means() -> Result<(), serde_json::Error> {
        for (lang, sentence) in [(Lang::En, "subnets"), (Lang::Ja, "サブネット")] {
            let schema: Value = from_str(&schema(lang))?;
            let mode = &schema["properties"]["networkMode"];
            let words = mode["enum"].as_array().map(Vec::len);
            let said = mode["markdownEnumDescriptions"].as_array();
            assert_eq!(said.map(Vec::len), words);
            assert!(
                said.is_some_and(|said| said[2]
                    .as_str()
                    .is_some_and(|text| text.contains(sentence)))
            );
            let types = &schema["properties"]["requiresCompatibilities"]["items"];
            assert!(types["markdownEnumDescriptions"][1].is_string());
            let definitions = schema["definitions"].as_object().into_iter().flatten();
            let structures = definitions.map(|(_, structure)| structure).chain([&schema]);
            for (name, member) in structures
                .filter_map(|one| one["properties"].as_object())
                .flatten()
            {
                let about = member["description"].as_str().unwrap_or_default();
                assert!(
                    about.contains("\nhttps://docs.aws.amazon.com/"),
                    "{name}: {about}"
                );
                assert!(
                    about.contains(if lang == Lang::En { '.' } else { '。' }),
                    "{name}: {about}"
                );
            }
        }
        Ok(())
    }

    #[test]
    fn members_are_in_the_order_of_aws() {
        let text = schema(Lang::En);
        let places = ["\"family\"", "\"taskRoleArn\"", "\"containerDefinitions\""];
        let places = places.map(|name| text.find(name));
        assert!(places.is_sorted(), "{places:?}");
    }
}

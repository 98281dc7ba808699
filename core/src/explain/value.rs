//! The type and limits of a value in AWS's model.

use serde::Serialize;

use crate::model::Shape;

/// The type and limits of a value. A limit that AWS does not give is absent.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Value {
    /// `object`, `array`, `string`, `integer` or `boolean` as in JSON Schema; `map` is an object
    /// with the user's own keys, and `timestamp` a string or a number.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// AWS's name of an object's structure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub structure: Option<&'static str>,
    /// The members of an object, in AWS's order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<&'static str>,
    /// The members that AWS's clients require.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub required: Vec<&'static str>,
    /// Whether exactly one of the members must be given.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub union: bool,
    /// The values that a string may have.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub values: &'static [&'static str],
    /// The minimum length of a string, number of elements, or integer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<i64>,
    /// The maximum.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<i64>,
    /// The regular expression that the whole string must match.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<&'static str>,
    /// The type of each element, or of each value of a map.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub element: Option<Box<Value>>,
}

impl Value {
    pub(crate) fn from_shape(shape: Shape) -> Self {
        let least = |min: u32| (min > 0).then_some(i64::from(min));
        let greatest = |max: u32| (max < u32::MAX).then_some(i64::from(max));
        match shape {
            Shape::Structure(structure) => {
                let members = structure.in_aws_order();
                let required = members.iter().filter(|member| member.required);
                Value {
                    structure: Some(structure.name),
                    required: required.map(|member| member.name).collect(),
                    members: members.iter().map(|member| member.name).collect(),
                    union: structure.union,
                    ..Value::any("object")
                }
            }
            Shape::List(list) => Value {
                min: least(list.min),
                max: greatest(list.max),
                element: Some(Box::new(Value::from_shape(list.element))),
                ..Value::any("array")
            },
            Shape::Map(map) => Value {
                element: Some(Box::new(Value::from_shape(map.value))),
                ..Value::any("map")
            },
            Shape::String(text) => Value {
                values: text.enums,
                min: least(text.min),
                max: greatest(text.max),
                pattern: (!text.pattern.is_empty()).then_some(text.pattern),
                ..Value::any("string")
            },
            Shape::Integer(number) => Value {
                // The model uses the limits of 32 bits if AWS gives none.
                min: (number.min > i64::from(i32::MIN)).then_some(number.min),
                max: number.has_max().then_some(number.max),
                ..Value::any("integer")
            },
            Shape::Boolean => Value::any("boolean"),
            Shape::Timestamp => Value::any("timestamp"),
        }
    }

    fn any(kind: &'static str) -> Self {
        Value {
            kind,
            structure: None,
            members: Vec::new(),
            required: Vec::new(),
            union: false,
            values: &[],
            min: None,
            max: None,
            pattern: None,
            element: None,
        }
    }
}

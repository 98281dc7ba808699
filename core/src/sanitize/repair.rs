//! Scalars and values of the wrong type: kept unchanged, or converted if they have only one meaning.

use super::literal::has_open_placeholder;
use super::{Slot, Walk};
use crate::model::Shape;
use crate::placeholder;
use crate::rule::Rule;
use crate::rules;
use crate::tree::{Kind, NONE, NodeId, NodeRef, Token, quote};

const ROLES: [&str; 2] = ["taskRoleArn", "executionRoleArn"];

impl<'a> Walk<'a> {
    /// Writes a scalar, or a value where the model expects one.
    pub(super) fn scalar(&mut self, at: NodeRef<'a>, shape: Shape, slot: Slot) -> bool {
        match (at.kind(), shape) {
            (Kind::String, Shape::String(_))
                if at.token() == "\"\"" && ROLES.contains(&slot.name) =>
            {
                self.change(&rules::EMPTY_ROLE, at.id, NONE);
                return false;
            }
            (Kind::String, Shape::String(_)) => {
                let to = self.keep(at, slot);
                if has_open_placeholder(at) || self.is_bare_variable(at, shape) {
                    self.unfilled(at.id, to);
                }
                self.minimum(at, to, shape);
            }
            (Kind::Boolean, Shape::Boolean) | (Kind::String, Shape::Timestamp) => {
                self.keep(at, slot);
            }
            (Kind::Number, Shape::Integer(_)) if is_integer(at.token()) => {
                let to = self.keep(at, slot);
                self.minimum(at, to, shape);
            }
            (Kind::String, _) if self.is_variable(at, shape) => {
                let to = self.keep(at, slot);
                self.unfilled(at.id, to);
            }
            _ => return self.repair(at, shape, slot),
        }
        true
    }

    /// Writes a value of the wrong type: converted if it has only one meaning.
    fn repair(&mut self, at: NodeRef<'a>, shape: Shape, slot: Slot) -> bool {
        if !self.input.repair {
            return self.wrong_type(at, shape, slot);
        }
        if self.says_nothing(at, shape, slot) {
            self.change(&rules::EMPTY_OBJECT, at.id, NONE);
            return false;
        }
        if let Shape::List(list) = shape {
            let kept = self.as_list(at, list, slot);
            return kept.unwrap_or_else(|| self.wrong_type(at, shape, slot));
        }
        match self.repaired(at, shape) {
            Some((rule, kind, text)) => {
                let to = self.push(kind, text, slot, at.id);
                self.change(rule, at.id, to);
                self.minimum(at, to, shape);
                true
            }
            None => self.wrong_type(at, shape, slot),
        }
    }

    /// Whether an optional member is `[]` where AWS takes an object, as PHP writes it, or `{}`
    /// where AWS takes a list.
    fn says_nothing(&self, at: NodeRef<'a>, shape: Shape, slot: Slot) -> bool {
        let other = match shape {
            Shape::Structure(_) | Shape::Map(_) => Kind::List,
            Shape::List(_) => Kind::Object,
            _ => return false,
        };
        let optional = !slot.name.is_empty() && !slot.required;
        let edited = self.input.overlay.op(at.id).is_some();
        at.kind() == other && at.is_leaf() && optional && !edited
    }

    /// The only meaning of a scalar of the wrong type; `None` if it has several or none.
    fn repaired(&mut self, at: NodeRef<'a>, shape: Shape) -> Option<(&'static Rule, Kind, Token)> {
        match (at.kind(), shape) {
            (Kind::Number, Shape::String(_)) => Some(match self.whole_size(at) {
                Some(size) => {
                    let text = self.out.write(|out| quote(&size, out));
                    (&rules::FLOAT_FOR_INTEGER, Kind::String, text)
                }
                None => (&rules::NUMBER_FOR_STRING, Kind::String, self.as_string(at)),
            }),
            (Kind::Boolean, Shape::String(_)) => {
                Some((&rules::BOOLEAN_FOR_STRING, Kind::String, self.as_string(at)))
            }
            (Kind::Number, Shape::Integer(_)) => {
                let integer = integral(at.token())?;
                let text = self.out.write(|out| out.push_str(&integer));
                Some((&rules::FLOAT_FOR_INTEGER, Kind::Number, text))
            }
            (Kind::String, Shape::Integer(_)) => {
                let characters = at.string()?;
                let integer = integral(characters.trim())?;
                let text = self.out.write(|out| out.push_str(&integer));
                Some((&rules::STRING_FOR_INTEGER, Kind::Number, text))
            }
            (Kind::String, Shape::Boolean) => {
                let characters = at.string()?;
                let word = ["true", "false"]
                    .into_iter()
                    .find(|word| characters.trim().eq_ignore_ascii_case(word))?;
                let text = self.out.write(|out| out.push_str(word));
                Some((&rules::STRING_FOR_BOOLEAN, Kind::Boolean, text))
            }
            _ => None,
        }
    }

    /// The digits of a task's `cpu` or `memory` with a decimal point. ECS reads no such size.
    fn whole_size(&self, at: NodeRef<'a>) -> Option<String> {
        let of_task = at.node().parent == self.input.unwrapped.definition;
        let size = of_task && ["cpu", "memory"].contains(&&*at.key());
        (size && !is_integer(at.token())).then(|| integral(at.token()))?
    }

    /// Reports a value of the result that is below AWS's minimum.
    pub(super) fn minimum(&mut self, at: NodeRef<'a>, to: NodeId, shape: Shape) {
        let value = self.written(to);
        let (below, min, reason) = match shape {
            Shape::String(text) if text.min > 0 => {
                let length = value.string().map_or(0, |string| string.chars().count());
                (
                    length < text.min as usize,
                    i64::from(text.min),
                    &rules::LENGTH,
                )
            }
            Shape::Integer(number) => (
                is_below(value.token(), number.min),
                number.min,
                &rules::VALUE,
            ),
            _ => return,
        };
        if below {
            self.finding(&rules::BELOW_MINIMUM, at.id, to)
                .arg("expected", min.to_string())
                .arg("reason", reason);
        }
    }

    /// A scalar's source text as a string token.
    pub(super) fn as_string(&mut self, at: NodeRef<'a>) -> Token {
        if at.kind() == Kind::String {
            return at.node().text;
        }
        self.out.write(|out| quote(at.token(), out))
    }

    /// Whether a string stands for a value of another type that is filled in later.
    fn is_variable(&self, at: NodeRef<'a>, shape: Shape) -> bool {
        let is_scalar = matches!(shape, Shape::Integer(_) | Shape::Boolean);
        is_placeholder(at) || (is_scalar && self.is_bare_variable(at, shape))
    }

    /// Whether a word without quotes looks like a variable, and is none of the words that AWS takes
    /// there.
    fn is_bare_variable(&self, at: NodeRef<'a>, shape: Shape) -> bool {
        let is_known =
            |word: &str| matches!(shape, Shape::String(text) if text.enums.contains(&word));
        self.input.mendings.is_bare_word(at.node().value)
            && at
                .string()
                .is_some_and(|word| placeholder::is_bare_variable(&word) && !is_known(&word))
    }
}

fn is_placeholder(at: NodeRef<'_>) -> bool {
    at.string()
        .is_some_and(|text| placeholder::is_placeholder(&text))
}

fn is_integer(token: &str) -> bool {
    !token.contains(['.', 'e', 'E'])
}

/// Whether an integer is less than `min`. One that overflows 64 bits is judged by its sign.
fn is_below(integer: &str, min: i64) -> bool {
    match integer.parse::<i64>() {
        Ok(value) => value < min,
        Err(_) => integer.starts_with('-'),
    }
}

/// The digits of a JSON number that is an integer: `512.0`, `5.12e2`, `512`; `None` for any other.
fn integral(token: &str) -> Option<String> {
    let (sign, number) = match token.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", token),
    };
    let (mantissa, exponent) = match number.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (number, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits_only = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let leading_zero = whole.len() > 1 && whole.starts_with('0');
    let empty_fraction = mantissa.ends_with('.');
    if whole.is_empty()
        || leading_zero
        || empty_fraction
        || !digits_only(whole)
        || !digits_only(fraction)
    {
        return None;
    }
    let point = i32::try_from(whole.len()).ok()?.checked_add(exponent)?;
    if !(-20..=20).contains(&point) {
        return None;
    }
    let digits = format!("{whole}{fraction}");
    let point = usize::try_from(point).unwrap_or(0);
    let (integer, rest) = digits.split_at_checked(point).unwrap_or((&digits, ""));
    let lost = if exponent < 0 && point == 0 {
        digits.as_str()
    } else {
        rest
    };
    if lost.bytes().any(|byte| byte != b'0') {
        return None;
    }
    let zeros = point.saturating_sub(digits.len());
    let integer = format!("{integer}{}", "0".repeat(zeros));
    let integer = integer.trim_start_matches('0');
    Some(if integer.is_empty() {
        "0".to_owned()
    } else {
        format!("{sign}{integer}")
    })
}

#[cfg(test)]
mod tests {
    use super::integral;

    #[test]
    fn finds_the_integer_that_a_number_is() {
        for (token, integer) in [
            ("512", "512"),
            ("512.0", "512"),
            ("5.12e2", "512"),
            ("51200E-2", "512"),
            ("-1.0", "-1"),
            ("0.0", "0"),
            ("-0", "0"),
            ("1e3", "1000"),
        ] {
            assert_eq!(integral(token).as_deref(), Some(integer), "{token}");
        }
        for token in [
            "1.5", "1e-1", "080", "1e999", "", "x", "1 000", "1.", "0x10",
        ] {
            assert_eq!(integral(token), None, "{token}");
        }
    }
}

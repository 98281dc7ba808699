//! What was blacked out before a task definition was shared: accounts, regions and parts of names,
//! each told once with all the places where it stands, so that it is filled in once.

use std::ops::Range;

use crate::image::EcrImage;
use crate::mask;
use crate::model::READ_ONLY;
use crate::patch::{Replacement, apply};
use crate::region::is_region;
use crate::tree::{NodeRef, quote};

/// The most blanks that are told; a definition with more was not blacked out by hand.
const MOST: usize = 20;

/// Something that was blacked out, with all its places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blank {
    /// What belongs there.
    pub kind: BlankKind,
    /// What stands there now, such as `xxxxxxxxxxxx` or `xxxx-dev-xxxx`.
    pub text: String,
    /// Where it stands in the pasted text, in bytes, in order.
    pub places: Vec<Range<usize>>,
}

/// What belongs in the place of a blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlankKind {
    /// The id of an account: 12 digits.
    Account,
    /// A region.
    Region,
    /// A name, or the beginning of several.
    Name,
}

/// The blanks of a task definition as it was pasted. One that stands only in what AWS assigns is
/// not told, as it is not in the result.
pub(crate) fn blanks(definition: NodeRef<'_>) -> Vec<Blank> {
    let mut found = Found::default();
    for member in definition.children() {
        found.is_left = !READ_ONLY.contains(&&*member.key());
        found.look_at(member);
        member.inside().for_each(|at| found.look_at(at));
    }
    let kept = found.blanks.into_iter().filter(|(_, is_left)| *is_left);
    let mut blanks: Vec<Blank> = kept.map(|(blank, _)| blank).collect();
    blanks.sort_by_key(|blank| blank.kind as u8);
    blanks
}

/// Fills in blanks of a text, each with its value; an empty value leaves its blank as it is.
#[must_use]
pub fn fill(text: &str, blanks: &[Blank], values: &[String]) -> String {
    let given = blanks
        .iter()
        .zip(values)
        .filter(|(_, value)| !value.is_empty());
    let mut all: Vec<Replacement> = given
        .flat_map(|(blank, value)| {
            let mut token = String::new();
            quote(value, &mut token);
            let text = token[1..token.len() - 1].to_owned();
            blank.places.iter().map(move |range| Replacement {
                range: range.clone(),
                text: text.clone(),
            })
        })
        .collect();
    all.sort_unstable_by_key(|one| one.range.start);
    apply(text, &all)
}

impl Blank {
    /// A name with this blank filled in, as [`fill`] does it in a text.
    #[must_use]
    pub fn fill_name(&self, name: &str, value: &str) -> String {
        let own =
            |stem: &Range<usize>| self.kind == BlankKind::Name && name[stem.clone()] == self.text;
        match stem(name).filter(own) {
            Some(stem) if !value.is_empty() => {
                [&name[..stem.start], value, &name[stem.end..]].concat()
            }
            _ => name.to_owned(),
        }
    }
}

/// The blanks found so far, each with whether it stands in what is left of the paste.
#[derive(Default)]
struct Found {
    blanks: Vec<(Blank, bool)>,
    is_left: bool,
}

impl Found {
    fn look_at(&mut self, view: NodeRef<'_>) {
        let node = view.node();
        let token = view.token();
        let start = node.value as usize;
        let written = view.source.get(start..node.span.end as usize) == Some(token);
        let Some(inner) = token
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'))
        else {
            return;
        };
        // An escape would shift the places, and no name has one.
        if !written
            || inner.contains('\\')
            || !inner.contains(['x', 'X', '*', '?', '●', '<', '$', '{'])
        {
            return;
        }
        let key = view.key();
        let is_named = mask::may_show(view) || key == "valueFrom";
        let (account, region) = parts(inner);
        let region = region.or((key == "awslogs-region").then_some(0..inner.len()));
        let mut filled: Vec<Range<usize>> = Vec::new();
        if let Some(range) = account.filter(|range| is_blank_account(&inner[range.clone()])) {
            filled.push(range.clone());
            self.add(BlankKind::Account, start + 1, inner, range);
        }
        if let Some(range) = region.filter(|range| !is_region(&inner[range.clone()])) {
            filled.push(range.clone());
            self.add(BlankKind::Region, start + 1, inner, range);
        }
        if !is_named {
            return;
        }
        for segment in segments(inner) {
            if filled
                .iter()
                .any(|one| one.start < segment.end && segment.start < one.end)
            {
                continue;
            }
            if let Some(stem) = stem(&inner[segment.clone()]) {
                let stem = segment.start + stem.start..segment.start + stem.end;
                self.add(BlankKind::Name, start + 1, inner, stem);
            }
        }
    }

    fn add(&mut self, kind: BlankKind, offset: usize, inner: &str, range: Range<usize>) {
        let text = &inner[range.clone()];
        let place = offset + range.start..offset + range.end;
        let mut known = self.blanks.iter();
        let known = known.position(|(blank, _)| blank.kind == kind && blank.text == text);
        match known {
            Some(at) => {
                let (blank, is_left) = &mut self.blanks[at];
                blank.places.push(place);
                *is_left |= self.is_left;
            }
            None if self.blanks.len() < MOST => self.blanks.push((
                Blank {
                    kind,
                    text: text.to_owned(),
                    places: vec![place],
                },
                self.is_left,
            )),
            None => {}
        }
    }
}

/// Where an account and a region stand in an ARN or in an image of ECR.
fn parts(text: &str) -> (Option<Range<usize>>, Option<Range<usize>>) {
    let range = |part: &str| {
        let start = part.as_ptr() as usize - text.as_ptr() as usize;
        (!part.is_empty()).then_some(start..start + part.len())
    };
    if let Some(rest) = text.strip_prefix("arn:") {
        let mut parts = rest.splitn(5, ':').skip(2);
        let region = parts.next().and_then(range);
        let account = parts.next().and_then(range);
        return if parts.next().is_some() {
            (account, region)
        } else {
            (None, None)
        };
    }
    match EcrImage::parse(text) {
        Some(image) => (range(image.account), range(image.region)),
        None => (None, None),
    }
}

fn is_blank_account(text: &str) -> bool {
    text != "aws" && (text.len() != 12 || !text.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The parts of a text between what separates names in an ARN, a path or an image.
fn segments(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    text.split(['/', ':', '@']).map(move |part| {
        let start = from;
        from += part.len() + 1;
        start..start + part.len()
    })
}

/// From the first part of a name that was blacked out to the last one: `xxxx-dev-xxxx` of
/// `xxxx-dev-xxxx-batch`.
fn stem(name: &str) -> Option<Range<usize>> {
    let mut from = 0;
    let mut stem: Option<Range<usize>> = None;
    for part in name.split(['-', '_', '.']) {
        if is_blacked_out(part) {
            let start = stem.map_or(from, |stem| stem.start);
            stem = Some(start..from + part.len());
        }
        from += part.len() + 1;
    }
    stem
}

/// Whether a part of a name is nothing but `xxx`, `XXX`, `**` or the like.
fn is_blacked_out(part: &str) -> bool {
    let Some(first) = part.chars().next() else {
        return false;
    };
    let least = match first {
        'x' | 'X' => 3,
        '*' | '?' | '●' | '■' | '＊' | '×' => 2,
        _ => return false,
    };
    part.chars().all(|c| c == first) && part.chars().count() >= least
}

#[cfg(test)]
mod tests {
    use super::{BlankKind, blanks, fill};
    use crate::document::Document;
    use crate::pasted::Pasted;

    fn of(text: &str) -> Vec<super::Blank> {
        let pasted = Pasted::text(text);
        let document = Document::new(&pasted, &[], true);
        document.map_or_else(|_| Vec::new(), |document| blanks(document.definition()))
    }

    const SHARED: &str = r#"{
  "family": "xxxx-dev-xxxx-batch",
  "taskDefinitionArn": "arn:aws:ecs:eu-**-1:************:task-definition/xxxx-dev-xxxx-batch:5",
  "taskRoleArn": "arn:aws:iam::xxxxxxxxxxxx:role/xxxx-dev-xxxx-task",
  "containerDefinitions": [{
    "name": "app",
    "image": "xxxxxxxxxxxx.dkr.ecr.xx-xxxx-1.amazonaws.com/XXXX/app:1",
    "environment": [{"name": "KEY", "value": "xxxx-dev-xxxx"}],
    "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-region": "xx-xxxx-1"}}
  }]
}"#;

    #[test]
    fn each_blank_is_told_once_with_all_its_places() {
        let found = of(SHARED);
        let told: Vec<_> = found
            .iter()
            .map(|blank| (blank.kind, blank.text.as_str(), blank.places.len()))
            .collect();
        assert_eq!(
            told,
            [
                (BlankKind::Account, "xxxxxxxxxxxx", 2),
                (BlankKind::Region, "xx-xxxx-1", 2),
                // Also in what AWS assigns, but in no value of a variable, which may be a secret.
                (BlankKind::Name, "xxxx-dev-xxxx", 3),
                (BlankKind::Name, "XXXX", 1),
            ]
        );
    }

    #[test]
    fn it_is_filled_in_everywhere() {
        let found = of(SHARED);
        let values = ["111122223333", "eu-west-1", "shop\"dev", ""].map(str::to_owned);
        let filled = fill(SHARED, &found, &values);
        for part in [
            r#""family": "shop\"dev-batch""#,
            "arn:aws:iam::111122223333:role/shop\\\"dev-task",
            "111122223333.dkr.ecr.eu-west-1.amazonaws.com/XXXX/app:1",
            r#""awslogs-region": "eu-west-1""#,
            r#""value": "xxxx-dev-xxxx""#,
        ] {
            assert!(filled.contains(part), "{part} in {filled}");
        }
        assert_eq!(found[2].fill_name("xxxx-dev-xxxx-app", "shop"), "shop-app");
        assert_eq!(found[2].fill_name("xxxx-app", "shop"), "xxxx-app");
    }

    #[test]
    fn what_is_written_out_is_no_blank() {
        let plain = r#"{"family": "xx-box-maxx", "taskRoleArn": "arn:aws:iam::111122223333:role/a",
            "containerDefinitions": [{"name": "xy", "image": "111122223333.dkr.ecr.mx-central-1.amazonaws.com/a",
            "secrets": [{"name": "A", "valueFrom": "arn:aws:ssm:us-gov-east-1:111122223333:parameter/a"}]}]}"#;
        assert_eq!(of(plain), []);
    }
}

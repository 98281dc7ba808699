//! A small evaluator of IAM policies: whether a policy allows a call.

use serde_json::Value;

/// A call, as IAM sees it.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    pub(crate) action: String,
    pub(crate) resource: String,
    context: Vec<(String, String)>,
}

impl Call {
    pub(crate) fn new(action: &str, resource: &str) -> Self {
        Call {
            action: action.to_owned(),
            resource: resource.to_owned(),
            context: Vec::new(),
        }
    }

    /// Adds a context key.
    pub(crate) fn with(mut self, key: &str, value: &str) -> Self {
        self.context.push((key.to_owned(), value.to_owned()));
        self
    }

    /// Similar calls that must be denied: in another account, on a name with the same prefix, for
    /// another service.
    pub(crate) fn strayed(&self) -> Vec<Call> {
        let on = |resource: String| Call {
            resource,
            ..self.clone()
        };
        let names = [
            "111122223333",
            "nightly",
            "report",
            "deploy",
            "jobs",
            "worker",
            "artifacts",
            "tools",
            "group/",
        ];
        let others = names.map(|name| self.resource.replace(name, "other"));
        let others = others.into_iter().filter(|other| *other != self.resource);
        let mut strayed: Vec<Call> = others.chain(["*".to_owned()]).map(on).collect();
        for index in 0..self.context.len() {
            let mut other = self.clone();
            other.context[index].1.push('x');
            strayed.push(other);
            let mut without = self.clone();
            without.context.remove(index);
            strayed.push(without);
        }
        strayed
    }
}

/// A policy document.
#[derive(Debug, Clone)]
pub(crate) struct Policy(Vec<Value>);

impl Policy {
    pub(crate) fn read(text: &str) -> Self {
        let document: Value = serde_json::from_str(text).expect("a policy is JSON");
        assert_eq!(document["Version"], "2012-10-17");
        Policy(
            document["Statement"]
                .as_array()
                .expect("statements")
                .clone(),
        )
    }

    /// The number of statements.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// The name of a statement, and the policy without it.
    pub(crate) fn without(&self, index: usize) -> (String, Policy) {
        let mut rest = self.clone();
        let statement = rest.0.remove(index);
        (statement["Sid"].to_string(), rest)
    }

    /// Whether a statement allows a call. Generated policies never deny one.
    pub(crate) fn allows(&self, call: &Call) -> bool {
        self.0.iter().any(|statement| {
            assert_eq!(statement["Effect"], "Allow");
            let is_action = |action: &str| action == call.action;
            let is_resource = |pattern: &str| matches(pattern, &call.resource);
            list(&statement["Action"])
                .iter()
                .any(|action| is_action(action))
                && list(&statement["Resource"])
                    .iter()
                    .any(|pattern| is_resource(pattern))
                && holds(&statement["Condition"], call)
        })
    }

    /// Every resource, as written.
    pub(crate) fn resources(&self) -> Vec<String> {
        let resources = self
            .0
            .iter()
            .flat_map(|statement| list(&statement["Resource"]));
        resources.collect()
    }
}

fn list(value: &Value) -> Vec<String> {
    match value {
        Value::Array(values) => values.iter().flat_map(list).collect(),
        value => value.as_str().map(str::to_owned).into_iter().collect(),
    }
}

fn holds(condition: &Value, call: &Call) -> bool {
    let Some(operators) = condition.as_object() else {
        return true;
    };
    operators.iter().all(|(operator, keys)| {
        let fits: fn(&str, &str) -> bool = match operator.as_str() {
            "StringEquals" | "ArnEquals" => |wanted, value| wanted == value,
            "ArnLike" => matches,
            other => panic!("{other}"),
        };
        keys.as_object().expect("keys").iter().all(|(key, wanted)| {
            let found = call.context.iter().find(|(name, _)| name == key);
            found.is_some_and(|(_, value)| list(wanted).iter().any(|wanted| fits(wanted, value)))
        })
    })
}

/// Whether an IAM pattern matches a text: `*` and `?` are wildcards, `${*}`, `${?}` and `${$}` are
/// literal.
fn matches(pattern: &str, text: &str) -> bool {
    let pattern = Letter::all(pattern);
    let text: Vec<char> = text.chars().collect();
    // `fits[n]`: whether the pattern so far matches the first `n` characters.
    let mut fits = vec![false; text.len() + 1];
    fits[0] = true;
    for letter in pattern {
        let mut next = vec![false; text.len() + 1];
        for (at, _) in fits.iter().enumerate().filter(|(_, fits)| **fits) {
            match letter {
                Letter::Any => next[at..].fill(true),
                Letter::One if at < text.len() => next[at + 1] = true,
                Letter::Itself(c) if text.get(at) == Some(&c) => next[at + 1] = true,
                _ => {}
            }
        }
        fits = next;
    }
    fits[text.len()]
}

#[derive(Debug, Clone, Copy)]
enum Letter {
    Any,
    One,
    Itself(char),
}

impl Letter {
    fn all(pattern: &str) -> Vec<Letter> {
        let mut letters = Vec::new();
        let mut rest = pattern;
        while let Some(first) = rest.chars().next() {
            let escaped = ['*', '?', '$']
                .into_iter()
                .find(|c| rest.starts_with(&format!("${{{c}}}")));
            let (letter, length) = match (escaped, first) {
                (Some(c), _) => (Letter::Itself(c), 4),
                (None, '*') => (Letter::Any, 1),
                (None, '?') => (Letter::One, 1),
                (None, c) => (Letter::Itself(c), c.len_utf8()),
            };
            letters.push(letter);
            rest = &rest[length..];
        }
        letters
    }
}

/// The fixed text that a generator writes around names.
const AROUND: [&str; 24] = [
    "file-system/",
    "access-point/",
    "deliverystream/",
    "stream/",
    "task-definition/",
    "service/",
    "cluster/",
    "task/",
    "role/",
    "repository/",
    "log-group:/aws/codebuild/",
    "log-group:",
    "parameter/CodeBuild/",
    "parameter/",
    "secret:",
    "rule/",
    "schedule/",
    "project/",
    "report-group/",
    "/DOCKERHUB_USER",
    "/DOCKERHUB_PASS",
    "-??????",
    ":*",
    "/*",
];

/// Whether a resource consists of known texts, fixed text of the generators, and placeholders.
pub(crate) fn is_made_of(resource: &str, known: &[String]) -> bool {
    let is_placeholder = |text: &str| text.starts_with('<') && text.ends_with('>');
    if resource == "*" || is_placeholder(resource) || known.iter().any(|text| text == resource) {
        return true;
    }
    let parts: Vec<&str> = resource.splitn(6, ':').collect();
    let [arn, partition, _, region, account, name] = parts[..] else {
        return false;
    };
    let is_known = |text: &str| {
        let plain = text
            .replace("${*}", "*")
            .replace("${?}", "?")
            .replace("${$}", "$");
        plain.is_empty() || is_placeholder(text) || known.iter().any(|known| known.contains(&plain))
    };
    let mut names = vec![name.to_owned()];
    for around in AROUND {
        names = names
            .iter()
            .flat_map(|name| {
                name.splitn(2, around)
                    .map(str::to_owned)
                    .collect::<Vec<_>>()
            })
            .collect();
    }
    // `CLUSTER/SERVICE` and `GROUP/SCHEDULE` are two names.
    let pieces_known = |name: &String| is_known(name) || name.split('/').all(is_known);
    arn == "arn"
        && partition.starts_with("aws")
        && is_known(region)
        && is_known(account)
        && names.iter().all(pieces_known)
}

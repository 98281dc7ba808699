//! What a deploy moves to the new revision, as the person named it: what every generated file is told.

use taskdef_core::Lang;
use taskdef_core::generate::{Kind, Request};

/// What a deploy moves to the new revision. Each is as it was typed; several names stand with commas or
/// blanks between them. Nothing is named at first: a deploy then registers only.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Moved {
    /// The cluster's name or ARN.
    pub cluster: String,
    /// Names or ARNs of ECS services.
    pub services: String,
    /// EventBridge rules, as `[BUS/]NAME`.
    pub rules: String,
    /// Schedules, as `[GROUP/]NAME`.
    pub schedules: String,
}

/// Sets one of them as it was typed.
pub type Set = fn(&mut Moved, String);

impl Moved {
    /// Whether nothing is named, not even a cluster.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let all = [&self.cluster, &self.services, &self.rules, &self.schedules];
        all.into_iter().all(|typed| names(typed).is_empty())
    }

    /// Everything that is moved, in the order of the fields.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let moved = [&self.services, &self.rules, &self.schedules];
        moved.into_iter().flat_map(|typed| names(typed)).collect()
    }

    /// The request for a kind of file with what is named, and every other option as it is by default.
    #[must_use]
    pub fn request(&self, kind: Kind, lang: Lang) -> Request {
        let mut request = Request::new(kind);
        request.lang = lang;
        request.cluster = names(&self.cluster).into_iter().next();
        request.services = names(&self.services);
        request.rules = names(&self.rules);
        request.schedules = names(&self.schedules);
        request
    }
}

/// The names in what was typed, each once. None of AWS's names holds a comma or a blank.
fn names(typed: &str) -> Vec<String> {
    let parts = typed.split(|c: char| c.is_whitespace() || ",、，".contains(c));
    let mut names: Vec<String> = Vec::new();
    for name in parts.filter(|name| !name.is_empty()) {
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use taskdef_core::Lang;
    use taskdef_core::generate::Kind;

    use super::Moved;

    #[test]
    fn names_are_taken_apart_at_commas_and_blanks_each_once() {
        let moved = Moved {
            cluster: " main ".to_owned(),
            services: "web, worker\u{3000}web、api".to_owned(),
            rules: "bus/nightly".to_owned(),
            schedules: " ,".to_owned(),
        };
        let request = moved.request(Kind::Buildspec, Lang::Ja);
        assert_eq!(request.cluster.as_deref(), Some("main"));
        assert_eq!(request.services, ["web", "worker", "api"]);
        assert_eq!(request.rules, ["bus/nightly"]);
        assert!(request.schedules.is_empty());
        assert!(!moved.is_blank());
    }

    #[test]
    fn what_is_not_named_stays_as_it_is_by_default() {
        let moved = Moved {
            rules: ", ".to_owned(),
            ..Moved::default()
        };
        assert!(moved.is_blank());
        let request = moved.request(Kind::Pipeline, Lang::En);
        assert_eq!((request.cluster, request.rules), (None, Vec::new()));
    }
}

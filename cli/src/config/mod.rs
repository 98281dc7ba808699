//! Which findings count: `--rule`, `--ignore`, and what a `.taskdef.toml` accepts.

mod file;
mod pattern;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fast_glob::glob_match;
use taskdef_core::catalog;
use taskdef_core::report::{Finding, Report};

use crate::error::Error;
use crate::files::Source;
use file::Config;

/// The name of the file.
const NAME: &str = ".taskdef.toml";

/// Which findings of an input count.
#[derive(Debug, Default)]
pub(crate) struct Selection {
    only: BTreeSet<String>,
    ignore: BTreeSet<String>,
    /// The accepted places of each rule.
    accept: BTreeMap<String, BTreeSet<String>>,
}

impl Selection {
    /// What the `.taskdef.toml` beside or above an input says.
    pub(crate) fn discover(source: &Source) -> Result<Self, Error> {
        match find(source) {
            Some(path) => Self::read(&path, source),
            None => Ok(Self::default()),
        }
    }

    /// What a configuration file says about an input.
    pub(crate) fn read(path: &Path, source: &Source) -> Result<Self, Error> {
        let config = Config::read(path)?;
        let mut selection = Selection::default();
        selection.ignore.extend(config.ignore);
        let name = inside(path, source);
        let fits = |pattern: &String| name.as_ref().is_some_and(|name| glob_match(pattern, name));
        for accept in config.accept {
            if !accept.file.as_ref().is_none_or(fits) {
                continue;
            }
            match accept.at {
                Some(place) => {
                    let places = selection.accept.entry(accept.rule).or_default();
                    places.insert(place);
                }
                None => {
                    selection.ignore.insert(accept.rule);
                }
            }
        }
        Ok(selection)
    }

    /// The same with the rules of the command line.
    pub(crate) fn with(mut self, only: &[String], ignore: &[String]) -> Result<Self, Error> {
        for id in only.iter().chain(ignore) {
            known(id)?;
        }
        self.only.extend(only.iter().cloned());
        self.ignore.extend(ignore.iter().cloned());
        Ok(self)
    }

    /// Whether a finding counts.
    pub(crate) fn takes(&self, finding: &Finding) -> bool {
        let places = self.accept.get(finding.rule);
        self.takes_rule(finding.rule)
            && !places.is_some_and(|places| places.contains(&finding.dotted))
    }

    /// Whether findings of a rule count, unless they are accepted by their place.
    fn takes_rule(&self, rule: &str) -> bool {
        (self.only.is_empty() || self.only.contains(rule)) && !self.ignores(rule)
    }

    /// Whether no finding of a rule counts.
    pub(crate) fn ignores(&self, rule: &str) -> bool {
        self.ignore.contains(rule)
    }

    /// Leaves the findings that count.
    pub(crate) fn apply(&self, report: &mut Report) {
        report.findings.retain(|finding| self.takes(finding));
        report.more.retain(|more| self.takes_rule(more.rule));
    }
}

fn known(id: &str) -> Result<(), Error> {
    match catalog::find(id) {
        Some(_) => Ok(()),
        None => Err(Error::NoSuchRule { id: id.to_owned() }),
    }
}

/// The nearest configuration file from the input's folder up to the root of its repository;
/// outside of any repository, the one in its folder.
fn find(source: &Source) -> Option<PathBuf> {
    let folder = folder(source)?;
    let mut found = None;
    for (steps, above) in folder.ancestors().enumerate() {
        let config = above.join(NAME);
        if found.is_none() && config.is_file() {
            found = Some((steps, config));
        }
        if above.join(".git").exists() {
            return found.map(|(_, config)| config);
        }
    }
    found
        .filter(|(steps, _)| *steps == 0)
        .map(|(_, config)| config)
}

fn folder(source: &Source) -> Option<PathBuf> {
    match source {
        Source::Stdin => std::env::current_dir().ok(),
        Source::File(path) => Some(fs::canonicalize(path).ok()?.parent()?.to_owned()),
    }
}

/// An input's path from the folder of a configuration file.
fn inside(config: &Path, source: &Source) -> Option<String> {
    let Source::File(path) = source else {
        return None;
    };
    let base = fs::canonicalize(config).ok()?;
    let path = fs::canonicalize(path).ok()?;
    let path = path.strip_prefix(base.parent()?).ok()?;
    Some(path.to_string_lossy().replace('\\', "/"))
}

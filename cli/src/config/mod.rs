//! Which findings count: `--rule`, `--ignore`, and what a `.taskdef.toml` accepts.

mod pattern;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use fast_glob::glob_match;
use serde::Deserialize;
use taskdef_core::catalog;
use taskdef_core::report::{Finding, Report};

use crate::error::{Error, no_such_rule};
use crate::files::{FileError, Source};

/// The name of the file.
const NAME: &str = ".taskdef.toml";

/// What a `.taskdef.toml` says.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Config {
    /// Rules that are not reported.
    #[serde(default)]
    ignore: Vec<String>,
    /// Single findings that are not reported.
    #[serde(default)]
    accept: Vec<Accept>,
}

/// Findings that the team reviewed and accepts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Accept {
    rule: String,
    /// The place, as messages write it; without it, everywhere.
    at: Option<String>,
    /// The file, as a path from the folder of the `.taskdef.toml`. `*` stands for any part of a
    /// name, `**` for any folders, `?` for a character, `[a-z]` and `{a,b}` for one of several.
    file: Option<String>,
    /// Why they are accepted.
    #[allow(dead_code, reason = "for people, and so that other keys are errors")]
    reason: Option<String>,
}

/// Which findings of an input count.
#[derive(Debug, Default)]
pub(crate) struct Selection {
    only: Vec<String>,
    ignore: Vec<String>,
    accept: Vec<Accept>,
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
        let text = fs::read_to_string(path).map_err(|error| match error.kind() {
            io::ErrorKind::InvalidData => refuse(path, "it is not in UTF-8".to_owned()),
            _ => FileError::read(path, error).into(),
        })?;
        let config: Config =
            basic_toml::from_str(&text).map_err(|error| refuse(path, error.to_string()))?;
        let accepted = config.accept.iter().map(|accept| &accept.rule);
        for id in config.ignore.iter().chain(accepted) {
            known(id).map_err(|_| refuse(path, no_such_rule(id)))?;
        }
        let patterns = config
            .accept
            .iter()
            .filter_map(|accept| accept.file.as_deref());
        for pattern in patterns {
            pattern::validate(pattern, &text).map_err(|message| refuse(path, message))?;
        }
        let here = |accept: &Accept| match &accept.file {
            Some(pattern) => inside(path, source).is_some_and(|file| glob_match(pattern, file)),
            None => true,
        };
        Ok(Selection {
            only: Vec::new(),
            ignore: config.ignore,
            accept: config.accept.into_iter().filter(here).collect(),
        })
    }

    /// The same with the rules of the command line.
    pub(crate) fn with(mut self, only: &[String], ignore: &[String]) -> Result<Self, Error> {
        for id in only.iter().chain(ignore) {
            known(id)?;
        }
        self.only.extend_from_slice(only);
        self.ignore.extend_from_slice(ignore);
        Ok(self)
    }

    /// Whether a finding counts.
    pub(crate) fn takes(&self, finding: &Finding) -> bool {
        let is = |id: &String| id == finding.rule;
        let accepts = |accept: &Accept| {
            is(&accept.rule) && accept.at.as_ref().is_some_and(|at| *at == finding.dotted)
        };
        self.takes_rule(finding.rule) && !self.accept.iter().any(accepts)
    }

    /// Whether findings of a rule count, unless they are accepted by their place.
    fn takes_rule(&self, rule: &str) -> bool {
        let is = |id: &String| id == rule;
        let accepts = |accept: &Accept| is(&accept.rule) && accept.at.is_none();
        (self.only.is_empty() || self.only.iter().any(is))
            && !self.ignores(rule)
            && !self.accept.iter().any(accepts)
    }

    /// Whether no finding of a rule counts.
    pub(crate) fn ignores(&self, rule: &str) -> bool {
        self.ignore.iter().any(|id| id == rule)
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

fn refuse(path: &Path, message: String) -> Error {
    Error::Config {
        path: path.to_owned(),
        message,
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

//! The families of a batch build: a table with a row for each, from options or from a file.

mod option;
mod refuse;
mod table;

use super::error::GenerateError;
use super::moves::{Moves, Services};
use super::request::Request;

/// One family of a batch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Job {
    pub(super) family: String,
    /// Its folder in the repository, with its task definition and, unless the image is built once for
    /// all, what its image is built from; the family's name if none is given.
    pub(super) folder: Option<String>,
    /// The container that the image is for; if none is given, the only one.
    pub(super) container: Option<String>,
    /// The roles of its definition, by name or ARN, which registering passes to ECS.
    pub(super) roles: Vec<String>,
    /// What its deploy moves.
    pub(super) moves: Moves,
}

impl Job {
    /// A job of this family, with nothing else said of it.
    fn of(family: &str) -> Self {
        Job {
            family: family.to_owned(),
            ..Job::default()
        }
    }

    /// Adds a service by its name or ARN.
    fn add_service(&mut self, name: &str) {
        let service = Services::named(&[name.to_owned()]);
        self.moves.add(&Moves {
            services: service,
            ..Moves::default()
        });
    }

    pub(super) fn folder(&self) -> &str {
        self.folder.as_deref().unwrap_or(&self.family)
    }
}

/// The families of a request, in order; none for a plain build.
///
/// # Errors
/// The table can't be read, or can't be right.
pub(super) fn jobs(request: &Request) -> Result<Vec<Job>, GenerateError> {
    let mut jobs = option::read(&request.batch)?;
    if let Some(text) = &request.batch_table {
        jobs.append(&mut table::read(text)?);
    }
    refuse::wrong(&jobs, request)?;
    Ok(jobs)
}

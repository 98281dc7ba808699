//! What can't be right about the families of a batch.

use std::collections::BTreeSet;

use super::Job;
use crate::generate::error::GenerateError;
use crate::generate::moves::Services;
use crate::generate::request::{Builder, Kind, Request};

/// The most builds of a batch, the one of the image among them: `MaximumBuildsAllowed` of
/// <https://docs.aws.amazon.com/codebuild/latest/userguide/limits.html>
const MOST: usize = 100;

/// Refuses what can't be right: what two families would move, or names that AWS does not take. The
/// names go unquoted into a build's variables.
///
/// # Errors
/// The first such fault.
pub(super) fn wrong(jobs: &[Job], request: &Request) -> Result<(), GenerateError> {
    if jobs.is_empty() {
        return if request.one_image {
            Err(GenerateError::ONE_IMAGE_OF_NONE)
        } else {
            Ok(())
        };
    }
    let moves_for_all = !request.services.is_empty()
        || request.service_variable
        || !request.rules.is_empty()
        || !request.schedules.is_empty();
    if moves_for_all {
        return Err(GenerateError::MOVES_OF_ALL);
    }
    let is_build = request.kind == Kind::Buildspec;
    if is_build && !request.one_image && request.repository.is_some() {
        return Err(GenerateError::ONE_REPOSITORY);
    }
    if is_build && !request.one_image && request.container.is_some() {
        return Err(GenerateError::ONE_CONTAINER);
    }
    if request.one_image && request.builder == Builder::None {
        return Err(GenerateError::ONE_IMAGE_UNBUILT);
    }
    if jobs.len() + usize::from(request.one_image) > MOST {
        return Err(GenerateError::TOO_MANY_BUILDS);
    }
    let mut families = BTreeSet::new();
    let mut moved = BTreeSet::new();
    for job in jobs {
        checked(job)?;
        if !families.insert(job.family.as_str()) {
            return Err(GenerateError::batch_twice(&format!(
                "family {}",
                job.family
            )));
        }
        for name in job.moves.names() {
            if moved.contains(&name) {
                return Err(GenerateError::batch_twice(&name));
            }
            moved.insert(name);
        }
    }
    Ok(())
}

/// The names of one family.
fn checked(job: &Job) -> Result<(), GenerateError> {
    let plain = |text: &str, more: &str| {
        let taken = |c: char| c.is_ascii_alphanumeric() || more.contains(c);
        let starts = !text.starts_with(['-', '/']);
        !text.is_empty() && text.len() <= 255 && starts && text.chars().all(taken)
    };
    let refused = |name: &str| Err(GenerateError::batch_name(name));
    if !plain(&job.family, "-_") {
        return refused(&job.family);
    }
    let inside = |folder: &str| {
        let leaves = folder.split('/').any(|step| step == "..");
        !folder.is_empty() && !folder.starts_with('/') && !leaves && !folder.contains('\0')
    };
    if !inside(job.folder()) {
        return refused(job.folder());
    }
    if let Some(container) = job.container.as_deref().filter(|name| !plain(name, "-_")) {
        return refused(container);
    }
    let is_role = |role: &str| role.starts_with("arn:") || plain(role, "+=,.@-_/");
    if let Some(role) = job.roles.iter().find(|role| !is_role(role)) {
        return refused(role);
    }
    if let Services::Named(services) = &job.moves.services {
        for service in services {
            if !plain(service, "-_") {
                return refused(service);
            }
        }
    }
    for name in job.moves.rules.iter().chain(&job.moves.schedules) {
        let slashes = name.matches('/').count();
        let whole = plain(name, "-_./") && !name.ends_with('/');
        let is_schedule = job.moves.schedules.contains(name);
        if !whole || is_schedule && slashes > 1 {
            return refused(name);
        }
    }
    Ok(())
}

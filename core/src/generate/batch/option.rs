//! The families as words of an option: `first-job,schedule=nightly,second-job`.

use super::Job;
use crate::generate::error::GenerateError;

/// Reads the words: a family, then what is about it alone.
///
/// # Errors
/// A word is no `KEY=VALUE` that there is, or stands before every family.
pub(super) fn read(words: &[String]) -> Result<Vec<Job>, GenerateError> {
    let mut jobs: Vec<Job> = Vec::new();
    for word in words {
        let Some((key, value)) = word.split_once('=') else {
            jobs.push(Job::of(word));
            continue;
        };
        let unknown = || GenerateError::batch_word(word);
        let job = jobs.last_mut().ok_or_else(unknown)?;
        let value = value.to_owned();
        match key {
            "folder" if job.folder.is_none() => job.folder = Some(value),
            "container" if job.container.is_none() => job.container = Some(value),
            "role" => job.roles.push(value),
            "service" => job.add_service(&value),
            "rule" => job.moves.rules.push(value),
            "schedule" => job.moves.schedules.push(value),
            _ => return Err(unknown()),
        }
    }
    Ok(jobs)
}

//! `taskdef skill`: a guide of one page for agents.

use crate::error::Error;
use crate::files;
use crate::status::Status;

pub(crate) fn run() -> Result<Status, Error> {
    files::to_stdout(include_str!("skill.md"))?;
    Ok(Status::Done)
}

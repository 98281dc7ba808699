//! `taskdef schema`: the JSON Schema of a registerable file.

use crate::error::Error;
use crate::files;
use crate::status::Status;

pub(crate) fn run() -> Result<Status, Error> {
    files::to_stdout(&taskdef_core::schema())?;
    Ok(Status::Done)
}

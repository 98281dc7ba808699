//! `taskdef schema`: the JSON Schema of a registerable file.

use taskdef_core::Lang;

use crate::error::Error;
use crate::files;
use crate::status::Status;

pub(crate) fn run(lang: Lang) -> Result<Status, Error> {
    files::to_stdout(&taskdef_core::schema(lang))?;
    Ok(Status::Done)
}

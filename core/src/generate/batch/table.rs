//! The families as a JSON list of objects. Comments and a comma too many are read over, as in a paste.

use super::Job;
use crate::generate::error::GenerateError;
use crate::read;
use crate::tree::{Kind, NodeRef, Tree};

/// Reads the table.
///
/// # Errors
/// It is no list of objects, or an object has a member that there is not, or of another type.
pub(super) fn read(text: &str) -> Result<Vec<Job>, GenerateError> {
    let mut tree = Tree::default();
    let faulty = |_| GenerateError::batch_table("");
    read::read(text, &mut tree).map_err(faulty)?;
    let root = NodeRef::root(text, &tree);
    if root.kind() != Kind::List {
        return Err(GenerateError::batch_table(""));
    }
    root.children().map(row).collect()
}

/// One family.
fn row(row: NodeRef<'_>) -> Result<Job, GenerateError> {
    let wrong = |at: NodeRef<'_>| GenerateError::batch_table(&at.pointer());
    if row.kind() != Kind::Object {
        return Err(wrong(row));
    }
    let mut job = Job::default();
    for member in row.children() {
        let text = || member.string().ok_or_else(|| wrong(member));
        match &*member.key() {
            "family" => job.family = text()?.into_owned(),
            "folder" => job.folder = Some(text()?.into_owned()),
            "container" => job.container = Some(text()?.into_owned()),
            "roles" => job.roles = texts(member)?,
            "services" => {
                for name in texts(member)? {
                    job.add_service(&name);
                }
            }
            "rules" => job.moves.rules = texts(member)?,
            "schedules" => job.moves.schedules = texts(member)?,
            _ => return Err(wrong(member)),
        }
    }
    Ok(job)
}

fn texts(list: NodeRef<'_>) -> Result<Vec<String>, GenerateError> {
    let wrong = |at: NodeRef<'_>| GenerateError::batch_table(&at.pointer());
    if list.kind() != Kind::List {
        return Err(wrong(list));
    }
    let texts = list.children().map(|element| {
        let text = element.string().ok_or_else(|| wrong(element))?;
        Ok(text.into_owned())
    });
    texts.collect()
}

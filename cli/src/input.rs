//! Reads an input for every command: its bytes, the accepted findings, and the mapping of the
//! core's failures to errors.

use taskdef_core::report::Report;
use taskdef_core::{Conversion, Failure, Options, Pasted, Unreadable, check, convert, fix};

use crate::config::Selection;
use crate::error::Error;
use crate::files::Source;

/// An input as bytes.
#[derive(Debug)]
pub(crate) struct Input {
    /// What messages call it.
    pub(crate) name: String,
    bytes: Vec<u8>,
    selection: Selection,
}

/// An input with its safe fixes made.
#[derive(Debug)]
pub(crate) struct FixedInput {
    /// The file's new bytes, in the encoding that it had.
    pub(crate) bytes: Vec<u8>,
    /// How many fixes were made.
    pub(crate) count: usize,
    /// The findings that count and are left.
    pub(crate) report: Report,
}

impl Input {
    /// Reads the `.taskdef.toml` beside or above a source, and then the source.
    ///
    /// # Errors
    /// Either of them can't be read.
    #[cfg(feature = "aws")]
    pub(crate) fn read(source: &Source) -> Result<Self, Error> {
        Self::read_with(source, Selection::discover(source)?)
    }

    /// Reads a source, with this selection of findings.
    ///
    /// # Errors
    /// It can't be read.
    pub(crate) fn read_with(source: &Source, selection: Selection) -> Result<Self, Error> {
        Ok(Input {
            name: source.name(),
            bytes: source.read()?,
            selection,
        })
    }

    /// An answer of AWS, under this name, with this selection of findings.
    #[cfg(feature = "aws")]
    pub(crate) fn from_answer(name: String, answer: String, selection: Selection) -> Self {
        Input {
            name,
            bytes: answer.into_bytes(),
            selection,
        }
    }

    /// The text, decoded.
    ///
    /// # Errors
    /// It is in no encoding that is known.
    pub(crate) fn pasted(&self) -> Result<Pasted<'_>, Error> {
        let unreadable = |error: Unreadable| self.error(error.into());
        Pasted::bytes(&self.bytes).map_err(unreadable)
    }

    /// Converts it. The report holds the findings that count.
    ///
    /// # Errors
    /// It is no task definition, or an edit matches nothing.
    pub(crate) fn convert(&self, options: &Options) -> Result<Conversion, Error> {
        let pasted = self.pasted()?;
        let mut conversion = convert(&pasted, options).map_err(|f| self.error(f))?;
        self.selection.apply(&mut conversion.report);
        Ok(conversion)
    }

    /// The findings that count.
    ///
    /// # Errors
    /// It is no task definition.
    pub(crate) fn check(&self, options: &Options, as_is: bool) -> Result<Report, Error> {
        let pasted = self.pasted()?;
        let report = check(&pasted, options, as_is);
        let mut report = report.map_err(|failure| self.error(failure))?;
        self.selection.apply(&mut report);
        Ok(report)
    }

    /// Makes the safe fixes of the findings that count, in memory.
    ///
    /// # Errors
    /// It is no task definition.
    pub(crate) fn fix(&self, options: &Options, as_is: bool) -> Result<FixedInput, Error> {
        let pasted = self.pasted()?;
        let wanted = |finding: &_| self.selection.takes(finding);
        let fixed = fix(&pasted, options, as_is, wanted);
        let mut fixed = fixed.map_err(|failure| self.error(failure))?;
        self.selection.apply(&mut fixed.report);
        Ok(FixedInput {
            bytes: pasted.encode(&fixed.text).into_owned(),
            count: fixed.count,
            report: fixed.report,
        })
    }

    /// Maps a failure of the core to an error.
    pub(crate) fn error(&self, failure: Failure) -> Error {
        match failure {
            Failure::Unreadable(error) => Error::Unreadable {
                file: self.name.clone(),
                error,
            },
            Failure::Edit(error) => Error::Edit(error),
        }
    }
}

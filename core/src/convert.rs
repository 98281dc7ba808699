//! The facade: one call from pasted text to result and report, for every shell.

use crate::check::run as run_checks;
use crate::edit::{self, Edit};
use crate::error::{Failure, Unreadable};
use crate::finding::Notes;
use crate::lang::Lang;
use crate::lesson::{Fields, Lesson, Material as LessonMaterial, rows};
use crate::outline::Outline;
use crate::read::{self, Mending, Pasted};
use crate::report::{Material, Report, Telling};
use crate::rules;
use crate::sanitize::{Input, sanitize};
use crate::tree::{Tree, View};
use crate::unwrap::{Unwrapped, unwrap};
use crate::write;

/// What to do besides sanitizing, and how to tell of it.
#[derive(Debug, Clone)]
pub struct Options {
    /// The edits, in order.
    pub edits: Vec<Edit>,
    /// Whether values of the wrong type with one meaning are repaired.
    pub repair: bool,
    /// The language of the report.
    pub lang: Lang,
    /// Whether the report shows string values that it would mask.
    pub show_values: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            edits: Vec::new(),
            repair: true,
            lang: Lang::En,
            show_values: false,
        }
    }
}

/// A converted task definition.
#[derive(Debug)]
pub struct Conversion {
    /// The registerable JSON, with two-space indent and a final newline.
    pub result: String,
    /// What was done, and what is left to look at.
    pub report: Report,
    /// What the result is about.
    pub outline: Outline,
}

/// Converts a pasted text.
///
/// # Errors
/// The text can't be read as a task definition, or an edit matches nothing. Whatever can be read
/// gives a result, and its faults are findings in the report.
// A shell is built for size; what it calls here must not become part of it.
#[inline(never)]
pub fn convert(pasted: &Pasted<'_>, options: &Options) -> Result<Conversion, Failure> {
    Ok(Document::converted(pasted, options)?.conversion(options, false))
}

/// Converts a pasted text, and tells it line by line besides, with the fixes of its findings.
///
/// # Errors
/// As [`convert`].
#[inline(never)]
pub fn lesson(pasted: &Pasted<'_>, options: &Options) -> Result<Lesson, Failure> {
    let document = Document::converted(pasted, options)?;
    let rows = rows(&LessonMaterial {
        source: document.source,
        pasted: &document.pasted,
        result: &document.result,
        unwrapped: document.unwrapped,
        notes: &document.notes,
    });
    Ok(Lesson {
        conversion: document.conversion(options, true),
        rows,
        fields: Fields::of(View::root(document.source, &document.result)),
    })
}

/// Checks a pasted text: the findings of [`convert`] without its result, and advice besides. With
/// `as_is`, the text is meant to be registered as it stands, and whatever the AWS CLI would refuse
/// is an error.
///
/// # Errors
/// As [`convert`].
#[inline(never)]
pub fn check(pasted: &Pasted<'_>, options: &Options, as_is: bool) -> Result<Report, Failure> {
    let mut document = Document::of(pasted, &options.edits, options.repair)?;
    run_checks(&mut document, true);
    Ok(document.report(options, true, as_is))
}

/// A document that went through the pipeline, with both trees.
pub(crate) struct Document<'a> {
    pub(crate) source: &'a str,
    pub(crate) pasted: Tree,
    pub(crate) result: Tree,
    pub(crate) unwrapped: Unwrapped,
    pub(crate) mendings: Vec<Mending>,
    pub(crate) notes: Notes,
}

impl<'a> Document<'a> {
    pub(crate) fn of(
        pasted: &'a Pasted<'_>,
        edits: &[Edit],
        repair: bool,
    ) -> Result<Self, Failure> {
        let source = pasted.as_str();
        let mut tree = Tree::default();
        let mendings =
            read::read(pasted, &mut tree).map_err(|fault| Unreadable::fault(source, fault))?;
        let root = View::root(source, &tree);
        let unwrapped = unwrap(root).map_err(Unreadable::other)?;
        let overlay = edit::resolve(edits, root, unwrapped, repair)?;
        let bare_words = bare_words(&mendings);
        let mut mended: Vec<u32> = mendings.iter().map(|mending| mending.at).collect();
        mended.sort_unstable();
        let input = Input {
            source,
            pasted: &tree,
            unwrapped,
            overlay: &overlay,
            bare_words: &bare_words,
            repair,
            mended: &mended,
        };
        let mut result = Tree::default();
        let mut notes = Notes::default();
        sanitize(&input, &mut result, &mut notes);
        Ok(Document {
            source,
            pasted: tree,
            result,
            unwrapped,
            mendings,
            notes,
        })
    }

    fn converted(pasted: &'a Pasted<'_>, options: &Options) -> Result<Self, Failure> {
        let mut document = Document::of(pasted, &options.edits, options.repair)?;
        run_checks(&mut document, false);
        Ok(document)
    }

    fn conversion(&self, options: &Options, fixes: bool) -> Conversion {
        let mut result = String::with_capacity(self.source.len());
        write::pretty(self.source, &self.result, &mut result);
        Conversion {
            result,
            report: self.report(options, fixes, false),
            outline: self.outline(),
        }
    }

    fn outline(&self) -> Outline {
        let pasted = View::root(self.source, &self.pasted).at(self.unwrapped.definition);
        Outline::of(View::root(self.source, &self.result), pasted)
    }

    fn report(&self, options: &Options, fixes: bool, as_is: bool) -> Report {
        let material = Material {
            source: self.source,
            pasted: &self.pasted,
            result: &self.result,
            form: self.unwrapped.form,
            mendings: &self.mendings,
            notes: &self.notes,
        };
        let telling = Telling {
            lang: options.lang,
            show_values: options.show_values,
            fixes,
            as_is,
        };
        Report::new(&material, telling)
    }
}

fn bare_words(mendings: &[Mending]) -> Vec<u32> {
    let bare = mendings
        .iter()
        .filter(|mending| mending.rule.id == rules::BARE_WORD.id);
    bare.map(|mending| mending.at).collect()
}

//! Why a text can't be read, and at which byte.

use crate::lang::Localized;

/// A problem with its byte offset in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The byte at which reading stopped.
    pub(crate) at: u32,
    /// Why it stopped.
    pub(crate) problem: Problem,
}

impl Fault {
    pub(crate) fn new(at: usize, problem: Problem) -> Self {
        Fault {
            at: at as u32,
            problem,
        }
    }
}

/// Why reading stopped. Offsets are bytes of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// The text is empty, or only white space.
    Empty,
    /// The bytes are in an encoding other than UTF-8 and UTF-16.
    Encoding(Encoding),
    /// A surrogate without its pair among the bytes or the code units.
    LoneSurrogate,
    /// The bytes end in the middle of a character.
    HalfCharacter,
    /// The text is longer than 1 MiB.
    TooLong,
    /// There are more than 20,000 values, or as many mendings.
    TooManyValues,
    /// Lists and objects nest deeper than 128 levels.
    TooDeep,
    /// A value is missing.
    ExpectedValue,
    /// A member's key is missing in the object that opens at this byte.
    ExpectedKey {
        /// The byte of the object's opening brace.
        opened: u32,
    },
    /// The colon after a key is missing.
    ExpectedColon,
    /// Neither a comma nor `}` follows a member.
    ExpectedCommaOrBrace {
        /// The byte of the object's opening brace.
        opened: u32,
    },
    /// Neither a comma nor `]` follows an element.
    ExpectedCommaOrBracket {
        /// The byte of the list's opening bracket.
        opened: u32,
    },
    /// The text ends inside the object that opens at this byte.
    UnclosedObject {
        /// The byte of the object's opening brace.
        opened: u32,
    },
    /// The text ends inside the list that opens at this byte.
    UnclosedList {
        /// The byte of the list's opening bracket.
        opened: u32,
    },
    /// The string that begins here is not closed on its line.
    UnclosedString,
    /// The comment that begins here is not closed.
    UnclosedComment,
    /// A string contains an unescaped control character.
    ControlCharacter,
    /// A backslash followed by a character that is no JSON escape.
    BadEscape,
    /// A string contains a jq interpolation, `\(…)`: the text is a jq program.
    JqTemplate,
    /// Not a JSON number.
    BadNumber,
    /// A member (`"key": value`) among a list's elements.
    MemberInList,
    /// Lines were replaced by `…` or `...`.
    Excerpt,
    /// The text begins inside the task definition.
    MissingOpening,
    /// A key whose opening quote is missing.
    UnopenedKey {
        /// The name of AWS's model that was meant.
        meant: Option<&'static str>,
    },
    /// More of the document follows its end.
    TrailingText,
    /// A second JSON document follows the first.
    SecondDocument,
    /// The text is YAML.
    Yaml,
    /// The AWS CLI's answer in a form other than JSON.
    Output,
    /// The text is Terraform.
    Terraform,
    /// The text is a jsonnet program.
    Jsonnet,
    /// The text is a template that is not rendered.
    Template,
    /// A mark of AWS's documentation round a value that is to be replaced.
    ToReplace,
    /// An object as an SDK or a language prints it.
    Printout,
    /// What printed the text left something out.
    Cut,
    /// The text is the source of a web page.
    Html,
    /// Git's marks of a merge that is not resolved, and so two texts.
    Conflict,
    /// A diff with lines of an old and of a new text.
    Diff,
    /// JSON inside a string, its quotes escaped.
    EscapedJson,
    /// The text is an ARN.
    Arn,
    /// The text is a command of the AWS CLI, without what it prints.
    Command,
    /// The text is an error of AWS, or of its CLI.
    AwsError,
    /// The bytes are no text, but this.
    NoText(&'static Localized),
    /// The text contains no JSON.
    NoJson,
}

/// An encoding that taskdef recognises but does not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Encoding {
    ShiftJis,
    EucJp,
    Iso2022Jp,
    Utf32,
    /// Surrogates encoded as UTF-8, as some databases store emoji.
    Cesu8,
    /// Not UTF-8, and none of these either.
    Unknown,
}

impl Encoding {
    /// Its usual name; for [`Encoding::Unknown`] the most likely one.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Encoding::ShiftJis => "Shift_JIS",
            Encoding::EucJp => "EUC-JP",
            Encoding::Iso2022Jp => "ISO-2022-JP",
            Encoding::Utf32 => "UTF-32",
            Encoding::Cesu8 => "CESU-8",
            Encoding::Unknown => "Windows-1252",
        }
    }

    /// The program that converts it to UTF-8, and that program's name for the encoding.
    pub(super) fn converter(self) -> (&'static str, &'static str) {
        match self {
            // iconv's SHIFT_JIS turns every backslash into a yen sign, which breaks the escapes.
            Encoding::ShiftJis => ("iconv", "CP932"),
            // iconv does not support CESU-8.
            Encoding::Cesu8 => ("uconv", "CESU-8"),
            other => ("iconv", other.name()),
        }
    }
}

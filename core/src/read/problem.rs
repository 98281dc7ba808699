//! Why a text could not be read: where it stopped, and what stood in the way.

/// A problem and the byte of the text at which it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The byte at which reading stopped.
    pub(crate) at: usize,
    /// What stood in the way.
    pub(crate) problem: Problem,
}

impl Fault {
    pub(crate) fn new(at: usize, problem: Problem) -> Self {
        Fault { at, problem }
    }
}

/// What stood in the way of reading. Positions are bytes of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// Nothing was pasted, or only white space.
    Empty,
    /// The bytes are in another encoding than UTF-8 or UTF-16.
    Encoding(Encoding),
    /// The text is longer than 2 GiB.
    TooLong,
    /// Lists and objects nest deeper than 128 levels.
    TooDeep,
    /// A value should stand here.
    ExpectedValue,
    /// A member's key should stand here, in the object that opens at this byte.
    ExpectedKey {
        /// The object's brace.
        opened: usize,
    },
    /// A colon should follow the key.
    ExpectedColon,
    /// A comma or `}` should follow the member.
    ExpectedCommaOrBrace {
        /// The object's brace.
        opened: usize,
    },
    /// A comma or `]` should follow the element.
    ExpectedCommaOrBracket {
        /// The list's bracket.
        opened: usize,
    },
    /// The text ends inside the object that opens at this byte.
    UnclosedObject {
        /// The object's brace.
        opened: usize,
    },
    /// The text ends inside the list that opens at this byte.
    UnclosedList {
        /// The list's bracket.
        opened: usize,
    },
    /// A string that begins here is not closed on its line.
    UnclosedString,
    /// A comment that begins here is not closed.
    UnclosedComment,
    /// A string holds a control character as it is.
    ControlCharacter,
    /// A backslash with something that JSON does not know.
    BadEscape,
    /// A jq interpolation, `\(…)`, in a string: the text is a jq program.
    JqTemplate,
    /// Not a JSON number.
    BadNumber,
    /// A member (`"key": value`) among a list's elements.
    MemberInList,
    /// Lines were left out: `…` or `...`.
    Excerpt,
    /// The text begins inside an object: its opening brace is missing.
    MissingOpening,
    /// Something follows the end of the JSON.
    TrailingText,
    /// A second JSON document follows the first.
    SecondDocument,
    /// The text is YAML.
    Yaml,
    /// The text holds no JSON at all.
    NoJson,
}

/// An encoding that taskdef can name but does not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Encoding {
    ShiftJis,
    EucJp,
    Iso2022Jp,
    Utf32,
    /// Not UTF-8, and none of the others.
    Unknown,
}

impl Encoding {
    /// The name that `iconv -f` takes; for [`Encoding::Unknown`] the likeliest.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Encoding::ShiftJis => "SHIFT_JIS",
            Encoding::EucJp => "EUC-JP",
            Encoding::Iso2022Jp => "ISO-2022-JP",
            Encoding::Utf32 => "UTF-32",
            Encoding::Unknown => "WINDOWS-1252",
        }
    }
}

//! Why a text could not be read: where it stopped, and what stood in the way.

/// A problem and the byte of the text at which it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The byte at which reading stopped.
    pub(crate) at: u32,
    /// What stood in the way.
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
        opened: u32,
    },
    /// A colon should follow the key.
    ExpectedColon,
    /// A comma or `}` should follow the member.
    ExpectedCommaOrBrace {
        /// The object's brace.
        opened: u32,
    },
    /// A comma or `]` should follow the element.
    ExpectedCommaOrBracket {
        /// The list's bracket.
        opened: u32,
    },
    /// The text ends inside the object that opens at this byte.
    UnclosedObject {
        /// The object's brace.
        opened: u32,
    },
    /// The text ends inside the list that opens at this byte.
    UnclosedList {
        /// The list's bracket.
        opened: u32,
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
    /// Surrogates as UTF-8 bytes, as some databases write emoji.
    Cesu8,
    /// Not UTF-8, and none of the others.
    Unknown,
}

impl Encoding {
    /// What people call it; for [`Encoding::Unknown`] the likeliest.
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

    /// The program that converts it, and the name that this program knows it by.
    pub(super) fn converter(self) -> (&'static str, &'static str) {
        match self {
            // iconv's SHIFT_JIS makes a yen sign of every backslash, and so breaks the escapes.
            Encoding::ShiftJis => ("iconv", "CP932"),
            // iconv has no CESU-8.
            Encoding::Cesu8 => ("uconv", "CESU-8"),
            other => ("iconv", other.name()),
        }
    }
}

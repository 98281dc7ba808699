//! The type of an error of AWS: who says it, its words, its meaning and its cure.

use crate::lang::{Lang, Localized};

/// One kind of error of AWS.
#[derive(Debug)]
pub struct AwsError {
    /// Its stable id, in kebab-case: `image-not-found`. No rule has the same.
    pub id: &'static str,
    /// Who says it, and when.
    pub said_by: SaidBy,
    /// The words, as people got them, in every form that is known; `{}` stands for what is somebody's
    /// own, such as a name, an ARN or a number.
    pub texts: &'static [&'static str],
    /// The exit codes of a container that mean it.
    pub exit_codes: &'static [i64],
    /// The codes of AWS for a stopped task (`stopCode`) that mean it where nothing else is said.
    pub stop_codes: &'static [&'static str],
    /// Whether it only says that something failed, so that any other error says more.
    pub is_general: bool,
    /// What it is, why it comes, and what to do.
    pub words: Localized<PackedAnswer>,
    /// The ids of the rules of `check` that find the same in a task definition.
    pub rules: &'static [&'static str],
    /// The fields of a task definition that it is about, as `explain` writes them.
    pub fields: &'static [&'static str],
    /// The address where AWS describes it, or where somebody reported it.
    pub source: &'static str,
}

/// What the table's entries have in common.
pub(crate) const COMMON: AwsError = AwsError {
    id: "",
    said_by: SaidBy::Task,
    texts: &[],
    exit_codes: &[],
    stop_codes: &[],
    is_general: false,
    words: Localized {
        en: PackedAnswer(""),
        ja: PackedAnswer(""),
    },
    rules: &[],
    fields: &[],
    source: "",
};

/// Errors are equal if their ids are.
impl PartialEq for AwsError {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for AwsError {}

impl AwsError {
    /// The words in one language.
    #[must_use]
    pub fn words(&self, lang: Lang) -> Answer {
        self.words.get(lang).unpack()
    }
}

/// Who says an error, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaidBy {
    /// ECS, in answer to one of these operations.
    Operation(&'static [&'static str]),
    /// AWS, in answer to any operation.
    AnyOperation,
    /// The AWS CLI or SDK, before it sends anything.
    Client,
    /// A task that stopped: its `stoppedReason`, or the `reason` of a container.
    Task,
    /// A service, in its events.
    Service,
}

impl SaidBy {
    /// A stable id: `api`, `client`, `task` or `service`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            SaidBy::Operation(_) | SaidBy::AnyOperation => "api",
            SaidBy::Client => "client",
            SaidBy::Task => "task",
            SaidBy::Service => "service",
        }
    }

    /// The operations, if they are known.
    #[must_use]
    pub fn operations(self) -> &'static [&'static str] {
        match self {
            SaidBy::Operation(operations) => operations,
            _ => &[],
        }
    }

    /// The same for people.
    #[must_use]
    pub fn title(self, lang: Lang) -> String {
        let (en, ja) = match self {
            SaidBy::Operation(operations) => return refused(operations, lang),
            SaidBy::AnyOperation => (
                "AWS refused the call",
                "API の呼び出しに対する AWS のエラー",
            ),
            SaidBy::Client => (
                "The AWS CLI or SDK said it before it sent anything",
                "送信前に AWS CLI や SDK が出すエラー",
            ),
            SaidBy::Task => ("Why a task stopped", "タスクの停止理由"),
            SaidBy::Service => ("An event of a service", "サービスのイベント"),
        };
        Localized { en, ja }.text(lang).to_owned()
    }
}

/// That ECS refuses these operations so.
fn refused(operations: &[&str], lang: Lang) -> String {
    match (lang, operations) {
        (Lang::En, [first @ .., last]) if !first.is_empty() => {
            format!("ECS refused {} or {last}", first.join(", "))
        }
        (Lang::En, _) => format!("ECS refused {}", operations.concat()),
        (Lang::Ja, _) => format!("{} に対する ECS のエラー", operations.join("、")),
    }
}

/// The words of an error in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// A heading that is clear without context.
    pub title: &'static str,
    /// What it means, and what causes it, in one or two sentences.
    pub meaning: &'static str,
    /// What to do, in one or two sentences.
    pub cure: &'static str,
    /// The same for somebody without a command line: it names no command of taskdef.
    pub plain_cure: &'static str,
}

/// The words in one language as one text, which takes a binary fewer bytes than three.
#[derive(Debug, Clone, Copy)]
pub struct PackedAnswer(&'static str);

impl PackedAnswer {
    /// Packs words that are joined by unit separators.
    pub(crate) const fn new(joined: &'static str) -> Self {
        PackedAnswer(joined)
    }

    fn unpack(self) -> Answer {
        let mut parts = self.0.split('\u{1f}');
        let mut next = || parts.next().unwrap_or_default();
        let (title, meaning, cure) = (next(), next(), next());
        Answer {
            title,
            meaning,
            cure,
            plain_cure: parts.next().unwrap_or(cure),
        }
    }
}

/// The words of an error in both languages: its title, its meaning and its cure, each in English and
/// in Japanese. `plain_cure` is needed only if the cure names a command of taskdef.
macro_rules! answer {
    {
        title: $title:literal, $title_ja:literal;
        meaning: $meaning:literal, $meaning_ja:literal;
        cure: $cure:literal, $cure_ja:literal
        $(; plain_cure: $plain:literal, $plain_ja:literal)? $(;)?
    } => {
        $crate::lang::Localized {
            en: $crate::aws_error::error::PackedAnswer::new(
                concat!($title, "\u{1f}", $meaning, "\u{1f}", $cure $(, "\u{1f}", $plain)?)
            ),
            ja: $crate::aws_error::error::PackedAnswer::new(
                concat!(
                    $title_ja, "\u{1f}", $meaning_ja, "\u{1f}", $cure_ja $(, "\u{1f}", $plain_ja)?
                )
            ),
        }
    };
}
pub(crate) use answer;

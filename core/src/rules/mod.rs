//! Every rule in one table: the changes `convert` makes and the findings it and `check` report.
//!
//! A rule is one small file that holds all there is to say about it. `explain`, README's table,
//! the page and the JSON report read this table and nothing else, so they can't disagree.

use crate::lang::Lang;

/// One rule: what it is called, how grave it is, and its words.
#[derive(Debug)]
pub struct Rule {
    /// Stable kebab-case name of the bad pattern, such as `read-only-field`.
    pub id: &'static str,
    /// What taskdef does when it meets the pattern.
    pub class: Class,
    /// The rule in English.
    pub en: Words,
    /// The rule in Japanese.
    pub ja: Words,
    /// What AWS or its CLI answers when the pattern is sent as it is; empty where it says nothing.
    pub aws: &'static str,
    /// Where the rule comes from: an AWS page, the AWS model, or the standard.
    pub source: &'static str,
    /// The pattern, and what becomes of it.
    pub example: Example,
}

/// A rule is its id.
impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Rule {}

impl Rule {
    /// The words in one language.
    #[must_use]
    pub fn words(&self, lang: Lang) -> &Words {
        match lang {
            Lang::En => &self.en,
            Lang::Ja => &self.ja,
        }
    }
}

/// What is done about a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// The text was not JSON at this place; it was read as its writer meant it.
    Mended,
    /// The value is left out of the result.
    Removed,
    /// The value has the wrong JSON type and one meaning; the result has the right type.
    Repaired,
    /// The value stands elsewhere in the result.
    Moved,
    /// The person asked for it.
    Edited,
    /// Kept and reported: worth a look before it is registered.
    Warning,
    /// Kept and reported: AWS would refuse it, or ignore it without a word.
    Error,
    /// Kept, and mentioned by `check` alone: good practice that nothing depends on.
    Advice,
}

/// A rule's words in one language. `{name}`, `{path}` and the other holes of `message` are
/// filled for each case; the other texts have no holes.
#[derive(Debug)]
pub struct Words {
    /// One to three words for the margin: "Read-only".
    pub label: &'static str,
    /// A heading that stands alone.
    pub title: &'static str,
    /// One line about the case at hand.
    pub message: &'static str,
    /// Why, in one to three sentences.
    pub why: &'static str,
    /// What the person can do; for what taskdef does by itself, what it did.
    pub cure: &'static str,
}

/// A pattern that a test converts: `before` must raise the rule, and the result must hold `after`.
#[derive(Debug)]
pub struct Example {
    /// Where `before` and `after` stand.
    pub scope: Scope,
    /// JSON members (or the whole text, for [`Scope::Text`]) that raise the rule.
    pub before: &'static str,
    /// The members of the result in their place; empty where nothing is left. Of a rule of
    /// `check`, how they should be, which does not raise it.
    pub after: &'static str,
}

/// Where an example stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Members of an otherwise complete task definition.
    Task,
    /// Members of the only container of an otherwise complete task definition.
    Container,
    /// Members of an otherwise complete task definition for Fargate.
    Fargate,
    /// Members of the only container of an otherwise complete task definition for Fargate.
    FargateContainer,
    /// The whole pasted text.
    Text,
}

pub(crate) mod check;

mod bare_word;
mod below_minimum;
mod boolean_for_string;
mod byte_order_mark;
mod comment;
mod control_character;
mod crlf;
mod curly_quotes;
mod duplicate_key;
mod duplicate_tag;
mod empty_list;
mod empty_object;
mod empty_role;
mod environment_as_object;
mod float_for_integer;
mod misplaced_field;
mod missing_comma;
mod missing_member;
mod misspelt_field;
mod null_in_list;
mod null_value;
mod number_for_string;
mod odd_space;
mod placeholder;
mod python_literal;
mod read_only_field;
mod requested_addition;
mod requested_edit;
mod requested_removal;
mod reserved_tag;
mod single_quotes;
mod string_for_boolean;
mod string_for_integer;
mod surrounding_text;
mod tags_beside;
mod trailing_comma;
mod union_members;
mod unknown_field;
mod unquoted_key;
mod utf_16;
mod wrapper_field;
mod wrong_type;

pub use bare_word::BARE_WORD;
pub use below_minimum::BELOW_MINIMUM;
pub use boolean_for_string::BOOLEAN_FOR_STRING;
pub use byte_order_mark::BYTE_ORDER_MARK;
pub use comment::COMMENT;
pub use control_character::CONTROL_CHARACTER;
pub use crlf::CRLF;
pub use curly_quotes::CURLY_QUOTES;
pub use duplicate_key::DUPLICATE_KEY;
pub use duplicate_tag::DUPLICATE_TAG;
pub use empty_list::EMPTY_LIST;
pub use empty_object::EMPTY_OBJECT;
pub use empty_role::EMPTY_ROLE;
pub use environment_as_object::ENVIRONMENT_AS_OBJECT;
pub use float_for_integer::FLOAT_FOR_INTEGER;
pub use misplaced_field::MISPLACED_FIELD;
pub use missing_comma::MISSING_COMMA;
pub use missing_member::MISSING_MEMBER;
pub use misspelt_field::MISSPELT_FIELD;
pub use null_in_list::NULL_IN_LIST;
pub use null_value::NULL_VALUE;
pub use number_for_string::NUMBER_FOR_STRING;
pub use odd_space::ODD_SPACE;
pub use placeholder::PLACEHOLDER;
pub use python_literal::PYTHON_LITERAL;
pub use read_only_field::READ_ONLY_FIELD;
pub use requested_addition::REQUESTED_ADDITION;
pub use requested_edit::REQUESTED_EDIT;
pub use requested_removal::REQUESTED_REMOVAL;
pub use reserved_tag::RESERVED_TAG;
pub use single_quotes::SINGLE_QUOTES;
pub use string_for_boolean::STRING_FOR_BOOLEAN;
pub use string_for_integer::STRING_FOR_INTEGER;
pub use surrounding_text::SURROUNDING_TEXT;
pub use tags_beside::TAGS_BESIDE;
pub use trailing_comma::TRAILING_COMMA;
pub use union_members::UNION_MEMBERS;
pub use unknown_field::UNKNOWN_FIELD;
pub use unquoted_key::UNQUOTED_KEY;
pub use utf_16::UTF_16;
pub use wrapper_field::WRAPPER_FIELD;
pub use wrong_type::WRONG_TYPE;

/// Every rule, in the order in which the documentation lists them: mendings, what `unwrap` and
/// `sanitize` change, edits, findings, and the rules of `check`.
pub static RULES: &[&Rule] = &check::with::<{ CONVERSION.len() + check::CHECKS.len() }>(CONVERSION);

/// The rules of the conversion itself.
const CONVERSION: &[&Rule] = &[
    &BYTE_ORDER_MARK,
    &UTF_16,
    &CRLF,
    &ODD_SPACE,
    &COMMENT,
    &TRAILING_COMMA,
    &MISSING_COMMA,
    &SINGLE_QUOTES,
    &CURLY_QUOTES,
    &UNQUOTED_KEY,
    &BARE_WORD,
    &PYTHON_LITERAL,
    &CONTROL_CHARACTER,
    &SURROUNDING_TEXT,
    &WRAPPER_FIELD,
    &TAGS_BESIDE,
    &READ_ONLY_FIELD,
    &NULL_VALUE,
    &NULL_IN_LIST,
    &EMPTY_LIST,
    &EMPTY_OBJECT,
    &EMPTY_ROLE,
    &DUPLICATE_KEY,
    &DUPLICATE_TAG,
    &RESERVED_TAG,
    &NUMBER_FOR_STRING,
    &BOOLEAN_FOR_STRING,
    &STRING_FOR_INTEGER,
    &FLOAT_FOR_INTEGER,
    &STRING_FOR_BOOLEAN,
    &ENVIRONMENT_AS_OBJECT,
    &REQUESTED_EDIT,
    &REQUESTED_ADDITION,
    &REQUESTED_REMOVAL,
    &UNKNOWN_FIELD,
    &MISSPELT_FIELD,
    &MISPLACED_FIELD,
    &MISSING_MEMBER,
    &WRONG_TYPE,
    &BELOW_MINIMUM,
    &UNION_MEMBERS,
    &PLACEHOLDER,
];

/// Whether a rule is one of `check`, about what ECS makes of a definition that is well-formed.
#[must_use]
pub fn is_check(rule: &Rule) -> bool {
    !CONVERSION.iter().any(|known| known.id == rule.id)
}

/// The ids that were meant by one that is none, nearest first.
#[must_use]
pub fn near(id: &str) -> Vec<&'static str> {
    crate::near::near(id, RULES.iter().map(|rule| rule.id))
}

/// The rule of this name.
#[must_use]
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == id)
}

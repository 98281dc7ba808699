//! The rules of the conversion itself: what `read`, `unwrap`, `edit` and `sanitize` change or
//! report.
//!
//! Each rule is one small file with everything about it. A line in the list below registers it.

use crate::evidence::{Evidence, refusal};
use crate::lang::Localized;
use crate::rule::{Class, Example, PackedWords, Rule, Scope, Written, words};

/// Declares the rules' modules and lists them; `: EVIDENCE` stands at those that report errors.
macro_rules! rules {
    ($($module:ident $name:ident $(: $evidence:ident)?)*) => {
        $(mod $module;)*
        $(pub use $module::$name;)*

        /// Every rule of the conversion, in the order of the documentation: mendings, changes by
        /// `unwrap` and `sanitize`, edits, findings.
        pub(crate) const CONVERSION: &[&Rule] = &[$(&$name),*];

        /// The words and the example of each of them.
        pub(crate) const WRITTEN: &[Written] =
            &[$(($name.id, $module::WORDS, $module::EXAMPLE)),*];

        /// What proves the errors, by the rule's id.
        pub(crate) const EVIDENCE: &[(&str, &[Evidence])] =
            &[$($(($name.id, $module::$evidence),)?)*];
    };
}

pub(crate) use below_minimum::{LENGTH, VALUE};

rules! {
    byte_order_mark BYTE_ORDER_MARK
    utf_16 UTF_16
    crlf CRLF
    odd_space ODD_SPACE
    comment COMMENT
    trailing_comma TRAILING_COMMA
    missing_comma MISSING_COMMA
    single_quotes SINGLE_QUOTES
    curly_quotes CURLY_QUOTES
    unquoted_key UNQUOTED_KEY
    bare_word BARE_WORD
    python_literal PYTHON_LITERAL
    control_character CONTROL_CHARACTER
    surrounding_text SURROUNDING_TEXT
    wrapper_field WRAPPER_FIELD
    tags_beside TAGS_BESIDE
    read_only_field READ_ONLY_FIELD
    editor_key EDITOR_KEY
    null_value NULL_VALUE
    null_in_list NULL_IN_LIST
    empty_list EMPTY_LIST
    empty_object EMPTY_OBJECT
    empty_role EMPTY_ROLE
    duplicate_key DUPLICATE_KEY
    duplicate_tag DUPLICATE_TAG
    reserved_tag RESERVED_TAG
    number_for_string NUMBER_FOR_STRING
    boolean_for_string BOOLEAN_FOR_STRING
    string_for_integer STRING_FOR_INTEGER
    float_for_integer FLOAT_FOR_INTEGER
    string_for_boolean STRING_FOR_BOOLEAN
    environment_as_object ENVIRONMENT_AS_OBJECT
    element_for_list ELEMENT_FOR_LIST
    requested_edit REQUESTED_EDIT
    requested_addition REQUESTED_ADDITION
    requested_removal REQUESTED_REMOVAL
    unknown_field UNKNOWN_FIELD
    misspelt_field MISSPELT_FIELD: EVIDENCE
    misplaced_field MISPLACED_FIELD: EVIDENCE
    missing_member MISSING_MEMBER: EVIDENCE
    wrong_type WRONG_TYPE: EVIDENCE
    cut_off_value CUT_OFF_VALUE: EVIDENCE
    below_minimum BELOW_MINIMUM: EVIDENCE
    union_members UNION_MEMBERS: EVIDENCE
    placeholder PLACEHOLDER
    lost_character LOST_CHARACTER
}

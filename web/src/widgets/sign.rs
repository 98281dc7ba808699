//! The icons of marks: each class has a shape of its own, so that none depends on colour.

use taskdef_core::rule::Class;
use yew::prelude::*;

/// The icon of a class. It is hidden from screen readers, as the text beside it says the same.
pub(crate) fn sign(class: Class) -> Html {
    let path = match class {
        Class::Removed => "M3 8h10",
        Class::Repaired | Class::Mended => "M2.5 9.5c2-4 4-4 5.5-1.5s3.5 2.5 5.5-1.5",
        Class::Moved => "M3 8h9M8.5 4.5 12 8l-3.5 3.5",
        Class::Edited => "M3 13l1-3.5L11 2.5 13.5 5 6.5 12z",
        Class::Warning | Class::Advice | Class::Security(_) => {
            "M8 2 14.5 13.5h-13zM8 6.5v3M8 11.300v.4"
        }
        Class::Error => "M5.5 1.5h5l4 4v5l-4 4h-5l-4-4v-5zM6 6l4 4M10 6l-4 4",
    };
    html! {
        <svg class="sign" data-mark={mark(class)} viewBox="0 0 16 16" aria-hidden="true">
            <path d={path} />
        </svg>
    }
}

/// The name of a class in the style sheet, for `data-mark`.
pub(crate) fn mark(class: Class) -> &'static str {
    match class {
        Class::Removed => "gone",
        Class::Repaired | Class::Mended | Class::Moved => "fix",
        Class::Edited => "edit",
        Class::Warning | Class::Advice | Class::Security(_) => "warn",
        Class::Error => "err",
    }
}

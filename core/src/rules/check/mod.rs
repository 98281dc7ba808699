//! The rules of `check`: what ECS refuses of a well-formed definition, and what it accepts to
//! your regret.
//!
//! A rule is one small file with its words, its example and the function that finds it. One line
//! of the list below registers it.

use super::{Class, Example, Rule, Scope, Words};
use crate::check::{Hits, Object, Task, is_given};
use crate::patch::{Plan, Step, Title};
use crate::report::Fill;
use crate::tree::{NodeId, View};

/// A rule with the function that finds where it is met.
#[derive(Debug)]
pub(crate) struct Check {
    /// The rule. The `after` of its example is how it should be.
    pub(crate) rule: Rule,
    /// Notes every place where it is met.
    pub(crate) find: fn(&Task<'_>, &mut Hits<'_>),
}

/// Declares the rules' modules and lists them.
macro_rules! checks {
    ($($module:ident)*) => {
        $(mod $module;)*

        /// Every rule of `check`, in the order in which the documentation lists them.
        pub(crate) const CHECKS: &[&Check] = &[$(&$module::CHECK),*];
    };
}

checks! {
    fargate_size_pair
    fargate_network_mode
    execution_role_missing
    image_latest
    secret_reference
}

/// The rules of the conversion with those of `check` behind them.
pub(super) const fn with<const N: usize>(
    conversion: &'static [&'static Rule],
) -> [&'static Rule; N] {
    let mut rules = [conversion[0]; N];
    let mut at = 1;
    while at < N {
        rules[at] = if at < conversion.len() {
            conversion[at]
        } else {
            &CHECKS[at - conversion.len()].rule
        };
        at += 1;
    }
    rules
}

//! The queue for starts that failed for good: without it, they are lost without a trace.
//!
//! Sources: <https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html>,
//! <https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html>

use crate::generate::template::{self, Bindings, template};
use crate::generate::value::Value;

/// The queue's properties.
pub(super) fn queue() -> Value {
    template::read(template!("lost.tmpl"), &Bindings::new())
}

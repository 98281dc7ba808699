//! How a job is started and what registers it, as the person says: what its steps are for.

use taskdef_core::generate::{Request, Route, Starter};

/// How a job is started and what registers it. Nothing is said at first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Way {
    /// What starts it.
    pub starter: Option<Starter>,
    /// What registers a new revision.
    pub route: Option<Route>,
}

impl Way {
    /// What the tour shows to somebody who has said nothing: a scheduled batch and a pipeline, as in the
    /// example.
    pub const EXAMPLE: Self = Way {
        starter: Some(Starter::Schedule),
        route: Some(Route::Pipeline),
    };

    /// Whether its steps are known: all is said, or that one has to find out first.
    #[must_use]
    pub fn is_said(&self) -> bool {
        self.starter == Some(Starter::Unknown) || (self.starter.is_some() && self.route.is_some())
    }

    /// Tells a request.
    pub fn tell(&self, request: &mut Request) {
        request.started_by = self.starter;
        // Who has to find out first does it in the console or by commands: this shows both.
        request.route = self.route.unwrap_or(Route::Taskdef);
    }
}

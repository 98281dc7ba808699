//! The rate of requests, within AWS's quotas even when forty jobs are deployed at once.

use std::collections::VecDeque;
use std::time::Duration;

use tokio::time::Instant;

const WINDOW: Duration = Duration::from_secs(1);

/// At most `rate` requests within any second. The first `rate` never wait; those after them are
/// spread evenly, so that network jitter does not bunch them.
#[derive(Debug)]
pub(crate) struct RateLimiter {
    starts: VecDeque<Instant>,
    rate: u32,
}

impl RateLimiter {
    pub(super) fn new(rate: u32) -> Self {
        RateLimiter {
            starts: VecDeque::new(),
            rate: rate.max(1),
        }
    }

    /// When the next request may start; it is taken to start then.
    pub(super) fn next(&mut self) -> Instant {
        let mut start = Instant::now();
        if self.starts.len() >= self.rate as usize
            && let (Some(first), Some(last)) =
                (self.starts.front().copied(), self.starts.back().copied())
        {
            self.starts.pop_front();
            start = start.max(first + WINDOW).max(last + WINDOW / self.rate);
        }
        self.starts.push_back(start);
        start
    }
}

#[cfg(test)]
mod tests {
    use super::{Instant, RateLimiter, WINDOW};

    #[test]
    fn a_burst_is_free_and_what_follows_is_spread() {
        let mut pace = RateLimiter::new(4);
        let starts: Vec<_> = (0..12).map(|_| pace.next()).collect();
        assert!(starts[..4].iter().all(|start| *start <= Instant::now()));
        for i in 4..12 {
            assert!(starts[i] >= starts[i - 4] + WINDOW);
            assert!(starts[i] >= starts[i - 1] + WINDOW / 4 || i == 4);
        }
    }

    #[test]
    fn one_at_a_time_is_possible() {
        let mut pace = RateLimiter::new(1);
        let first = pace.next();
        assert!(pace.next() >= first + WINDOW);
    }
}

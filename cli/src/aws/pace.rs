//! How fast requests follow each other: no more than AWS's quotas bear when forty jobs are
//! deployed at once.

use std::collections::VecDeque;
use std::time::Duration;

use tokio::time::Instant;

const WINDOW: Duration = Duration::from_secs(1);

/// At most so many requests within any second. A few at once never wait.
#[derive(Debug)]
pub(crate) struct Pace {
    starts: VecDeque<Instant>,
    rate: usize,
}

impl Pace {
    pub(super) fn new(rate: usize) -> Self {
        Pace {
            starts: VecDeque::with_capacity(rate),
            rate: rate.max(1),
        }
    }

    /// When the next request may start; it is taken to start then.
    pub(super) fn next(&mut self) -> Instant {
        let now = Instant::now();
        let mut start = now;
        if self.starts.len() >= self.rate
            && let Some(earlier) = self.starts.pop_front()
        {
            start = now.max(earlier + WINDOW);
        }
        self.starts.push_back(start);
        start
    }
}

#[cfg(test)]
mod tests {
    use super::{Instant, Pace, WINDOW};

    #[test]
    fn a_burst_is_free_and_what_follows_waits() {
        let mut pace = Pace::new(3);
        let before = Instant::now();
        let starts: Vec<_> = (0..9).map(|_| pace.next()).collect();
        assert!(starts[..3].iter().all(|start| *start <= Instant::now()));
        for (i, start) in starts.iter().enumerate().skip(3) {
            assert!(*start >= starts[i - 3] + WINDOW);
        }
        assert!(starts[8] >= before + 2 * WINDOW);
    }
}

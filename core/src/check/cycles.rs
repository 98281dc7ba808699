//! Cycles among containers that start after one another.

/// The nodes of each cycle of a graph, which is given as the successors of each node. Cycles that
/// share a node are one; a node that is its own successor is none.
///
/// This is Tarjan's algorithm with a stack of its own: the time grows with nodes and edges only.
pub(super) fn cycles(after: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut search = Search {
        after,
        order: vec![UNSEEN; after.len()],
        low: vec![0; after.len()],
        open: Vec::new(),
        is_open: vec![false; after.len()],
        found: Vec::new(),
        next: 0,
    };
    for start in 0..after.len() {
        if search.order[start] == UNSEEN {
            search.run(start);
        }
    }
    search.found
}

const UNSEEN: usize = usize::MAX;

struct Search<'a> {
    after: &'a [Vec<usize>],
    /// The order in which each node was first met.
    order: Vec<usize>,
    /// The earliest open node that each node leads back to, by its order.
    low: Vec<usize>,
    /// The nodes whose component is not complete.
    open: Vec<usize>,
    is_open: Vec<bool>,
    found: Vec<Vec<usize>>,
    next: usize,
}

impl Search<'_> {
    fn run(&mut self, start: usize) {
        let mut path = vec![(start, 0)];
        self.enter(start);
        while let Some((node, done)) = path.last_mut() {
            let node = *node;
            let Some(&next) = self.after[node].get(*done) else {
                path.pop();
                self.leave(node);
                if let Some(&(before, _)) = path.last() {
                    self.low[before] = self.low[before].min(self.low[node]);
                }
                continue;
            };
            *done += 1;
            if self.order[next] == UNSEEN {
                self.enter(next);
                path.push((next, 0));
            } else if self.is_open[next] {
                self.low[node] = self.low[node].min(self.order[next]);
            }
        }
    }

    fn enter(&mut self, node: usize) {
        self.order[node] = self.next;
        self.low[node] = self.next;
        self.next += 1;
        self.open.push(node);
        self.is_open[node] = true;
    }

    /// Closes the component that began at a node, if one did.
    fn leave(&mut self, node: usize) {
        if self.low[node] != self.order[node] {
            return;
        }
        let first = self.open.iter().rposition(|&open| open == node);
        let component = self.open.split_off(first.unwrap_or_default());
        for &member in &component {
            self.is_open[member] = false;
        }
        if component.len() > 1 {
            self.found.push(component);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::cycles;

    #[test]
    fn finds_each_circle_once() {
        let found = |after: &[&[usize]]| {
            let after: Vec<Vec<usize>> = after.iter().map(|next| next.to_vec()).collect();
            let mut found = cycles(&after);
            for cycle in &mut found {
                cycle.sort_unstable();
            }
            found.sort_unstable();
            found
        };
        assert!(found(&[&[1, 2], &[2], &[]]).is_empty());
        assert!(found(&[&[0]]).is_empty());
        assert_eq!(found(&[&[1], &[0]]), [[0, 1]]);
        assert_eq!(found(&[&[1, 2], &[0], &[3], &[2]]), [[0, 1], [2, 3]]);
        assert_eq!(found(&[&[1], &[2], &[1, 0], &[0]]), [[0, 1, 2]]);
    }

    #[test]
    fn a_long_circle_takes_no_stack() {
        let count = 100_000;
        let after: Vec<Vec<usize>> = (0..count).map(|node| vec![(node + 1) % count]).collect();
        assert_eq!(cycles(&after).len(), 1);
    }
}

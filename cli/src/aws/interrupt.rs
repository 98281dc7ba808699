//! Ctrl-C: the first stops cleanly, the second at once.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use tokio::sync::Notify;

use crate::status::Status;

/// Whether Ctrl-C was pressed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Interrupt {
    shared: Rc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    requested: Cell<bool>,
    notify: Notify,
}

impl Interrupt {
    /// Runs a command, and listens for Ctrl-C and for a polite kill meanwhile.
    pub(crate) async fn during<T>(&self, command: impl Future<Output = T>) -> T {
        let listen = async {
            signal().await;
            self.shared.requested.set(true);
            self.shared.notify.notify_waiters();
            signal().await;
            std::process::exit(i32::from(Status::Interrupted as u8));
        };
        tokio::select! {
            biased;
            done = command => done,
            never = listen => never,
        }
    }

    pub(crate) fn is_requested(&self) -> bool {
        self.shared.requested.get()
    }

    /// Sleeps, until Ctrl-C at most.
    pub(crate) async fn sleep(&self, time: Duration) {
        let requested = self.shared.notify.notified();
        if self.is_requested() {
            return;
        }
        tokio::select! {
            () = requested => {}
            () = tokio::time::sleep(time) => {}
        }
    }
}

#[cfg(unix)]
async fn signal() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        return ctrl_c().await;
    };
    tokio::select! {
        () = ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}

#[cfg(not(unix))]
async fn signal() {
    ctrl_c().await;
}

/// Never returns if no handler can be installed.
async fn ctrl_c() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

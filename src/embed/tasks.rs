//! Ties each task of the reactive system to the portal that spawned it.
//!
//! A navigation queues tasks that build the next page. When the portal is unmounted before they run,
//! their signals and contexts are gone, so running them would panic. A task therefore need not ask
//! after a wait whether the portal is still mounted. Only a view can be removed before its tasks
//! end, and those tasks ask their `Turn`.

use std::{
    cell::Cell,
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};

use any_spawner::{CustomExecutor, Executor, PinnedFuture, PinnedLocalFuture};
use wasm_bindgen_futures::spawn_local;

thread_local! {
    /// The number of portals that this instance of the module has unmounted.
    static UNMOUNTED: Cell<u32> = const { Cell::new(0) };
}

/// Makes all tasks that are spawned from now on end with their portal.
pub(super) fn bind_tasks() {
    // Fails for the second portal of this instance, because the executor is already set.
    let _ = Executor::init_custom_executor(PortalExecutor);
}

/// Ends every task spawned so far: its next poll drops it. Tasks spawned later run, so cleanups can
/// still send requests.
pub(super) fn end_tasks() {
    UNMOUNTED.set(UNMOUNTED.get().wrapping_add(1));
}

struct PortalExecutor;

impl CustomExecutor for PortalExecutor {
    fn spawn(&self, task: PinnedFuture<()>) {
        self.spawn_local(task);
    }

    fn spawn_local(&self, task: PinnedLocalFuture<()>) {
        spawn_local(PortalTask::new(task));
    }

    fn poll_local(&self) {}
}

/// A task that ends with the portal in which it was spawned.
struct PortalTask {
    unmounted_before: u32,
    task: PinnedLocalFuture<()>,
}

impl PortalTask {
    fn new(task: PinnedLocalFuture<()>) -> Self {
        Self { unmounted_before: UNMOUNTED.get(), task }
    }
}

impl Future for PortalTask {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if self.unmounted_before == UNMOUNTED.get() {
            self.task.as_mut().poll(context)
        } else {
            Poll::Ready(())
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{rc::Rc, task::Waker};

    use super::*;

    fn poll(task: &mut PortalTask) -> Poll<()> {
        Pin::new(task).poll(&mut Context::from_waker(Waker::noop()))
    }

    /// Returns a task that counts its polls, and the counter.
    fn counted() -> (PortalTask, Rc<Cell<u32>>) {
        let polls = Rc::new(Cell::new(0));
        let counter = Rc::clone(&polls);
        let task = std::future::poll_fn(move |_| {
            counter.set(counter.get() + 1);
            Poll::Pending
        });
        (PortalTask::new(Box::pin(task)), polls)
    }

    #[test]
    fn a_task_runs_while_its_portal_is_mounted() {
        let (mut task, polls) = counted();
        assert_eq!(poll(&mut task), Poll::Pending);
        assert_eq!(poll(&mut task), Poll::Pending);
        assert_eq!(polls.get(), 2);
    }

    #[test]
    fn a_queued_task_does_not_run_after_its_portal_is_unmounted() {
        let (mut task, polls) = counted();
        end_tasks();
        assert_eq!(poll(&mut task), Poll::Ready(()));
        assert_eq!(polls.get(), 0);
    }

    #[test]
    fn a_task_that_a_cleanup_spawns_after_the_unmount_runs() {
        end_tasks();
        let (mut task, polls) = counted();
        assert_eq!(poll(&mut task), Poll::Pending);
        assert_eq!(polls.get(), 1);
    }
}

//! Shares one computation among concurrent callers (single flight).

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use tokio::sync::Mutex;

/// The latest value, with its generation.
#[derive(Debug)]
pub(crate) struct SingleFlight<Value> {
    latest: Mutex<Option<(u64, Arc<Value>)>>,
}

impl<Value> Default for SingleFlight<Value> {
    fn default() -> Self {
        Self { latest: Mutex::new(None) }
    }
}

impl<Value> SingleFlight<Value> {
    /// Returns the value of the current generation. Concurrent callers wait for the first one's
    /// computation. If it fails or is cancelled, the next caller computes the value.
    pub(crate) async fn get<E>(
        &self,
        generation: &AtomicU64,
        compute: impl Future<Output = Result<Value, E>>,
    ) -> Result<Arc<Value>, E> {
        let mut latest = self.latest.lock().await;
        // Read before the computation, so that a change during it makes the value outdated.
        let generation = generation.load(Ordering::SeqCst);
        if let Some((known, value)) = &*latest
            && *known == generation
        {
            return Ok(value.clone());
        }
        let value = Arc::new(compute.await?);
        *latest = Some((generation, value.clone()));
        Ok(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn concurrent_callers_share_one_computation_and_a_failure_is_not_kept() {
        let (flight, generation) = (SingleFlight::default(), AtomicU64::new(1));
        let computed = AtomicU64::new(0);
        let get = |fails: bool| {
            let computed = &computed;
            let compute = async move {
                tokio::task::yield_now().await;
                let number = computed.fetch_add(1, Ordering::SeqCst) + 1;
                if fails { Err(()) } else { Ok(number) }
            };
            flight.get(&generation, compute)
        };
        assert_eq!(get(true).await, Err(()));
        let all = futures_util::future::join_all((0..100).map(|_| get(false))).await;
        assert!(all.iter().all(|value| *value == Ok(Arc::new(2))));
        generation.store(2, Ordering::SeqCst);
        assert_eq!(get(false).await, Ok(Arc::new(3)));
    }
}

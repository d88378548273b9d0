//! One computation for all who need its value at the same time.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use tokio::sync::Mutex;

/// The value that was computed last, and of which generation it is.
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
    /// Returns the value of the current generation. Callers that come meanwhile wait for the
    /// computation of the first one; when that fails or is cancelled, the next one computes.
    pub(crate) async fn get<E>(
        &self,
        generation: &AtomicU64,
        compute: impl Future<Output = Result<Value, E>>,
    ) -> Result<Arc<Value>, E> {
        let mut latest = self.latest.lock().await;
        // Before the computation, so that a change during it makes the value an old one.
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
    async fn a_generation_is_computed_once_for_all_and_a_failure_not_kept() {
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

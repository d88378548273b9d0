// Ends transfers that have stalled. A slow transfer takes as long as it needs.

/** A transfer has stalled if no data has arrived for this long. */
const STALL_MS = 20_000;

/**
 * The same for `import()` and style sheets, of which the browser reports only the end. These files are
 * small: on a connection of 500 bytes per second, each of them arrives within this time.
 */
const UNSEEN_STALL_MS = 60_000;

/**
 * Restarts the timer of each pending transfer. The transfers share a connection, and a server may send
 * one file after the other, so data of one file restarts all timers. The wait has an end, because every
 * file has one. Each bundle has its own set: files that are needed together are loaded by one bundle.
 */
const pending = new Set();

/** Fetches a file. A stalled transfer is aborted. `cache` and `signal` are options of `fetch`. */
export async function fetchFile(address, { cache, signal } = {}) {
  signal?.throwIfAborted();
  const transfer = new AbortController();
  signal?.addEventListener("abort", () => transfer.abort());
  const end = watch(STALL_MS, () => transfer.abort(address));
  const response = fetch(address, { cache, signal: transfer.signal });
  observe(response).finally(end);
  return response;
}

/** Notices arriving data. */
async function observe(response) {
  try {
    // Reads a clone, because the compiler needs the original response: the browser can match it with
    // cached compiled code. The caller waits for the response, too, but later than this line.
    const reader = (await response).clone().body.getReader();
    while (!(await reader.read()).done) for (const restart of pending) restart();
  } catch {
    // The caller gets the same error.
  }
}

/** Resolves with the result of a transfer that reports only its end. Rejects with `name` if it stalls. */
export function unlessStalled(name, transfer) {
  let end;
  const stalled = new Promise((_, reject) => {
    end = watch(UNSEEN_STALL_MS, () => reject(name));
  });
  return Promise.race([transfer, stalled]).finally(end);
}

/** Calls `onStall` if no data arrives for `limit` milliseconds. The returned function ends the watch. */
function watch(limit, onStall) {
  let timer;
  const restart = () => {
    clearTimeout(timer);
    timer = setTimeout(onStall, limit);
  };
  pending.add(restart);
  restart();
  return () => {
    pending.delete(restart);
    clearTimeout(timer);
  };
}

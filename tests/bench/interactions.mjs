// Measures the interaction to next paint, from a key to the frame after it, with the browser's Event
// Timing.

/** The shortest duration that the browser reports, in milliseconds. The browser rounds to 8 ms. */
const SHORTEST = 16;

/** Records the longest duration of each interaction. Runs in the page. */
function observe(durationThreshold) {
  globalThis.interactions = new Map();
  globalThis.observer = new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries()) {
      if (!interactionId) continue;
      interactions.set(interactionId, Math.max(duration, interactions.get(interactionId) ?? 0));
    }
  });
  observer.observe({ type: "event", durationThreshold });
}

/**
 * Runs `act`, which presses `count` keys, and returns the milliseconds of each. A key that the browser
 * does not report took less than the shortest duration and counts as that.
 */
export async function interactionTimes(page, count, act) {
  await page.evaluate(observe, SHORTEST);
  await act();
  const times = await page.evaluate(() => {
    observer.disconnect();
    return [...interactions.values()];
  });
  return [...times, ...Array(Math.max(0, count - times.length)).fill(SHORTEST)];
}

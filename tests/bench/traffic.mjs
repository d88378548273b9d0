// Counts the bytes that a page downloads, with the browser's DevTools protocol.

import { setTimeout as sleep } from "node:timers/promises";

/**
 * Milliseconds without a network event after which a page counts as quiet. A pending long poll causes no
 * events.
 */
const QUIET = 2_000;

/** Milliseconds after which a page that is never quiet is an error. */
const PATIENCE = 60_000;

/** Counts what the page downloads from now on. */
export async function watchTraffic(page) {
  // The time of each arrival, with the bytes of `headers` and of compressed `bodies`.
  const arrivals = [];
  const counted = new Map();
  let clocks;
  let latest = performance.now();
  const session = await page.context().newCDPSession(page);
  const on = (name, note) =>
    session.on(`Network.${name}`, (event) => {
      latest = performance.now();
      note?.(event);
    });
  on("requestWillBeSent", ({ timestamp, wallTime }) => (clocks ??= { timestamp, wallTime }));
  const arrive = (requestId, timestamp, headers, bodies) => {
    arrivals.push({ timestamp, headers, bodies });
    counted.set(requestId, (counted.get(requestId) ?? 0) + headers + bodies);
  };
  on("responseReceived", ({ requestId, timestamp, response }) =>
    arrive(requestId, timestamp, response.encodedDataLength, 0));
  on("dataReceived", ({ requestId, timestamp, encodedDataLength }) =>
    arrive(requestId, timestamp, 0, encodedDataLength));
  // For a document the browser reports only the total length.
  on("loadingFinished", ({ requestId, timestamp, encodedDataLength }) => {
    const rest = encodedDataLength - (counted.get(requestId) ?? 0);
    if (rest > 0) arrive(requestId, timestamp, 0, rest);
  });
  on("loadingFailed");
  await session.send("Network.enable");
  return {
    /**
     * Returns the bytes that had arrived by `moment` on the page's clock. Without it, returns all bytes.
     */
    async bytes(moment = Infinity) {
      const origin = await page.evaluate(() => performance.timeOrigin);
      const end = (origin + moment) / 1000 - clocks.wallTime + clocks.timestamp;
      const until = arrivals.filter(({ timestamp }) => timestamp <= end);
      const sum = (part) => until.reduce((bytes, arrival) => bytes + arrival[part], 0);
      return { bodies: sum("bodies"), all: sum("bodies") + sum("headers") };
    },
    /** Waits until the network is quiet. */
    async quiet() {
      const end = performance.now() + PATIENCE;
      for (let rest = QUIET; rest > 0; rest = latest + QUIET - performance.now()) {
        if (performance.now() > end) throw new Error(`${page.url()} is never quiet`);
        await sleep(rest);
      }
    },
  };
}

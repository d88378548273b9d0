// The processors and connections of the measured visits, simulated by the browser's own throttling.

/** Converts kilobits per second to bytes per second. */
const kilobits = (rate) => (rate * 1000) / 8;

// The presets of Chrome's DevTools: `Fast4GConditions` and `Slow4GConditions` in devtools-frontend,
// front_end/core/sdk/NetworkManager.ts. The latency, in milliseconds, applies to each request.
const FAST_4G = {
  downloadThroughput: kilobits(9000) * 0.9,
  uploadThroughput: kilobits(1500) * 0.9,
  latency: 60 * 2.75,
};
const SLOW_4G = {
  downloadThroughput: kilobits(1600) * 0.9,
  uploadThroughput: kilobits(750) * 0.9,
  latency: 150 * 3.75,
};

export const PLAIN = { name: "plain" };
export const SLOW_CPU = { name: "CPU/4", cpu: 4 };
export const FAST_LINE = { name: "fast 4G, CPU/4", cpu: 4, network: FAST_4G };
export const SLOW_LINE = { name: "slow 4G, CPU/4", cpu: 4, network: SLOW_4G };

export const PROFILES = [PLAIN, SLOW_CPU, FAST_LINE, SLOW_LINE];

/** Throttles a page according to the profile until the page is closed. */
export async function throttle(page, { cpu, network }) {
  const session = await page.context().newCDPSession(page);
  if (cpu) await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  if (network) {
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", { offline: false, ...network });
  }
}

// Counts the DOM nodes and event listeners that a page keeps alive, to detect leaks.

import { expect, type Page } from "@playwright/test";

interface LiveObjects {
  listeners: number;
  nodes: number;
}

/** Counts what the page keeps alive after a garbage collection. */
export async function liveObjects(page: Page): Promise<LiveObjects> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { jsEventListeners, nodes } = await session.send("Memory.getDOMCounters");
  await session.detach();
  return { listeners: jsEventListeners, nodes };
}

/** Waits until the page keeps no more listeners and nodes alive than in `first`. */
export async function expectNoLeaks(page: Page, first: LiveObjects): Promise<void> {
  await expect
    .poll(async () => {
      const { listeners, nodes } = await liveObjects(page);
      return [listeners <= first.listeners, nodes <= first.nodes, listeners, nodes];
    })
    .toEqual([true, true, expect.any(Number), expect.any(Number)]);
}

// What a page holds on to, as its browser counts.

import { expect, type Page } from "@playwright/test";

interface Counts {
  listeners: number;
  nodes: number;
}

/** What the page counts of itself, after the garbage is gone. */
export async function counts(page: Page): Promise<Counts> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { jsEventListeners, nodes } = await session.send("Memory.getDOMCounters");
  await session.detach();
  return { listeners: jsEventListeners, nodes };
}

/** The page comes to hold on to no more than it did. */
export async function expectNoMoreThan(page: Page, first: Counts): Promise<void> {
  await expect
    .poll(async () => {
      const { listeners, nodes } = await counts(page);
      return [listeners <= first.listeners, nodes <= first.nodes, listeners, nodes];
    })
    .toEqual([true, true, expect.any(Number), expect.any(Number)]);
}

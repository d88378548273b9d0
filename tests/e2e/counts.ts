// What a page holds on to, as its browser counts.

import type { Page } from "@playwright/test";

/** What the page counts of itself, after the garbage is gone. */
export async function counts(page: Page): Promise<{ listeners: number; nodes: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { jsEventListeners, nodes } = await session.send("Memory.getDOMCounters");
  await session.detach();
  return { listeners: jsEventListeners, nodes };
}

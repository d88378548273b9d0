// Measures the memory of a page that shows the Users tab of an account with 10,000 users. Compiled code
// and pictures are not counted.

import { launch } from "./browser.mjs";
import { HEADING, TEXT_FIELD } from "./probe.mjs";
import { PLAIN } from "./profiles.mjs";
import { alternate, FEW_ROUNDS } from "./rounds.mjs";
import { MEGABYTES, printTable } from "./table.mjs";
import { FLOOR, newVisitor, visit } from "./visit.mjs";

/** An account that is locked in Production, because it has no alert contacts there. */
const LARGE_ACCOUNT = {
  path: "/portal/?env=production",
  user: ({ account_name: name, role }) => name === "Wanderlight Tours" && role === "administrator",
};

/** Records each WebAssembly memory whose buffer is read. Runs in the page. */
function watchMemories() {
  const { get } = Object.getOwnPropertyDescriptor(WebAssembly.Memory.prototype, "buffer");
  globalThis.memories = new Set();
  Object.defineProperty(WebAssembly.Memory.prototype, "buffer", {
    get() {
      memories.add(this);
      return get.call(this);
    },
  });
}

/**
 * Returns the bytes in use after a garbage collection: of the JavaScript heap, of the engine's own
 * objects such as nodes, and of the WebAssembly memories, which count with their full size.
 */
async function memory(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize: heap, embedderHeapUsedSize: nodes } = await session.send("Runtime.getHeapUsage");
  const wasm = await page.evaluate(() =>
    [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0));
  return { heap, nodes, wasm, sum: heap + nodes + wasm };
}

async function measurePortal(browser) {
  const context = await newVisitor(browser, LARGE_ACCOUNT);
  await context.addInitScript(watchMemories);
  const { page, traffic } = await visit(context, LARGE_ACCOUNT, PLAIN, TEXT_FIELD);
  await page.getByRole("tab", { name: "Users" }).click();
  await page.getByRole("table", { name: "Users" }).getByRole("row").nth(9).waitFor();
  await traffic.quiet();
  const used = await memory(page);
  await context.close();
  return used;
}

async function measureFloor(browser) {
  const context = await newVisitor(browser, FLOOR);
  await context.addInitScript(watchMemories);
  const { page, traffic } = await visit(context, FLOOR, PLAIN, HEADING);
  await traffic.quiet();
  const used = await memory(page);
  await context.close();
  return used;
}

const browser = await launch();
try {
  const { heap, nodes, wasm, sum } = await alternate(
    { ours: () => measurePortal(browser), floor: () => measureFloor(browser) },
    FEW_ROUNDS,
  );
  printTable("memory with 10,000 users", MEGABYTES, [
    { name: "JavaScript heap", ...heap },
    { name: "the engine's own objects, such as nodes", ...nodes },
    { name: "WebAssembly memory", ...wasm },
    { name: "sum", ...sum },
  ], FEW_ROUNDS);
} finally {
  await browser.close();
}

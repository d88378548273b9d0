// What a keystroke costs the browser's main thread, from its trace: script, style, layout and paint.
// The wait for the screen's next frame, up to 16.7 ms of doing nothing, is no part of it.

/** Milliseconds of work for each keystroke while `type` runs, up to the end of its first frame. */
export async function workOf(browser, page, type) {
  await browser.startTracing(page, { categories: ["devtools.timeline", "toplevel"] });
  await type();
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  const isKey = ({ name, args }) => name === "EventDispatch" && args.data.type === "keydown";
  const key = traceEvents.find(isKey);
  const events = traceEvents
    .filter(({ ph, pid, tid }) => ph === "X" && pid === key.pid && tid === key.tid)
    .toSorted((a, b) => a.ts - b.ts);
  const keys = events.filter(isKey);
  return keys.map((key, at) => {
    const next = keys[at + 1]?.ts ?? Infinity;
    const during = events.filter(({ ts }) => ts >= key.ts && ts < next);
    const input = during.find(({ name, args }) => name === "EventDispatch" && args.data.type === "input");
    const frame = during.find(({ name, ts }) => name === "Layerize" && ts >= input.ts);
    const end = frame.ts + frame.dur;
    // Tasks lie side by side; the first began a little before the keystroke.
    const tasks = events.filter(({ name, ts, dur }) => /\bRunTask$/.test(name) && ts + dur > key.ts && ts < end);
    const inside = ({ ts, dur }) => Math.min(ts + dur, end) - Math.max(ts, key.ts);
    return tasks.reduce((sum, task) => sum + inside(task), 0) / 1000;
  });
}

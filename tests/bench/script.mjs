// Measures how long scripts run on the main thread, from the browser's trace: calls into JavaScript and
// WebAssembly and the microtasks after them, without the style and layout work that they force.

const SCRIPTS = ["FunctionCall", "EvaluateScript", "RunMicrotasks"];
const DRAWING = ["UpdateLayoutTree", "Layout"];

/** Runs `act` and returns the milliseconds that scripts ran during it. */
export async function scriptTime(browser, page, act) {
  await browser.startTracing(page, {
    categories: ["__metadata", "devtools.timeline", "v8.execute"],
  });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const key = traceEvents.find(({ name, args }) => name === "EventDispatch" && args.data.type === "keydown");
  const events = traceEvents
    .filter(({ ph, pid, tid }) => ph === "X" && pid === key.pid && tid === key.tid)
    .toSorted((a, b) => a.ts - b.ts || b.dur - a.dur);
  const scripts = outermost(events.filter(({ name }) => SCRIPTS.includes(name)));
  const drawing = outermost(events.filter(({ name }) => DRAWING.includes(name)));
  const forced = drawing.filter(({ ts }) =>
    scripts.some((script) => script.ts <= ts && ts < script.ts + script.dur));
  return (duration(scripts) - duration(forced)) / 1_000;
}

/** Returns the events that are not nested in another one. `events` must be sorted by their start. */
function outermost(events) {
  let end = -Infinity;
  return events.filter(({ ts, dur }) => {
    if (ts < end) return false;
    end = ts + dur;
    return true;
  });
}

const duration = (events) => events.reduce((sum, { dur }) => sum + dur, 0);

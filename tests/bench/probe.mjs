// Measures when a user can use or see a part of a page, with the page's own clock.

/** A part of a page: the first usable match of `selector` in the document or in an open shadow root. */
export const TEXT_FIELD = {
  selector: 'textarea, input:not([type]), input:is([type="text"], [type="email"])',
  isTypedInto: true,
};
export const HEADING = { selector: "h1" };
export const ERRORS = { selector: '[role="alert"]' };

/** Milliseconds after which a missing part is an error. */
const PATIENCE = 60_000;

/**
 * Sets `globalThis.seen` to a promise of the time at which the part can be typed into, or has been
 * painted. Looks once per frame. Runs in the page.
 */
function look({ selector, isTypedInto }, patience) {
  function* roots(root = document) {
    yield root;
    for (const { shadowRoot } of root.querySelectorAll("*")) if (shadowRoot) yield* roots(shadowRoot);
  }
  const hit = (x, y, root = document) => {
    const element = root.elementFromPoint(x, y);
    const inner = element?.shadowRoot;
    return inner ? hit(x, y, inner) : element;
  };
  const isDrawn = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
  };
  const isReached = (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const found = hit(x + width / 2, y + height / 2);
    return found === element || found?.control === element;
  };
  // The character is deleted again, so that the form has no unsaved change.
  const takesText = (field) => {
    field.focus();
    if (field.getRootNode().activeElement !== field || field.value !== "") return false;
    document.execCommand("insertText", false, "a");
    const isTaken = field.value === "a";
    document.execCommand("delete");
    return isTaken;
  };
  const isEditable = (element) => element.matches(":enabled:not(:read-only)");
  const isUsable = (element) =>
    isDrawn(element) &&
    (isTypedInto
      ? isEditable(element) && isReached(element) && takesText(element)
      : element.textContent !== "");
  const find = () => {
    for (const root of roots()) {
      for (const element of root.querySelectorAll(selector)) if (isUsable(element)) return true;
    }
    return false;
  };
  globalThis.seen = new Promise((resolve, reject) => {
    const end = performance.now() + patience;
    const frame = () => {
      if (performance.now() > end) return reject(new Error(`there is no ${selector}`));
      if (!find()) return requestAnimationFrame(frame);
      if (isTypedInto) return resolve(performance.now());
      // A message that is posted before a frame is painted arrives after it.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(undefined);
    };
    requestAnimationFrame(frame);
  });
  // Without this handler a rejection would be reported as an uncaught error of the page.
  globalThis.seen.catch(() => {});
}

/** Starts looking for a part in an open page. */
export const lookFor = (page, part) => page.evaluate(`(${look})(${JSON.stringify(part)}, ${PATIENCE})`);

/** Starts looking for a part as soon as the page opens a document. */
export const lookForFromStart = (page, part) =>
  page.addInitScript({ content: `(${look})(${JSON.stringify(part)}, ${PATIENCE})` });

/** Returns the milliseconds from the start of the navigation until the part was found. */
export const seen = (page) => page.evaluate(() => globalThis.seen);

/** Returns the milliseconds from the start of the navigation to the first contentful paint. */
export const firstContentfulPaint = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const observer = new PerformanceObserver((list) => {
          const paint = list.getEntriesByName("first-contentful-paint")[0];
          if (paint) resolve(paint.startTime);
        });
        observer.observe({ type: "paint", buffered: true });
      }),
  );

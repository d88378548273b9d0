// Wraps the app's code in a script. A browser evaluates the script once per page. Each portal calls
// `instance` and gets its own copy of the app's variables, including its memory.

// The wrapped code has no `import.meta`.
const scriptUrl = import.meta.url;

// The app's code checks nodes with `instanceof`. A node of another window is not an instance of this
// window's classes, so these replacements examine the node itself.
const kind = (matches) => ({ [Symbol.hasInstance]: (value) => Boolean(value) && matches(value) });
const isElement = ({ nodeType }) => nodeType === 1;
const isHtml = ({ namespaceURI }) => namespaceURI === "http://www.w3.org/1999/xhtml";
const EventTarget = kind(({ addEventListener }) => typeof addEventListener === "function");
const Node = kind(({ nodeType }) => nodeType > 0);
const ShadowRoot = kind(({ nodeType, host }) => nodeType === 11 && Boolean(host));
const Element = kind(isElement);
const HTMLElement = kind((value) => isElement(value) && isHtml(value));
const HTMLAnchorElement = kind((value) => isHtml(value) && value.localName === "a");

// One policy per page, because browsers reject a second one with the same name. It does not filter,
// because only the app's own views pass through it and never text that a user typed.
const policy = htmlPolicy();
const trustedHtml = (html) => policy?.createHTML(html) ?? html;

function htmlPolicy() {
  try {
    return globalThis.trustedTypes?.createPolicy("partner-portal", { createHTML: (html) => html });
  } catch {
    // The page does not allow this policy name. If the page does not enforce Trusted Types, the policy
    // is not needed. If it does, this assignment fails now and not in the middle of rendering.
    document.createElement("template").innerHTML = "<br>";
    return undefined;
  }
}

/**
 * Returns the exports of running.js for a new instance. `onTrap` sets the function that is called when
 * the instance's code traps: when it panics, or runs out of memory or stack.
 */
export function instance() {
  let report;
  const watched = (exports) =>
    Object.fromEntries(
      Object.entries(exports).map(([name, value]) => [
        name,
        typeof value === "function" ? watch(value, (error) => report?.(error)) : value,
      ]),
    );
  let app; // The app's code.
  return { ...app, onTrap: (react) => (report = react) };
}

/** Returns a function that does the same as `call` and also reports a trap. */
const watch =
  (call, report) =>
  (...given) => {
    try {
      return call(...given);
    } catch (error) {
      if (isTrap(error)) report(error);
      throw error;
    }
  };

/** Other exceptions only pass through the app's code, on their way from a script of the page. */
const isTrap = (error) =>
  error instanceof WebAssembly.RuntimeError || /call stack|recursion/.test(error?.message);

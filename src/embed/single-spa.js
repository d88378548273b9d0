// Provides the portal as an application or parcel of single-spa. The options are its custom props.

import { CHANGEABLE } from "./options.js";
import { mount as show } from "./partner-portal.js";

/** Maps the application's or parcel's name to its portal and, if it was created here, its element. */
const shown = new Map();

/** Does nothing, because the portal loads everything when it is mounted. */
export async function bootstrap() {}

/** Shows the portal in `domElement`, in the result of `domElementGetter`, or in a new element. */
export async function mount(props) {
  const { name, singleSpa, mountParcel, unmountSelf, domElement, domElementGetter, ...options } = props;
  const given = domElement ?? domElementGetter?.(props);
  const own = given ? undefined : ownElement(name);
  try {
    shown.set(name, { portal: await show(given ?? own, options), own });
  } catch (error) {
    own?.remove();
    throw error;
  }
}

/** Removes the portal, and its element if it was created here. */
export async function unmount({ name }) {
  const { portal, own } = shown.get(name) ?? {};
  shown.delete(name);
  portal?.unmount();
  own?.remove();
}

/** For parcels: applies the options that can change. */
export async function update(props) {
  const given = Object.keys(CHANGEABLE).filter((name) => name in props);
  shown.get(props.name)?.portal.update(Object.fromEntries(given.map((name) => [name, props[name]])));
}

// Creates an element with the same id as single-spa's own helpers.
function ownElement(name) {
  const element = document.createElement("div");
  element.id = `single-spa-application:${name}`;
  return document.body.appendChild(element);
}

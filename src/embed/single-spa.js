// The portal as an application or parcel of single-spa. The options are its custom props.

import { CHANGEABLE } from "./options.js";
import { mount as show } from "./partner-portal.js";

/** By the application's or parcel's name: its portal, and its element where that is its own. */
const shown = new Map();

/** There is nothing to prepare: what the portal needs comes with its mounting. */
export async function bootstrap() {}

/** Shows the portal in `domElement`, in what `domElementGetter` returns, or in an element of its own. */
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

/** Takes the portal away, with the element if that is its own. */
export async function unmount({ name }) {
  const { portal, own } = shown.get(name) ?? {};
  shown.delete(name);
  portal?.unmount();
  own?.remove();
}

/** For parcels: takes over the options that can change. */
export async function update(props) {
  const given = Object.keys(CHANGEABLE).filter((name) => name in props);
  shown.get(props.name)?.portal.update(Object.fromEntries(given.map((name) => [name, props[name]])));
}

// Where single-spa's own helpers put an application.
function ownElement(name) {
  const element = document.createElement("div");
  element.id = `single-spa-application:${name}`;
  return document.body.appendChild(element);
}
